import assert from 'node:assert/strict';
import { mutesOf } from '#app/news/muteRecord.ts';
import { languages } from '#cards/say.ts';
import { presentMutes } from '#domain/news/mute.ts';
import type { SharedView } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { App } from '#test/support/app/runningApp.ts';
import { cardOf, offers, pressOn, readable, textAnswer } from '#test/support/bot/client.ts';
import type { Posted } from '#test/support/bot/fakeConnector.ts';
import { TENANT } from '#test/support/bot/fakeTeams.ts';
import { referralCardIn } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { ofType } from '#test/support/cards/cardParts.ts';
import { type Seller, seller } from '#test/support/draft/dealScene.ts';
import { command, created } from '#test/support/engagement/engaged.ts';
import { invitedParty } from '#test/support/news/invitedParty.ts';
import { cases } from '#test/support/news/newsCases.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const AT = '2026-11-16T09:00:00.000Z';
const view: SharedView = {
  stage: 'accepted',
  since: AT,
  team: [],
  notes: [],
  value: { amount: 40, currency: 'USD' },
  closeDate: '2027-02-01',
};
describe('News of a deal, and hearing less', () => {
  let bot: RunningBot;
  let anna: Seller;
  let app: App;
  beforeEach(async () => {
    bot = await startBot();
    anna = await seller(bot);
    const { store, worker } = bot.composed;
    const clock = { now: () => new Date(), pause: async () => {} };
    app = { store, worker, clock, deps: { store, clock } } as unknown as App;
    const team = [{ name: 'Anna Berg', email: anna.person.email, phone: '1' }];
    await created(app, { organization: 'local', team, parties: [invitedParty] } as never);
    await until('the card of the deal', () => anna.chat && bot.teams.in(anna.chat).length > 1);
  });
  afterEach(() => bot.stop());

  const accepts = (seq = 2, changes: Partial<SharedView> = {}) =>
    command(app, 'local', 'deal-1', {
      type: 'engagement.receive',
      message: {
        engagementId: 'engagement-1',
        from: { organization: 'fabrikam', name: 'Fabrikam', referralId: 'r-fabrikam' },
        to: { organization: 'local', referralId: 'deal-1' },
        seq,
        view: { ...view, ...changes },
        seller: { name: 'Finn Kraft', email: 'finn@fabrikam.example' },
      },
    });
  const newsCard = (): Promise<Posted> =>
    until('news', () =>
      bot.teams.in(anna.chat).find((posted) => JSON.stringify(posted.activity).includes('"on":"')),
    );
  const silences = async () => {
    const personId = `${TENANT}:${anna.person.aadObjectId}`;
    const { all, deals } = presentMutes(
      await mutesOf(bot.composed, 'local', personId),
      new Date().toISOString(),
    );
    return { all, deals };
  };
  const sentences = (posted: Posted) => readable(cardOf(posted));

  it('given a partner that accepts, then a card says who, how to write to them, what to do, why it came and how to stop it (CR-52, CR-55)', async () => {
    await accepts();
    const posted = await newsCard();
    const said = sentences(posted);
    for (const part of [
      'Fabrikam accepted your invitation',
      'Their seller: Finn Kraft',
      'Their part: $40',
      'You asked for $30, closing Feb 1, 2027',
      'You get this because you’re on this deal’s team.',
      'mute or snooze the deal',
    ]) {
      assert.ok(said.includes(part), `${part} in ${said}`);
    }
    const [chat] = ofType(cardOf(posted), 'Action.OpenUrl');
    assert.match(String(chat?.url), /users=finn%40fabrikam\.example$/);
    assert.equal(posted.activity.summary, 'Fabrikam accepted your invitation: Northwind');
    const answer = await pressOn(bot.teams, anna.person, anna.chat, posted, 'referral.view');
    assert.deepEqual(answer, textAnswer('The referral is below, on its own card.'));
  });

  it('given a partner that takes on what it was asked for, then that is not said twice', async () => {
    await accepts(2, { value: { amount: 30, currency: 'USD' } });
    assert.doesNotMatch(sentences(await newsCard()), /You asked for/);
  });

  it('when Mute is pressed on the news, then they stay, say that it is muted, and offer to unmute', async () => {
    await accepts();
    const posted = await newsCard();
    const answer = await pressOn(bot.teams, anna.person, anna.chat, posted, 'news.mute');
    assert.match(readable(answer), /Fabrikam accepted your invitation[\s\S]*You muted this deal\./);
    assert.deepEqual(
      (await silences()).deals.map(({ referralId }) => referralId),
      ['deal-1'],
    );
    await until('the message shows it', () => offers(cardOf(posted), 'news.unmute'));
    const again = await pressOn(bot.teams, anna.person, anna.chat, posted, 'news.unmute');
    assert.ok(offers(again.body?.value, 'news.mute'));
    assert.deepEqual((await silences()).deals, []);
  });

  it('when Snooze is pressed on the news, then a form opens, keeps what was typed where it is refused, and snoozes', async () => {
    await accepts();
    const posted = await newsCard();
    const form = await pressOn(bot.teams, anna.person, anna.chat, posted, 'news.snooze');
    const pressed = (card: unknown, typed: Record<string, unknown>) =>
      pressOn(bot.teams, anna.person, anna.chat, shown(posted, card), 'news.snooze', typed);
    const refused = await pressed(form.body?.value, { for: 'week', until: '2020-01-01' });
    assert.match(readable(refused), /not in the future/);
    const inputs = ofType(refused.body?.value, 'Input.').map(({ value }) => value);
    assert.deepEqual(inputs, ['week', '2020-01-01']);
    const done = await pressed(refused.body?.value, { for: 'week', until: '' });
    assert.match(
      readable(done),
      /Snoozed until .*Then you’ll get one message with everything that’s still current/,
    );
    assert.ok((await silences()).deals[0]?.until);
  });

  it('given the deal’s own card, then the small press at its foot opens the form, mutes and unmutes', async () => {
    const card = await until('the deal', () =>
      bot.teams.in(anna.chat).find((posted) => readable(cardOf(posted)).includes('Mute or snooze')),
    );
    const form = await pressOn(bot.teams, anna.person, anna.chat, card, 'news.snooze');
    assert.match(readable(form), /Fewer messages about this deal/);
    const muted = await pressOn(
      bot.teams,
      anna.person,
      anna.chat,
      shown(card, form.body?.value),
      'news.mute',
    );
    assert.match(readable(muted), /You muted this deal\./);
    const heard = await pressOn(
      bot.teams,
      anna.person,
      anna.chat,
      shown(card, muted.body?.value),
      'news.unmute',
    );
    assert.match(readable(heard), /Unmuted: messages are back\./);
    assert.deepEqual((await silences()).deals, []);
  });

  it('given muted, when the partner wins, then nothing comes; what one presses is answered as ever', async () => {
    await anna.says('mute all');
    const before = bot.teams.in(anna.chat).length;
    await accepts();
    await until('the worker is idle', async () => {
      const due = await bot.composed.store.due(new Date().toISOString(), { total: 1, perOrganization: 1 });
      return due.length === 0;
    });
    assert.equal(bot.teams.in(anna.chat).length, before);
    const [answer] = await anna.says('my deals');
    assert.match(readable(answer ?? {}), /Northwind/);
  });

  it('given words of a deal behind it, then that deal is muted, and unmuted; where none or several fit, it says so', async () => {
    await bot.intake(inbound({ name: 'Quokka tracker', customerProfile: { name: 'Wombat' } }));
    await bot.intake(inbound({ name: 'Quokka two', customerProfile: { name: 'Numbat' } }));
    for (const name of ['Wombat', 'Numbat']) {
      await until('its card', () =>
        bot.teams.in(anna.chat).some(({ activity }) => JSON.stringify(activity).includes(name)),
      );
    }
    const muted = async () => (await silences()).deals.length;
    for (const [mute, unmute] of [
      ['mute Wombat', 'unmute wombat'],
      ['stummschalten Wombat', 'wieder einschalten Wombat'],
      ['静音 Wombat', '取消静音 Wombat'],
    ] as const) {
      await anna.says(mute);
      assert.match(sentences(anna.last()), /Wombat/, mute);
      assert.equal(await muted(), 1, mute);
      await anna.says(unmute);
      assert.equal(await muted(), 0, unmute);
    }
    await anna.says('snooze Wombat 3 days');
    assert.match(sentences(anna.last()), /Wombat[\s\S]*Snoozed until|Snoozed until[\s\S]*Wombat/);
    assert.deepEqual([await muted(), (await silences()).all], [1, undefined]);
    await anna.says('unmute Wombat');
    await anna.says('snooze Wombat');
    assert.match(sentences(anna.last()), /Fewer messages about this deal/, 'without a time it asks for it');
    await anna.says('snooze Quokka for a week');
    assert.match(sentences(anna.last()), /Which deal\?[\s\S]*Several deals match “Quokka”/);
    await anna.says('mute Quokka');
    assert.match(sentences(anna.last()), /Which deal\?[\s\S]*Several deals match “Quokka”/);
    await anna.says('mute Dingo');
    assert.match(String(anna.last().activity.text), /No deal you can see matches “Dingo”/);
    assert.deepEqual(await silences(), { all: undefined, deals: [] });
    await anna.says('mute all');
    await anna.says('unmute Wombat');
    assert.doesNotMatch(sentences(anna.last()), /messages are back/, 'they do not');
    assert.match(sentences(anna.last()), /You muted all deals/);
  });

  it('given a list of what is muted that is out of date, when what it shows is unmuted once more, then nothing else is', async () => {
    await bot.intake(inbound({ name: 'Quokka tracker', customerProfile: { name: 'Wombat' } }));
    await bot.intake(inbound({ name: 'Quokka two', customerProfile: { name: 'Numbat' } }));
    await anna.says('mute Wombat');
    await anna.says('mute');
    const list = await until('the list', () =>
      bot.teams.in(anna.chat).findLast(({ activity }) => JSON.stringify(activity).includes('"on":"list"')),
    );
    await anna.says('unmute Wombat');
    await anna.says('mute Numbat');
    const answer = await pressOn(bot.teams, anna.person, anna.chat, list, 'news.unmute');
    assert.match(readable(answer), /Numbat/);
    assert.equal((await silences()).deals.length, 1);
  });

  it('given no time at all, or less, then nothing is snoozed, and it says why', async () => {
    for (const text of ['snooze 0 days', 'snooze -3 days', 'snooze 5 years']) {
      await anna.says(text);
      assert.match(sentences(anna.last()), /not in the future|more than a year/, text);
      assert.equal((await silences()).all, undefined, text);
    }
  });

  it('given whoami, then it says what is muted and leads there', async () => {
    await anna.says('mute all');
    await anna.says('whoami');
    assert.match(sentences(anna.last()), /One thing is muted or snoozed\./);
    const list = await pressOn(bot.teams, anna.person, anna.chat, anna.last(), 'news.quiet');
    assert.match(readable(list), /All deals/);
  });

  it('given a channel that has the card of a referral, then the line in its thread names no person (CR-52)', async () => {
    const channel = bot.teams.channel('19:sales@thread.tacv2');
    await bot.teams.install(anna.person, channel);
    const wire = inbound();
    await bot.intake(wire);
    await referralCardIn(bot, channel);
    const id = String(wire.id);
    const inviter = { ...invitedParty, role: 'inviter', view: undefined };
    const { store } = bot.composed;
    const document = await store.read<'referral'>('local', `referral:${id}`);
    assert.ok(document);
    const { body, etag, ...rest } = document;
    const referral = { ...body.referral, parties: [inviter] } as Referral;
    assert.ok((await store.replace({ ...rest, kind: 'referral', body: { ...body, referral } }, etag)).ok);
    const message = {
      engagementId: 'e',
      from: { organization: 'fabrikam', name: 'Fabrikam', referralId: 'r-fabrikam' },
      to: { organization: 'local', referralId: id },
      seq: 2,
      view: { ...view, stage: 'closed', outcome: 'lost' },
      seller: { name: 'Finn Kraft', email: 'finn@fabrikam.example' },
    };
    assert.equal(await command(app, 'local', id, { type: 'engagement.receive', message }), 'done');
    const line = await until('the line in the channel', () =>
      bot.teams.in(channel).find(({ activity }) => /Fabrikam closed the deal/.test(String(activity.text))),
    );
    assert.match(String(line.activity.text), /This channel gets this because it has the deal’s card/);
    assert.doesNotMatch(JSON.stringify(line.activity), /Finn|finn@/);
    assert.equal(line.activity.attachments, undefined);
  });

  for (const language of languages) {
    const { muted, muteAll, snooze, snoozeAlone, unreadable, unmute } = cases[language];
    it(`given what is typed in ${language}, then it mutes, snoozes and unmutes`, async () => {
      await anna.says(`language ${language}`);
      await anna.says(muteAll);
      assert.deepEqual(
        [(await silences()).all !== undefined, (await silences()).all?.until],
        [true, undefined],
      );
      await anna.says(muted);
      assert.ok(offers(cardOf(anna.last()), 'news.unmute'), muted);
      await anna.says(unmute);
      assert.equal((await silences()).all, undefined, unmute);
      await anna.says(snooze);
      const until_ = (await silences()).all?.until ?? '';
      const days = (Date.parse(until_) - Date.now()) / 86_400_000;
      assert.ok(days > 2 && days < 4, `${snooze}: ${until_}`);
      await anna.says(unreadable);
      assert.ok(
        ofType(cardOf(anna.last()), 'TextBlock').some(({ color }) => color === 'Attention'),
        unreadable,
      );
      assert.equal((await silences()).all?.until, until_, 'what is not understood changes nothing');
      await anna.says(unmute);
      await anna.says(snoozeAlone);
      assert.equal((await silences()).all, undefined, 'alone it is a question');
      assert.ok(offers(cardOf(anna.last()), 'news.snooze'));
    });
  }
});

/** The message as it would stand there after an answer. */
function shown(posted: Posted, card: unknown): Posted {
  return { ...posted, activity: { ...posted.activity, attachments: [{ content: card }] } } as Posted;
}
