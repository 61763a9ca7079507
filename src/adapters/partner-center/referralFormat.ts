import type { Calendar } from '#ports/calendar.ts';
import type { Owner, ReferralFormat } from '#ports/partnerCenter.ts';
import type { Zone } from './closingDay.ts';
import { glance } from './glance.ts';
import { readReferral } from './readReferral.ts';
import { writeReferral } from './writeReferral.ts';

/** Partner Center's shape of a referral, in which a day is one of the organization's (CR-64). */
export function createReferralFormat(calendar: Calendar): ReferralFormat {
  const zoneOf = (owner: Owner | undefined): Zone | undefined =>
    owner?.workingHours && { calendar, timeZone: owner.workingHours.timeZone };
  return {
    glance,
    read: (body, owner) => readReferral(body, zoneOf(owner)),
    write: (received, referral, owner, inviter) =>
      writeReferral(received?.wire, referral, owner, inviter, {
        zone: zoneOf(owner),
        lastRead: received?.editable,
      }),
  };
}
