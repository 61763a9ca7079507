import { addressOf, contactDraft, personDocumentId } from '#app/contact/contactRecord.ts';
import { allDocuments } from '#app/store/allDocuments.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { plusHours } from '#domain/values/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import type { Roster, RosterEntry } from '#ports/roster.ts';
import { membershipOf } from './member.ts';

export interface StandingDeps {
  store: DocumentStore;
  clock: Clock;
  roster: Roster;
}

/** Less than a day by the hour that may pass until somebody looks again. */
const LIFE_HOURS = 22;
/** How often Teams must say that nobody is there before it is believed. */
const ASKED = 3;
const PAUSE = 1_000;

/**
 * Looks up again everybody with rights of whom Teams has said nothing for a day: they may have become a guest, moved to
 * another tenant or left, and nobody tells the bot. To be called every hour.
 */
export async function checkStandings(deps: StandingDeps, organization: Organization): Promise<void> {
  const people = await allDocuments<'person'>(deps.store, {
    partition: organization.id,
    kind: 'person',
    where: { installed: true },
  });
  const old = plusHours(deps.clock.now().toISOString(), -LIFE_HOURS);
  for (const { body } of people) {
    if (body.profile.asOf > old || !(await membershipOf(deps, organization, body))) continue;
    await checkStanding(deps, organization, body.personId);
  }
}

/** Looks up one person again, at once, because Teams says that something about them has changed. */
export async function checkStanding(
  deps: StandingDeps,
  organization: Organization,
  personId: string,
): Promise<void> {
  // In trial mode everybody may everything, and who is asked may be a stand-in for Teams that knows one person only.
  if (organization.open) return;
  const document = await deps.store.read<'person'>(organization.id, personDocumentId(personId));
  const address = document && addressOf(document.body);
  if (!address) return;
  const found = await askRepeatedly(deps, () =>
    deps.roster.find(address, personId.slice(personId.indexOf(':') + 1)),
  );
  if (found === 'unsaid') return;
  const asOf = deps.clock.now().toISOString();
  await changeDocument<'person' | 'channel', void>(deps, organization.id, document.id, (present) => {
    if (present?.body.kind !== 'person') return { result: undefined };
    const { profile } = present.body;
    const next = found === 'gone' ? { ...profile, gone: true, asOf } : { ...found, asOf };
    return {
      draft: contactDraft(organization.id, { ...present.body, profile: next }, present.lease),
      result: undefined,
    };
  });
}

/** One "nobody" may be random. */
async function askRepeatedly(
  { clock }: StandingDeps,
  ask: () => Promise<RosterEntry | 'gone' | 'unsaid'>,
): Promise<RosterEntry | 'gone' | 'unsaid'> {
  for (let asked = 1; ; asked++) {
    const found = await ask();
    if (found !== 'gone' || asked >= ASKED) return found;
    await clock.pause(PAUSE);
  }
}
