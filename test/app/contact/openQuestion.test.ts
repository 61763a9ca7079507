import assert from 'node:assert/strict';
import { closeQuestion, openQuestion, questionOf } from '#app/contact/openQuestion.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';

const anna = { organization: 'contoso', personId: 'anna', conversationId: 'a:anna' };

describe('A question that somebody was asked', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());

  it('is open where it was asked, and nowhere else', async () => {
    await openQuestion(app, anna, 'language');
    assert.equal(await questionOf(app, anna), 'language');
    assert.equal(await questionOf(app, { ...anna, conversationId: '19:sales' }), undefined);
    assert.equal(await questionOf(app, { ...anna, personId: 'uma' }), undefined);
  });

  it('asked again elsewhere, then only the last one is open', async () => {
    await openQuestion(app, anna, 'language');
    const inChannel = { ...anna, conversationId: '19:sales' };
    await openQuestion(app, inChannel, 'language');
    assert.equal(await questionOf(app, anna), undefined);
    assert.equal(await questionOf(app, inChannel), 'language');
  });

  it('is over when it was closed, also twice', async () => {
    await openQuestion(app, anna, 'language');
    await closeQuestion(app, anna);
    await closeQuestion(app, anna);
    assert.equal(await questionOf(app, anna), undefined);
  });

  it('is over after a day, because nobody knows any more what was asked', async () => {
    await openQuestion(app, anna, 'language');
    app.clock.advance(24 * 3_600_000 - 1);
    assert.equal(await questionOf(app, anna), 'language');
    app.clock.advance(1);
    assert.equal(await questionOf(app, anna), undefined);
  });
});
