import { deciderName } from '#app/contact/people.ts';
import { keepPosted } from '#app/notice/postedMessages.ts';
import { whyTold } from '#app/notice/recipients.ts';
import { answerCard } from '#cards/deal/answer/answer.card.ts';
import { strong } from '#cards/deal/answer/sentence.ts';
import { clip, oneLine } from '#cards/outside.ts';
import { rejectionLine } from '#cards/referral/parts/rejection.ts';
import { say } from '#cards/say.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { DealDeps } from './action.ts';
import type { CardAnswer } from './answer.ts';
import { type CardDeps, type CardExtras, cardForPresser } from './dealCardAnswer.ts';
import type { Turn } from './turn.ts';
import type { DealUndoing, Undoing } from './undoOf.ts';

/** What is said of something that was done with a deal, in the reader's language. */
export interface SaidAnswer {
  /** On the deal's card; in a line behind the customer's name. */
  resultLine?: string | undefined;
  /** In a line, where it has a sentence of its own: it names the customer. */
  sentence?: string | undefined;
  /** What takes it back, where something does. */
  undo?: Undoing | DealUndoing | undefined;
}

/**
 * A deal's card, with what is said on it. What was typed, and what was pressed elsewhere than on a deal's card, is said in
 * one line instead, unless the card itself was asked for or has a form to be filled in; then it is kept true where it stands.
 */
export async function cardOrLine(
  deps: DealDeps,
  turn: Turn,
  referral: Referral,
  { sentence, undo, ...extras }: Omit<CardExtras, 'undo'> & SaidAnswer = {},
): Promise<CardAnswer> {
  const line =
    turn.inLine && !extras.form ? await lineOf(deps, turn, referral, { sentence, ...extras }) : undefined;
  if (line !== undefined) {
    const open = { referral: referral.id };
    const card = answerCard({ language: turn.reader.language, sentence: line, undo, open });
    return { card, undo, about: referral.id };
  }
  const form = extras.form !== undefined;
  const shown = (activityId: string) => keptTrue(deps, turn, referral, { activityId, form });
  // A heart and a mute have a place of their own on the card, where they are taken back.
  const onCard = isDealUndoing(undo) ? { undo: undo.data } : {};
  const card = await cardForPresser(deps, turn, referral, { ...extras, ...onCard });
  // A message that shows now a list, now a deal, is no copy of its card.
  return { card, undo, about: referral.id, ...(!turn.from && { shown }) };
}

function isDealUndoing(undo: Undoing | undefined): undo is DealUndoing {
  return undo?.verb === 'deal.undo';
}

/** How a line names a deal: by its customer, else by its name. */
export function customerInLine({ customer, name }: Pick<Referral, 'customer' | 'name'>): string {
  const named = [customer.name, name].map((text) => oneLine(text)).find(Boolean);
  return strong(clip(named ?? '…', 100));
}

async function lineOf(
  deps: CardDeps,
  { reader }: Turn,
  referral: Referral,
  {
    sentence,
    resultLine,
    rejection,
  }: Pick<CardExtras, 'resultLine' | 'rejection'> & Pick<SaidAnswer, 'sentence'>,
): Promise<string | undefined> {
  if (sentence !== undefined) return sentence;
  const decider = rejection && (await deciderName(deps, referral));
  const at = deps.clock.now().toISOString();
  const said = rejection
    ? rejectionLine({ ...reader, rejection, referral, deciderName: decider, at })
    : resultLine;
  return said && say(reader.language, 'answer.of', { customer: customerInLine(referral), said });
}

/** The card was posted as a message of its own in somebody's chat: it is the one there from now on. */
async function keptTrue(
  deps: DealDeps,
  { organization, person, contactId, audience }: Turn,
  referral: Referral,
  { activityId, form }: { activityId: string; form: boolean },
): Promise<void> {
  if (audience !== 'personal' || !contactId) return;
  const card = { organization: organization.id, referralId: referral.id, contactId, activityId };
  const whyOwn = (present: Referral) => whyTold(deps, organization, present, person);
  // It stands there whatever becomes of this: a later press adopts it.
  await keepPosted(deps, card, { revision: referral.revision, form }, whyOwn).catch(() => undefined);
  deps.wake();
}
