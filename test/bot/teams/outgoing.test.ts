import assert from 'node:assert/strict';
import { invokeResponse, searchResponse } from '#bot/teams/invokeResponse.ts';
import { toActivity } from '#bot/teams/outgoing.ts';
import { expand } from '#cards/expand.ts';

/** A customer's name that turns the direction of writing and calls the date functions of clients. */
const HOSTILE = 'Evil\u202e\u2066Ltd {{DATE(0, SHORT)}} {{TIME(0)}}';
const forbidden = /[\u202a-\u202e\u2066-\u2069]|\{\{/;

describe('Outside names where no card shows them', () => {
  it('given a text or a summary, then nothing in it turns the writing or is a date function', () => {
    const activity = toActivity({ text: `Accepted: ${HOSTILE}`, summary: `New: ${HOSTILE}` });
    assert.doesNotMatch(String(activity.text), forbidden);
    assert.doesNotMatch(String(activity.summary), forbidden);
    assert.match(String(activity.text), /^Accepted: EvilLtd/);
  });

  it('given the answer to a press in words, then the same', () => {
    assert.doesNotMatch(String(invokeResponse({ text: HOSTILE }).body.value), forbidden);
  });

  it('given suggestions, then their titles too, while the value that is sent back stays as it is', () => {
    const { value } = searchResponse([{ title: HOSTILE, value: HOSTILE }]).body;
    assert.doesNotMatch(value.results[0].title, forbidden);
    assert.equal(value.results[0].value, HOSTILE);
  });

  it('given what is read out or shown in place of a card, then the same', () => {
    const card = expand(
      { type: 'AdaptiveCard', fallbackText: `\${name}`, speak: `\${name}`, body: [] },
      { name: HOSTILE },
    );
    assert.doesNotMatch(String(card.fallbackText), forbidden);
    assert.doesNotMatch(String(card.speak), forbidden);
  });
});
