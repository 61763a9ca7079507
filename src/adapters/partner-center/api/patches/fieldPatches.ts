import { isNumber } from '#adapters/partner-center/api/wireBody.ts';
import type { Zone } from '#adapters/partner-center/closingDay.ts';
import { writeReferral } from '#adapters/partner-center/writeReferral.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { isTyped } from '#domain/referral/solutions.ts';
import type { SyncField } from '#domain/referral/unsynced.ts';
import { same } from '#domain/values/canonical.ts';
import type { Owner, WireObject } from '#ports/partnerCenter.ts';
import { type Patching, put, valueAt, type WirePath } from './jsonPatch.ts';
import { type StageForm, stageSent } from './stageForm.ts';

/** Fields that are told by setting values at paths, in the order in which they are told. */
const fieldPaths = {
  name: [['name']],
  value: [
    ['details', 'dealValue'],
    ['details', 'currency'],
  ],
  closeDate: [['details', 'closingDateTime']],
  salesStage: [['salesStage']],
  notes: [['details', 'notes']],
  crmId: [['externalReferenceId']],
  campaignId: [['campaignId']],
  solutions: [['details', 'requirements', 'solutions']],
  partnerLed: [['consent', 'consentToShareReferralWithMicrosoftSellers']],
  decision: [['status'], ['substatus'], ['statusReason']],
} as const satisfies Partial<Record<SyncField, readonly WirePath[]>>;
export type PathField = keyof typeof fieldPaths;

/** Whether a field is told by values at paths. */
export function isPathField(field: SyncField): field is PathField {
  return Object.hasOwn(fieldPaths, field);
}

/**
 * The record with all that stands here laid over, as the intake gives it out: what is told of a field is what stands
 * otherwise there. Solutions that were typed in by hand are nobody's but ours.
 */
export function wantedThere(
  there: WireObject,
  referral: Referral,
  owner: Owner | undefined,
  zone: Zone | undefined,
): WireObject {
  const known = referral.solutions && { solutions: referral.solutions.filter((one) => !isTyped(one)) };
  return writeReferral(there, { ...referral, ...known }, owner, undefined, { zone });
}

/** The operations that tell a field: values as the published patches have them. */
export function fieldOperations(
  patching: Patching,
  field: PathField,
  wanted: WireObject,
  stageForm: StageForm,
): WireObject[] {
  const paths: readonly WirePath[] = fieldPaths[field];
  return paths.flatMap((path) => {
    const value = valueAt(wanted, path);
    const there = valueAt(patching.wire, path);
    if (value === undefined || same(value, there)) return [];
    return put(patching, path, sent(path, value, there, stageForm));
  });
}

function sent([first, second]: WirePath, value: unknown, there: unknown, stageForm: StageForm): unknown {
  if (second === 'dealValue' && typeof value === 'number') return amountText(value, there);
  return first === 'salesStage' ? stageSent(value, there, stageForm) : value;
}

/** An amount goes as a text, as published, and comes back as a number. */
function amountText(amount: number, there: unknown): unknown {
  return isNumber(there, amount) ? there : String(amount);
}
