import assert from 'node:assert/strict';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { App } from '#test/support/app/runningApp.ts';
import { cardOf, executed, offers, readable } from '#test/support/bot/client.ts';
import type { Posted } from '#test/support/bot/fakeConnector.ts';
import type { InvokeAnswer } from '#test/support/bot/fakeTeams.ts';
import { referralCardIn } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { type Part, partsOf } from '#test/support/cards/cardParts.ts';
import { analytics, contoso as customer, type Seller, seller, stock } from '#test/support/draft/dealScene.ts';
import { created } from '#test/support/engagement/engaged.ts';
import {
  CONTOSO_KEY,
  FABRIKAM_TENANT,
  temporaryFile,
  threeOrganizations,
} from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';

// What somebody types and presses from the wish to the end; opening a part of a card in place is a press too.
describe('Messages and presses from wish to done', () => {
  let bot: RunningBot;
  let anna: Seller;
  let messages = 0;
  let presses = 0;

  beforeEach(async () => {
    const file = await temporaryFile(
      threeOrganizations([{ email: 'anna.berg@contoso.example', role: 'referrals-admin' }]),
    );
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
    await file.remove();
    await stock(bot.composed.store, [customer], [analytics]);
    anna = await seller(bot);
    await seller(bot, 'Fay Brik', { tenantId: FABRIKAM_TENANT, email: 'fay.brik@fabrikam.example' });
    [messages, presses] = [0, 0];
  });
  afterEach(() => bot.stop());

  const says = async (text: string): Promise<Posted> => {
    messages++;
    return (await anna.says(text)).at(-1) ?? assert.fail('no answer');
  };
  /** Presses the button where it is seen; one in a part that is folded away has to be opened first. */
  const pressed = async (
    on: Posted,
    verb: string,
    typed = {},
    fits = (_data: Part) => true,
  ): Promise<InvokeAnswer> => {
    const button = partsOf(cardOf(on)).find((part) => part.verb === verb && fits((part.data ?? {}) as Part));
    presses += isFolded(cardOf(on), button ?? assert.fail(`no ${verb}`)) ? 2 : 1;
    const data = { ...executed(cardOf(on), verb, typed), ...(button?.data as object) };
    return bot.teams.press(anna.person, anna.chat, verb, data, { replyToId: on.id });
  };
  const effort = () => `${messages}+${presses}`;
  const arrived = async (): Promise<{ id: string; card: Posted }> => {
    const wire = inbound();
    await bot.intake(wire, CONTOSO_KEY);
    return { id: String(wire.id), card: await referralCardIn(bot, anna.chat) };
  };
  const acceptedDeal = async () => {
    const { id, card } = await arrived();
    await pressed(card, 'referral.accept');
    await until('the card shows it', () => offers(card.activity, 'stage.mark'));
    [messages, presses] = [0, 0];
    return { id, card };
  };
  const stored = async (referralId: string): Promise<Referral> =>
    (await readReferralRecord(bot.composed, { organization: 'contoso', referralId }))?.referral ??
    assert.fail(referralId);

  it('accept: 0 + 2', async () => {
    const { id, card } = await arrived();
    await pressed(card, 'referral.accept');
    assert.equal((await stored(id)).stage, 'accepted');
    assert.equal(effort(), '0+2');
  });

  it('decline: 0 + 2', async () => {
    const { id, card } = await arrived();
    await pressed(card, 'referral.decline', { reason: 'other' });
    assert.equal((await stored(id)).stage, 'closed');
    assert.equal(effort(), '0+2');
  });

  it('next stage: 0 + 1 on the card', async () => {
    const { id, card } = await acceptedDeal();
    await pressed(card, 'stage.mark', {}, ({ stage }) => stage !== undefined);
    assert.equal((await stored(id)).salesStage, 20);
    assert.equal(effort(), '0+1');
  });

  it('any stage, typed: 1 + 0', async () => {
    const { id } = await acceptedDeal();
    await says('stage Fabrikam negotiated');
    assert.equal((await stored(id)).salesStage, 80);
    assert.equal(effort(), '1+0');
  });

  it('inviting a partner by one line: 1 + 1', async () => {
    const { store, worker } = bot.composed;
    const app = { store, worker, clock: { now: () => new Date(), pause: async () => {} } } as unknown as App;
    const team = [{ name: 'Anna Berg', email: anna.person.email, phone: '1' }];
    const { id } = await created(app, { team });
    await until('its card', () =>
      bot.teams.in(anna.chat).some(({ activity }) => offers(activity, 'deal.edit')),
    );
    const form = await says('invite Fabrikam 20k USD by 2027-03-31');
    await pressed(form, 'partner.invite');
    assert.equal(effort(), '1+1');
    assert.deepEqual(
      (await stored(id)).parties?.map(({ organization }) => organization),
      ['fabrikam'],
    );
  });

  it('a deal by one line, the second for a customer: 1 + 1', async () => {
    const line = 'new deal Contoso Ltd Seattle 50k USD by 2027-03-31, no help';
    await anna.says(line);
    for (let at = 0; at < 8 && !offers(cardOf(anna.last()), 'deal.create'); at++) {
      await anna.presses('deal.answer', asked(anna.last()));
    }
    await anna.presses('deal.create');
    const review = await says('new deal Contoso Ltd Seattle 70k USD by 2027-04-30, no help');
    const answer = await pressed(review, 'deal.create');
    assert.match(readable(answer), /\$70,000/);
    assert.equal(effort(), '1+1');
  });
});

function asked(posted: Posted): Record<string, string> {
  const ids = partsOf(cardOf(posted)).map(({ id }) => String(id).split('.')[0]);
  return {
    ...(ids.includes('ownPhone') && { ownPhone: '+1 555 0100' }),
    ...(ids.includes('location') && { location: '1234567' }),
    ...(ids.includes('solutions') && { solutions: 'SOL-1' }),
  };
}

/** Whether a button stands in a part that is shown only when another one is pressed. */
function isFolded(card: Part, button: Part): boolean {
  const folded = partsOf(card).filter(
    ({ type, isVisible }) => type === 'Action.ShowCard' || isVisible === false,
  );
  return folded.some((part) => partsOf(part).includes(button));
}
