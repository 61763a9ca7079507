import { changeDocument } from '#app/store/changeDocument.ts';
import { plusHours } from '#domain/values/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { personalPartition } from './personal.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    done: DoneRecord;
  }
}

/** Something that somebody did, by the press that takes it back. */
export interface Done {
  conversationId: string;
  verb: string;
  data: Readonly<Record<string, unknown>>;
}

/** What one person did last in their chats, the newest last. */
interface DoneRecord {
  done: readonly Done[];
}

interface DoneDeps {
  store: DocumentStore;
  clock: Clock;
}

/** Whose, and in which conversation. */
export interface DoneBy {
  organization: string;
  personId: string;
  conversationId: string;
}

const DONE_ID = 'done';
const MOST_DONE = 8;
/** Later nobody knows any more what they would take back. */
const HOURS_KEPT = 24;

/** Notes what somebody did, so that typing *undo* in the same conversation finds it. The same again is the newest. */
export async function noteDone(deps: DoneDeps, by: DoneBy, { verb, data }: Omit<Done, 'conversationId'>) {
  await change(deps, by, (known) => {
    const one = { conversationId: by.conversationId, verb, data };
    return [...known.filter((other) => !isSame(other, one)), one].slice(-MOST_DONE);
  });
}

/** Forgets what somebody did and has taken back by its button. */
export async function forgetDone(deps: DoneDeps, by: DoneBy, { verb, data }: Omit<Done, 'conversationId'>) {
  const fields = Object.entries(data);
  const isIt = (one: Done) => one.verb === verb && fields.every(([key, value]) => one.data[key] === value);
  await change(deps, by, (known) => (known.some(isIt) ? known.filter((one) => !isIt(one)) : known));
}

/** Takes what somebody did last in a conversation out of what is noted; undefined where there is nothing. */
export function takeLastDone(deps: DoneDeps, by: DoneBy): Promise<Done | undefined> {
  const isHere = ({ conversationId }: Done) => conversationId === by.conversationId;
  return change(deps, by, (known) => {
    const last = known.findLastIndex(isHere);
    return last < 0 ? known : known.toSpliced(last, 1);
  }).then(({ before }) => before.findLast(isHere));
}

async function change(
  { store, clock }: DoneDeps,
  { organization, personId }: DoneBy,
  next: (known: readonly Done[]) => readonly Done[],
): Promise<{ before: readonly Done[] }> {
  const partition = personalPartition(organization, personId);
  return changeDocument<'done', { before: readonly Done[] }>(
    { store, clock },
    partition,
    DONE_ID,
    (document) => {
      const now = clock.now().toISOString();
      const over = document?.expiresAt !== undefined && document.expiresAt <= now;
      const before = over ? [] : (document?.body.done ?? []);
      const done = next(before);
      if (done === before) return { result: { before } };
      const expiresAt = plusHours(now, HOURS_KEPT);
      return {
        draft: { partition, id: DONE_ID, kind: 'done', schema: 1, expiresAt, body: { done } },
        result: { before },
      };
    },
  );
}

function isSame(one: Done, other: Done): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
