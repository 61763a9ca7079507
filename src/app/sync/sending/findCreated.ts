import { beginningOf, ownIdOf } from '#app/referral/linking.ts';
import { type Creating, referralDocumentId } from '#app/referral/referralRecord.ts';
import type { Fetched } from '#ports/partnerCenterApi.ts';
import { lookThrough } from './listPages.ts';
import type { Sending } from './sending.ts';

/**
 * The deal in Partner Center that an attempt of ours made, although nobody answered: a record of ours that began after the
 * attempt, that is the same deal and that belongs to no other record here. Undefined where it is not in the lists;
 * `unsure` where one can't see the whole of them. Throws UnavailableError when Partner Center is away.
 */
export async function findCreated(
  { deps, api, organization, referralId }: Sending,
  creating: Creating,
): Promise<Fetched | 'unsure' | undefined> {
  const since = beginningOf(creating);
  return lookThrough(api, { kind: 'created' }, async (wires) => {
    const rows = wires.flatMap((wire) => {
      const read = deps.format.read(wire, organization);
      return read.ok ? [read.delivery] : [];
    });
    const recent = rows.filter(({ snapshot }) => (snapshot.facts.createdAt ?? since) >= since);
    for (const { wire, snapshot } of recent) {
      const { id } = snapshot.facts;
      if (deps.syncFormat.isMicrosofts(wire, organization)) continue;
      if (await deps.store.read(organization.id, referralDocumentId(id))) continue;
      if ((await ownIdOf(deps, organization.id, snapshot)) !== referralId) continue;
      return (await api.one(id)) ?? { wire };
    }
    // The newest come first.
    return rows.length > 0 && recent.length === 0 ? 'end' : undefined;
  });
}
