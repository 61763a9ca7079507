import assert from 'node:assert/strict';
import { chooseDigest } from '#app/digest/digest.plan.ts';
import { DIGEST_ID, digestChoiceOf } from '#app/digest/digestRecord.ts';
import type { DigestChoice } from '#domain/digest/digestChoice.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { admin, contactOf, install, members } from '#test/support/organization/colleagues.ts';

describe('digest.plan', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'));
    await install(app, 'anna', { timeZone: 'America/Los_Angeles' });
    await app.settled();
  });
  afterEach(() => app.close());
  const choose = async (choice: Parameters<typeof chooseDigest>[3]) => {
    const person = await app.store.read<'person'>('contoso', contactOf('anna'));
    return chooseDigest(app.deps, app.organization, person?.body ?? assert.fail(), choice);
  };
  const due = async () => (await app.store.read('contoso/personal/tenant:anna', DIGEST_ID))?.dueAt;

  it('given somebody installs the bot, then the first morning is the next start of their working day', async () => {
    // In Los Angeles it is one at night.
    assert.equal(await due(), '2026-11-16T17:00:00.000Z');
  });

  const cases: readonly [string, DigestChoice & { on?: true }, string][] = [
    ['an hour', { at: 450 }, '2026-11-16T15:30:00.000Z'],
    ['days', { days: [3] }, '2026-11-16T17:00:00.000Z'],
    ['a Sunday', { days: [7] }, '2026-11-16T17:00:00.000Z'],
    ['off', { off: true }, '2026-11-16T17:00:00.000Z'],
  ];
  for (const [what, choice, expected] of cases) {
    it(`given ${what}, then the next look is at ${expected}: every working morning, for what is about to expire`, async () => {
      await choose(choice);
      assert.equal(await due(), expected);
    });
  }

  it('given one choice after the other, then what is not named stays; given it is taken back, then it is as before', async () => {
    await choose({ at: 450 });
    const { before, after } = await choose({ days: [1, 3] });
    assert.deepEqual(after, { at: 450, days: [1, 3] });
    await choose({ off: true });
    assert.deepEqual(await digestChoiceOf(app.deps, 'contoso', 'tenant:anna'), {
      at: 450,
      days: [1, 3],
      off: true,
    });
    await choose({ on: true });
    assert.deepEqual(await digestChoiceOf(app.deps, 'contoso', 'tenant:anna'), { at: 450, days: [1, 3] });
    await choose({ ...before, whole: true });
    assert.deepEqual(await digestChoiceOf(app.deps, 'contoso', 'tenant:anna'), { at: 450 });
  });

  it('given a time while it is off, then it is on again', async () => {
    await choose({ off: true });
    assert.deepEqual((await choose({ at: 600 })).after, { at: 600 });
  });
});
