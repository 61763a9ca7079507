import assert from 'node:assert/strict';
import { readReferral } from '#adapters/partner-center/readReferral.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import { accept } from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const INTAKE_LIMIT = 256 * 1024;
const CEILING = 400 * 1024;
const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

describe('referralRecord: a stored referral stays below 400 KB', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());

  /** A body of exactly as many bytes as the intake lets in. */
  const filled = (changes: object) => {
    const wire = { ...inbound({}, new Date(MONDAY)), id: 'r1', ...changes, filler: '' };
    return { ...wire, filler: 'x'.repeat(INTAKE_LIMIT - bytes(wire)) };
  };
  const member = (letter: string) => ({
    firstName: letter.repeat(120),
    lastName: letter.repeat(120),
    email: letter.repeat(254),
    phoneNumber: letter.repeat(60),
    title: letter.repeat(120),
  });
  const people = (letter: string, count = 50) => Array.from({ length: count }, () => member(letter));

  for (const [what, wire] of Object.entries({
    'fields that nobody reads': filled({}),
    'long notes and a full team': filled({
      details: { notes: 'n'.repeat(10_000) },
      inviteContext: { notes: 's'.repeat(10_000) },
      team: people('t', 20),
    }),
    'notes in Chinese': filled({ details: { notes: '语'.repeat(10_000) } }),
  })) {
    it(`given a body of 256 KB with ${what}, when it was taken in and accepted, then it is below`, async () => {
      assert.equal(bytes(wire), INTAKE_LIMIT);
      assert.equal(await app.receive(wire), 'created');
      await app.settled();
      await accept(app, 'r1');
      const document = await app.store.read('contoso', 'referral:r1');
      assert.ok(bytes(document) < CEILING, `${bytes(document)} bytes`);
    });
  }

  for (const [what, wire] of Object.entries({
    'every list full of long names in two bytes': filled({
      details: { notes: 'ö'.repeat(10_000) },
      team: people('ö', 50),
      customerProfile: { name: 'Fabrikam', team: people('ä', 30) },
    }),
    'numbers that grow when they are written': JSON.parse(
      JSON.stringify({ ...inbound(), numbers: [] }).replace(
        '[]',
        (list) => `${list.slice(0, 1)}${Array(50_000).fill('1e20').join(',')}]`,
      ),
    ),
  })) {
    it(`given ${what}, then it is refused in words instead of growing beyond it`, () => {
      const read = readReferral(wire);
      assert.ok(!read.ok);
      assert.deepEqual(read.problems, [{ path: '', message: 'holds more than one referral can carry' }]);
    });
  }
});
