import assert from 'node:assert/strict';
import { cardOf, executed, readable } from '#test/support/bot/client.ts';
import type { TestPerson } from '#test/support/bot/fakeTeams.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { ofType, type Part } from '#test/support/cards/cardParts.ts';
import { CONTOSO_KEY, temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const members = [
  { email: 'ada.admin@contoso.example', role: 'referrals-admin' as const },
  { email: 'tea.team@contoso.example', role: 'referrals-user' as const, locations: ['7654321'] },
];

describe('Pipeline and insights in chat', () => {
  let bot: RunningBot;
  let file: Awaited<ReturnType<typeof temporaryFile>>;
  before(async () => {
    file = await temporaryFile(twoOrganizations(members));
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
    const team = [{ firstName: 'Tea', email: 'tea.team@contoso.example' }];
    await bot.intake(inbound({ name: 'Berlin deal', mpnId: '7654321', team }), CONTOSO_KEY);
    await bot.intake(inbound({ name: 'Another deal', mpnId: '7654321' }), CONTOSO_KEY);
  });
  after(async () => {
    await bot.stop();
    await file.remove();
  });

  /** What somebody is answered that has this in it: cards of new referrals may come at the same moment. */
  const typed = async (person: TestPerson, text: string, answer: RegExp) => {
    const before = bot.teams.messages.length;
    await bot.teams.say(person, bot.teams.chatOf(person), text);
    const fits = (one: (typeof bot.teams.messages)[number]) =>
      answer.test(String(one.activity.text)) || answer.test(JSON.stringify(one.activity.attachments ?? ''));
    return until(`an answer to ${text}`, () => bot.teams.messages.slice(before).find(fits));
  };

  it('given a referrals user, when they type pipeline and press a bar, then their own deals are listed, and no others (CR-4)', async () => {
    const tea = bot.teams.person('Tea Team');
    const card = cardOf(await typed(tea, 'pipeline', /Your pipeline/));
    const bars = ofType(card, 'ColumnSet').flatMap(({ selectAction }) =>
      selectAction ? [selectAction as Part] : [],
    );
    assert.equal(bars.length, 1);
    const list = await bot.teams.press(tea, bot.teams.chatOf(tea), 'deals.list', bars[0]?.data as object);
    assert.match(readable(list), /Berlin deal/);
    assert.doesNotMatch(readable(list), /Another deal/);
  });

  it('given a referrals user, when they type insights, then they are told whom to ask', async () => {
    await typed(bot.teams.person('Tea Team'), 'insights', /Only referrals admins can do this/);
  });

  it('given an admin, when they export what they see, then it is text to copy, and leads back', async () => {
    const ada = bot.teams.person('Ada Admin');
    const card = cardOf(await typed(ada, 'insights', /Insights/));
    const exporting = ofType(card, 'Action.Execute').find(({ data }) => (data as { csv?: string }).csv);
    const answer = await bot.teams.press(
      ada,
      bot.teams.chatOf(ada),
      'insights.show',
      exporting?.data as object,
    );
    const [block] = ofType(cardOf(answer), 'CodeBlock');
    assert.match(String(block?.codeSnippet), /^from,to,level,name,figure,detail,value/);
    const back = await bot.teams.press(
      ada,
      bot.teams.chatOf(ada),
      'insights.show',
      executed(cardOf(answer), 'insights.show'),
    );
    assert.match(readable(back), /Insights/);
  });
});
