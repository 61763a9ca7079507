import { openCustomers } from '#adapters/customers/openCustomers.ts';
import { createSolutionImport } from '#adapters/solutions/solutionLoading.ts';
import type { Solution } from '#domain/referral/referral.ts';
import type { CustomerFacts } from '#ports/customers.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { cardOf, executed, offers, submitted } from '#test/support/bot/client.ts';
import type { Posted } from '#test/support/bot/fakeConnector.ts';
import type { Place, TestPerson } from '#test/support/bot/fakeTeams.ts';
import type { RunningBot } from '#test/support/bot/startBot.ts';

export const contoso: CustomerFacts = {
  name: 'Contoso Ltd',
  addressLines: ['1 Pike Street'],
  city: 'Seattle',
  state: 'WA',
  postalCode: '98101',
  country: 'US',
  duns: '123456789',
};
export const twin: CustomerFacts = {
  ...contoso,
  addressLines: ['500 Union Street'],
  duns: '987654321',
};
export const fabrikam: CustomerFacts = {
  name: 'Fabrikam AG',
  addressLines: ['Hauptstraße 1'],
  city: 'Berlin',
  country: 'DE',
  duns: '111222333',
};

export const analytics: Solution = { id: 'SOL-1', name: 'Analytics', kind: 'own', incentive: true };
export const backup: Solution = { id: 'SOL-2', name: 'Backup', kind: 'own' };
export const assessment: Solution = { id: 'SA-1', name: 'Cost check', kind: 'assessment' };

/** Puts customers into the directory and solutions into the catalog of Local mode, as imports do. */
export async function stock(
  store: DocumentStore,
  customers: readonly CustomerFacts[],
  solutions: readonly Solution[],
): Promise<void> {
  await openCustomers(store).register(customers);
  await createSolutionImport(store, 'local').put(solutions);
}

/** Somebody who creates deals: what they type and press, and what they see. */
export interface Seller {
  person: TestPerson;
  chat: Place;
  says(text: string): Promise<Posted[]>;
  /** Presses on the newest message that has the button; what is typed stands in its inputs. */
  presses(verb: string, typed?: Record<string, unknown>, on?: Posted): Promise<Posted[]>;
  /** The same by Action.Submit. */
  submits(verb: string, typed?: Record<string, unknown>): Promise<Posted[]>;
  /** The newest message with that button. */
  newest(verb: string): Posted;
  /** The newest message. */
  last(): Posted;
}

export async function seller(
  bot: RunningBot,
  name = 'Anna Berg',
  more: Partial<TestPerson> = {},
): Promise<Seller> {
  const { teams } = bot;
  const person = teams.person(name, more);
  const chat = teams.chatOf(person);
  await teams.install(person, chat);
  const since = async (work: () => Promise<unknown>): Promise<Posted[]> => {
    const before = teams.in(chat);
    await work();
    return teams.in(chat).filter((posted) => !before.includes(posted));
  };
  const newest = (verb: string): Posted => {
    const found = teams.in(chat).findLast((posted) => offers(cardOf(posted), verb));
    if (!found) throw new Error(`no message has a button ${verb}`);
    return found;
  };
  return {
    person,
    chat,
    newest,
    last: () => {
      const last = teams.in(chat).at(-1);
      if (!last) throw new Error('nothing was sent');
      return last;
    },
    says: (text) => since(() => teams.say(person, chat, text)),
    presses: (verb, typed = {}, on = newest(verb)) =>
      since(() => teams.press(person, chat, verb, executed(cardOf(on), verb, typed), { replyToId: on.id })),
    submits: (verb, typed = {}) => {
      const on = newest(verb);
      return since(() =>
        teams.submit(person, chat, submitted(cardOf(on), verb, typed), { replyToId: on.id }),
      );
    },
  };
}
