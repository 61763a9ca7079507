import { randomUUID } from 'node:crypto';
import { changeDraft } from '#app/draft/draftRecord.ts';
import { typedSolution } from '#domain/referral/solutions.ts';
import { TENANT } from '#test/support/bot/fakeTeams.ts';
import type { Reader } from './people.ts';
import type { StoreOfWorld } from './stores.ts';

/** A deal that somebody has entered but for the last press, with a partner and Microsoft to be invited. */
export async function enterDeal(
  { store }: StoreOfWorld,
  { person, organization }: Reader,
  now: () => Date,
): Promise<{ referral: string; guests: { organization: string; referral: string }[] } | undefined> {
  const solution = typedSolution('Analytics');
  if (!solution) throw new Error('there is no such solution');
  const [referral, guest] = [randomUUID(), randomUUID()];
  const owner = { organization, personId: `${TENANT}:${person.aadObjectId}` };
  const clock = { now, pause: async () => {} };
  const [value, closeDate] = [{ amount: 100, currency: 'USD' }, `${now().getFullYear() + 2}-03-31`];
  await changeDraft({ store, clock }, owner, (_open, at) => ({
    next: {
      draft: {
        ...{ id: referral, startedAt: at, step: 'review', formVersion: 1, reviewing: false },
        answered: ['customer', 'details', 'team', 'solutions', 'selling'],
        customer: { name: 'Northwind', addressLines: ['1 Pike'], country: 'US', contacts: [] },
        customerContact: { name: 'Kim', email: 'kim@northwind.example', phone: '1' },
        ...{ consent: true, name: `Deal ${referral.slice(0, 8)}.`, location: '1234567', value, closeDate },
        team: [{ name: person.name, email: person.email, phone: '1' }],
        ...{ solutions: [solution], assistance: 'GeneralOrOther' },
        invitations: [
          {
            ...{ organization: 'fabrikam', name: 'Fabrikam', referralId: guest },
            ...{ closeDate, value, solutions: [solution], contacts: [] },
          },
        ],
      },
      ...{ assumed: [], fromLine: [], asked: [], touchedAt: at },
    },
    result: undefined,
  }));
  return { referral, guests: [{ organization: 'fabrikam', referral: guest }] };
}
