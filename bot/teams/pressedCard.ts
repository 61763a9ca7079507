import {
  adoptPosted,
  formClosed,
  formOpened,
  keepPosted,
  type PostedCard,
} from '#app/notice/postedMessages.ts';
import { whyTold } from '#app/notice/recipients.ts';
import { noteUndo } from '#bot/dispatch/undoing.ts';
import type { ActionDeps, VerbRow } from '#bot/dispatch/verbs.ts';
import type { Log } from '#bot/telemetry/log.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { inPersonalChat, isMoved, type Turn } from '#dialogs/turn/turn.ts';
import type { Instant } from '#domain/values/instant.ts';
import { somethingWritten } from './changes.ts';

/** A press with its answer. */
export interface AnsweredPress {
  turn: Turn;
  row: VerbRow;
  /** The button's data and the inputs, unchecked. */
  data: Readonly<Record<string, unknown>>;
  answer: Answer;
  /** When it came in. */
  at: Instant;
}

/**
 * The card that was pressed is left alone while the form on it is open. To be waited for before the answer leaves: news
 * may come the moment after it, and replace what is being typed. Throws nothing.
 */
export async function beforeAnswer(deps: ActionDeps, log: Log, press: AnsweredPress): Promise<void> {
  const card = withForms(press);
  if (card && opensForm(press)) await formOpened(deps, card).catch(warnOfForm(log));
}

/**
 * What nobody waits for, begun when the answer has left: no form is open on the card any more, and it is kept true from
 * now on, and what it showed is what is meant by *it*. `deps` with the store itself, since the store of the turn knows nothing of what comes after it. Throws nothing.
 */
export function afterAnswer(deps: ActionDeps, log: Log, press: AnsweredPress): void {
  // Whoever types the moment after it waits for that.
  if (!press.row.byItself) {
    setImmediate(() => deps.chats.note(press.turn, noteOf(press)).catch(warnOfChat(log)));
  }
  if (opensForm(press)) return;
  const [card, toAdopt, below] = [withForms(press), adoptable(press), postedBelow(press)];
  const undo = 'card' in press.answer && (press.answer.undo ?? press.answer.undone) && press.answer;
  if (!card && !toAdopt && !below && !undo) return;
  const at = deps.clock.now();
  const [why, whyBelow] = [press.turn, inPersonalChat(press.turn)].map((turn) => whyOwn(deps, turn));
  setImmediate(async () => {
    if (undo) await noteUndo(deps, press.turn, undo).catch(warnOfUndo(log));
    if (card) await formClosed(deps, card, at).catch(warnOfForm(log));
    if (toAdopt) await adoptPosted(deps, toAdopt, why).catch(warnOfCopy(log));
    if (below) await keepPosted(deps, below, { ...below, form: false }, whyBelow).catch(warnOfCopy(log));
    // Where nothing was written nothing became due, and looking for it is a query over all organizations.
    if (somethingWritten()) deps.wake();
  });
}

// What was pressed is done, whatever becomes of what is noted about its message.
const warnOfForm = (log: Log) => (err: unknown) => log.warn({ event: 'notice.hold', err });
const warnOfChat = (log: Log) => (err: unknown) => log.warn({ event: 'chat.note', err });
const warnOfUndo = (log: Log) => (err: unknown) => log.warn({ event: 'undo.note', err });
const warnOfCopy = (log: Log) => (err: unknown) => log.warn({ event: 'notice.adopt', err });

/** What was asked and shown: of a press about a deal that deal, unless its answer is about another one. */
function noteOf({ data, answer, at }: AnsweredPress): Parameters<ActionDeps['chats']['note']>[1] {
  const pressed = typeof data.referral === 'string' ? data.referral : undefined;
  if (!('card' in answer)) return { at, focus: pressed };
  return { at, question: answer.asks, focus: answer.about ?? pressed, rows: answer.rows };
}

function opensForm({ answer }: AnsweredPress): boolean {
  return 'card' in answer && answer.open === true;
}

/** The copy of a deal's card that was pressed, or a message that may be one. */
function pressedCard({ turn, row, data }: AnsweredPress): PostedCard | undefined {
  const { replyToId: activityId, contactId, organization } = turn;
  const { referral: referralId } = data;
  // What is answered in the personal chat was pressed on a message of the channel.
  if (!row.card || !activityId || !contactId || isMoved(turn)) return undefined;
  if (typeof referralId !== 'string') return undefined;
  return { organization: organization.id, referralId, contactId, activityId };
}

/** The same where forms are put off for: a channel's card never shows one. */
function withForms(press: AnsweredPress): PostedCard | undefined {
  return press.turn.audience === 'personal' ? pressedCard(press) : undefined;
}

/** The pressed message that is kept true from now on, even if its first send was never confirmed. */
function adoptable(press: AnsweredPress): PostedCard | undefined {
  const { turn, data } = press;
  // A message that shows a list now and then, a reminder, one of news, a line and the list of what is muted are no copies.
  return turn.from || data.from === 'reminder' || data.on !== undefined ? undefined : pressedCard(press);
}

/** The card that was posted in the presser's own chat, wherever they pressed. */
function postedBelow({ turn, data, answer }: AnsweredPress): (PostedCard & { revision: number }) | undefined {
  const { contactId = '', organization } = inPersonalChat(turn);
  const { referral: referralId } = data;
  if (!('posted' in answer) || !answer.posted || typeof referralId !== 'string') return undefined;
  return { organization: organization.id, referralId, contactId, ...answer.posted };
}

/** Why a person in their own chat may see a deal: then a card of which nobody was told is kept true as well. */
function whyOwn(
  deps: ActionDeps,
  { audience, organization, person }: Turn,
): Parameters<typeof adoptPosted>[2] {
  return audience === 'personal' ? (referral) => whyTold(deps, organization, referral, person) : undefined;
}
