import { MICROSOFT } from '#domain/referral/party.ts';
import type { Actor, Referral } from '#domain/referral/referral.ts';
import { type SyncField, syncFields, type Unsynced } from '#domain/referral/unsynced.ts';
import { same } from '#domain/values/canonical.ts';
import type { Instant } from '#domain/values/instant.ts';
import {
  inOrder,
  isPlain,
  type PlainField,
  sameField,
  theirsOf,
  unsyncedItem,
  withTheirs,
} from './differences.ts';

/**
 * What differs from Partner Center after a step: what one of our people changed and nobody told it yet. What the clock,
 * another party or Partner Center itself did stands there by itself. Microsoft's own records are Partner Center's. A
 * command that is about the differences themselves (`sync.settle`) says by itself what is left of them.
 */
export function unsyncedAfter(
  before: Referral | undefined,
  after: Referral,
  cause: { by: Actor; at: Instant },
): readonly Unsynced[] | undefined {
  if (cause.by.kind !== 'person' || after.organization === MICROSOFT) return after.unsynced;
  if (before && !same(before.unsynced, after.unsynced)) return after.unsynced;
  const items = syncFields.map((field) => {
    const item = before && unsyncedItem(before, field);
    if (!before) return beginsWith(after, field) ? { field, since: cause.at } : undefined;
    if (!hasChanged(field, before, after)) return item;
    // What is not there at all is told as a whole.
    if ((isPlain(field) || field === 'partnerLed') && unsyncedItem(before, 'deal')) return undefined;
    const since = item?.since ?? cause.at;
    return isPlain(field) ? changedItem(field, before, after, since) : { field, since };
  });
  return inOrder(items.filter((item) => item !== undefined));
}

/** A field as it differs now; undefined where it is again what stands there. A person's change needs no settling. */
function changedItem(
  field: PlainField,
  before: Referral,
  after: Referral,
  since: Instant,
): Unsynced | undefined {
  const item = unsyncedItem(before, field);
  const there = item ? item.there : theirsOf(field, before);
  if (item && sameField(field, withTheirs(before, field, there), after)) return undefined;
  return { field, since, ...(there && { there }) };
}

/** What is to be told of a deal that begins here: all of it, and who is invited to it. */
function beginsWith(deal: Referral, field: SyncField): boolean {
  if (field === 'microsoft') return deal.microsoftInvitedAt !== undefined;
  return field === 'deal' || (field === 'partners' && invitedPartners(deal).length > 0);
}

function hasChanged(field: SyncField, before: Referral, after: Referral): boolean {
  switch (field) {
    case 'deal':
      return false;
    case 'decision':
      return standing(before) !== standing(after);
    case 'partnerLed':
      return after.partnerLed === true && before.partnerLed !== true;
    case 'microsoft':
      return after.microsoftInvitedAt !== undefined && before.microsoftInvitedAt !== after.microsoftInvitedAt;
    case 'partners':
      return invitedPartners(after).some((id) => !invitedPartners(before).includes(id));
    case 'registration':
      return submissionsOf(after) > submissionsOf(before);
    default:
      return !sameField(field, before, after);
  }
}

function standing(referral: Referral): string {
  return referral.stage === 'closed' ? `closed ${referral.outcome}` : referral.stage;
}

/** By invitation: a partner that is invited once more is another one. */
function invitedPartners({ parties = [] }: Referral): readonly string[] {
  const partners = parties.filter(
    ({ role, organization }) => role === 'invited' && organization !== MICROSOFT,
  );
  return partners.map(({ referralId }) => referralId);
}

function submissionsOf({ registrationFiling }: Referral): number {
  return registrationFiling?.submissions.length ?? 0;
}
