import { createLimits, type SendingLimits } from '#bot/teams/sending/limits/limits.ts';
import { NotNow } from '#bot/teams/sending/limits/place.ts';
import { type Share, wholeShare } from '#bot/teams/sending/limits/tenant.ts';
import { virtualTime } from '#test/support/app/virtualTime.ts';

/** A call that left. Milliseconds of the virtual time. */
export interface Left {
  chat: string;
  at: number;
}

/** How the other side ends a call: as it does, after so long. */
export interface Answer {
  kind?: 'answered' | 'unanswered' | 'throttled';
  after?: number;
  takes?: number;
}

export interface Callers {
  time: ReturnType<typeof virtualTime>;
  limits: SendingLimits;
  left: Left[];
  /** How often a call was told to come again later, and when it was told to. */
  putOff: { chat: string; until: number }[];
  /** Makes a call, as often as it takes until it was answered. */
  call(chat: string, more?: { tenantId?: string; urgent?: boolean }): Promise<void>;
}

/** Calls under limits, to another side that answers after 100 ms or as it is told. */
export function callers(
  answerOf: (chat: string, tries: number) => Answer = () => ({}),
  { stalls = [], share = wholeShare, time = virtualTime(stalls), random }: Given = {},
): Callers {
  const limits = createLimits({ ticking: time, shareOf: () => share, random: random ?? (() => 0.5) });
  const left: Left[] = [];
  const putOff: Callers['putOff'] = [];
  return {
    time,
    limits,
    left,
    putOff,
    async call(chat, { tenantId = 'tenant', urgent = false } = {}) {
      for (let tries = 1; ; ) {
        const place = limits.enter({ tenantId, conversationId: chat, serviceUrl: 'https://teams/', urgent });
        const refused =
          place instanceof NotNow ? place : await place.turn().then(undefined, (reason: NotNow) => reason);
        if (place instanceof NotNow || refused) {
          const after = refused?.after ?? 1_000;
          putOff.push({ chat, until: time.now() + after });
          if (!(place instanceof NotNow)) place.leave();
          await time.pause(after);
          continue;
        }
        left.push({ chat, at: time.now() });
        const { kind = 'answered', after, takes = 100 } = answerOf(chat, tries++);
        await time.pause(takes);
        const rests = place.leave({ kind, after });
        if (kind === 'answered') return;
        await time.pause(Math.max(rests, 1_000));
      }
    },
  };
}

interface Given {
  stalls?: readonly number[];
  share?: Share;
  time?: ReturnType<typeof virtualTime>;
  random?: () => number;
}

/** Numbers from 0 to 1 that spread, the same each time. */
export function spread(): () => number {
  let number = 0;
  return () => {
    number = (number + 0.618034) % 1;
    return number;
  };
}

/** The most calls within any stretch of so many milliseconds. */
export function mostWithin(moments: readonly number[], milliseconds: number): number {
  const sorted = [...moments].sort((one, other) => one - other);
  let most = 0;
  for (let first = 0, last = 0; last < sorted.length; last++) {
    while ((sorted[last] ?? 0) - (sorted[first] ?? 0) >= milliseconds) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
