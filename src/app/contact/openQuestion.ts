import { changeDocument } from '#app/store/changeDocument.ts';
import { plusHours } from '#domain/values/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { personalPartition } from './personal.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    question: QuestionRecord;
  }
}

/** What somebody can be asked by a message: the language in which the bot shall speak. */
export type Question = 'language';

/** Whom a question was put to, and in which conversation. */
export interface QuestionTarget {
  organization: string;
  personId: string;
  conversationId: string;
}

interface QuestionRecord {
  conversationId: string;
  question: Question;
}

const QUESTION_ID = 'question';
/** Later nobody knows any more what was asked. */
const HOURS_OPEN = 24;

/** Puts a question to somebody: what they type next there is read as its answer. It takes the place of an earlier one. */
export async function openQuestion(
  deps: { store: DocumentStore; clock: Clock },
  { organization, personId, conversationId }: QuestionTarget,
  question: Question,
): Promise<void> {
  const draft = {
    partition: personalPartition(organization, personId),
    id: QUESTION_ID,
    kind: 'question' as const,
    schema: 1,
    expiresAt: plusHours(deps.clock.now().toISOString(), HOURS_OPEN),
    body: { conversationId, question } satisfies QuestionRecord,
  };
  await changeDocument<'question', void>(deps, draft.partition, draft.id, () => ({
    draft,
    result: undefined,
  }));
}

/** The question that is open with somebody in a conversation; undefined where there is none, or it is a day old. */
export async function questionOf(
  { store, clock }: { store: DocumentStore; clock: Clock },
  { organization, personId, conversationId }: QuestionTarget,
): Promise<Question | undefined> {
  const document = await store.read<'question'>(personalPartition(organization, personId), QUESTION_ID);
  if (document?.body.conversationId !== conversationId) return undefined;
  const over = document.expiresAt !== undefined && document.expiresAt <= clock.now().toISOString();
  return over ? undefined : document.body.question;
}

/** Drops the question that is open with somebody, because it was answered or is wanted no more. */
export async function closeQuestion(
  { store }: { store: DocumentStore },
  { organization, personId }: Pick<QuestionTarget, 'organization' | 'personId'>,
): Promise<void> {
  const document = await store.read(personalPartition(organization, personId), QUESTION_ID);
  if (document) await store.remove(document.partition, document.id, document.etag);
}
