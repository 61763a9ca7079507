import assert from 'node:assert/strict';
import { notArrived } from '#app/delivery/notArrived.ts';
import type { NoticeRecord } from '#app/notice/noticeRecord.ts';

const posted = [{ activityId: '1', shown: 1 }];

/** How a delivery ended, what was posted before, and what administrators are told. */
const rows: readonly [NoticeRecord['delivery'], NoticeRecord['copies'], ReturnType<typeof notArrived>][] = [
  [{ state: 'delivered', attempts: 0 }, posted, undefined],
  [{ state: 'silenced', attempts: 0, reason: 'muted or snoozed' }, [], undefined],
  [{ state: 'waiting', attempts: 0 }, [], undefined],
  [{ state: 'waiting', attempts: 299, reason: 'time-out' }, [], undefined],
  [{ state: 'waiting', attempts: 300, reason: 'time-out' }, [], 'tried'],
  [{ state: 'waiting', attempts: 300, reason: '401 Unauthorized' }, [], 'secret'],
  [{ state: 'waiting', attempts: 300, reason: 'time-out' }, posted, undefined],
  [{ state: 'blocked', attempts: 0, reason: 'not installed there' }, [], 'not-installed'],
  [{ state: 'blocked', attempts: 0, reason: '403 ConversationBlockedByUser' }, [], 'blocked'],
  [{ state: 'blocked', attempts: 0, reason: '403 ConversationBlockedByUser' }, posted, undefined],
  [{ state: 'gone', attempts: 0, reason: '404 ConversationNotFound' }, [], 'gone'],
  [{ state: 'gone', attempts: 0, reason: 'decided meanwhile', pointless: true }, [], undefined],
  [{ state: 'gone', attempts: 0, reason: '404 ConversationNotFound' }, posted, undefined],
  [{ state: 'failed', attempts: 0, reason: '400 BadSyntax' }, [], 'refused'],
  [{ state: 'failed', attempts: 300, reason: '503' }, posted, 'tried'],
  [{ state: 'failed', attempts: 300, reason: '401 Unauthorized' }, posted, 'secret'],
];

describe('what did not arrive, and why', () => {
  for (const [delivery, copies, why] of rows) {
    it(`given ${JSON.stringify(delivery)} with ${copies.length} posted, then ${why ?? 'nothing is listed'}`, () => {
      assert.equal(notArrived({ delivery, copies } as NoticeRecord), why);
    });
  }
});
