import { formatInstant, formatTime, type Reader } from '#cards/format.ts';
import { dateTimeFormat } from '#cards/intl.ts';
import { decidedAt } from '#cards/referral/view/view.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { ReferralRejection } from '#domain/decide/decideReferral.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { rejectionTexts } from './rejectionTexts.ts';

const endedTexts = {
  won: 'progress.already.won',
  lost: 'progress.already.lost',
  error: 'progress.already.error',
} satisfies Record<string, TextKey>;

const elsewhereTexts = {
  'already-accepted': 'referral.rejection.already-accepted.elsewhere',
  'already-declined': 'referral.rejection.already-declined.elsewhere',
} satisfies Record<string, TextKey>;

/** What is needed to explain a refusal to the person who pressed. */
export interface RejectionView extends Reader {
  rejection: ReferralRejection;
  /** As it is now. */
  referral: Referral;
  deciderName?: string | undefined;
  /** Now, to leave out the day of what was decided today. */
  at: string;
}

/** Why a press changed nothing, in one line for the top of the referral's card. */
export function rejectionLine(view: RejectionView): string {
  const { rejection, referral, language } = view;
  const moment = decidedAt(referral) ?? referral.expiresAt;
  const time = sameDay(moment, view) ? formatTime(moment, view) : formatInstant(moment, view);
  const name = view.deciderName ?? say(language, 'referral.someone');
  switch (rejection) {
    case 'already-accepted':
    case 'already-declined': {
      const elsewhere = byPartnerCenter(referral);
      if (elsewhere) return say(language, elsewhereTexts[rejection], { time });
      return say(language, rejectionTexts[rejection], { name, time });
    }
    case 'already-closed': {
      const ended = referral.stage === 'closed' && referral.closedBy.kind === 'person';
      const outcome = ended ? referral.outcome : undefined;
      if (outcome === 'won' || outcome === 'lost' || outcome === 'error') {
        return say(language, endedTexts[outcome], { name, time });
      }
      return say(language, rejectionTexts[rejection], { time });
    }
    case 'already-expired':
      return say(language, rejectionTexts[rejection], { time });
    default:
      return say(language, rejectionTexts[rejection]);
  }
}

function byPartnerCenter(referral: Referral): boolean {
  if (referral.stage === 'accepted') return referral.acceptedBy.kind === 'partner-center';
  return referral.stage === 'closed' && referral.closedBy.kind === 'partner-center';
}

function sameDay(moment: string, view: RejectionView): boolean {
  const day = (instant: string) => {
    try {
      return dateTimeFormat('en', { dateStyle: 'short', timeZone: view.timeZone ?? 'UTC' }).format(
        Date.parse(instant),
      );
    } catch {
      return instant.slice(0, 10);
    }
  };
  return day(moment) === day(view.at);
}
