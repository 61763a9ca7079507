import { same } from '#domain/values/canonical.ts';
import type { Contact } from './referral.ts';

/**
 * The team after Partner Center changed its own, person by person: who was added here stays, who was taken off here
 * stays away, and of somebody both know, the side counts that changed something. A person is an e-mail address, or a
 * name where there is none.
 */
export function mergeTeam(
  ours: readonly Contact[],
  incoming: readonly Contact[],
  last: readonly Contact[],
): readonly Contact[] {
  const before = byPerson(last);
  const here = byPerson(ours);
  const there = byPerson(incoming);
  const stayed = incoming.flatMap((contact) => {
    const key = keyOf(contact);
    const known = before.get(key);
    if (!known) return [here.get(key) ?? contact];
    const own = here.get(key);
    // Taken off here, and Partner Center only says what it said before.
    if (!own) return same(known, contact) ? [] : [contact];
    return [same(known, contact) ? own : contact];
  });
  const added = ours.filter((contact) => !before.has(keyOf(contact)) && !there.has(keyOf(contact)));
  return [...stayed, ...added];
}

/** The team by person: an e-mail address, or a name where there is none. */
export function byPerson(team: readonly Contact[]): Map<string, Contact> {
  return new Map(team.map((contact) => [keyOf(contact), contact]));
}

function keyOf({ email, name }: Contact): string {
  return (email ?? name).trim().toLowerCase();
}
