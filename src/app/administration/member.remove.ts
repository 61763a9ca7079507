import type { Contact } from '#domain/referral/referral.ts';
import {
  type AdministerDeps,
  type AdministerInput,
  changeMemberRecord,
  type MemberOutcome,
} from './memberChange.ts';

/** To whom the open deals of a removed member go, and under which addresses that one stands in their teams. */
export interface HandoverOrder {
  to: Contact;
  addresses: readonly string[];
}

/**
 * Removes a member; it counts from the next press on, and no restart restores it. The open deals go to a colleague
 * where that is wanted: by the worker, because there may be hundreds, and safe to be cut off.
 */
export function removeMember(
  deps: AdministerDeps,
  input: AdministerInput & { email: string; handover?: HandoverOrder | undefined },
): Promise<MemberOutcome> {
  const { member, personId, handover: order } = input;
  const email = input.email.toLowerCase();
  const at = deps.clock.now().toISOString();
  const eventId = deps.newId();
  return changeMemberRecord(deps, input, {
    email,
    next: (present) => {
      if (!present) return { kind: 'unknown' };
      const removed = { ...present, removed: { at, by: personId } };
      if (!order) return { ...removed, handover: undefined, outbox: [] };
      return {
        ...removed,
        handover: {
          ...order,
          by: personId,
          locations: member?.locations ?? [],
          startedAt: at,
          moved: 0,
          left: 0,
        },
        outbox: [{ id: eventId, type: 'member.handover', at, attempts: 0, nextAt: at }],
      };
    },
  });
}
