import assert from 'node:assert/strict';
import {
  MOST_SOLUTIONS,
  type SolutionProblem,
  solutionProblemCodes,
  solutionProblems,
  spoiledWithoutMicrosoft,
} from '#domain/engagement/solutionRules.ts';
import type { Party } from '#domain/referral/party.ts';
import { NO_HELP, type Solution, type SolutionKind, solutionKinds } from '#domain/referral/referral.ts';
import {
  isAssessment,
  isSameSolution,
  isTyped,
  typedSolution,
  withoutRepeats,
} from '#domain/referral/solutions.ts';

const solution = (id: string, kind: SolutionKind = 'own', more: Partial<Solution> = {}): Solution => ({
  id,
  name: `Name of ${id}`,
  kind,
  ...more,
});
const own = solution('SOL-1');
const microsoft = solution('MS-1', 'microsoft');
const assessment = solution('SA-1', 'assessment');
const many = (count: number) => Array.from({ length: count }, (_, at) => solution(`SOL-${at}`));

function partyOf(state: 'undecided' | 'declined'): Party {
  const since = '2026-11-10T12:00:00.000Z';
  const declined = { stage: 'closed', outcome: 'declined', since, team: [], notes: [] } as const;
  const party = {
    role: 'invited',
    organization: 'fabrikam',
    name: 'Fabrikam',
    referralId: 'r1',
    seq: 1,
  } as const;
  return {
    ...party,
    invited: { by: { kind: 'clock' }, at: since },
    ...(state === 'declined' && { view: declined }),
  };
}

interface Case {
  given: string;
  solutions: readonly Solution[];
  vetted?: boolean;
  place?: string;
  locations?: readonly string[];
  /** How far somebody who is invited has come. */
  invited?: 'undecided' | 'declined';
  problems: readonly SolutionProblem[];
}

const cases: readonly Case[] = [
  { given: 'none (CR-23)', solutions: [], problems: ['solutions-missing'] },
  { given: 'one of our own', solutions: [own], problems: [] },
  { given: 'own, Microsoft and third party together', solutions: [own, microsoft], problems: [] },
  { given: 'as many as may be', solutions: many(MOST_SOLUTIONS), problems: [] },
  { given: 'one too many', solutions: many(MOST_SOLUTIONS + 1), problems: ['solutions-too-many'] },
  {
    given: 'the same twice, in another case',
    solutions: [own, solution('sol-1')],
    problems: ['solutions-twice'],
  },
  {
    given: 'an assessment alone with its place (CR-24)',
    solutions: [assessment],
    place: 'Milan',
    problems: [],
  },
  {
    given: 'an assessment without place (CR-24)',
    solutions: [assessment],
    problems: ['assessment-place-missing'],
  },
  {
    given: 'an assessment with a place of blanks (CR-24)',
    solutions: [assessment],
    place: '  ',
    problems: ['assessment-place-missing'],
  },
  {
    given: 'an assessment for none of our locations (CR-24)',
    solutions: [assessment],
    place: 'Milan',
    locations: ['1234567'],
    problems: ['assessment-place-unknown'],
  },
  {
    given: 'an assessment for one of our locations (CR-24)',
    solutions: [assessment],
    place: '1234567',
    locations: ['1234567'],
    problems: [],
  },
  {
    given: 'an assessment beside another solution (CR-24)',
    solutions: [assessment, own],
    place: 'Milan',
    problems: ['assessment-not-alone'],
  },
  {
    given: 'an assessment in a deal to which a partner is invited (CR-33)',
    solutions: [assessment],
    place: 'Milan',
    invited: 'undecided',
    problems: ['assessment-with-others'],
  },
  {
    given: 'an assessment in a deal whose one invited partner declined (CR-33)',
    solutions: [assessment],
    place: 'Milan',
    invited: 'declined',
    problems: [],
  },
  {
    given: 'two assessments (CR-24)',
    solutions: [assessment, solution('SA-2', 'assessment')],
    place: 'Milan',
    problems: ['assessment-more-than-one'],
  },
  {
    given: 'two assessments beside another (CR-24)',
    solutions: [assessment, own, solution('SA-2', 'assessment')],
    place: 'Milan',
    problems: ['assessment-more-than-one', 'assessment-not-alone'],
  },
  {
    given: 'an assessment of an organization that is not vetted (CR-10)',
    solutions: [assessment],
    vetted: false,
    place: 'Milan',
    problems: ['assessment-not-vetted'],
  },
  {
    given: 'a place without assessment, and nobody vetted',
    solutions: [own],
    vetted: false,
    place: 'Milan',
    problems: [],
  },
];

describe('solutionProblems', () => {
  for (const { given, solutions, vetted = true, place, locations, invited, problems } of cases) {
    it(`given ${given}, then ${problems.join(', ') || 'nothing is wrong'}`, () => {
      const parties = invited ? [partyOf(invited)] : undefined;
      const deal = { vetted, assessmentPlace: place, locations, parties };
      assert.deepEqual(solutionProblems(solutions, deal), problems);
    });
  }

  it('given an assessment in a deal that we were invited to, or for which Microsoft was asked elsewhere, then it is none for others too (CR-33)', () => {
    const deal = { vetted: true, assessmentPlace: 'Milan' };
    for (const role of ['inviter', 'peer'] as const) {
      const parties = [{ ...partyOf('undecided'), role }];
      assert.deepEqual(solutionProblems([assessment], { ...deal, parties }), ['assessment-with-others']);
      assert.deepEqual(solutionProblems([own], { ...deal, parties }), []);
    }
    assert.deepEqual(solutionProblems([assessment], { ...deal, asksMicrosoft: true }), [
      'assessment-with-others',
    ]);
  });

  it('every code has a case', () => {
    assert.deepEqual(new Set(cases.flatMap(({ problems }) => problems)), new Set(solutionProblemCodes));
  });
});

describe('isAssessment and isSameSolution', () => {
  it('given each kind, then only an assessment is one (CR-24)', () => {
    assert.deepEqual(
      solutionKinds.filter((kind) => isAssessment({ kind })),
      ['assessment'],
    );
  });

  it('given ids in another case, then it is the same solution; another id is another one', () => {
    assert.equal(isSameSolution({ id: 'SOL-1' }, { id: 'sol-1' }), true);
    assert.equal(isSameSolution({ id: 'SOL-1' }, { id: 'SOL-10' }), false);
  });
});

describe('withoutRepeats', () => {
  it('given repeats in another case, then the first of each stays', () => {
    assert.deepEqual(withoutRepeats([own, microsoft, solution('sol-1')]), [own, microsoft]);
  });
});

describe('spoiledWithoutMicrosoft (CR-27)', () => {
  const eligible = solution('SOL-9', 'own', { incentive: true });
  const solutions = [own, eligible];

  it('given a private deal with an incentive-eligible solution, then that one is named', () => {
    const deal = { direction: 'outbound', assistance: NO_HELP, solutions } as const;
    assert.deepEqual(spoiledWithoutMicrosoft(deal), [eligible]);
  });

  it('given partners, or that Microsoft may see it, but was not invited, then it is named too; somebody else’s solution never (CR-27, CR-44, CR-63)', () => {
    const theirs = solution('SOL-8', 'third-party', { incentive: true });
    const deal = { direction: 'outbound', assistance: NO_HELP, solutions: [eligible, theirs] } as const;
    const p2p = { ...deal, parties: [partyOf('undecided')] };
    assert.deepEqual(spoiledWithoutMicrosoft(p2p), [eligible]);
    assert.deepEqual(spoiledWithoutMicrosoft({ ...deal, partnerLed: true }), [eligible]);
  });

  it('given no eligible solution, or help of Microsoft, then there is nothing to warn of', () => {
    const deal = { direction: 'outbound', assistance: NO_HELP, solutions: [own] } as const;
    assert.deepEqual(spoiledWithoutMicrosoft(deal), []);
    const cosell = { direction: 'outbound', assistance: 'GeneralOrOther', solutions } as const;
    assert.deepEqual(spoiledWithoutMicrosoft(cosell), []);
    assert.deepEqual(spoiledWithoutMicrosoft({ direction: 'outbound' }), []);
  });
});

describe('typedSolution (CR-23)', () => {
  it('given name and publisher, then it is a third party solution with an id of its own', () => {
    assert.deepEqual(typedSolution('  Fabrikam   Ledger, 2.0 ', ' Fabrikam AG '), {
      id: 'typed:fabrikam-ledger-2-0.fabrikam-ag',
      name: 'Fabrikam Ledger, 2.0',
      kind: 'third-party',
      publisher: 'Fabrikam AG',
    });
  });

  it('given the same words in another case, then it is the same one; another publisher is another one', () => {
    assert.equal(typedSolution('LEDGER')?.id, typedSolution('Ledger')?.id);
    assert.notEqual(typedSolution('Ledger', 'A')?.id, typedSolution('Ledger', 'B')?.id);
    assert.equal('publisher' in (typedSolution('Ledger', '  ') ?? {}), false);
  });

  it('given other scripts, then they keep their letters', () => {
    assert.equal(typedSolution('智能 分析')?.id, 'typed:智能-分析');
    assert.equal(typedSolution('Йод')?.id, 'typed:йод');
  });

  it('given no letter and no digit, then there is none', () => {
    for (const text of ['', '   ', '...', '🙂', '❤️'])
      assert.equal(typedSolution(text, 'Fabrikam'), undefined);
  });

  it('given endless words, then the id stays below what a document may be called', () => {
    const long = typedSolution('x'.repeat(900), 'y'.repeat(900));
    assert.ok(long && long.id.length <= 200 && long.name.length === 250);
  });

  it('is told from one of a catalog', () => {
    assert.equal(isTyped({ id: 'typed:ledger' }), true);
    assert.equal(isTyped(own), false);
  });
});
