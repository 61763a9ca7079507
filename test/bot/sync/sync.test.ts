import assert from 'node:assert/strict';
import { cardOf, executed, offers, pressOn, readable } from '#test/support/bot/client.ts';
import type { InvokeAnswer } from '#test/support/bot/fakeTeams.ts';
import { referralArrives, type Scene } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { ofType, type Part } from '#test/support/cards/cardParts.ts';
import { differing } from '#test/support/sync/unsyncedDeal.ts';

const CHANGED = { value: '95000', currency: 'EUR', crmId: 'C-7' };

/** What is not in Partner Center yet, in whole turns: seen, copied, ticked off, settled and given up. */
describe('By hand', () => {
  let bot: RunningBot;
  let scene: Scene;
  let id: string;
  beforeEach(async () => {
    bot = await startBot();
    scene = await referralArrives(bot);
    id = String(scene.referral.id);
  });
  afterEach(() => bot.stop());

  const press = (verb: string, data: object, who = scene.anna) =>
    bot.teams.press(who, bot.teams.chatOf(who), verb, data);
  const on = (shown: InvokeAnswer, verb: string, typed: Record<string, unknown> = {}, who = scene.anna) =>
    press(verb, executed(cardOf(shown), verb, typed), who);
  const accepted = () => pressOn(bot.teams, scene.anna, scene.chat, scene.card, 'referral.accept', CHANGED);
  const input = (shown: InvokeAnswer, name: string): Part =>
    ofType(cardOf(shown), 'Input.').find((part) => String(part.id).startsWith(name)) ?? assert.fail(name);
  const lastSaid = () => bot.teams.in(scene.chat).at(-1) ?? assert.fail();
  const differ = (...items: Parameters<typeof differing>[2][]) =>
    differing(bot.composed, { organization: 'local', id }, ...items);

  it('given an accepted referral, when it was entered, then nobody is asked any more, and the channel copy says so too', async () => {
    const deal = await accepted();
    const line = /Not in Partner Center yet: accepted, value, CRM ID, team/;
    assert.match(readable(deal), line);
    await until('the channel copy', () => line.test(readable(scene.channelCard.activity)));
    assert.doesNotMatch(readable(scene.channelCard.activity), /Please also enter/);

    const panel = await on(deal, 'sync.show');
    const copied = String(input(panel, 'copy').value).split('\n');
    assert.deepEqual(copied.slice(0, 4), [
      'Accept the referral',
      'Estimated value: 95000',
      'Currency: EUR',
      'CRM ID: C-7',
    ]);
    assert.match(copied[4] ?? '', /^Team contacts: /);
    assert.ok(ofType(cardOf(panel), 'Action.OpenUrl').length === 1);

    const entered = await on(panel, 'sync.enter', { fields: 'decision,value,crmId,team' });
    assert.match(readable(entered), /Entered in Partner Center: accepted, value, CRM ID, team/);
    assert.doesNotMatch(readable(entered), /Not in Partner Center yet/);
    await until('the channel copy', () => !readable(scene.channelCard.activity).includes('Not in Partner'));
  });

  it('given only some of it was entered, then the rest still waits; given nothing chosen, then it is asked again', async () => {
    const panel = await on(await accepted(), 'sync.show');
    const asked = await on(panel, 'sync.enter', { fields: '' });
    assert.match(readable(asked), /Choose what you entered/);
    const some = await on(asked, 'sync.enter', { fields: 'decision,team' });
    assert.match(readable(some), /Not in Partner Center yet: value, CRM ID ›/);
  });

  it('given a colleague who was faster, then the second press is told who it was, and changes nothing', async () => {
    const bo = bot.teams.person('Bo Lind');
    await bot.teams.install(bo, bot.teams.chatOf(bo));
    const deal = await accepted();
    const [first, second] = [await on(deal, 'sync.show'), await on(deal, 'sync.show', {}, bo)];
    const all = { fields: 'decision,value,crmId,team' };
    await on(first, 'sync.enter', all);
    const late = await on(second, 'sync.enter', all, bo);
    assert.match(readable(late), /Anna Berg already took care of this: /);
  });

  it('given a change while somebody types it in there, then what is new is shown before it can be ticked off', async () => {
    const deal = await accepted();
    const panel = await on(deal, 'sync.show');
    await press('stage.mark', { referral: id, stage: 20, from: 10, form: 0 });
    const again = await on(panel, 'sync.enter', { fields: 'decision,value' });
    assert.match(readable(again), /Someone changed this deal in the meantime/);
    assert.match(String(input(again, 'copy').value), /Sales stage: 20\s?%/);
    assert.match(readable(await on(again, 'sync.enter', { fields: 'decision,salesStage' })), /Entered in/);
  });

  it('given the copy in a channel, when its line is pressed, then what to enter comes to one’s own chat', async () => {
    await accepted();
    const { channelCard, channel, anna } = scene;
    await until('the channel copy', () => offers(channelCard.activity, 'sync.show'));
    const before = JSON.stringify(channelCard.activity);
    await pressOn(bot.teams, anna, channel, channelCard, 'sync.show');
    const sent = await until('a panel', () =>
      bot.teams.in(scene.chat).find(({ activity }) => readable(activity).includes('Accept the referral')),
    );
    assert.match(readable(sent.activity), /CRM ID: C-7/);
    assert.equal(JSON.stringify(channelCard.activity), before);
  });

  it('given that both sides changed the value, then both stand on the card, and the chosen one counts (CR-39)', async () => {
    await accepted();
    const details = { ...(scene.referral.details as object), dealValue: 52_000, currency: 'EUR' };
    const updated = { updatedDateTime: new Date().toISOString(), details };
    await bot.intake({ ...scene.referral, ...updated });
    const deal = await press('referral.view', { referral: id });
    assert.match(readable(deal), /Here €95,000, in Partner Center €52,000\n/);
    const take = presses(deal, 'sync.settle').find(({ title }) => title === 'Use €52,000');
    const taken = await press('sync.settle', take?.data as object);
    assert.match(readable(taken), /Using Partner Center’s: value/);
    const { details: now } = (await bot.read(id)).body as { details: Record<string, unknown> };
    assert.deepEqual([now.dealValue, now.currency], [52_000, 'EUR']);
    const late = await press('sync.settle', { ...(take?.data as object), keep: 'ours' });
    assert.match(readable(late), /Anna Berg already took care of this/);
    const { channelCard } = scene;
    await until('the channel copy', () => readable(channelCard.activity).includes('52,000'));
  });

  it('given a refusal, then the card says why, and it is mended, sent again or given up', async () => {
    await accepted();
    const refused = { code: 'invalidRequest', at: '2026-11-20T10:00:00.000Z', status: 400 };
    const there = { crmId: 'THEIRS' };
    await differ({ field: 'crmId', there, refused });
    const deal = await press('referral.view', { referral: id });
    assert.match(readable(deal), /Partner Center didn’t take: CRM ID\nIt can’t be entered there like this\./);
    const mend = presses(deal, 'deal.edit').find(({ title }) => title === 'Fix');
    assert.ok(ofType(cardOf(await press('deal.edit', mend?.data as object)), 'Input.Text').length > 0);
    const sent = await on(deal, 'sync.retry');
    assert.match(readable(sent), /Sending it again\.[\s\S]*Not in Partner Center yet: CRM ID/);
    const { revision } = await differ({ field: 'crmId', there, refused });
    const dropped = await press('sync.drop', { referral: id, field: 'crmId', seen: revision });
    assert.match(readable(dropped), /Using Partner Center’s: CRM ID/);
    assert.equal(((await bot.read(id)).body as Record<string, unknown>).externalReferenceId, 'THEIRS');
  });

  it('given what is open, then the list has it in six languages, the oldest first; given nothing, then it says so', async () => {
    const { anna, chat } = scene;
    await bot.teams.say(anna, chat, 'not in partner center');
    assert.match(readable(lastSaid().activity), /Everything is in Partner Center/);
    await accepted();
    for (const text of [
      'To enter',
      'nicht in Partner Center',
      'att föra in',
      '未录入 Partner Center',
      'не в Partner Center',
      'da inserire',
    ]) {
      await bot.teams.say(anna, chat, text);
      assert.match(readable(lastSaid().activity), /Fabrikam analytics[\s\S]*accepted, value, CRM ID/, text);
    }
  });

  it('given junk and buttons that are too old, then nothing happens', async () => {
    await accepted();
    for (const [verb, data] of [
      ['sync.enter', { fields: 'decision' }],
      ['sync.enter', { fields: 'decision', seen: 'x' }],
      ['sync.settle', { field: 'name', keep: 'both', seen: 1 }],
      ['sync.drop', { field: '__proto__', seen: 1 }],
    ] as const) {
      const answer = await press(verb, { referral: id, ...data });
      assert.match(String(answer.body?.value), /older card/, verb);
    }
  });
});

function presses(shown: InvokeAnswer, verb: string): Part[] {
  return ofType(cardOf(shown), 'Action.Execute').filter((part) => part.verb === verb);
}
