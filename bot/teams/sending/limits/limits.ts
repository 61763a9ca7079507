import { kept } from '#domain/values/kept.ts';
import { admit, CHAT_PATIENCE, newChat } from './chat.ts';
import { type CallPlace, countingOf, NotNow, placeFor } from './place.ts';
import { newService, tryIt, untilTry } from './service.ts';
import { createTenant, type Share, type Tenant } from './tenant.ts';
import { createThrottled } from './throttled.ts';
import type { Ticking } from './ticking.ts';
import { published, type Takes } from './windows.ts';

/** A call that is to leave for Teams. */
export interface TeamsCall {
  tenantId: string;
  /** The chat, or the channel without its thread. */
  conversationId: string;
  serviceUrl: string;
  /** Somebody waits for it: it goes before what nobody waits for, and is never put off. */
  urgent?: boolean;
  /** Whether it is still to leave; asked again and again while it waits. */
  still?: () => boolean;
}

/** Microsoft's limits of calls, for one process with its part of them. */
export interface SendingLimits {
  /** Where a call can wait for its turn, or why it cannot. */
  enter(call: TeamsCall): CallPlace | NotNow;
  /** Milliseconds until an address that does not answer is tried again; undefined where it answers. */
  away(serviceUrl: string): number | undefined;
}

export interface LimitsDeps {
  ticking: Ticking;
  /** The part of a tenant's calls that this process has; it calls `wake` when that has changed. */
  shareOf: (tenantId: string, wake: () => void) => Share;
  takes?: Takes | undefined;
  random?: () => number;
}

/** What was not written to longest is forgotten first, and Teams is the judge of it. */
const MOST_CHATS = 20_000;
const MOST_TENANTS = 1_000;
const MOST_SERVICES = 50;

export function createLimits({
  ticking,
  shareOf,
  takes = published,
  random = Math.random,
}: LimitsDeps): SendingLimits {
  const { now } = ticking;
  const chatOf = kept(MOST_CHATS, newChat);
  const serviceOf = kept(MOST_SERVICES, newService);
  const tenantOf = kept(MOST_TENANTS, (id) => {
    const share = shareOf(id, () => tenant.wake());
    const tenant: Tenant = createTenant(ticking, takes.within, share);
    return { tenant, share, throttled: createThrottled(now) };
  });
  return {
    away: (serviceUrl) => untilTry(serviceOf(serviceUrl), now()),
    enter({ tenantId, conversationId, serviceUrl, urgent = false, still = always }) {
      const at = now();
      const service = serviceOf(serviceUrl);
      const { tenant, share, throttled } = tenantOf(tenantId);
      const chat = chatOf(conversationId);
      const untilTried = urgent ? undefined : untilTry(service, at);
      if (untilTried) return new NotNow('Teams does not answer', untilTried * (1 + random()));
      const rests = tenant.restsUntil() - at;
      if (!urgent && rests > CHAT_PATIENCE) return new NotNow('the tenant rests', rests * (1 + random() / 4));
      const later = urgent ? 0 : admit(chat, at, countingOf({ takes, share }, urgent));
      if (later > 0) return new NotNow('rate limit', later);
      const tries = untilTried === 0;
      if (tries) tryIt(service);
      const meansTenant = () => throttled(conversationId);
      const around = { chat, service, tenant, share, meansTenant, takes, now, random };
      return placeFor(around, { urgent, still, tries });
    },
  };
}

const always = () => true;
