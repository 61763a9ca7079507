import type { CardJson } from '#cards/expand.ts';
import { glanceCard, unfoldedCard } from '#cards/referral/glance/glance.card.ts';
import { type DealPreview, dealPreview } from '#cards/referral/glance/preview.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Referral } from '#domain/referral/referral.ts';

/** A deal to be put into a chat: how it looks in the list to choose from, and the card that goes into the chat. */
export interface FoundDeal {
  preview: DealPreview;
  card: CardJson;
}

/** What is found, or what is said instead. */
export type ComposeAnswer = { deals: readonly FoundDeal[] } | { text: string };

/** The card is read by everybody in the chat, so nothing of the deal is on it. */
export function foundDeal({ reader, person }: Turn, referral: Referral, unfolded = false): FoundDeal {
  const { language } = reader;
  const view = { kind: 'shared', language, referral: referral.id, sharedBy: person.profile.name } as const;
  return {
    preview: dealPreview(referral, reader),
    card: unfolded ? unfoldedCard(view) : glanceCard(view),
  };
}
