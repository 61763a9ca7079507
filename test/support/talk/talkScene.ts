import assert from 'node:assert/strict';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import { createdRecord, referralDraft } from '#app/referral/referralRecord.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { cardOf, executed, offers, readable } from '#test/support/bot/client.ts';
import type { Posted } from '#test/support/bot/fakeConnector.ts';
import type { InvokeAnswer, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import { type Part, partsOf } from '#test/support/cards/cardParts.ts';
import { type Seller, seller } from '#test/support/draft/dealScene.ts';
import {
  FABRIKAM_TENANT,
  temporaryFile,
  threeOrganizations,
} from '#test/support/organization/organizations.ts';
import { accepted, received } from '#test/support/referral/samples.ts';

const SELLERS = 60;
const emailOf = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@contoso.example`;

/** A bot with many sellers, each of whom sees the deals of the own team only: one bot for all tests of a file. */
export async function talkingBot(
  replaced?: Parameters<typeof startBot>[1],
  earlier?: Parameters<typeof startBot>[2],
): Promise<RunningBot> {
  const members = Array.from({ length: SELLERS }, (_, at) => ({
    email: emailOf(`Seller ${at + 1}`),
    role: 'referrals-user' as const,
    locations: ['1234567'],
  }));
  const carl = { email: emailOf('Carl Lind'), role: 'referrals-user' as const, locations: ['1234567'] };
  const file = await temporaryFile(threeOrganizations([...members, carl]));
  const bot = await startBot({ ORGANIZATIONS_FILE: file.path }, replaced, earlier);
  await file.remove();
  await seller(bot, 'Fay Brik', { tenantId: FABRIKAM_TENANT, email: 'fay.brik@fabrikam.example' });
  return bot;
}

/** Somebody who talks with the bot, and the deals they work on. */
export interface Talker extends Seller {
  /** The only message that answers. */
  asks(text: string): Promise<Posted>;
  /** What it reads. */
  hears(text: string): Promise<string>;
  /** Presses a button of a message: the answer in its place. */
  taps(on: Posted, verb: string, fits?: (data: Part) => boolean): Promise<InvokeAnswer>;
  /** An accepted deal of theirs. */
  works(customer: string, changes?: Partial<Referral>): Promise<string>;
  /** A referral that waits for an answer. */
  gets(customer: string, changes?: Partial<Referral>): Promise<string>;
  deal(id: string): Promise<Referral>;
}

let sellers = 0;
let deals = 0;

/** The next seller whom nobody has met. */
function nextName(): string {
  sellers = (sellers % SELLERS) + 1;
  return `Seller ${sellers}`;
}

export async function talker(bot: RunningBot, name = nextName()): Promise<Talker> {
  const own = await seller(bot, name);
  const { person } = own;
  const store = async (customer: string, referral: Referral, changes: Partial<Referral>) => {
    const named = { name: `${customer} plan`, customer: { ...referral.customer, name: customer } };
    const team = [{ name, email: person.email, phone: '1' }];
    const deal = { ...referral, id: `deal-${++deals}`, ...named, team, ...changes } as Referral;
    await bot.composed.store.create(referralDraft(createdRecord(deal), undefined));
    return deal.id;
  };
  const asks = async (text: string): Promise<Posted> => {
    // What the worker posts meanwhile answers nothing.
    const answers = (await own.says(text)).filter(({ activity }) => activity.replyToId !== undefined);
    const [only, ...others] = answers;
    assert.deepEqual(others.map(readable), [], `one answer to ${text}`);
    return only ?? assert.fail(`no answer to ${text}`);
  };
  return {
    ...own,
    asks,
    hears: async (text) => lineOf(await asks(text)),
    taps: (on, verb, fits = () => true) => press(bot, own, on, verb, fits),
    works: (customer, changes = {}) => store(customer, accepted({ direction: 'outbound' }), changes),
    gets: (customer, changes = {}) =>
      store(customer, received({ expiresAt: '2126-11-16T09:00:00.000Z' }), changes),
    deal: async (referralId) =>
      (await readReferralRecord(bot.composed, { organization: 'contoso', referralId }))?.referral ??
      assert.fail(referralId),
  };
}

/** All that a message reads, in one line. */
export function lineOf(from: Posted | InvokeAnswer): string {
  return readable('activity' in from ? from.activity : from).replaceAll(/\s*\n\s*/g, ' ');
}

/** Whether it is one line with a way to the deal. */
export function isLine(posted: Posted): boolean {
  return offers(cardOf(posted), 'deal.open') && !offers(cardOf(posted), 'stage.mark');
}

function press(
  { teams }: RunningBot,
  { person, chat }: { person: TestPerson; chat: Seller['chat'] },
  on: Posted,
  verb: string,
  fits: (data: Part) => boolean,
): Promise<InvokeAnswer> {
  const card = cardOf(on);
  const button = partsOf(card).find((part) => {
    return part.type === 'Action.Execute' && part.verb === verb && fits((part.data ?? {}) as Part);
  });
  const data = { ...executed(card, verb), ...((button?.data as object) ?? assert.fail(`no ${verb}`)) };
  return teams.press(person, chat, verb, data, { replyToId: on.id });
}
