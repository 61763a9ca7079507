import type { Referral } from '#domain/referral/referral.ts';
import type { SyncField, SyncRefusal, Unsynced } from '#domain/referral/unsynced.ts';
import { same } from '#domain/values/canonical.ts';
import type { Instant } from '#domain/values/instant.ts';
import { isPlain, unsyncedItem, withoutUnsynced, withTheirs } from './differences.ts';
import { ownership } from './ownership.ts';

interface ByPerson {
  by: string;
  at: Instant;
}

interface Seen {
  /** The revision that they looked at: what changed since then is nothing that they could mean. */
  seen?: number | undefined;
}

/** What can happen to what is not in Partner Center yet. */
export type SyncCommand =
  /** *Entered*: somebody typed it in there. */
  | (ByPerson & Seen & { type: 'sync.enter'; fields: readonly SyncField[] })
  /** Which of two values counts, where both sides changed a field. */
  | (ByPerson & Seen & { type: 'sync.settle'; field: SyncField; keep: 'ours' | 'theirs' })
  /** What Partner Center refused is given up: its own value counts, and what has none stays here alone. */
  | (ByPerson & Seen & { type: 'sync.drop'; field: SyncField })
  /** What Partner Center refused is sent once more. */
  | (ByPerson & { type: 'sync.retry' })
  /** The connection brought it there. */
  | {
      type: 'sync.sent';
      at: Instant;
      fields: readonly SyncField[];
      /** Of a new deal: its id and its engagement's there. */
      created?: { id: string; engagementId?: string | undefined } | undefined;
    }
  /** Partner Center did not take it. */
  | { type: 'sync.refuse'; at: Instant; fields: readonly SyncField[]; refusal: SyncRefusal };

/**
 * `sync-nothing`: there is nothing of that kind any more, so somebody or something was faster. `changed-meanwhile`: what
 * they looked at may be what stood here before.
 */
export type SyncRejection = 'sync-nothing' | 'changed-meanwhile';

export type SyncDecision =
  | { ok: true; state: Referral; changed: boolean }
  | { ok: false; rejection: SyncRejection };

/** Decides what becomes of what is not in Partner Center yet. Nothing here is sent: see `sendable`. */
export function decideSync(state: Referral, command: SyncCommand): SyncDecision {
  const after = next(state, command);
  if (!after || same(after, state)) return { ok: false, rejection: 'sync-nothing' };
  const isOld = 'seen' in command && command.seen !== undefined && command.seen !== state.revision;
  return isOld ? { ok: false, rejection: 'changed-meanwhile' } : { ok: true, state: after, changed: true };
}

/** What the connection can send now: what its API takes, what is not in question and what was not refused. */
export function sendable({ unsynced = [] }: Pick<Referral, 'unsynced'>): readonly SyncField[] {
  return unsynced
    .filter(({ field, conflict, refused }) => ownership[field].way === 'sent' && !conflict && !refused)
    .map(({ field }) => field);
}

/** Undefined where there is nothing of the kind that the command is about. */
function next(state: Referral, command: SyncCommand): Referral | undefined {
  switch (command.type) {
    case 'sync.enter':
      return withoutUnsynced(state, command.fields);
    case 'sync.sent':
      return withoutUnsynced(linkedWith(state, command.created), command.fields);
    case 'sync.settle': {
      const item = unsyncedItem(state, command.field);
      if (!item?.conflict) return undefined;
      return command.keep === 'theirs' ? asThere(state, item) : withItem(state, open(item));
    }
    case 'sync.drop': {
      const item = unsyncedItem(state, command.field);
      return item?.refused && asThere(state, item);
    }
    case 'sync.retry':
      return withItems(state, (item) => (item.refused ? open(item) : item));
    case 'sync.refuse': {
      const { fields, refusal: refused } = command;
      return withItems(state, (item) => (fields.includes(item.field) ? { ...item, refused } : item));
    }
    default:
      return command satisfies never;
  }
}

function linkedWith(
  state: Referral,
  created: Extract<SyncCommand, { type: 'sync.sent' }>['created'],
): Referral {
  if (!created) return state;
  const { engagementId = state.engagementId } = created;
  return { ...state, partnerCenterId: created.id.toLowerCase(), engagementId };
}

/** What stands there is known and is written over. */
function open({ conflict: _conflict, refused: _refused, ...item }: Unsynced): Unsynced {
  return item;
}

/** What stands there counts here too. */
function asThere(state: Referral, { field, there }: Unsynced): Referral {
  const taken = isPlain(field) ? withTheirs(state, field, there) : state;
  return withoutUnsynced(taken, [field]);
}

function withItem(state: Referral, changed: Unsynced): Referral {
  return withItems(state, (item) => (item.field === changed.field ? changed : item));
}

function withItems(state: Referral, change: (item: Unsynced) => Unsynced): Referral {
  return { ...state, unsynced: state.unsynced?.map(change) };
}
