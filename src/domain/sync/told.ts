import type { EditableFields } from '#domain/referral/snapshot.ts';
import type { SyncField } from '#domain/referral/unsynced.ts';
import { isPlain, sameField } from './differences.ts';

/** What Partner Center is told of a deal, field by field: to know its own words again when they come back. */
export function toldOf(deal: EditableFields, fields: readonly SyncField[]): Partial<EditableFields> {
  return Object.fromEntries(fields.filter(isPlain).map((field) => [field, deal[field]]));
}

/**
 * What of a delivery is only what Partner Center was told (`wrote`), which is no change that somebody made there, and what
 * it was told and has not said yet (`left`).
 */
export function hearAgain(
  told: Partial<EditableFields> | undefined,
  facts: EditableFields,
): { wrote: readonly SyncField[]; left: Partial<EditableFields> | undefined } {
  const fields = (Object.keys(told ?? {}) as SyncField[]).filter(isPlain);
  const wrote = fields.filter((field) => sameField(field, { ...facts, ...told }, facts));
  const open = fields.filter((field) => !wrote.includes(field));
  return { wrote, left: open.length > 0 ? toldOf({ ...facts, ...told }, open) : undefined };
}
