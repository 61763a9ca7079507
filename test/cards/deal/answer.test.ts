import assert from 'node:assert/strict';
import { answerCard } from '#cards/deal/answer/answer.card.ts';
import { runsOf, strong, textOf } from '#cards/deal/answer/sentence.ts';
import { say } from '#cards/say.ts';

describe('an answer in one line', () => {
  const hostile = '[x](http://evil) **b** \ue001$y';
  const sentence = say('en', 'deal.handover.done', { name: strong(hostile) });

  it('given a name from outside, then it stands there as it is, and is all that stands out', () => {
    assert.deepEqual(runsOf(sentence), [
      { text: 'Handed over to ', strong: false },
      { text: '[x](http://evil) **b** $y', strong: true },
    ]);
    assert.equal(textOf(sentence), 'Handed over to [x](http://evil) **b** $y');
  });

  it('given nothing to undo and nothing to open, then it is the sentence alone', () => {
    const card = JSON.stringify(answerCard({ language: 'en', sentence }));
    assert.ok(card.includes('TextRun') && !card.includes('Action.'));
  });
});
