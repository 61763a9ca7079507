import { randomUUID } from 'node:crypto';
import { personDocumentId } from '#app/contact/contactRecord.ts';
import { type DecideDeps, decideRecord } from '#app/referral/decideRecord.ts';
import { requestAccess } from '#app/request/deal.ask.ts';
import { allDocuments } from '#app/store/allDocuments.ts';
import { nextStage } from '#domain/deal/decideProgress.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { isInScope, type Membership } from '#domain/referral/rights.ts';
import { holderOf } from '#domain/referral/team.ts';
import { contactOf, contoso, personIdOf } from './guests.ts';
import { HOST } from './organizations.ts';
import { isOfThePast } from './past.ts';

/** What a colleague does next with a deal, and after how many milliseconds. */
export type ColleagueMove =
  | { does: 'ask'; person: string; after: number }
  | { does: 'stage'; person: string; after: number };

/** Long enough after an answer that nobody who sees their first card is disturbed. */
const pace = { ask: 40_000, stage: 12_000 };
const [, , li] = contoso.people;
/** The location for which Li works. */
const ofLi = { locations: [contoso.mpnId] };

/**
 * What a colleague does next: Li asks for the first deal that somebody else has in hand, and whoever is given a deal takes
 * it to the next stage once. `asked`: Li has asked for one already.
 */
export function nextOfColleague(referral: Referral, asked: boolean): ColleagueMove | undefined {
  if (referral.stage !== 'accepted' || isOfThePast(referral)) return undefined;
  const holder = holderOf(referral)?.email?.toLowerCase();
  const person = contoso.people.slice(1).find((one) => contactOf(contoso, one).email === holder);
  if (person) return referral.salesStage ? undefined : { does: 'stage', person, after: pace.stage };
  const emails = referral.team.map(({ email }) => email?.toLowerCase());
  if (asked || !isInScope(ofLi, referral) || emails.includes(contactOf(contoso, li).email)) return undefined;
  return { does: 'ask', person: li, after: pace.ask };
}

/** Looks at one's own deals for what colleagues do next with them, unless somebody plays them. To be called again and again. */
export function colleaguesAtWork(deps: DecideDeps, say: (text: string) => void): () => Promise<void> {
  const since = new Map<string, number>();
  let asked = false;
  return async () => {
    const found = await allDocuments<'referral'>(deps.store, { partition: HOST, kind: 'referral' });
    for (const { referral } of found.map(({ body }) => body)) {
      const move = nextOfColleague(referral, asked);
      if (!move) continue;
      const key = `${referral.id} ${move.does} ${move.person}`;
      const began = since.get(key) ?? Date.now();
      since.set(key, began);
      if (Date.now() - began < move.after || (await isPlayed(deps, move.person))) continue;
      if (move.does === 'ask') asked = true;
      if (await carryOut(deps, move, referral)) say(`  ${move.person} ${said[move.does]}: ${referral.name}`);
    }
  };
}

const said = { ask: 'asks you for the deal', stage: 'takes it to the next stage' } as const;

async function carryOut(
  deps: DecideDeps,
  { does, person }: ColleagueMove,
  referral: Referral,
): Promise<boolean> {
  const by = personIdOf(contoso, person);
  const input = { organization: HOST, referralId: referral.id, personId: by };
  if (does === 'ask') {
    const { kind } = await requestAccess({ ...deps, newId: randomUUID }, input);
    return kind === 'asked';
  }
  const stage = nextStage(referral);
  if (stage === undefined) return false;
  const { email } = contactOf(contoso, person);
  const member: Membership = { role: 'referrals-user', locations: 'all', addresses: [email] };
  const commandId = `${referral.id} ${person} ${stage}`;
  const made = await decideRecord(deps, 'stage.mark', { ...input, member, commandId }, (at) => {
    return { type: 'stage.mark', stage, by, at };
  });
  return made.kind === 'done' && !made.repeated;
}

async function isPlayed({ store }: DecideDeps, person: string): Promise<boolean> {
  const found = await store.read<'person'>(HOST, personDocumentId(personIdOf(contoso, person)));
  return found?.body.chat?.installed === true;
}
