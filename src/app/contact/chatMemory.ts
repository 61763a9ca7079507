import { changeDocument } from '#app/store/changeDocument.ts';
import { type Instant, plusHours } from '#domain/values/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { personalPartition } from './personal.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    chat: ChatRecord;
  }
}

/** Something that can be chosen: what it is called, and what choosing it adds to the press that waits. */
export interface QuestionOption {
  words: readonly string[];
  data: Readonly<Record<string, unknown>>;
  /** The button it stands for, where that is another one than the one that waits. */
  verb?: string | undefined;
}

/** Words as the answer: the field into which they go, with the data beside it, behind what was said before. */
export interface WordsWanted {
  field: string;
  data: Readonly<Record<string, unknown>>;
  after?: string | undefined;
}

/** What kind of answer is waited for; `which`: one of the options, `offer`: the same, or anything else; `confirm`: yes or no. */
export type QuestionKind =
  | 'language'
  | 'which'
  | 'offer'
  | 'confirm'
  | 'stage'
  | 'reason'
  | 'person'
  | 'partner'
  | 'note';

/** What somebody was asked: the press that waits, and what the answer can be. */
export interface Question {
  kind: QuestionKind;
  verb: string;
  data: Readonly<Record<string, unknown>>;
  /** In the order of their numbers, the first is 1. */
  options: readonly QuestionOption[];
  /** What is done with words that are none of the options; absent where they are no answer. */
  words?: WordsWanted | undefined;
  /** An answer did not fit, and it was asked once more. */
  again?: true | undefined;
}

/** What was asked and shown in a chat, as far as words can mean it. */
export interface ChatMemory {
  question?: Question | undefined;
  /** The deal that was shown or changed last, and when. */
  focus?: { referralId: string; at: Instant } | undefined;
  /** The deals of the list that was shown last, in its order. */
  rows?: readonly string[] | undefined;
}

interface ChatRecord extends ChatMemory {
  conversationId: string;
  asked?: Instant | undefined;
}

/** Whose chat: what one person was asked in a conversation is nobody else's to answer. */
export interface ChatPlace {
  organization: string;
  personId: string;
  conversationId: string;
}

/** What an answer leaves behind; without a question there is none open from now on. */
export interface ChatNote {
  /** When what was answered came in. */
  at: Instant;
  question?: Question | undefined;
  focus?: string | undefined;
  rows?: readonly string[] | undefined;
}

interface ChatDeps {
  store: DocumentStore;
  clock: Clock;
}

/** Later nobody knows any more what was asked or shown. */
const HOURS_KEPT = 24;
const MOST_ROWS = 50;

/** What was asked and shown in a chat within the last day; nothing where there was nothing. */
export async function readChat({ store, clock }: ChatDeps, place: ChatPlace): Promise<ChatMemory> {
  const document = await store.read<'chat'>(partitionOf(place), chatDocumentId(place));
  const now = clock.now().toISOString();
  if (!document || (document.expiresAt ?? now) <= now) return {};
  const { question, asked = now, focus, rows } = document.body;
  const isOpen = plusHours(asked, HOURS_KEPT) > now;
  const isFresh = focus && plusHours(focus.at, HOURS_KEPT) > now;
  return { question: isOpen ? question : undefined, focus: isFresh ? focus : undefined, rows };
}

/**
 * Writes down what an answer asked and showed: its question takes the place of the one before, which is over even where
 * nothing else was asked. What came in later and was written down sooner stays.
 */
export async function noteChat(deps: ChatDeps, place: ChatPlace, note: ChatNote): Promise<void> {
  const [partition, id] = [partitionOf(place), chatDocumentId(place)];
  await changeDocument<'chat', void>(deps, partition, id, (document) => {
    const before = document?.body;
    const body = noted(before ?? { conversationId: place.conversationId }, note);
    if (before && isSame(before, body)) return { result: undefined };
    if (!before && !body.question && !body.focus && !body.rows) return { result: undefined };
    const expiresAt = plusHours(note.at, HOURS_KEPT);
    return { draft: { partition, id, kind: 'chat', schema: 1, expiresAt, body }, result: undefined };
  });
}

function noted(before: ChatRecord, { at, question, focus, rows }: ChatNote): ChatRecord {
  const later = before.asked !== undefined && before.asked > at;
  const shownLater = before.focus !== undefined && before.focus.at > at;
  return {
    conversationId: before.conversationId,
    ...(later ? { question: before.question, asked: before.asked } : question && { question, asked: at }),
    focus: focus === undefined || shownLater ? before.focus : { referralId: focus, at },
    rows: rows === undefined || shownLater ? before.rows : rows.slice(0, MOST_ROWS),
  };
}

/** Whether nothing is different but the moment at which the same deal was shown again, minutes later. */
function isSame(one: ChatRecord, other: ChatRecord): boolean {
  const plain = ({ focus, ...rest }: ChatRecord) =>
    JSON.stringify({ ...rest, focus: focus && { ...focus, at: focus.at.slice(0, 15) } });
  return plain(one) === plain(other);
}

function partitionOf({ organization, personId }: ChatPlace): string {
  return personalPartition(organization, personId);
}

function chatDocumentId({ conversationId }: ChatPlace): string {
  return `chat:${conversationId}`;
}
