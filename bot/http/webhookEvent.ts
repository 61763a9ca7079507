import { z } from 'zod';

/** What a delivery says, once it is known who signed it. */
export type WebhookEvent =
  /** A record was created or changed. `related`: perhaps another party's of an engagement of ours. */
  | { kind: 'record'; name: string; id: string; changed: string; related: boolean }
  /** Somebody tries whether deliveries arrive. */
  | { kind: 'test' }
  /** Of no interest here. */
  | { kind: 'other' }
  /** None that is known, and why. */
  | { kind: 'odd'; why: 'no-event' | 'no-id' };

const delivery = z.object({
  eventname: z.string().max(100),
  resourceuri: z.string().max(2_000).nullish(),
  resourcechangeutcdate: z.string().max(100).nullish(),
});

const names: Readonly<Record<string, { related: boolean }>> = {
  'referral-created': { related: false },
  'referral-updated': { related: false },
  'related-referral-created': { related: true },
  'related-referral-updated': { related: true },
};

const TEST = 'test-created';

/** All that the bot wants to hear of, and what its address is tried out with. */
export const wantedEvents: readonly string[] = [...Object.keys(names), TEST];

/** Reads what a delivery names, whatever the case of its properties; the record itself is in its address, as the last part. */
export function readWebhook(body: unknown): WebhookEvent {
  const object = body !== null && typeof body === 'object' && !Array.isArray(body) ? body : {};
  const lowered = Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const parsed = delivery.safeParse(lowered);
  if (!parsed.success) return { kind: 'odd', why: 'no-event' };
  const { resourceuri, resourcechangeutcdate } = parsed.data;
  const name = parsed.data.eventname.trim().toLowerCase();
  if (name === TEST) return { kind: 'test' };
  const known = Object.hasOwn(names, name) ? names[name] : undefined;
  if (!known) return { kind: 'other' };
  const id = idIn(resourceuri ?? '');
  if (id === undefined) return { kind: 'odd', why: 'no-id' };
  return { kind: 'record', name, id, changed: resourcechangeutcdate ?? '', related: known.related };
}

/** Its host is another one than the API's, and may have typos: nothing of it is followed. */
function idIn(address: string): string | undefined {
  const path = address.split(/[?#]/, 1)[0]?.replace(/\/+$/, '') ?? '';
  const last = path.slice(path.lastIndexOf('/') + 1);
  return /^[\w-]{1,100}$/.test(last) ? last.toLowerCase() : undefined;
}

/** More than a storm has, and a fraction of a megabyte. */
const MOST_REMEMBERED = 5_000;

/** Remembers deliveries, the oldest of too many not. One that says no moment of its change is never taken for a repeat. */
export function createSeenDeliveries(): { has: (key: string) => boolean; add: (key: string) => void } {
  const seen = new Set<string>();
  return {
    has: (key) => !key.endsWith('\n') && seen.has(key),
    add(key) {
      seen.add(key);
      if (seen.size > MOST_REMEMBERED) for (const oldest of seen.keys().take(1)) seen.delete(oldest);
    },
  };
}
