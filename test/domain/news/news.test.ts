import assert from 'node:assert/strict';
import { isStillNews, type News, newsBetween, type RegistrationNews } from '#domain/news/news.ts';
import type { Party, SharedView } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type {
  RegistrationFiling,
  RegistrationForm,
  ReviewDecision,
  ReviewKind,
} from '#domain/referral/registration.ts';
import { accepted, closed, received } from '#test/support/referral/samples.ts';

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
  {
    given: 'nobody answered, and it is passed on',
    before: received(),
    after: received({ escalated: { to: 'company', at: AT, days: 5 } }),
    told: [{ kind: 'unanswered', organization: received().organization, to: 'company', days: 5 }],
  },
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
  ...(['won', 'lost'] as const).flatMap((outcome): Step[] => {
    const over = (view: SharedView, own: 'won' | 'lost') =>
      closed({ outcome: own, parties: [party('invited', view)] });
    const other = outcome === 'won' ? 'lost' : 'won';
    const is = seen({ stage: 'accepted' });
    return [
      {
        given: `a party that ${outcome} what we have ${outcome} ourselves, which it only repeats`,
        before: over(is, outcome),
        after: over(ended(outcome), outcome),
        told: [],
      },
      {
        given: `a party that ${outcome} what we have ${other}`,
        before: over(is, other),
        after: over(ended(outcome), other),
        told: [{ kind: 'end', ...who, outcome }],
      },
    ];
  }),
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

const form: RegistrationForm = {
  solution: { id: 'SOL-1', name: 'Analytics', ipCosell: true },
  marketplace: false,
  azure: true,
  term: 'perpetual',
  value: { amount: 60_000, currency: 'USD' },
  solutionValue: 40_000,
  signed: '2026-11-03',
  start: '2026-11-04',
  tenant: 'customer',
  pricing: 'other',
};
const handedIn = (count: number): RegistrationFiling => ({
  form,
  submissions: Array.from({ length: count }, (_, at) => ({ number: at + 1, at: AT })),
});
const decided = (...kinds: ReviewKind[]): ReviewDecision[] =>
  kinds.map((kind) => ({ submission: 1, kind, at: AT, reason: 'x' }));
const microsoft = (...kinds: ReviewKind[]): Party => ({
  ...party('invited', seen({ stage: 'closed', outcome: 'won', review: decided(...kinds) }), 'r-msft'),
  organization: 'msft',
});
const registered = (...kinds: ReviewKind[]) =>
  closed({ outcome: 'won', registrationFiling: handedIn(1), parties: [microsoft(...kinds)] });
const reviewers = (filing?: RegistrationFiling, reviews: ReviewDecision[] = []) =>
  accepted({
    organization: 'msft',
    parties: [party('inviter', seen({ stage: 'closed', outcome: 'won', registration: filing }))],
    registrationReviews: { fabrikam: reviews },
  });
const came = (state: RegistrationNews): News => ({ kind: 'registration', organization: 'msft', came: state });
const registration: Step[] = [
  {
    given: 'a registration that we hand in',
    before: closed({ outcome: 'won', parties: [microsoft()] }),
    after: registered(),
    told: [],
  },
  { given: 'one taken into review', before: registered(), after: registered('take'), told: [] },
  { given: 'one approved', before: registered(), after: registered('approve'), told: [came('approved')] },
  {
    given: 'one that needs action',
    before: registered('take'),
    after: registered('take', 'ask'),
    told: [came('action-required')],
  },
  {
    given: 'one that passed',
    before: registered('take'),
    after: registered('take', 'pass'),
    told: [came('passed')],
  },
  {
    given: 'one that failed',
    before: registered('take'),
    after: registered('take', 'fail'),
    told: [came('failed')],
  },
  {
    given: 'one that Partner Center reports as failed',
    before: closed({ outcome: 'won', registration: 'ReviewPending' }),
    after: closed({ outcome: 'won', registration: 'Failed' }),
    told: [came('failed')],
  },
  {
    given: 'one that a partner handed in, at Microsoft',
    before: reviewers(),
    after: reviewers(handedIn(1)),
    told: [{ kind: 'review', organization: 'fabrikam', submission: 1 }],
  },
  {
    given: 'our own decision on it, at Microsoft',
    before: reviewers(handedIn(1)),
    after: reviewers(handedIn(1), decided('take')),
    told: [],
  },
  {
    given: 'one that was put right, at Microsoft',
    before: reviewers(handedIn(1), decided('take', 'ask')),
    after: reviewers(handedIn(2), decided('take', 'ask')),
    told: [{ kind: 'review', organization: 'fabrikam', submission: 2 }],
  },
];

describe('news', () => {
  for (const { given, before, after, told } of [...steps, ...registration]) {
    it(`given ${given}, then people are told ${told.map(({ kind }) => kind).join() || 'nothing'} (CR-52, CR-53)`, () => {
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
    [came('action-required'), registered('take', 'pass')],
    [
      { kind: 'review', organization: 'fabrikam', submission: 1 },
      reviewers(handedIn(1), decided('take', 'pass')),
    ],
  ];
  for (const [news, now] of overtaken) {
    it(`given ${news.kind} that was overtaken, then it is no news any more`, () => {
      assert.equal(isStillNews(news, now), false);
    });
  }
});
