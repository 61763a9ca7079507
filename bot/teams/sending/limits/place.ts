import { type Chat, madeIn, putOff, recover, rest, restOfChat } from './chat.ts';
import { heard, type Service, unheard } from './service.ts';
import type { Share, Tenant } from './tenant.ts';
import type { ChatCount, Takes } from './windows.ts';

/** How a call ended. `throttled`: Teams asks to wait, for as many milliseconds where it says so. */
export interface End {
  kind: 'answered' | 'unanswered' | 'throttled';
  after?: number | undefined;
}

/** The place of a call in the queue. */
export interface CallPlace {
  /** Resolves when the call may leave, which has to be at once. Throws `NotNow` when it may not any more. */
  turn(signal?: AbortSignal): Promise<void>;
  /**
   * Says how the call ended, nothing where it never left; the first time counts. Answers for how many milliseconds its
   * conversation has to rest.
   */
  leave(end?: End): number;
  /** It tries whether Teams is there again, and should not take long over it. */
  tries: boolean;
}

/** A call may not leave now, and took nothing: again after as many milliseconds, where that is known. */
export class NotNow extends Error {
  readonly after: number | undefined;
  constructor(reason: string, after?: number) {
    super(reason);
    this.after = after;
  }
}

/** Whose limits a call has to keep to. */
export interface WhoseLimits {
  chat: Chat;
  service: Service;
  tenant: Tenant;
  share: Share;
  /** Whether a 429 to this conversation means the tenant. */
  meansTenant: () => boolean;
  takes: Takes;
  now: () => number;
  random: () => number;
}

/** So long a call waits behind another one in the same conversation that has no answer yet. */
const BEHIND = 2_000;

/** How calls in a conversation count: what somebody waits for is not shared with other processes. */
export function countingOf(
  { takes, share }: Pick<WhoseLimits, 'takes' | 'share'>,
  urgent: boolean,
): ChatCount {
  return { windows: takes.conversation, sharers: urgent ? 1 : share.sharers(), urgent };
}

/** A place for a call that was admitted. `still`: whether it is still to leave. */
export function placeFor(
  { chat, service, tenant, share, meansTenant, takes, now, random }: WhoseLimits,
  { urgent, still, tries }: { urgent: boolean; still: () => boolean; tries: boolean },
): CallPlace {
  const counting = () => countingOf({ takes, share }, urgent);
  let underWay = false;
  let left = false;
  const over = (at: number, signal: AbortSignal | undefined): NotNow | undefined => {
    if (signal?.aborted) return new NotNow('too late');
    if (!still()) return new NotNow('another process has taken it over');
    if (urgent) return undefined;
    const hangs = chat.busySince !== undefined && !underWay && at - chat.busySince >= BEHIND;
    if (!hangs && chat.restsUntil - at < BEHIND) return undefined;
    return new NotNow('the conversation rests', putOff(chat, at, counting()));
  };
  const next = (at: number): number =>
    !urgent && chat.busySince !== undefined && !underWay
      ? Number.POSITIVE_INFINITY
      : restOfChat(chat, at, counting());
  const go = (at: number): void => {
    madeIn(chat, at);
    if (urgent) return;
    chat.busySince = at;
    underWay = true;
  };
  return {
    tries,
    async turn(signal) {
      chat.ahead++;
      const look = () => tenant.wake();
      signal?.addEventListener('abort', look, { once: true });
      await new Promise<void>((resolve, reject) => {
        tenant.wait({
          urgent,
          rest: next,
          over: (at) => over(at, signal),
          giveUp: reject,
          go(at) {
            go(at);
            resolve();
          },
        });
      }).finally(() => {
        chat.ahead--;
        signal?.removeEventListener('abort', look);
      });
    },
    leave(end) {
      const at = now();
      if (left) return Math.max(0, chat.restsUntil - at);
      left = true;
      if (underWay) chat.busySince = undefined;
      underWay = false;
      if (end?.kind === 'unanswered') {
        unheard(service, at, tries, random);
        // Where nothing answers it is not the conversation that hangs.
        if (service.awaySince === undefined) rest(chat, at, undefined, random);
      } else if (end) {
        heard(service, at);
        if (end.kind === 'answered') recover(chat);
        else {
          rest(chat, at, end.after, random);
          if (meansTenant()) tenant.restUntil(at + (end.after ?? takes.within));
        }
      } else if (tries) service.trying = false;
      tenant.wake();
      return Math.max(0, chat.restsUntil - at);
    },
  };
}
