import { deputiesOf } from '#app/contact/awayRecord.ts';
import { addressOf, personDocumentId } from '#app/contact/contactRecord.ts';
import { peopleAt } from '#app/contact/knownPeople.ts';
import type { PersonalWhy } from '#domain/news/why.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import { createNotice } from './createNotice.ts';
import type { NoticeRecord } from './noticeRecord.ts';
import { whyTold } from './recipients.ts';

/**
 * Brings everybody who joined the team of a deal its card, once: those who may see it and have the bot. Deals that
 * only mirror Partner Center bring nobody a card. Who has a deal in hand from now on and has its card for long is told
 * by a message of its own, because an edit of a card is not noticed.
 */
export async function tellTeam(
  deps: { store: DocumentStore; clock: Clock },
  organization: Organization,
  referral: Referral,
  existing: readonly NoticeRecord[],
  onlyContact?: string,
): Promise<void> {
  if (referral.stage === 'closed' || !livesHere(referral)) return;
  for (const { contactId, why } of await reachableTeam(deps, organization, referral)) {
    if (onlyContact && contactId !== onlyContact) continue;
    const card = existing.find((notice) => notice.contactId === contactId);
    // Whoever created it has its card in hand: the answer to the last press.
    const own = why === 'team' && contactId === creatorOf(referral);
    if (own) continue;
    if (!card) await createNotice(deps, 'referral-card', referral, { contactId, why });
    else if (why === 'handed' && isOlder(card, referral)) {
      await createNotice(deps, 'handed', referral, { contactId, why }, { occasion: referral.handed?.at });
    }
  }
}

function livesHere(referral: Referral): boolean {
  const accepted = referral.stage === 'accepted' && referral.acceptedBy.kind === 'person';
  return accepted || referral.createdBy?.kind === 'person' || referral.handed !== undefined;
}

function creatorOf({ createdBy }: Referral): string | undefined {
  return createdBy?.kind === 'person' ? personDocumentId(createdBy.personId) : undefined;
}

function isOlder({ since, copies }: NoticeRecord, { handed }: Referral): boolean {
  return copies.length > 0 && handed !== undefined && (since === undefined || since < handed.at);
}

/** The people of a deal's team who may see it and have the bot, and who stands in for them, each once. */
export async function reachableTeam(
  deps: { store: DocumentStore; clock: Clock },
  organization: Organization,
  referral: Referral,
): Promise<{ contactId: string; why: PersonalWhy }[]> {
  const found = new Map<string, PersonalWhy>();
  const deputies = new Set<string>();
  const now = deps.clock.now().toISOString();
  for (const address of new Set(referral.team.flatMap(({ email }) => email?.trim().toLowerCase() || []))) {
    for (const body of await peopleAt(deps, organization, address)) {
      for (const one of await deputiesOf(deps, organization.id, body.personId, now)) deputies.add(one);
      if (!addressOf(body)) continue;
      const why = await whyTold(deps, organization, referral, body);
      if (why) found.set(personDocumentId(body.personId), why);
    }
  }
  for (const personId of deputies) {
    const contactId = personDocumentId(personId);
    const deputy = found.has(contactId)
      ? undefined
      : await deps.store.read<'person'>(organization.id, contactId);
    if (!deputy || !addressOf(deputy.body)) continue;
    // Standing in gives no right: what a deputy may not see is not shown.
    if (await whyTold(deps, organization, referral, deputy.body)) found.set(contactId, 'deputy');
  }
  return [...found].map(([contactId, why]) => ({ contactId, why }));
}
