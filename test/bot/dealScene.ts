import type { Solution } from '../../src/domain/referral.ts';
import type { CustomerDirectory, CustomerEntry } from '../../src/ports/customers.ts';
import type { SolutionCatalog } from '../../src/ports/solutions.ts';
import type { Posted } from '../support/fakeConnector.ts';
import type { Place, TestPerson } from '../support/fakeTeams.ts';
import type { RunningBot } from '../support/startBot.ts';
import { cardOf, executed, offers, submitted } from './client.ts';

export const contoso: CustomerEntry = {
  id: 'c-1',
  name: 'Contoso Ltd',
  addressLines: ['1 Pike Street'],
  city: 'Seattle',
  state: 'WA',
  postalCode: '98101',
  country: 'US',
  duns: '123456789',
};
export const twin: CustomerEntry = {
  ...contoso,
  id: 'c-2',
  addressLines: ['500 Union Street'],
  duns: '987654321',
};
export const fabrikam: CustomerEntry = {
  id: 'c-3',
  name: 'Fabrikam AG',
  addressLines: ['Hauptstraße 1'],
  city: 'Berlin',
  country: 'DE',
  duns: '111222333',
};

export const analytics: Solution = { id: 'SOL-1', name: 'Analytics', kind: 'own', incentive: true };
export const backup: Solution = { id: 'SOL-2', name: 'Backup', kind: 'own' };
export const assessment: Solution = { id: 'SA-1', name: 'Cost check', kind: 'assessment' };

/** A directory that knows these; every word of the name, the place or the number that is typed has to fit. */
export function directoryOf(...entries: CustomerEntry[]): CustomerDirectory {
  const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return {
    async search({ text, limit }) {
      const typed = wordsOf(text);
      const fits = (one: CustomerEntry, all: boolean) => {
        const has = wordsOf(`${one.name} ${one.city ?? ''} ${one.duns ?? ''}`);
        const found = (word: string) => has.some((other) => other.startsWith(word));
        return all ? typed.every(found) : typed.some((word) => has.some((other) => other[0] === word[0]));
      };
      const matches = entries.filter((one) => fits(one, true));
      if (matches.length > 0) return { kind: 'matches', customers: matches.slice(0, limit) };
      return { kind: 'nearest', customers: entries.filter((one) => fits(one, false)).slice(0, limit) };
    },
    byId: async (id) => entries.find((one) => one.id === id),
  };
}

/** A catalog of these for every organization but `fabrikam`. */
export function catalogOf(...solutions: Solution[]): SolutionCatalog {
  return {
    search: async ({ organization, text, kinds, limit }) =>
      (organization === 'fabrikam' ? [] : solutions)
        .filter(({ kind }) => kinds.includes(kind))
        .filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(text.toLowerCase()))
        .slice(0, limit),
    byId: async (organization, id) =>
      organization === 'fabrikam' ? undefined : solutions.find((one) => one.id === id),
  };
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
    const before = teams.in(chat).length;
    await work();
    return teams.in(chat).slice(before);
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
