import assert from 'node:assert/strict';
import { referralCard } from '#cards/referral/card/referral.card.ts';
import { languages } from '#cards/say.ts';
import { linesToEnter } from '#cards/sync/entering/toEnter.ts';
import { refusalCodes, refusalText } from '#cards/sync/refusalWords.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { syncFields, type Unsynced } from '#domain/referral/unsynced.ts';
import type { ConnectionMode } from '#domain/sync/connectionMode.ts';
import { syncStanding, syncState } from '#domain/sync/syncStanding.ts';
import { readable } from '#test/support/bot/client.ts';
import { accepted, BEFORE, closed, facts } from '#test/support/referral/samples.ts';

const reader = { language: 'en', locale: 'en-US', timeZone: 'UTC' } as const;
const theirs = { amount: 52_000, currency: 'USD' };
const value: Unsynced = { field: 'value', since: BEFORE, there: { value: theirs } };
const decision: Unsynced = { field: 'decision', since: BEFORE };
const partners: Unsynced = { field: 'partners', since: BEFORE };
const refused = { code: 'invalidrequest', at: BEFORE };

const shown = (
  unsynced: readonly Unsynced[] | undefined,
  connection: ConnectionMode,
  audience: 'personal' | 'channel' = 'personal',
) => readable(referralCard({ ...reader, referral: accepted({ unsynced }), audience, connection }));

describe('What a card says of Partner Center', () => {
  it('given no connection, or one that only reads, then all that differs has to be entered', () => {
    for (const mode of ['none', 'read'] as const) {
      const text = shown([decision, value, partners], mode);
      assert.match(text, /Not in Partner Center yet: accepted, value, invited partners ›/, mode);
      assert.doesNotMatch(text, /On its way/, mode);
    }
  });

  it('given a connection, then only what it can’t take has to be entered, and the rest is on its way', () => {
    const text = shown([decision, value, partners], 'write');
    assert.match(text, /Not in Partner Center yet: invited partners ›/);
    assert.match(text, /On its way to Partner Center: accepted, value/);
  });

  it('given that nothing differs, then it is there where somebody sees to that, and else nothing is said', () => {
    assert.doesNotMatch(shown(undefined, 'none'), /In Partner Center/);
    for (const mode of ['read', 'write'] as const)
      assert.match(shown(undefined, mode), /· In Partner Center/);
    assert.doesNotMatch(shown([value], 'write'), /· In Partner Center/);
  });

  it('given a channel, then it reads what it is about, and no value of the other side (CR-51)', () => {
    const asked = shown([{ ...value, conflict: true }], 'write', 'channel');
    assert.match(asked, /Changed on both sides: value ›/);
    assert.doesNotMatch(asked, /52,000/);
    const notTaken = shown([{ ...value, refused }], 'write', 'channel');
    assert.match(notTaken, /Partner Center didn’t take: value ›/);
    assert.doesNotMatch(notTaken, /Fix|52,000/);
  });

  it('given that it can’t be sent, then it is entered by hand like all that an API does not take', () => {
    const { toEnter, refused: other } = syncStanding(
      { unsynced: [{ ...decision, refused: { ...refused, code: 'not-sendable' } }] },
      'write',
    );
    assert.deepEqual([toEnter.length, other.length], [1, 0]);
  });

  it('given several, then the worst of them is what they are counted by', () => {
    const conflict: Unsynced = { ...value, conflict: true };
    assert.equal(syncState({ unsynced: [decision, { ...partners, refused }, conflict] }), 'conflict');
    assert.equal(syncState({ unsynced: [decision, { ...partners, refused }] }), 'refused');
    assert.equal(syncState({ unsynced: [decision] }), 'open');
    assert.equal(syncState({}), undefined);
  });
});

describe('Why Partner Center didn’t take something', () => {
  const contract = [
    'accessDenied',
    'generalException',
    'invalidRequest',
    'itemNotFound',
    'preconditionFailed',
    'resourceModified',
    'serviceNotAvailable',
    'unauthenticated',
    'unAuthorized',
  ];
  const own = [
    'ignored',
    'not-sendable',
    'closed-there',
    'missing',
    'unsure',
    'unreadable',
    'microsoft-already',
  ];

  it('given the codes of its contract and ours, then each has words in every language', () => {
    const codes = [...contract, ...own].map((code) => code.toLowerCase());
    assert.deepEqual(refusalCodes.toSorted(), codes.toSorted());
    for (const code of [...contract, ...own]) {
      for (const language of languages) {
        const text = refusalText({ code, at: BEFORE }, { ...reader, language });
        assert.ok(text.length > 5 && !text.includes(code), `${language} ${code}: ${text}`);
      }
    }
  });

  it('given a code that nobody knows, then it stands there as it is, with what Microsoft’s support asks for', () => {
    const text = refusalText({ code: 'teapotEmpty', at: BEFORE, requestId: 'R-42' }, reader);
    assert.equal(text, 'Partner Center says: teapotEmpty. For Microsoft’s support: R-42');
  });
});

describe('What has to be entered', () => {
  const lines = (referral: Referral, ...fields: Unsynced['field'][]) =>
    linesToEnter(fields, referral, reader);

  it('given any field of any deal, then there is something to do, in every language', () => {
    for (const referral of [
      accepted(),
      closed(),
      accepted({ team: [], value: undefined, notes: undefined }),
    ]) {
      for (const field of syncFields) {
        for (const language of languages) {
          const found = linesToEnter([field], referral, { ...reader, language });
          assert.ok(found.length > 0 && found.every((line) => line !== ''), `${field} ${language}`);
          assert.doesNotMatch(found.join('\n'), /undefined|null|\[object|NaN/);
        }
      }
    }
  });

  it('given amounts and days, then as one types them there: figures alone, and year first', () => {
    assert.deepEqual(lines(accepted(), 'closeDate', 'value'), [
      `Estimated value: ${facts().value?.amount}`,
      'Currency: USD',
      'Expected close date: 2027-02-01',
    ]);
  });

  it('given a decline, then its reason in Partner Center’s words, and its notes (CR-36, CR-37)', () => {
    assert.deepEqual(lines(closed(), 'decision'), [
      'Decline the referral',
      'Reason: Project budget isn’t adequate',
      'Notes: Next year perhaps',
    ]);
  });

  it('given what was emptied here, then it says that it is empty', () => {
    assert.deepEqual(lines(accepted({ notes: undefined }), 'notes'), ['Notes: empty']);
  });
});
