import { changeDraft, type OpenDraft, readDraft } from '#app/draft/draftRecord.ts';
import { startCard } from '#cards/draft/start/start.card.ts';
import { explanation } from '#cards/general/explanation.ts';
import { say, type TextKey } from '#cards/say.ts';
import { readText } from '#dialogs/reading/draft/readText.ts';
import { readStepWord, type StepWord } from '#dialogs/reading/readStepWord.ts';
import { readTerm } from '#dialogs/reading/said/questions/explained.ts';
import { asksAboutForm } from '#dialogs/reading/said/questions/formQuestion.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import { type DealStep, dealSteps } from '#domain/draft/draft.ts';
import { cancelDraft, stepBack, stepTo } from './changeStep.ts';
import { createFromDraft } from './creating.ts';
import { type DraftContext, type DraftingDeps, knowledgeOf } from './draftContext.ts';
import { invitedByText } from './inviting.ts';
import { draftContextOrWhyNot } from './rights.ts';
import { formAfterText, formHere } from './sendForm.ts';
import { askedAgain, atNextStep, withEntries } from './steps.ts';
import type { Taken } from './taken.ts';
import { lookUpNamed, textContextOf } from './understandLine.ts';
import { viewOf } from './view.ts';

const helpTexts = {
  customer: 'create.help.customer',
  details: 'create.help.details',
  team: 'create.help.team',
  solutions: 'create.help.solutions',
  selling: 'create.help.selling',
  review: 'create.help.review',
  partners: 'create.help.partners',
} satisfies Record<string, TextKey>;

/** Typed text answers a draft that was worked on within a day; later it may be about anything. */
const ACTIVE = 24 * 3_600_000;
const LONGEST = 20_000;

/** The draft that typed text of this turn may be about: in the personal chat only, because of what is shown there. */
async function draftOf(
  deps: DraftingDeps,
  turn: Turn,
): Promise<{ context: DraftContext; open: OpenDraft; active: boolean } | undefined> {
  if (turn.conversation.kind !== 'personal' || !turn.member) return undefined;
  const owner = { organization: turn.organization.id, personId: turn.person.personId };
  const open = await readDraft(deps, owner);
  if (!open || open.cancelled) return undefined;
  const found = await draftContextOrWhyNot(deps, turn);
  if ('answer' in found) return undefined;
  const active = deps.clock.now().getTime() - Date.parse(open.touchedAt) < ACTIVE;
  return { context: found.context, open, active };
}

/**
 * Takes typed text as the answer of the draft that is being worked on; false where there is none. `unless`: the text says
 * something else as well, and is taken only where it answers what is asked.
 */
export async function answerText(
  deps: DraftingDeps,
  turn: Turn,
  text: string,
  { unless }: { unless: boolean },
): Promise<boolean> {
  const found = await draftOf(deps, turn);
  const typed = text.trim().slice(0, LONGEST);
  if (!found || typed === '') return false;
  const { context, open, active } = found;
  if (!active && unless) return false;
  if (!active) {
    await deps.personally.send(turn, startCard({ ...turn.reader, kind: 'waiting', draft: open.draft }));
    return true;
  }
  const line = answerToQuestion(context, open, typed);
  if (line !== undefined) {
    await formAfterText(deps, context, open, line);
    return true;
  }
  const word = readStepWord(typed);
  if (!word) return answered(deps, context, open, typed, unless);
  await moved(deps, context, open, word);
  return true;
}

/** What is asked in this chat of the draft that is being worked on; undefined where there is none. */
export async function askedStep(deps: DraftingDeps, turn: Turn): Promise<DealStep | undefined> {
  const found = await draftOf(deps, turn);
  return found?.active ? found.open.draft.step : undefined;
}

/** What a question inside the form is answered with: what a word means, or the help of the step; undefined for all else. */
function answerToQuestion({ turn }: DraftContext, { draft }: OpenDraft, text: string): string | undefined {
  const { language } = turn.reader;
  const term = readTerm(text);
  if (term) return explanation(term, language);
  return asksAboutForm(text) ? say(language, helpTexts[draft.step]) : undefined;
}

/** `cancel` as a command: calls the draft off that is being worked on; false where there is none. */
export async function cancelText(deps: DraftingDeps, turn: Turn): Promise<boolean> {
  const found = await draftOf(deps, turn);
  if (!found?.active) return false;
  await moved(deps, found.context, found.open, 'cancel');
  return true;
}

/** `help` as a command: what can be said at the present step; undefined where no draft is being worked on. */
export async function helpOnStep(deps: DraftingDeps, turn: Turn): Promise<Answer | undefined> {
  const found = await draftOf(deps, turn);
  if (!found?.active) return undefined;
  const { context, open } = found;
  return formHere(deps, context, open, say(turn.reader.language, helpTexts[open.draft.step]));
}

async function moved(
  deps: DraftingDeps,
  context: DraftContext,
  open: OpenDraft,
  word: StepWord,
): Promise<void> {
  const { language } = context.turn.reader;
  const { step } = open.draft;
  switch (word) {
    case 'cancel': {
      const answer = await cancelDraft(deps, context, open);
      return sendCard(deps, context, answer);
    }
    case 'help':
      return formAfterText(deps, context, open, say(language, helpTexts[step]));
    case 'back': {
      const back = await stepBack(deps, context, open, {});
      return formAfterText(deps, context, back.open, back.resultLine);
    }
    case 'review':
    case 'next':
    case 'skip': {
      const next = await stepTo(deps, context, open, undefined);
      const stays = next.draft.step === step;
      return formAfterText(deps, context, next, stays ? say(language, helpTexts[step]) : undefined);
    }
    default:
      return word satisfies never;
  }
}

/**
 * `invite …` as a command: opens the step of partners in the draft that is being worked on, with what was typed;
 * undefined where there is none.
 */
export async function inviteIntoDraft(
  deps: DraftingDeps,
  turn: Turn,
  text: string,
): Promise<Answer | undefined> {
  const found = await draftOf(deps, turn);
  if (!found?.active) return undefined;
  const { context, open } = found;
  const there = await stepTo(deps, context, open, 'partners');
  const taken = text === '' ? undefined : await understood(deps, context, there, text);
  if (typeof taken !== 'object') return formHere(deps, context, there);
  return formHere(deps, context, taken.next, taken.resultLine);
}

async function answered(
  deps: DraftingDeps,
  context: DraftContext,
  open: OpenDraft,
  text: string,
  unless: boolean,
): Promise<boolean> {
  const taken = await understood(deps, context, open, text, unless);
  if (taken === 'nothing') return false;
  if (taken === 'create') await created(deps, context, open);
  else await formAfterText(deps, context, taken.next, taken.resultLine);
  return true;
}

/**
 * The draft with what was typed taken in; `create`: that was to create the deal. `nothing`: it answers nothing, and is left
 * alone because it says something else.
 */
async function understood(
  deps: DraftingDeps,
  context: DraftContext,
  open: OpenDraft,
  text: string,
  unless = false,
): Promise<{ next: OpenDraft; resultLine: string | undefined } | 'create' | 'nothing'> {
  const { turn, owner } = context;
  const { language } = turn.reader;
  const { step } = open.draft;
  const reading = readText(text, await textContextOf(deps, context, open));
  if (reading.create) return 'create';
  const taken =
    reading.partnerText === undefined
      ? await lookUpNamed(deps, context, reading)
      : await invitedByText(deps, context, reading.partnerText, await viewOf(deps, context, open));
  const knowledge = await knowledgeOf(deps, context, open.draft.customer, taken.changes.customer);
  const useless = isUseless(taken);
  if (useless && unless) return 'nothing';
  const next = await changeDraft<OpenDraft>(deps, owner, (current, now) => {
    if (current?.draft.id !== open.draft.id) return { next: 'same', result: open };
    const entered = withEntries({ ...current, touchedAt: now, fromLine: [] }, taken.changes);
    // What was wrong with a customer is over as soon as another one is looked for.
    const { customer: over, ...others } = entered.refused ?? {};
    const before = taken.customers || !over ? others : { ...others, customer: over };
    const refused = { ...before, ...taken.refused };
    const { customers = entered.customers, solutions = entered.solutions, inviting } = taken;
    const again = { ...askedAgain(entered, refused[step]), refused, customers, solutions, inviting };
    const goes = !taken.open && !useless && !taken.refused?.[step];
    // The review has no fields: what could not be used there is put right at its own step.
    const [lacking] = step === 'review' ? dealSteps.filter((one) => taken.refused?.[one]) : [];
    const moved = goes ? atNextStep({ ...entered, refused }, knowledge, lacking) : again;
    return { next: moved, result: moved };
  });
  const help = useless ? say(language, helpTexts[step]) : undefined;
  const resultLine = [taken.resultLine, help].filter(Boolean).join(' ') || undefined;
  return { next, resultLine };
}

function isUseless({ changes, refused, customers, solutions, done }: Taken): boolean {
  if (done) return false;
  const said = Object.keys(changes).length > 0 || Object.values(refused ?? {}).some(Boolean);
  return !said && !customers && !solutions;
}

async function created(deps: DraftingDeps, context: DraftContext, open: OpenDraft): Promise<void> {
  const { turn } = context;
  const commandId = `${turn.conversation.threadId}|${turn.activityId}|deal.create`;
  const answer = await createFromDraft(deps, context, open, commandId);
  if (!('card' in answer)) {
    await turn.reply(answer);
    return;
  }
  await sendCard(deps, context, answer);
}

/** A card at the end of the chat, and whoever made it learns where it stands. */
async function sendCard(deps: DraftingDeps, { turn }: DraftContext, answer: Answer): Promise<void> {
  if (!('card' in answer)) return;
  const activityId = await deps.personally.send(turn, answer.card);
  if (activityId) await answer.shown?.(activityId);
}
