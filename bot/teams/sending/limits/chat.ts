import { type ChatCount, COUNTS_FOR, restOf } from './windows.ts';

/** One conversation as this process knows it: what was sent there, who waits, whether it answers. Milliseconds of `Ticking`. */
export interface Chat {
  /** Calls of the last hour, oldest first. */
  made: number[];
  /** When those that were put off may come back, each its own moment, the next one first. */
  slots: number[];
  /** Calls that wait for their turn here. */
  ahead: number;
  /** Since when a call is under way: one at a time, because Teams refuses what happens at once (412). */
  busySince: number | undefined;
  /** It was told to rest, or hangs. */
  restsUntil: number;
  /** How often in a row it was told to rest, or did not answer. */
  troubles: number;
}

/** So long a call waits here for a conversation; what takes longer is put off. */
export const CHAT_PATIENCE = 1_000;
/** Between two that were put off, so that they do not come back all at once: fewer than a conversation takes. */
const APART = 600;
const FIRST_REST = 1_000;
const LONGEST_REST = 60_000;

export function newChat(): Chat {
  return {
    made: [],
    slots: [],
    ahead: 0,
    busySince: undefined,
    restsUntil: Number.NEGATIVE_INFINITY,
    troubles: 0,
  };
}

/** Milliseconds until a call may leave, as far as it depends on the conversation; 0: now. */
export function restOfChat(chat: Chat, at: number, how: ChatCount): number {
  forget(chat, at);
  const rest = restOf((n) => chat.made.at(-n), at, how);
  return how.urgent ? rest : Math.max(rest, chat.restsUntil - at);
}

/** 0: the call may wait here for its turn. Otherwise it is put off for as many milliseconds, with a moment of its own. */
export function admit(chat: Chat, at: number, how: ChatCount): number {
  if ((chat.slots[0] ?? at + 1) <= at) chat.slots.shift();
  else if (chat.slots.length > 0) return putOff(chat, at, how);
  // Those that wait here already go first, and each takes its time.
  const behind = chat.busySince === undefined ? chat.ahead : chat.ahead + 1;
  const rest = restOfChat(chat, at, how) + (behind * CHAT_PATIENCE) / 6;
  return rest > CHAT_PATIENCE ? putOff(chat, at, how) : 0;
}

/** Hands out the next moment at which there is room, after all that were handed out before. */
export function putOff(chat: Chat, at: number, how: ChatCount): number {
  forget(chat, at);
  const { slots, made } = chat;
  const last = (n: number) => (n <= slots.length ? slots.at(-n) : made.at(slots.length - n));
  const earliest = Math.max(at + CHAT_PATIENCE, chat.restsUntil, (slots.at(-1) ?? at) + APART);
  const slot = earliest + restOf(last, earliest, how);
  slots.push(slot);
  return Math.ceil(slot - at);
}

/** A call left. */
export function madeIn(chat: Chat, at: number): void {
  chat.made.push(at);
}

/** It answered as it should. */
export function recover(chat: Chat): void {
  chat.troubles = 0;
}

/** It rests, for as long as it was told, or longer each time; with jitter, so that not all that hang come back together. */
export function rest(chat: Chat, at: number, told: number | undefined, random: () => number): void {
  chat.troubles++;
  const grown = Math.min(LONGEST_REST, FIRST_REST * 2 ** (chat.troubles - 1)) * (0.6 + 0.4 * random());
  chat.restsUntil = Math.max(chat.restsUntil, at + (told ?? grown));
}

function forget(chat: Chat, at: number): void {
  const first = chat.made.findIndex((one) => one > at - COUNTS_FOR);
  if (first !== 0) chat.made.splice(0, first < 0 ? chat.made.length : first);
}
