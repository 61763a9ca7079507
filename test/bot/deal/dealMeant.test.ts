import assert from 'node:assert/strict';
import { createdRecord, referralDraft } from '#app/referral/referralRecord.ts';
import { readable } from '#test/support/bot/client.ts';
import type { Place, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import { temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';
import { accepted, received } from '#test/support/referral/samples.ts';

/** Each verb that can be typed and is about a deal: what opens it, and how it is said to be typed. */
const verbs: readonly [typed: string, behind: string, opened: RegExp, how: RegExp][] = [
  ['won', '', /Mark .+ as won\?/, /Which deal\? Type won, lost or stage/],
  ['lost', '', /Why was .+ lost\?/, /Which deal\? Type won, lost or stage/],
  ['stage', '', /How far along is this deal\?/, /Which deal\? Type won, lost or stage/],
  ['history', '', /History of “/, /Which deal\? Type “history”/],
  ['note', ': call on Monday', /Note added/, /Which deal\? Type “note”/],
];
/** Without words these are about everything. */
const quieting: readonly [typed: string, behind: string, opened: RegExp, how: RegExp][] = [
  ['mute', '', /Muted: no messages about this deal/, /Which deal\?.*Mute or snooze/],
  ['unmute', '', /messages are back/, /Which deal\?.*Mute or snooze/],
  ['snooze', ' 3 days', /Snoozed until/, /Which deal\?.*Mute or snooze/],
];

describe('dealMeant: which deal is meant by what is typed', () => {
  let bot: RunningBot;
  let anna: TestPerson;
  let chat: Place;
  let deals = 0;

  beforeEach(async () => {
    const { organizations } = twoOrganizations([
      { email: 'anna.berg@contoso.example', role: 'referrals-admin' },
    ]);
    const file = await temporaryFile({ organizations });
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
    await file.remove();
    anna = bot.teams.person('Anna Berg');
    chat = bot.teams.chatOf(anna);
    await bot.teams.install(anna, chat);
  });
  afterEach(() => bot.stop());

  const says = async (text: string): Promise<string> => {
    await bot.teams.say(anna, chat, text);
    return readable(bot.teams.in(chat).at(-1)?.activity ?? {});
  };
  const team = [{ name: 'Anna Berg', email: 'anna.berg@contoso.example', phone: '1' }];
  const others = [{ name: 'Bo Lind', email: 'bo.lind@contoso.example', phone: '2' }];
  const stored = (referral: Parameters<typeof createdRecord>[0]) =>
    bot.composed.store.create(referralDraft(createdRecord(referral), undefined));
  // Every card names the customer, not every one the deal.
  const named = (name: string) => ({
    id: `deal-${++deals}`,
    name,
    customer: { ...accepted().customer, name },
  });
  /** An accepted deal of her own. */
  const own = (name: string) => stored(accepted({ ...named(name), direction: 'outbound', team }));
  /** One that she may see as an admin, and does not work on. */
  const seen = (name: string) =>
    stored(received({ ...named(name), team: others, expiresAt: '2126-11-16T09:00:00.000Z' }));

  for (const [typed, behind, opened, how] of verbs) {
    describe(typed, () => {
      it('given no words and no deal, then it is said how', async () => {
        const answer = await says(typed + behind.replace(/^:/, ''));
        assert.match(answer, how);
        assert.doesNotMatch(answer, opened);
      });

      it('given no words, then the one accepted deal she works on is meant, whatever else she may see', async () => {
        await own('Tailspin fleet');
        await seen('Alpine slopes');
        const answer = await says(typed + behind.replace(/^:/, ''));
        assert.match(answer, opened);
        assert.match(answer, /Tailspin fleet/);
      });

      it('given no words and she works on none, then the only open deal she may see is meant', async () => {
        await seen('Alpine slopes');
        assert.match(await says(typed + behind.replace(/^:/, '')), /Alpine slopes/);
        // Another one than the one that was just shown.
        await says('my deals');
        await seen('Alpine lifts');
        const several = await says(`${typed} alpine${behind}`);
        assert.match(several, /Which deal\?/);
        assert.doesNotMatch(several, opened);
      });

      it('given no words and she works on several, then it is asked which, by buttons with numbers', async () => {
        await own('Tailspin fleet');
        await own('Alpine slopes');
        const answer = await says(typed + behind.replace(/^:/, ''));
        assert.match(answer, /Which deal\?[\s\S]*1 {2}Alpine slopes[\s\S]*2 {2}Tailspin fleet/);
        assert.doesNotMatch(answer, opened);
      });
    });
  }

  for (const [typed, behind, opened] of [...verbs, ...quieting]) {
    describe(`${typed} with words`, () => {
      beforeEach(async () => {
        for (const name of ['Tailspin fleet', 'Alpine slopes', 'Alpine lifts']) await own(name);
      });

      it('given one deal fits, then it is meant', async () => {
        const answer = await says(`${typed} tailspin${behind}`);
        assert.match(answer, opened);
        assert.match(answer, /Tailspin fleet/);
      });

      it('given several fit, then it is asked which, and the number goes on with what was typed', async () => {
        const answer = await says(`${typed} Alpine${behind}`);
        assert.match(
          answer,
          /Several deals match “Alpine”\.[\s\S]*1 {2}Alpine (slopes|lifts)[\s\S]*2 {2}Alpine (slopes|lifts)/,
        );
        assert.doesNotMatch(answer, opened);
        const second = /2 {2}(Alpine \w+)/.exec(answer)?.[1] ?? '';
        const next = await says('2');
        assert.match(next, opened);
        assert.ok(next.includes(second), next);
      });

      it('given none fits, then it says so', async () => {
        const answer = await says(`${typed} Wombat${behind}`);
        assert.match(answer, /No deal you can see matches “Wombat”/);
        assert.doesNotMatch(answer, opened);
      });
    });
  }

  it('given so many fit that they can’t all be named, then some are, and that there are more', async () => {
    for (const number of [1, 2, 3, 4, 5, 6, 7]) await own(`Alpine ${number}`);
    const five = /[\s\S]*There are more[\s\S]*5 {2}Alpine 3/;
    assert.match(await says('won Alpine'), new RegExp(`Several deals match “Alpine”.${five.source}`));
    assert.match(await says('won'), new RegExp(`You have several open deals.${five.source}`));
  });

  it('given a list was narrowed, then that changes nothing about which deal is meant', async () => {
    await own('Tailspin fleet');
    await own('Alpine slopes');
    await says('my deals');
    await bot.teams.press(anna, chat, 'deals.list', { list: 'mine', form: 0, 'customer.0': 'Nobody' });
    assert.match(await says('won'), /Which deal\?/);
  });
});
