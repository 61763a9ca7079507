import assert from 'node:assert/strict';
import { cardOf, executed, offers, pressOn, readable, submitted } from '#test/support/bot/client.ts';
import { refuse } from '#test/support/bot/refusals.ts';
import { referralArrives } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { ofType } from '#test/support/cards/cardParts.ts';

const CHANGED = {
  name: 'Renamed deal',
  value: '95k',
  currency: 'EUR',
  closeDate: '2027-05-01',
  crmId: 'C-7',
};

describe('referral.accept', () => {
  let bot: RunningBot;
  beforeEach(async () => {
    bot = await startBot();
  });
  afterEach(() => bot.stop());

  it('given a card in a chat and a channel, when someone accepts with changed values, then they are kept and both copies show it (CR-35)', async () => {
    const { anna, chat, referral, card, channelCard } = await referralArrives(bot);
    const answer = await pressOn(bot.teams, anna, chat, card, 'referral.accept', CHANGED);
    assert.equal(answer.status, 200);
    assert.equal(answer.body?.type, 'application/vnd.microsoft.card.adaptive');
    assert.match(readable(answer), /Accepted by Anna Berg/);
    assert.ok(!offers(cardOf(answer), 'referral.accept') && !offers(cardOf(answer), 'referral.decline'));
    const { body } = await bot.read(referral.id);
    const { details, ...top } = body as { details: Record<string, unknown> } & Record<string, unknown>;
    assert.deepEqual(
      [top.status, top.substatus, top.name, top.externalReferenceId],
      ['Active', 'Accepted', 'Renamed deal', 'C-7'],
    );
    assert.deepEqual(
      [details.dealValue, details.currency, details.closingDateTime],
      [95_000, 'EUR', '2027-05-01T00:00:00Z'],
    );
    for (const copy of [card, channelCard]) {
      await until('the copy is edited', () => copy.edits === 1);
      assert.match(readable(copy.activity), /Accepted by Anna Berg[\s\S]*95,000/);
      // What somebody typed is for those who may see the deal, not for a whole channel (CR-51).
      assert.equal(readable(copy.activity).includes('Renamed deal'), copy === card);
      assert.ok(!offers(cardOf(copy), 'referral.accept'));
      assert.equal(copy.activity.summary, 'Referral: Fabrikam Ltd. Accepted by Anna Berg.');
    }
  });

  it('given nothing typed, when someone accepts in the channel, then the values stay as they came, and they join the team (CR-35, CR-58)', async () => {
    const { anna, channel, referral, card, channelCard } = await referralArrives(bot);
    const answer = await pressOn(bot.teams, anna, channel, channelCard, 'referral.accept');
    assert.match(readable(answer), /Accepted by Anna Berg/);
    const { body } = await bot.read(referral.id);
    const { status, substatus, acceptedDateTime, ...rest } = body;
    const { status: _new, substatus: _pending, ...received } = referral;
    assert.deepEqual([status, substatus], ['Active', 'Accepted']);
    assert.ok(Math.abs(Date.parse(String(acceptedDateTime)) - Date.now()) < 60_000);
    const joined = {
      firstName: 'Anna',
      lastName: 'Berg',
      email: 'anna.berg@contoso.example',
      phoneNumber: null,
    };
    const team = [...(received.team as object[]), joined];
    assert.deepEqual(rest, { ...received, team });
    await until('both copies are edited', () => card.edits === 1 && channelCard.edits === 1);
  });

  const mistakes = [
    { typed: { value: 'a lot' }, says: /That’s not an amount/ },
    { typed: { value: '10.000' }, says: /This could be .*10.*10,000/ },
    { typed: { closeDate: '2020-01-31' }, says: /That date has passed/ },
    { typed: { closeDate: 'soon' }, says: /That’s not a date/ },
    { typed: { name: '  ' }, says: /Enter a deal name/ },
    { typed: { team: 'Bo; no address; 1' }, says: /Line 1/ },
  ];
  for (const { typed, says } of mistakes) {
    it(`given ${JSON.stringify(typed)}, when accepted, then the form comes back open with what was typed, and nothing else changed`, async () => {
      const { anna, chat, referral, card, channelCard } = await referralArrives(bot);
      const entries = { crmId: 'CRM-1', notes: 'Two lines\nof notes', ...typed };
      const refused = await pressOn(bot.teams, anna, chat, card, 'referral.accept', entries);
      assert.equal(refused.status, 200);
      assert.match(readable(refused), says);
      assert.match(readable(refused), /Not accepted yet/);
      const again = executed(cardOf(refused), 'referral.accept');
      for (const [field, text] of Object.entries(entries)) {
        assert.equal(String(again[`${field}.1`]).trim(), text.trim(), field);
        assert.ok(!(`${field}.0` in again), 'input ids are fresh');
      }
      assert.equal((await bot.read(referral.id)).body.substatus, 'Pending');
      const mended = executed(cardOf(refused), 'referral.accept', CHANGED_TO_GOOD);
      const answer = await bot.teams.press(anna, chat, 'referral.accept', mended, { replyToId: card.id });
      assert.match(readable(answer), /Accepted by Anna Berg/);
      const { body } = await bot.read(referral.id);
      assert.deepEqual([body.substatus, body.externalReferenceId], ['Accepted', 'CRM-1']);
      assert.equal((body.details as { notes: string }).notes, 'Two lines\nof notes');
      await until('both copies are edited once', () => card.edits === 1 && channelCard.edits === 1);
    });
  }

  it('given a refused answer, then the other one is still a press away, without anything typed into it (CR-34)', async () => {
    const { anna, chat, referral, card } = await referralArrives(bot);
    const press = (answer: Parameters<typeof cardOf>[0], verb: string, sent?: object) => {
      const action = ofType(cardOf(answer), 'Action.Execute').find(
        (one) => one.verb === verb && (one.data as { opens?: boolean }).opens === true,
      );
      return bot.teams.press(anna, chat, verb, sent ?? (action?.data as object), { replyToId: card.id });
    };
    const refused = await pressOn(bot.teams, anna, chat, card, 'referral.accept', { value: 'a lot' });
    const declining = await press(refused, 'referral.decline');
    assert.match(readable(declining), /Decline referral/);
    assert.doesNotMatch(readable(declining), /Not declined yet/);
    const accepting = await press(declining, 'referral.accept');
    assert.match(readable(accepting), /Accept referral/);
    assert.doesNotMatch(readable(accepting), /Not accepted yet|This is no amount/);
    assert.equal((await bot.read(referral.id)).body.substatus, 'Pending');
    const sent = executed(cardOf(accepting), 'referral.accept');
    const answer = await bot.teams.press(anna, chat, 'referral.accept', sent, { replyToId: card.id });
    assert.match(readable(answer), /Accepted by Anna Berg/);
  });

  it('given a client that knows only Action.Submit, when pressed in the chat, then the pressed card becomes the answer, refused or not', async () => {
    const { anna, chat, referral, card, channelCard } = await referralArrives(bot);
    const wrong = submitted(cardOf(card), 'referral.accept', { value: 'a lot', crmId: 'C-8' });
    assert.equal(await bot.teams.submit(anna, chat, wrong, { replyToId: card.id }), 200);
    assert.equal(card.edits, 1);
    assert.match(readable(card.activity), /That’s not an amount/);
    assert.equal(channelCard.edits, 0);
    const right = submitted(cardOf(card), 'referral.accept', { value: '7000' });
    assert.equal(right['crmId.1'], 'C-8');
    assert.equal(await bot.teams.submit(anna, chat, right, { replyToId: card.id }), 200);
    assert.match(readable(card.activity), /Accepted by Anna Berg/);
    assert.equal((await bot.read(referral.id)).body.externalReferenceId, 'C-8');
    await until('the copy in the channel is edited', () => channelCard.edits === 1);
  });

  it('given such a client and a card that is gone by now, when pressed, then the answer comes as a new message', async () => {
    const { anna, chat, referral, card } = await referralArrives(bot);
    const data = submitted(cardOf(card), 'referral.accept');
    bot.teams.messages.splice(bot.teams.messages.indexOf(card), 1);
    assert.equal(await bot.teams.submit(anna, chat, data, { replyToId: card.id }), 200);
    assert.match(readable(bot.teams.in(chat).at(-1)?.activity ?? {}), /Accepted by Anna Berg/);
    assert.equal((await bot.read(referral.id)).body.substatus, 'Accepted');
  });

  it('given such a client in a channel, when pressed, then the answer goes to the presser’s own chat and the channel learns no more than the card shows', async () => {
    const { anna, chat, channel, referral, card, channelCard } = await referralArrives(bot);
    const before = bot.teams.in(chat).length;
    const wrong = submitted(cardOf(channelCard), 'referral.accept', { value: 'a lot' });
    await bot.teams.submit(anna, channel, wrong, { replyToId: channelCard.id });
    assert.equal(channelCard.edits, 0);
    const form = bot.teams.in(chat)[before];
    assert.ok(form && /That’s not an amount/.test(readable(form.activity)));
    const reply = bot.teams.in(channel).at(-1);
    assert.equal(reply?.activity.text, 'I’ve answered in our personal chat.');
    assert.equal(reply?.conversationId, channelCard.conversationId);
    const right = submitted(cardOf(form), 'referral.accept', { value: '7000' });
    await bot.teams.submit(anna, chat, right, { replyToId: form.id });
    assert.equal((await bot.read(referral.id)).body.substatus, 'Accepted');
    await until('all copies are edited', () => card.edits === 1 && channelCard.edits === 1);
    assert.match(readable(form.activity), /Accepted by Anna Berg/);
  });

  it('given such a client in a channel and a chat that is blocked, when pressed, then the answer stands in the thread', async () => {
    const { anna, channel, channelCard } = await referralArrives(bot);
    bot.teams.disturb = (call, response) =>
      call.path.includes('/a:') && refuse(403, 'ConversationBlockedByUser')(call, response);
    const data = submitted(cardOf(channelCard), 'referral.accept', { value: 'a lot' });
    await bot.teams.submit(anna, channel, data, { replyToId: channelCard.id });
    const reply = bot.teams.in(channel).at(-1);
    assert.equal(reply?.conversationId, channelCard.conversationId);
    assert.match(readable(reply?.activity ?? {}), /That’s not an amount/);
  });
});

const CHANGED_TO_GOOD = {
  name: 'Good name',
  value: '9500',
  closeDate: '2027-05-01',
  team: 'Bo; bo@contoso.example; +1 917 555 0100',
};
