import { formatList, type Reader } from '#cards/format.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { SyncField, Unsynced } from '#domain/referral/unsynced.ts';

const fieldTexts = {
  deal: 'sync.field.deal',
  name: 'sync.field.name',
  value: 'sync.field.value',
  closeDate: 'sync.field.closeDate',
  salesStage: 'sync.field.salesStage',
  notes: 'sync.field.notes',
  crmId: 'sync.field.crmId',
  campaignId: 'sync.field.campaignId',
  team: 'sync.field.team',
  solutions: 'sync.field.solutions',
  partnerLed: 'sync.field.partnerLed',
  microsoft: 'sync.field.microsoft',
  partners: 'sync.field.partners',
  registration: 'sync.field.registration',
} satisfies Record<Exclude<SyncField, 'decision'>, TextKey>;

const decisionTexts = {
  accepted: 'sync.field.decision.accepted',
  declined: 'sync.field.decision.declined',
  won: 'sync.field.decision.won',
  lost: 'sync.field.decision.lost',
  error: 'sync.field.decision.error',
} satisfies Record<string, TextKey>;

/** What a field that differs is called in the middle of a sentence; a decision by how the deal stands. */
export function syncFieldName(field: SyncField, referral: Referral, { language }: Reader): string {
  if (field !== 'decision') return say(language, fieldTexts[field]);
  const standing = referral.stage === 'closed' ? referral.outcome : referral.stage;
  const known = Object.entries(decisionTexts).find(([one]) => one === standing)?.[1];
  return say(language, known ?? 'sync.field.decision.other');
}

/** The names of what differs, one after the other. */
export function syncFieldNames(items: readonly Unsynced[], referral: Referral, reader: Reader): string {
  return formatList(
    items.map(({ field }) => syncFieldName(field, referral, reader)),
    reader,
  );
}
