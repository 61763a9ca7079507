import { isWireObject } from '#adapters/partner-center/api/wireBody.ts';
import { wireMemberOf } from '#adapters/partner-center/createShape.ts';
import { readTeamMember } from '#adapters/partner-center/readReferral.ts';
import { byPerson } from '#domain/referral/mergeTeam.ts';
import type { Contact } from '#domain/referral/referral.ts';
import { same } from '#domain/values/canonical.ts';
import type { WireObject } from '#ports/partnerCenter.ts';
import { append, type Patching, put, valueAt } from './jsonPatch.ts';
import { withoutNothing } from './withoutNothing.ts';

const path = ['team'] as const;

/**
 * The operations that bring the team there: who is new is added, and only where somebody is gone or changed the whole
 * list is replaced, because nothing else takes anybody away (point 24). Who stays is as he was sent, with what only
 * Partner Center knows of him.
 */
export function teamOperations(patching: Patching, team: readonly Contact[]): WireObject[] {
  const sent = valueAt(patching.wire, path);
  const members: unknown[] = Array.isArray(sent) ? sent : sent === undefined || sent === null ? [] : [sent];
  const there = byPerson(members.flatMap((member) => readTeamMember(member) ?? []));
  const here = byPerson(team);
  const stays = [...there].every(([key, contact]) => same(here.get(key), contact));
  const added = [...here].filter(([key]) => !there.has(key)).map(([, contact]) => newMember(contact));
  if (stays && (Array.isArray(sent) || members.length === 0)) {
    return added.flatMap((member) => append(patching, path, member));
  }
  if (stays && added.length === 0) return [];
  const kept = members.flatMap((member) => keptMember(member, here) ?? []);
  return put(patching, path, [...kept, ...added]);
}

function newMember(contact: Contact): unknown {
  return withoutNothing(wireMemberOf(contact));
}

/** A member as it goes back; undefined for one who is gone. Whom we can't read we don't take away. */
function keptMember(member: unknown, here: ReadonlyMap<string, Contact>): unknown {
  const contact = readTeamMember(member);
  if (!contact) return member;
  const [key = ''] = byPerson([contact]).keys();
  const ours = here.get(key);
  if (!ours || same(ours, contact)) return ours && member;
  return isWireObject(member) ? changedMember(member, ours) : newMember(ours);
}

function changedMember(member: WireObject, contact: Contact): WireObject {
  const patching = { wire: structuredClone(member) };
  const wanted = { title: null, ...wireMemberOf(contact) };
  for (const [name, value] of Object.entries(wanted)) put(patching, [name], value);
  return patching.wire;
}
