import type { NoticeRecord } from '#app/notice/noticeRecord.ts';
import type { NotArrived } from './troubleRecord.ts';

/** What is said where somebody has not installed the bot, or has removed it. */
export const NOT_INSTALLED = 'not installed there';

/** How often something is tried before it is worth telling that it still does not arrive; about a day. */
const LONG = 300;

/**
 * Why a notice has not arrived, or undefined where all is well: it is delivered, on its way, muted, or there was nothing to
 * say any more. A card that was posted and whose reader removed the bot is no loss: nobody sees it any more.
 */
export function notArrived({ delivery, copies }: NoticeRecord): NotArrived | undefined {
  const { state, reason = '', attempts, pointless } = delivery;
  const never = copies.length === 0;
  switch (state) {
    case 'failed':
      return failedWhy(reason, attempts);
    case 'waiting':
      return never && attempts >= LONG ? failedWhy(reason, attempts) : undefined;
    case 'blocked':
      if (!never) return undefined;
      return reason === NOT_INSTALLED ? 'not-installed' : 'blocked';
    case 'gone':
      return never && !pointless ? 'gone' : undefined;
    default:
      return undefined;
  }
}

function failedWhy(reason: string, attempts: number): NotArrived {
  if (reason.startsWith('401')) return 'secret';
  return attempts >= LONG ? 'tried' : 'refused';
}
