import type { Party, SharedNote } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';

/** What a party is told of the notes to all: those that are meant for it and did not reach everybody yet. */
export function notesFor({ sharedNotes = [] }: Referral, party: Party): SharedNote[] {
  return sharedNotes.filter(({ to }) => to.includes(party.referralId)).map(({ to: _, ...note }) => note);
}

/** Names of those whose notes a party reads: ours, and to those we invited also those of the others. */
export function writersFor(referral: Referral, party: Party): Record<string, string> | undefined {
  const { people = {}, writers = [] } = referral;
  const own = writers.map((ref) => [ref, people[ref]?.name ?? ''] as const);
  const others = (referral.parties ?? [])
    .filter(({ role, referralId }) => role !== 'peer' && referralId !== party.referralId)
    .flatMap(({ organization, view }) =>
      Object.entries(view?.writers ?? {}).map(([ref, name]) => [passedOn(organization, ref), name] as const),
    );
  const all = [...own, ...others];
  return all.length > 0 ? Object.fromEntries(all) : undefined;
}

/** The reference of a writer whose note was passed on. */
export function passedOn(organization: string, ref: string): string {
  return `${organization}/${ref}`;
}
