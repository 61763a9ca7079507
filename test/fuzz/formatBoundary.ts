import fc from 'fast-check';
import { calendar } from '#adapters/luxon/calendar.ts';
import { createReferralFormat } from '#adapters/partner-center/referralFormat.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { type Boundary, boundary } from './boundary.ts';
import { mutated } from './mutated.ts';

const owner = { workingHours: { timeZone: 'Europe/Berlin' } } as Parameters<
  ReturnType<typeof createReferralFormat>['read']
>[1];

/** A referral in Partner Center's shape: read, or refused in words that grow no faster than what was sent. */
export function formatBoundary(): Boundary {
  const format = createReferralFormat(calendar);
  const now = new Date('2026-11-30T10:00:00Z');
  return boundary<unknown>({
    share: 37,
    inputs: mutated(fc.constant(inbound({}, now))),
    async send(body) {
      const read = format.read(JSON.parse(JSON.stringify(body) ?? 'null'), owner);
      const said = JSON.stringify(read.ok ? read.delivery.notes : read.problems);
      const sent = JSON.stringify(body)?.length ?? 0;
      if (!read.ok && read.problems.length === 0) return 'refused without a word';
      return said.length > 5_000 + 2 * sent ? `${said.length} letters about ${sent}` : undefined;
    },
  });
}
