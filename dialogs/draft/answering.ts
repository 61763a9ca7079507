import { z } from 'zod';
import { changeDraft, type OpenDraft, readDraft } from '#app/draft/draftRecord.ts';
import { parseDraftForm } from '#cards/draft/parse.ts';
import type { CustomerChoice, DraftCardView, ParsedDraft } from '#cards/draft/view.ts';
import { say } from '#cards/say.ts';
import type { Press } from '#dialogs/turn/action.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { type DealEntries, type DealStep, dealSteps } from '#domain/draft/draft.ts';
import type { Instant } from '#domain/values/instant.ts';
import { closedDraftAnswer } from './closedDraft.ts';
import { type DraftContext, type DraftingDeps, knowledgeOf, presentSolutions } from './draftContext.ts';
import { type ReadInviting, readInviting } from './inviting.ts';
import { offeredCustomers, offeredSolutionsFor } from './lookups.ts';
import { draftContextOrWhyNot } from './rights.ts';
import { formHere } from './sendForm.ts';
import { askedAgain, atNextStep, type Knowledge, withEntries } from './steps.ts';
import { customerChoiceOf, viewOf } from './view.ts';

const draftData = z.looseObject({ draft: z.string().min(1).max(200), step: z.enum(dealSteps).optional() });

/** A press on a card of the draft that its person is working on. */
export interface DraftPress {
  context: DraftContext;
  open: OpenDraft;
  /** Of the pressed card. */
  step: DealStep | undefined;
}

/** The draft that a press is about; else what became of it, or why the presser may not create deals. */
export async function draftOfPress(
  deps: DraftingDeps,
  press: Press,
): Promise<DraftPress | { answer: Answer }> {
  const { turn } = press;
  const parsed = draftData.safeParse(press.data);
  if (!parsed.success) return { answer: { text: say(turn.reader.language, 'notice.oldButton') } };
  const found = await draftContextOrWhyNot(deps, turn);
  if ('answer' in found) return found;
  const { context } = found;
  // The person comes from the turn: nobody reaches a draft of somebody else by its id.
  const open = await readDraft(deps, context.owner);
  const { draft, step } = parsed.data;
  if (open?.draft.id !== draft || open.cancelled) {
    return { answer: await closedDraftAnswer(deps, context, draft) };
  }
  return { context, open, step };
}

type Outcome =
  | { kind: 'over' }
  /** The form was answered before. */
  | { kind: 'answered'; open: OpenDraft; added: boolean }
  /** The next form, or the same once more: refused, or with what was looked for. */
  | { kind: 'taken'; open: OpenDraft };

/** Takes the answer of a form and goes on; a form that was answered before changes nothing that was answered. */
export async function answerForm(deps: DraftingDeps, press: Press): Promise<Answer> {
  const found = await draftOfPress(deps, press);
  if ('answer' in found) return found.answer;
  const { context, open } = found;
  const step = found.step ?? open.draft.step;
  const view = await viewOf(deps, context, { ...open, draft: { ...open.draft, step } });
  const { parsed, inviting } = await readForm(deps, context, step, press.data, view);
  const looked = inviting ? { inviting } : await lookFor(deps, context, parsed);
  const knowledge = await knowledgeOf(deps, context, open.draft.customer, parsed.changes.customer);
  const outcome = await changeDraft<Outcome>(deps, context.owner, (current, now) => {
    if (!current || current.draft.id !== open.draft.id || current.cancelled)
      return { next: 'same', result: { kind: 'over' } };
    return taken(current, now, { step, parsed, looked, knowledge });
  });
  switch (outcome.kind) {
    case 'over':
      return closedDraftAnswer(deps, context, open.draft.id);
    case 'answered': {
      const resultLine = outcome.added ? say(context.turn.reader.language, 'create.added') : undefined;
      return formHere(deps, context, outcome.open, resultLine);
    }
    case 'taken':
      return formHere(deps, context, outcome.open);
    default:
      return outcome satisfies never;
  }
}

interface Sent {
  step: DealStep;
  parsed: ParsedDraft;
  looked: Partial<OpenDraft> | undefined;
  knowledge: Knowledge;
}

function taken(current: OpenDraft, now: Instant, { step, parsed, looked, knowledge }: Sent) {
  const { draft } = current;
  if (step !== draft.step) {
    const missing = withoutGiven(parsed.changes, draft);
    const filled = withEntries(current, missing);
    // An empty form says no to nothing, and the same form once more says nothing new.
    const added = JSON.stringify(filled.draft) !== JSON.stringify(draft);
    const open = { ...filled, touchedAt: now };
    return { next: added ? open : ('same' as const), result: { kind: 'answered' as const, open, added } };
  }
  const entered = withEntries({ ...current, touchedAt: now, fromLine: [] }, parsed.changes);
  if (!parsed.ok || looked) {
    const { typed } = parsed;
    const problems = parsed.ok ? {} : { ...parsed.problems };
    const again = { ...askedAgain(entered, { typed: { ...typed }, problems }), ...looked };
    return { next: again, result: { kind: 'taken' as const, open: again } };
  }
  const open = atNextStep(entered, knowledge, parsed.picked.another ? step : undefined);
  return { next: open, result: { kind: 'taken' as const, open } };
}

/** What an older form has for entries that nobody gave yet. */
function withoutGiven(changes: DealEntries, draft: DealEntries): DealEntries {
  const missing = (Object.keys(changes) as (keyof DealEntries)[]).filter(
    (entry) => changes[entry] !== undefined && draft[entry] === undefined,
  );
  return Object.fromEntries(missing.map((entry) => [entry, changes[entry]]));
}

/** Reads the form; ids that were picked are looked up, because what a card sends is never trusted. */
async function readForm(
  deps: DraftingDeps,
  context: DraftContext,
  step: DealStep,
  data: Press['data'],
  view: DraftCardView,
): Promise<ReadInviting> {
  if (step === 'partners') return readInviting(deps, context, data, view);
  const parsed = parseDraftForm(step, data, view);
  const { customerId, solutionIds } = parsed.picked;
  if (customerId === undefined && solutionIds === undefined) return { parsed };
  const entry = customerId === undefined ? undefined : await deps.customers.byId(customerId);
  const customer: CustomerChoice | undefined = entry && customerChoiceOf(entry);
  const solutions = await presentSolutions(deps, context, (solutionIds ?? []).slice(0, 100));
  return { parsed: parseDraftForm(step, data, { ...view, lookedUp: { customer, solutions } }) };
}

async function lookFor(
  deps: DraftingDeps,
  context: DraftContext,
  { picked }: ParsedDraft,
): Promise<Partial<OpenDraft> | undefined> {
  const { searchCustomer, searchSolution } = picked;
  if (searchCustomer) return { customers: (await offeredCustomers(deps, context, searchCustomer)).offered };
  if (searchSolution)
    return { solutions: (await offeredSolutionsFor(deps, context, searchSolution)).offered };
  return undefined;
}

/** What a form holds that is right and new, when it is left by another button than *Next*. */
export async function keptOf(
  deps: DraftingDeps,
  press: Press,
  { context, open, step }: DraftPress,
): Promise<DealEntries> {
  // Nobody is invited by a button that is not for it.
  if (step === undefined || step !== open.draft.step || step === 'partners') return {};
  const view = await viewOf(deps, context, open);
  const { changes } = (await readForm(deps, context, step, press.data, view)).parsed;
  const { draft } = open;
  const news = (Object.keys(changes) as (keyof DealEntries)[]).filter(
    (entry) => JSON.stringify(changes[entry]) !== JSON.stringify(draft[entry]),
  );
  return Object.fromEntries(news.map((entry) => [entry, changes[entry]]));
}
