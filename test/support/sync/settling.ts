import { decideRecord } from '#app/referral/decideRecord.ts';
import type { SyncField } from '#domain/referral/unsynced.ts';
import type { SyncCommand } from '#domain/sync/decideSync.ts';
import { TENANT } from '#test/support/app/runningApp.ts';
import { everything } from '#test/support/organization/colleagues.ts';
import { type Connected, ID } from './connected.ts';

type ByPerson = Extract<SyncCommand, { by: string }>;
type Said<C> = C extends ByPerson ? Omit<C, 'by' | 'at'> : never;

/** Somebody here does something about what is not in Partner Center. */
export async function decideHere(one: Connected, said: Said<ByPerson>, referralId = ID): Promise<void> {
  const personId = `${TENANT}:anna`;
  const press = { organization: 'contoso', referralId, personId, member: everything };
  await decideRecord(one.app.deps, 'deal.edit', { ...press, commandId: `press-${Math.random()}` }, (at) => ({
    ...said,
    by: personId,
    at,
  }));
}

/** A person says which of two values counts. */
export function settleConflict(one: Connected, field: SyncField, keep: 'ours' | 'theirs'): Promise<void> {
  return decideHere(one, { type: 'sync.settle', field, keep });
}
