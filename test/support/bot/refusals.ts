import { type NoticeRecord, noticePartition } from '#app/notice/noticeRecord.ts';
import type { StoredDocument } from '#ports/documents.ts';
import { type Disturb, reply } from './fakeConnector.ts';
import { type RunningBot, until } from './startBot.ts';

/** Teams answers a call with this status instead of taking the message. */
export function refuse(status: number, code: string, headers: Record<string, string> = {}): Disturb {
  return (_call, response) => {
    reply(response, { error: { code, message: `refused with ${status}` } }, status, headers);
    return true;
  };
}

/** The connection ends before there is an answer. */
export const dropSocket: Disturb = (_call, response) => {
  response.socket?.destroy();
  return true;
};

/** What is kept about the messages for a referral. */
export async function noticesOf(bot: RunningBot, referral: unknown): Promise<StoredDocument<NoticeRecord>[]> {
  const partition = noticePartition('local', String(referral));
  return (await bot.composed.store.list<'notice'>({ partition, limit: 100 })).documents;
}

/** Waits until one of the messages for a referral is like this. */
export function noticeThat(
  what: string,
  bot: RunningBot,
  referral: unknown,
  fits: (notice: NoticeRecord) => boolean,
): Promise<StoredDocument<NoticeRecord>> {
  return until(what, async () => (await noticesOf(bot, referral)).find(({ body }) => fits(body)));
}
