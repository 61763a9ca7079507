import assert from 'node:assert/strict';
import { isStillNews, type News, newsBetween } from '../../src/domain/news.ts';
import type { Party, SharedView } from '../../src/domain/party.ts';
import type { Referral } from '../../src/domain/referral.ts';
import { accepted, closed, received } from './samples.ts';

const AT = '2026-11-05T10:00:00.000Z';
const seen = (changes: Partial<SharedView> = {}): SharedView => ({
  stage: 'received',
  since: AT,
  team: [],
  notes: [],
  ...changes,
});
const party = (role: Party['role'], view?: SharedView, referralId = 'r-fabrikam'): Party => ({
  role,
  organization: 'fabrikam',
  name: 'Fabrikam',
  referralId,
  seq: 1,
  view,
});
const ours = (view?: SharedView, id?: string) => accepted({ parties: [party('invited', view, id)] });
const undecided = (view?: SharedView) => received({ parties: [party('inviter', view)] });
const going = (view?: SharedView) => accepted({ parties: [party('inviter', view)] });
const who = { organization: 'fabrikam', referralId: 'r-fabrikam' };
const note = (number: number) => ({ number, at: AT, by: 'Finn', text: 'x' });

interface Step {
  given: string;
  before: Referral | undefined;
  after: Referral;
  told: News[];
}
const ended = (outcome: SharedView['outcome']) => seen({ stage: 'closed', outcome });
const steps: Step[] = [
  { given: 'a new deal', before: undefined, after: ours(seen()), told: [] },
  { given: 'an invitation that is sent', before: accepted(), after: ours(), told: [] },
  { given: 'its first word', before: ours(), after: ours(seen()), told: [] },
  ...(['accepted', 'declined', 'expired'] as const).map((answer): Step => {
    const view = answer === 'accepted' ? seen({ stage: 'accepted' }) : ended(answer);
    return {
      given: `a party that ${answer}`,
      before: ours(seen()),
      after: ours(view),
      told: [{ kind: 'answer', ...who, answer }],
    };
  }),
  {
    given: 'an answer that is the first word',
    before: ours(),
    after: ours(ended('declined')),
    told: [{ kind: 'answer', ...who, answer: 'declined' }],
  },
  ...(['won', 'lost'] as const).map(
    (outcome): Step => ({
      given: `a party that ${outcome}`,
      before: ours(seen({ stage: 'accepted' })),
      after: ours(ended(outcome)),
      told: [{ kind: 'end', ...who, outcome }],
    }),
  ),
  {
    given: 'a party that moves on within its deal',
    before: ours(seen({ stage: 'accepted' })),
    after: ours(seen({ stage: 'accepted', salesStage: 40, value: { amount: 1, currency: 'EUR' } })),
    told: [],
  },
  { given: 'our own withdrawal, told back', before: ours(seen()), after: ours(ended('withdrawn')), told: [] },
  {
    given: 'a second invitation that is refused',
    before: ours(ended('declined')),
    after: ours(ended('declined'), 'r-second'),
    told: [{ kind: 'answer', organization: 'fabrikam', referralId: 'r-second', answer: 'declined' }],
  },
  {
    given: 'an inviter that closes before we answered',
    before: undecided(seen({ stage: 'accepted' })),
    after: closed({ outcome: 'withdrawn', parties: [party('inviter', ended('won'))] }),
    told: [{ kind: 'withdrawn', organization: 'fabrikam' }],
  },
  {
    given: 'an inviter that wins while we go on',
    before: going(seen({ stage: 'accepted' })),
    after: going(ended('won')),
    told: [{ kind: 'end', ...who, outcome: 'won' }],
  },
  {
    given: 'an inviter that reminds',
    before: undecided(seen()),
    after: undecided(seen({ reminded: AT })),
    told: [{ kind: 'reminded', organization: 'fabrikam', at: AT }],
  },
  {
    given: 'the same reminder again',
    before: undecided(seen({ reminded: AT })),
    after: undecided(seen({ reminded: AT, salesStage: 20 })),
    told: [],
  },
  {
    given: 'a reminder that comes after our answer',
    before: going(seen()),
    after: going(seen({ reminded: AT })),
    told: [],
  },
  {
    given: 'notes',
    before: ours(seen({ notes: [note(3)] })),
    after: ours(seen({ notes: [note(3), note(4)] })),
    told: [{ kind: 'note', organization: 'fabrikam', number: 4 }],
  },
  {
    given: 'a note that is taken back',
    before: ours(seen({ notes: [note(3)] })),
    after: ours(seen()),
    told: [],
  },
  {
    given: 'a peer that answers',
    before: received({ parties: [party('peer', seen())] }),
    after: received({ parties: [party('peer', ended('declined'))] }),
    told: [],
  },
];

describe('news', () => {
  for (const { given, before, after, told } of steps) {
    it(`given ${given}, then people are told ${told.map(({ kind }) => kind).join() || 'nothing'} (CR-52)`, () => {
      assert.deepEqual(newsBetween(before, after), told);
      for (const news of told) assert.equal(isStillNews(news, after), true);
    });
  }

  const overtaken: [News, Referral][] = [
    [{ kind: 'answer', ...who, answer: 'accepted' }, ours(ended('won'))],
    [{ kind: 'answer', ...who, answer: 'declined' }, ours(seen(), 'r-second')],
    [{ kind: 'end', ...who, outcome: 'won' }, accepted()],
    [{ kind: 'reminded', organization: 'fabrikam', at: AT }, going(seen({ reminded: AT }))],
    [{ kind: 'withdrawn', organization: 'fabrikam' }, going(seen())],
  ];
  for (const [news, now] of overtaken) {
    it(`given ${news.kind} that was overtaken, then it is no news any more`, () => {
      assert.equal(isStillNews(news, now), false);
    });
  }
});
