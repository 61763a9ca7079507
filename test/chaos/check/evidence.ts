import type { Acknowledged, Tried } from '#test/chaos/world/acknowledged.ts';
import type { Life } from '#test/chaos/world/fleet.ts';
import type { LoggedCall } from '#test/chaos/world/wireLog.ts';
import type { StoredThing } from './stored.ts';

/** Everything that the checker judges by: what was said, what is stored, what stands in the chats, and what befell. */
export interface Evidence {
  acknowledged: readonly Acknowledged[];
  tried: readonly Tried[];
  stored: readonly StoredThing[];
  calls: readonly LoggedCall[];
  /** The messages as they stand in the end. */
  messages: readonly { id: string; conversation: string; content: unknown }[];
  lives: readonly Life[];
  /** When nobody could write to the store, in milliseconds since 1970. */
  aways: readonly { from: number; to: number }[];
  /** Who reads where. */
  conversations: readonly { conversation: string; organization: string }[];
}

/** A deal as the store has it, as far as the checker looks at it. */
export interface StoredDeal {
  id: string;
  organization: string;
  direction: 'inbound' | 'outbound';
  name: string;
  stage: 'received' | 'accepted' | 'closed';
  outcome?: string;
  salesStage?: number;
  acceptedBy?: { personId?: string };
  parties?: readonly StoredParty[];
}

interface StoredParty {
  role: string;
  organization: string;
  referralId: string;
  view?: Pick<StoredDeal, 'stage' | 'outcome' | 'salesStage'>;
}

/** What the store has of a message that was to be sent. */
export interface StoredNotice {
  type: string;
  organization: string;
  referralId: string;
  contactId: string;
  delivery: { state: string; reason?: string };
  copies: readonly { activityId: string; shown: number }[];
}

/** All deals, by organization and id. */
export function dealsIn(stored: readonly StoredThing[]): Map<string, StoredDeal> {
  const deals = stored.filter(({ kind }) => kind === 'referral').map(({ body }) => body);
  return new Map(
    deals.map((body) => {
      const { referral } = body as { referral: StoredDeal };
      return [dealKey(referral.organization, referral.id), referral];
    }),
  );
}

/** Where a deal is found among all. */
export function dealKey(organization: string, referral: string): string {
  return `${organization}/${referral.toLowerCase()}`;
}

/** All messages that were to be sent, each with its document. */
export function noticesIn(stored: readonly StoredThing[]): { document: StoredThing; notice: StoredNotice }[] {
  return stored
    .filter(({ kind }) => kind === 'notice')
    .map((document) => ({ document, notice: document.body as StoredNotice }));
}

/** All texts of a message or of a card, one after the other. */
export function textsOf(content: unknown): string[] {
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([name, value]) =>
    typeof value === 'string'
      ? ['text', 'title', 'value', 'label', 'summary', 'id', 'verb'].includes(name)
        ? [value]
        : []
      : textsOf(value),
  );
}

/** The deal whose whole card a message is; undefined for every other message. */
export function dealOfCard(content: unknown): string | undefined {
  for (const text of textsOf(content)) {
    const [, id] = /^Referral ID \[([0-9a-f-]{36})\]/.exec(text) ?? [];
    if (id) return id;
  }
  return undefined;
}
