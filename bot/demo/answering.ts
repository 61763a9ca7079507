import { setTimeout as wait } from 'node:timers/promises';
import { type DecideDeps, decideRecord } from '#app/referral/decideRecord.ts';
import { allDocuments } from '#app/store/allDocuments.ts';
import type { ReferralCommand } from '#domain/decide/decideReferral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { colleaguesAtWork } from './colleagues.ts';
import { type DemoGuest, guests, personIdOf } from './guests.ts';
import { nextMove } from './moves.ts';

const PAUSE = 500;
const admin: Membership = { role: 'referrals-admin', locations: 'all', addresses: [] };

/**
 * The other parties of the demo: they answer what comes to them after a few seconds and go on with it, unless somebody
 * plays them in a Playground of their own; so do one's own colleagues. `say` tells what they do.
 */
export function startAnswering(deps: DecideDeps, say: (text: string) => void): { stop(): Promise<void> } {
  const since = new Map<string, number>();
  const asked = new Map<string, number>();
  let stopped = false;
  const look = async (guest: DemoGuest) => {
    if (await someoneIsThere(deps.store, guest.id)) return;
    const found = await allDocuments<'referral'>(deps.store, { partition: guest.id, kind: 'referral' });
    for (const { referral } of found.map(({ body }) => body)) {
      const { id } = referral;
      if (!asked.has(id)) asked.set(id, asked.size + 1);
      const move = nextMove(guest, referral, asked.get(id) ?? 0);
      if (!move) continue;
      const key = `${id} ${move.said}`;
      const began = since.get(key) ?? Date.now();
      since.set(key, began);
      if (Date.now() - began < move.after) continue;
      since.delete(key);
      const by = personIdOf(guest);
      const input = {
        organization: guest.id,
        referralId: id,
        personId: by,
        member: admin,
        commandId: `${key} ${began}`,
      };
      const made = await decideRecord(
        deps,
        move.action,
        input,
        (at) => ({ ...move.command, by, at }) as ReferralCommand,
      );
      if (made.kind === 'done') say(`  ${guest.name} ${move.said}: ${referral.name}`);
    }
  };
  const colleagues = colleaguesAtWork(deps, say);
  const looks = [
    ...Object.values(guests).map((guest) => [guest.name, () => look(guest)] as const),
    ['A colleague', colleagues] as const,
  ];
  const loop = (async () => {
    while (!stopped) {
      for (const [who, looking] of looks) {
        await looking().catch((error: unknown) => {
          if (!stopped) say(`  ${who} could not answer: ${(error as Error).message}`);
        });
      }
      await wait(PAUSE);
    }
  })();
  return {
    stop() {
      stopped = true;
      return loop;
    },
  };
}

/** Whether somebody of an organization has the bot. */
export async function someoneIsThere(store: DocumentStore, organization: string): Promise<boolean> {
  const { documents } = await store.list({
    partition: organization,
    kind: 'person',
    where: { installed: true },
    limit: 1,
  });
  return documents.length > 0;
}
