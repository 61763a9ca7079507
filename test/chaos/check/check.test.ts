import assert from 'node:assert/strict';
import type { LoggedCall } from '#test/chaos/world/wireLog.ts';
import { check } from './check.ts';
import type { Evidence } from './evidence.ts';
import type { StoredThing } from './stored.ts';

const DEAL = '11111111-1111-4111-8111-111111111111';
const GUEST = '22222222-2222-4222-8222-222222222222';
const CHAT = 'a:29:anna.berg';

const stored = (kind: string, id: string, body: unknown, more: Partial<StoredThing> = {}): StoredThing => ({
  ...{ partition: 'contoso', id, kind, dueAt: undefined, leased: false, body },
  ...more,
});
const view = { stage: 'accepted', salesStage: 20 };
const host = {
  referral: {
    ...{ id: DEAL, organization: 'contoso', direction: 'inbound', name: 'Deal 1.', ...view },
    acceptedBy: { personId: 't:aad-anna.berg' },
    parties: [{ role: 'invited', organization: 'fabrikam', referralId: GUEST, view: { stage: 'received' } }],
  },
};
const guest = {
  referral: {
    ...{ id: GUEST, organization: 'fabrikam', direction: 'inbound', name: 'Deal 1.', stage: 'received' },
    parties: [{ role: 'inviter', organization: 'contoso', referralId: DEAL, view }],
  },
};
const notice = {
  ...{ type: 'referral-card', organization: 'contoso', referralId: DEAL, contactId: 'person:anna' },
  ...{ delivery: { state: 'delivered' }, copies: [{ activityId: 'm1', shown: 2 }] },
};
const card = (...more: string[]) => ({
  body: [...['Deal 1.', 'Qualified 20%', `Referral ID [${DEAL}](x)`, ...more].map((text) => ({ text }))],
});
const post = (more: Partial<LoggedCall> = {}): LoggedCall => ({
  ...{ kind: 'post', conversation: CHAT, from: '1.1', call: '1.1.1', at: 1_000, content: card(), done: true },
  ...{ answered: 'well', activityId: 'm1' },
  ...more,
});
const well: Evidence = {
  acknowledged: [
    { what: 'received', organization: 'contoso', referral: DEAL, name: 'Deal 1.', updated: '1' },
    { what: 'accepted', organization: 'contoso', referral: DEAL, by: 'Anna Berg' },
    { what: 'marked', organization: 'contoso', referral: DEAL, stage: 20 },
  ],
  tried: [{ organization: 'contoso', referral: DEAL, name: 'Deal 1.', updated: '1' }],
  stored: [
    stored('referral', `referral:${DEAL}`, host),
    stored('referral', `referral:${GUEST}`, guest),
    stored('notice', 'n', notice),
  ],
  calls: [post()],
  messages: [{ id: 'm1', conversation: CHAT, content: card() }],
  lives: [{ name: '1.1', stills: [], unwritten: [], heard: new Set(['1.1.1']) }],
  aways: [],
  conversations: [{ conversation: CHAT, organization: 'contoso' }],
};

/** The same with one of its documents changed. */
function withStored(at: number, body: unknown, more: Partial<StoredThing> = {}): Evidence {
  return {
    ...well,
    stored: well.stored.map((one, place) => (place === at ? { ...one, body, ...more } : one)),
  };
}
const withDeal = (more: object) => withStored(0, { referral: { ...host.referral, ...more } });
const withNotice = (more: object, document: Partial<StoredThing> = {}) =>
  withStored(2, { ...notice, ...more }, document);
const twice = (first: Partial<LoggedCall>, more: Partial<Evidence> = {}): Evidence => ({
  ...well,
  calls: [post(first), post({ at: 2_000, from: '2.1' })],
  ...more,
});

describe('The checker of what chaos left', () => {
  it('given everything as it was promised, then it has nothing to say', () => {
    assert.deepEqual(check(well), []);
  });

  const planted: Readonly<Record<string, [Evidence, RegExp]>> = {
    'a referral that was acknowledged and is lost': [
      { ...well, stored: well.stored.slice(1) },
      /acknowledged and not there: received/,
    ],
    'somebody else who accepted': [withDeal({ acceptedBy: { personId: 't:aad-ben' } }), /not so: accepted/],
    'a stage that is lost': [withDeal({ salesStage: 10 }), /not so: marked/],
    'a version that nobody sent': [withDeal({ name: 'Deal 9.' }), /not so: received/],
    'a note that is lost': [
      {
        ...well,
        acknowledged: [{ what: 'noted', organization: 'contoso', referral: DEAL, text: 'Note 7.' }],
      },
      /not so: noted/,
    ],
    'a refusal that is lost': [
      {
        ...well,
        acknowledged: [{ what: 'declined', organization: 'contoso', referral: DEAL, by: 'Anna Berg' }],
      },
      /not so: declined/,
    ],
    'an invitation that was acknowledged and is lost': [
      {
        ...well,
        acknowledged: [
          {
            ...{ what: 'created', organization: 'contoso', referral: DEAL },
            guests: [{ organization: 'fabrikam', referral: 'nobody' }],
          },
        ],
      },
      /not so: created/,
    ],
    'a notice that never ended': [withNotice({ delivery: { state: 'waiting' } }), /ended in no state/],
    'a notice that is due again': [withNotice({}, { dueAt: '2026-01-01' }), /is due at/],
    'a notice that somebody holds': [withNotice({}, { leased: true }), /still holds/],
    'a notice that is said to be there and is not': [
      withNotice({ copies: [{ activityId: 'm9', shown: 2 }] }),
      /nothing stands/,
    ],
    'a notice that was given up': [withNotice({ delivery: { state: 'failed', reason: 'x' } }), /as failed/],
    'a message sent twice though it was known': [twice({}), /sent twice/],
    'a process that ended long before': [
      twice(
        {},
        { lives: [{ name: '1.1', stills: [], unwritten: [], heard: new Set(['1.1.1']), killedAt: 500 }] },
      ),
      /sent twice/,
    ],
    'another process that stood still': [
      twice(
        {},
        {
          lives: [
            ...well.lives,
            { name: '3.1', stills: [{ from: 900, to: 2_500 }], unwritten: [], heard: new Set(['1.1.1']) },
          ],
        },
      ),
      /sent twice/,
    ],
    'a card that can be accepted still': [
      {
        ...well,
        messages: [
          { id: 'm1', conversation: CHAT, content: { ...card(), actions: [{ verb: 'referral.accept' }] } },
        ],
      },
      /untrue card/,
    ],
    'a card with another stage': [withDeal({ salesStage: 40 }), /untrue card/],
    'no card at all': [{ ...well, messages: [] }, /no true card/],
    'a guest that was told something else': [
      withStored(1, {
        referral: {
          ...guest.referral,
          parties: [{ ...guest.referral.parties[0], view: { stage: 'accepted', salesStage: 40 } }],
        },
      }),
      /salesStage is 20, told was 40/,
    ],
    'a guest whose answer its inviter does not know': [
      withStored(1, { referral: { ...guest.referral, stage: 'accepted' } }),
      /stage is accepted, told was received/,
    ],
    'an invitation that did not arrive': [
      { ...well, stored: well.stored.filter((_, at) => at !== 1) },
      /did not arrive/,
    ],
  };
  for (const [what, [evidence, words]] of Object.entries(planted)) {
    it(`given ${what}, then it says so`, () => {
      assert.match(check(evidence).join('\n'), words);
    });
  }

  const excused: Readonly<Record<string, Evidence>> = {
    'whose answer nobody heard': twice(
      {},
      { lives: [{ name: '1.1', stills: [], unwritten: [], heard: new Set() }] },
    ),
    'that its sender could not write down': twice(
      {},
      {
        lives: [
          {
            ...{ name: '1.1', stills: [], heard: new Set(['1.1.1']) },
            unwritten: [{ at: 1_500, partition: `contoso/notices/${DEAL}`, id: 'n' }],
          },
        ],
      },
    ),
    'whose answer went astray': twice({ answered: 'lost' }),
    'whose sender was killed before it was sent again': twice(
      {},
      { lives: [{ name: '1.1', stills: [], unwritten: [], heard: new Set(['1.1.1']), killedAt: 1_500 }] },
    ),
    'whose sender stood still meanwhile': twice(
      {},
      {
        lives: [
          { name: '1.1', stills: [{ from: 900, to: 2_500 }], unwritten: [], heard: new Set(['1.1.1']) },
        ],
      },
    ),
    'that nobody could write down': twice({}, { aways: [{ from: 1_100, to: 1_800 }] }),
  };
  for (const [what, evidence] of Object.entries(excused)) {
    it(`given a message sent twice ${what}, then it says nothing`, () => {
      assert.deepEqual(check(evidence), []);
    });
  }
});
