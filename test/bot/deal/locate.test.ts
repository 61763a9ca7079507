import assert from 'node:assert/strict';
import { cardOf, executed, offers, pressOn, readable } from '#test/support/bot/client.ts';
import type { Posted } from '#test/support/bot/fakeConnector.ts';
import type { InvokeAnswer, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { referralCardIn } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { ofType } from '#test/support/cards/cardParts.ts';
import { CONTOSO_KEY, temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const members = [
  { email: 'ada.admin@contoso.example', role: 'referrals-admin' as const },
  { email: 'lena.local@contoso.example', role: 'referrals-admin' as const, locations: ['1234567'] },
];

describe('A referral without a location (CR-30)', () => {
  let bot: RunningBot;
  let file: Awaited<ReturnType<typeof temporaryFile>>;
  let ada: TestPerson;
  let lena: TestPerson;
  let card: Posted;

  beforeEach(async () => {
    file = await temporaryFile(twoOrganizations(members));
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
    [ada, lena] = [bot.teams.person('Ada Admin'), bot.teams.person('Lena Local')];
    for (const one of [ada, lena]) await bot.teams.install(one, bot.teams.chatOf(one));
    await bot.intake(inbound({ mpnId: null, team: [] }), CONTOSO_KEY);
    card = await referralCardIn(bot, bot.teams.chatOf(ada));
  });
  afterEach(async () => {
    await bot.stop();
    await file.remove();
  });

  const press = () => pressOn(bot.teams, ada, bot.teams.chatOf(ada), card, 'deal.locate', {});
  const again = (answer: InvokeAnswer, location: string) =>
    bot.teams.press(
      ada,
      bot.teams.chatOf(ada),
      'deal.locate',
      executed(cardOf(answer), 'deal.locate', { location }),
      {
        replyToId: card.id,
      },
    );

  it('given an admin of the whole company, when they set it, then the admins of that location get the card', async () => {
    assert.ok(offers(cardOf(card), 'deal.locate'));
    const form = await press();
    const [choice] = ofType(cardOf(form), 'Input.ChoiceSet').map(({ choices }) => choices);
    assert.deepEqual(
      (choice as { value: string }[]).map(({ value }) => value),
      ['1234567', '7654321'],
    );
    const answer = await again(form, '1234567');
    assert.match(readable(answer), /Location set: Cleveland/);
    assert.ok(!offers(cardOf(answer), 'deal.locate'));
    const theirs = await referralCardIn(bot, bot.teams.chatOf(lena));
    assert.match(readable(theirs.activity), /admin of (its|the) location|location/i);
  });

  it('given what is no location of theirs, then it is asked once more; a name is understood', async () => {
    const refused = await again(await press(), 'Atlantis');
    assert.match(readable(refused), /Your company has no such location/);
    assert.match(readable(await again(refused, 'berlin')), /Location set: Berlin/);
  });

  it('given it has one by now, when an older form is sent, then it keeps what it has (CR-21)', async () => {
    const form = await press();
    await again(form, '7654321');
    const late = await again(form, '1234567');
    assert.match(readable(late), /already has a location/);
    await until('the card is true', () => /Berlin/.test(readable(card.activity)));
  });
});
