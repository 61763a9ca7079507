import type { OpenDraft } from '#app/draft/draftRecord.ts';
import { isInvitationHeard } from '#app/notice/invitationHeard.ts';
import { parseDraftForm } from '#cards/draft/parse.ts';
import type { DraftCardView, DraftProblems, InvitedNames, ParsedDraft } from '#cards/draft/view.ts';
import { type InviteNames, wantedAtFirst } from '#cards/engagement/invite.ts';
import { readInvitedPeople } from '#cards/engagement/invitedPeople.ts';
import { solutionMarks } from '#cards/engagement/solutionParts.ts';
import { readInputs } from '#cards/form/inputs.ts';
import { intlLocale } from '#cards/format.ts';
import { formatAmount } from '#cards/money/formatMoney.ts';
import { offeredPartners, partnerMeant } from '#dialogs/meant/partnerMeant.ts';
import { offeredSolutions } from '#dialogs/meant/solutionMeant.ts';
import { catalogOf, solutionToBring } from '#dialogs/meant/solutionToBring.ts';
import { readPartnerLine } from '#dialogs/reading/line/readPartnerLine.ts';
import type { Contact } from '#domain/referral/referral.ts';
import type { Partner } from '#ports/partners.ts';
import { type DraftContext, type DraftingDeps, presentSolutions } from './draftContext.ts';
import type { Taken } from './taken.ts';

/** Nobody is invited to an assessment (CR-33). */
const kinds = ['own', 'microsoft', 'third-party'] as const;

/** A form of inviting as it was read, and what is offered in it from now on. */
export interface ReadInviting {
  parsed: ParsedDraft;
  inviting?: OpenDraft['inviting'];
}

/** Reads the form of inviting with all that it names looked up: what a card sends is never trusted. */
export async function readInviting(
  deps: DraftingDeps,
  context: DraftContext,
  sent: Readonly<Record<string, unknown>>,
  view: DraftCardView,
): Promise<ReadInviting> {
  const first = parseDraftForm('partners', sent, view);
  const names = first.picked.invite;
  if (!names) return { parsed: first };
  const { invited, inviting } = await lookUp(deps, context, names);
  // The only one that they have is what they bring where nothing else is said; the review shows it.
  if (invited.partner && !invited.further && saysNoSolution(sent)) {
    const [only, ...others] = await catalogOf(deps, invited.partner);
    if (others.length === 0) invited.further = only;
  }
  // Told before it is sent; answered once more, it waits there for whoever comes (CR-30).
  const before = view.problems?.partner;
  const told = before?.code === 'partner-unheard' ? before.values?.partner : undefined;
  const { customer } = view.draft;
  if (invited.partner && told !== invited.partner.name) {
    const { organization, name: partner } = invited.partner;
    const heard = await isInvitationHeard(deps, organization, { customer, contacts: peopleIn(sent) });
    if (!heard) invited.problems.partner = { code: 'partner-unheard', values: { partner } };
  }
  const parsed = parseDraftForm('partners', sent, { ...view, lookedUp: { invited } });
  const invitations = parsed.changes.invitations?.map((one) =>
    one.referralId ? one : { ...one, referralId: deps.newId() },
  );
  const changes = invitations ? { ...parsed.changes, invitations } : parsed.changes;
  return { parsed: { ...parsed, changes }, inviting: parsed.ok ? undefined : inviting };
}

function saysNoSolution(sent: Readonly<Record<string, unknown>>): boolean {
  const { solutions, solution, search } = readInputs(sent, ['solutions', 'solution', 'search']).typed;
  return !solutions && !solution && !search;
}

/** Whom the form names over there. */
function peopleIn(sent: Readonly<Record<string, unknown>>): readonly Contact[] {
  const people = readInvitedPeople(readInputs(sent, ['people']).typed.people ?? '');
  return people.ok ? people.people : [];
}

/** The same for a typed line: what it says stands in the fields of the form. */
function readTypedInviting(
  deps: DraftingDeps,
  context: DraftContext,
  text: string,
  view: DraftCardView,
): Promise<ReadInviting> {
  const { draft, language, locale, today } = view;
  const currency = draft.value?.currency ?? view.usualCurrency;
  const fiscalYearStart = view.options?.fiscalYearStart;
  const line = readPartnerLine(text, { language, locale, today, fiscalYearStart, currency });
  return readInviting(
    deps,
    context,
    {
      partnerName: line.partner,
      value: line.value ? formatAmount(line.value.amount, view) : '',
      currency: line.value?.currency ?? currency ?? '',
      closeDate: line.closeDate ?? draft.closeDate ?? '',
      assistance: line.assistance ?? '',
      solutions: solutionMarks(wantedAtFirst({ guest: 'partner', solutions: draft.solutions ?? [] })),
      people: line.emails.join('\n'),
      locale: intlLocale(view),
    },
    view,
  );
}

async function lookUp(
  deps: DraftingDeps,
  context: DraftContext,
  names: InviteNames,
): Promise<{ invited: InvitedNames; inviting: OpenDraft['inviting'] }> {
  const { turn } = context;
  const wanted = await partnerMeant(deps, turn.organization.id, names);
  const invited = 'partner' in wanted ? wanted.partner : undefined;
  const solution = await solutionToBring(deps, turn, invited, { id: names.solution, text: names.search });
  const problems: DraftProblems = {};
  let partners: readonly Partner[] | undefined;
  if ('problem' in wanted) {
    problems[wanted.problem.field] = wanted.problem.problem;
    partners = wanted.offered;
  }
  if ('microsoft' in wanted) problems.partnerName = { code: 'partner-microsoft' };
  if ('problem' in solution) problems.search = solution.problem;
  const offered = 'problem' in solution ? solution.offered : undefined;
  return {
    invited: {
      partner: 'partner' in wanted ? wanted.partner : undefined,
      further: 'solution' in solution ? solution.solution : undefined,
      problems,
    },
    inviting: { partners, solutions: offered?.map(({ id }) => id) },
  };
}

/** What the form of inviting offers: what may have been meant, else the first ones who are not invited yet. */
export async function invitingIn(
  deps: DraftingDeps,
  context: DraftContext,
  { draft, inviting }: OpenDraft,
): Promise<DraftCardView['inviting']> {
  if (draft.step !== 'partners') return undefined;
  const invited = new Set((draft.invitations ?? []).map(({ organization }) => organization));
  const found = inviting?.partners ?? (await offeredPartners(deps, context.turn.organization.id));
  const ids = inviting?.solutions;
  return {
    partners: found.filter(({ organization }) => !invited.has(organization)),
    solutions: ids
      ? await presentSolutions(deps, context, ids)
      : await offeredSolutions(deps, context.turn, '', kinds),
  };
}

/** What was typed at the step of inviting; nothing typed means that nobody else is invited. */
export async function invitedByText(
  deps: DraftingDeps,
  context: DraftContext,
  text: string,
  view: DraftCardView,
): Promise<Taken> {
  if (text === '') return { changes: {}, done: true };
  const { parsed, inviting } = await readTypedInviting(deps, context, text, view);
  if (parsed.ok) return { changes: parsed.changes };
  const { typed, problems } = parsed;
  return { changes: {}, refused: { partners: { typed: { ...typed }, problems: { ...problems } } }, inviting };
}
