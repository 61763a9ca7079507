import {
  type ChatMemory,
  type ChatNote,
  type ChatPlace,
  noteChat,
  readChat,
} from '#app/contact/chatMemory.ts';
import { isMoved, type Turn } from '#dialogs/turn/turn.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';

/** What was asked and shown in chats. */
export interface Chats {
  /** In the chat of this turn, with all that this process is still writing down. */
  of(turn: Turn): Promise<ChatMemory>;
  /** Writes down what an answer asked and showed, where it was answered. */
  note(turn: Turn, note: Omit<ChatNote, 'at'> & { at?: string }): Promise<void>;
}

export function createChats(deps: { store: DocumentStore; clock: Clock }): Chats {
  // Whoever types at once means what stands there, which is written down after it was answered.
  const writing = new Map<string, Promise<void>>();
  const write = (place: ChatPlace, note: ChatNote): Promise<void> => {
    const key = keyOf(place);
    const before = writing.get(key) ?? Promise.resolve();
    const own = before.catch(() => undefined).then(() => noteChat(deps, place, note));
    writing.set(key, own);
    const forget = () => {
      if (writing.get(key) === own) writing.delete(key);
    };
    own.then(forget, forget);
    return own;
  };
  return {
    async of(turn) {
      const place = placeOf(turn);
      await writing.get(keyOf(place))?.catch(() => undefined);
      return readChat(deps, place);
    },
    async note(turn, { at = deps.clock.now().toISOString(), ...note }) {
      await Promise.all(placesOf(turn).map((place) => write(place, { ...note, at })));
    },
  };
}

/** What is for one person is answered in their own chat, or beside what they typed where Teams can do that. */
function placesOf(turn: Turn): ChatPlace[] {
  const place = placeOf(turn);
  const own = isMoved(turn) ? turn.person.chat?.conversationId : undefined;
  return own === undefined ? [place] : [place, { ...place, conversationId: own }];
}

function placeOf({ organization, person, conversation: { conversationId } }: Turn): ChatPlace {
  return { organization: organization.id, personId: person.personId, conversationId };
}

function keyOf({ personId, conversationId }: ChatPlace): string {
  return `${personId} ${conversationId}`;
}
