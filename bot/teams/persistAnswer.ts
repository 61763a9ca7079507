import type { Activity } from 'botbuilder';
import { verbRow } from '#bot/dispatch/verbs.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import { toActivity } from './outgoing.ts';
import type { Connector } from './sending/connector.ts';

/**
 * Makes the answer to a press on a card what the message itself shows; without that it is gone at the next reload. Does
 * not wait: the presser has the answer already.
 */
export type PersistAnswer = (turn: Turn, verb: string, answer: Answer) => void;

export function createPersistAnswer(connector: Pick<Connector, 'update'>): PersistAnswer {
  // One edit of a message at a time, and then the last one: an earlier card must not end up over a later one.
  const waiting = new Map<string, Partial<Activity> | undefined>();
  const run = async (turn: Turn, id: string, activity: Partial<Activity>): Promise<void> => {
    const { serviceUrl, conversationId, tenantId } = turn.conversation;
    let next: Partial<Activity> | undefined = activity;
    while (next) {
      waiting.set(id, undefined);
      // A message that can't be edited any more was answered all the same.
      await connector.update(serviceUrl, conversationId, id, next, { tenantId }).catch(() => undefined);
      next = waiting.get(id);
    }
    waiting.delete(id);
  };
  return (turn, verb, answer) => {
    const id = turn.replyToId;
    if (!id || turn.conversation.kind !== 'personal' || !('card' in answer) || answer.open) return;
    if (!verbRow(verb)?.inList && !turn.from && !turn.inLine) return;
    const activity = toActivity({ card: answer.card });
    if (waiting.has(id)) waiting.set(id, activity);
    else void run(turn, id, activity).then(() => answer.shown?.(id));
  };
}
