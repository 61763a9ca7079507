import type { AuditEntry, AuditWhat } from '#app/store/audit.ts';
import type { PersonWork } from '#bot/composeImports.ts';

/** That a command line did something with a person's data, and not with whose. */
export function actOf({ newId, clock }: PersonWork, what: AuditWhat): AuditEntry {
  return { id: newId(), at: clock.now().toISOString(), by: 'command', what };
}
