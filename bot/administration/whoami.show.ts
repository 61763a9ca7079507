import { addressesOf, addressOf } from '#app/contact/contactRecord.ts';
import { mutesOf } from '#app/news/muteRecord.ts';
import { namesOfAdmins } from '#app/organization/admins.ts';
import { locationsOf } from '#app/organization/locations.ts';
import { isOutsider } from '#app/organization/member.ts';
import { whoamiCard } from '#cards/administration/whoami/whoami.card.ts';
import type { Action, DealDeps } from '#dialogs/turn/action.ts';
import { presentMutes } from '#domain/news/mute.ts';

/** Who the asker is here: role, locations, and what is not allowed, why, and whom to ask. */
export const whoamiShow: Action<DealDeps> = async (deps, { turn }) => {
  const { organization, person, member, reader, conversation } = turn;
  const silences = await mutesOf(deps, organization.id, person.personId);
  const { all, deals } = presentMutes(silences, deps.clock.now().toISOString());
  const outsider = isOutsider(organization, person);
  const places = member && member.locations !== 'all' ? await locationsOf(deps, organization) : [];
  const named = (mpnId: string) => places.find((one) => one.mpnId === mpnId)?.name ?? mpnId;
  return {
    card: whoamiCard({
      ...reader,
      name: person.profile.name,
      addresses: addressesOf(person.profile),
      organization: organization.name,
      tenantId: person.profile.homeTenantId ?? conversation.tenantId ?? '–',
      role: member?.role,
      locations: member && member.locations !== 'all' ? member.locations.map(named) : 'all',
      trial: organization.open && member !== undefined,
      outsider,
      reachable: addressOf(person) !== undefined,
      quiet: (all ? 1 : 0) + deals.length,
      // Nothing about colleagues is told to people from elsewhere.
      admins: outsider ? [] : await namesOfAdmins(deps, organization),
    }),
  };
};
