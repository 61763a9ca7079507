import { setTimeout as wait } from 'node:timers/promises';
import { contactDraft } from '#app/contact/contactRecord.ts';
import { type DecideDeps, decideRecord } from '#app/referral/decideRecord.ts';
import { allDocuments } from '#app/store/allDocuments.ts';
import type { ReferralCommand } from '#domain/decide/decideReferral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { contactOf, type DemoGuest, guests, personIdOf } from './guests.ts';
import { nextMove } from './moves.ts';

const PAUSE = 500;
const admin: Membership = { role: 'referrals-admin', locations: 'all', addresses: [] };

/**
 * The other parties of the demo: they answer what comes to them after a few seconds and go on with it, unless somebody
 * plays them in a Playground of their own. `say` tells what they do.
 */
export async function startAnswering(
  deps: DecideDeps,
  say: (text: string) => void,
): Promise<{ stop(): Promise<void> }> {
  for (const guest of Object.values(guests)) await introduce(deps.store, guest);
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
  const loop = (async () => {
    while (!stopped) {
      for (const guest of Object.values(guests)) {
        await look(guest).catch((error: unknown) => {
          if (!stopped) say(`  ${guest.name} could not answer: ${(error as Error).message}`);
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

/** Who answers is known by name, so that others can write to them. */
async function introduce(store: DocumentStore, guest: DemoGuest): Promise<void> {
  const { name, email } = contactOf(guest, guest.people[0]);
  const profile = { name, email, guest: false, asOf: new Date().toISOString() };
  const record = {
    kind: 'person' as const,
    personId: personIdOf(guest),
    profile,
    welcomed: false,
    outbox: [],
  };
  await store.create(contactDraft(guest.id, record, undefined));
}
