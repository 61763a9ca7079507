import assert from 'node:assert/strict';
import {
  cardOf,
  executed,
  offers,
  pressOn,
  readable,
  submitted,
  textAnswer,
} from '#test/support/bot/client.ts';
import type { Posted } from '#test/support/bot/fakeConnector.ts';
import type { InvokeAnswer, Place, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { installInChannel, referralCardIn } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { ofType, partsOf } from '#test/support/cards/cardParts.ts';
import { CONTOSO_KEY, temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const mail = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@contoso.example`;
const seller = (name: string, location = '1234567') => ({
  email: mail(name),
  role: 'referrals-user' as const,
  locations: [location],
});
const members = [
  { email: mail('Ada Admin'), role: 'referrals-admin' as const },
  { email: mail('Lena Local'), role: 'referrals-admin' as const, locations: ['1234567'] },
  seller('Tea Team'),
  seller('Otto Outside'),
  seller('Olga Outside'),
  seller('Paper Only'),
  seller('Tom Elsewhere', '7654321'),
];
const people = ['Ada Admin', 'Tea Team', 'Otto Outside', 'Olga Outside', 'Tom Elsewhere', 'Una Unlisted'];

describe('A deal, in whole turns', () => {
  let bot: RunningBot;
  let file: Awaited<ReturnType<typeof temporaryFile>>;
  let referral: Record<string, unknown>;
  let channel: Place;
  let chat: Place;
  let card: Posted;
  const known: Record<string, TestPerson> = {};
  const someone = (name: string): TestPerson => known[name] ?? assert.fail(name);
  const chatOf = (name: string) => bot.teams.chatOf(someone(name));
  const press = (verb: string, typed: Record<string, unknown> = {}, name = 'Tea Team', on = card) =>
    pressOn(bot.teams, someone(name), chatOf(name), on, verb, typed);
  const again = (answer: InvokeAnswer, verb: string, typed: Record<string, unknown> = {}) =>
    bot.teams.press(someone('Tea Team'), chat, verb, executed(cardOf(answer), verb, typed), {
      replyToId: card.id,
    });
  /** Opens the form of handing over, and sends it with this in it. */
  const hand = async (typed: Record<string, unknown>) =>
    again(await press('deal.handover'), 'deal.handover', typed);
  const shownIn = (name: string) => bot.teams.in(chatOf(name)).map(({ activity }) => readable(activity));
  const accepted = async () => {
    await press('referral.accept', { value: '7000' });
    await until('the card shows it', () => offers(cardOf(card), 'deal.edit'));
  };

  before(async () => {
    const solutions = [
      { id: 'SOL-1', name: 'Contoso Analytics', kind: 'own' },
      { id: 'SOL-2', name: 'Contoso Lakehouse', kind: 'own', incentive: true },
      { id: 'SOL-3', name: 'Contoso Lakes', kind: 'own' },
    ];
    const { organizations } = twoOrganizations(members);
    file = await temporaryFile({
      organizations: [
        { ...organizations[0], solutions, crmUrl: 'https://crm.example/{id}' },
        organizations[1],
      ],
    });
  });
  after(() => file.remove());

  beforeEach(async () => {
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
    const { teams } = bot;
    channel = teams.channel('19:sales');
    for (const name of people) {
      const person = teams.person(name);
      known[name] = person;
      await teams.install(person, teams.chatOf(person));
    }
    await installInChannel(teams, someone('Ada Admin'), channel);
    const team = [
      { firstName: 'Tea', lastName: 'Team', email: mail('Tea Team'), phoneNumber: '+1 216 555 0100' },
    ];
    referral = inbound({ mpnId: '1234567', team });
    await bot.intake(referral, CONTOSO_KEY);
    chat = chatOf('Tea Team');
    card = await referralCardIn(bot, chat);
  });
  afterEach(() => bot.stop());

  it('given an undecided one, when handed over to somebody picked, then they get the live card and every copy shows it', async () => {
    const channelCard = await referralCardIn(bot, channel);
    const opened = await press('deal.handover');
    assert.ok(offers(cardOf(opened), 'deal.handover'));
    const answer = await again(opened, 'deal.handover', { colleague: 'AAD-otto.outside' });
    assert.match(readable(answer), /Handed over to Otto Outside/);
    const otto = await referralCardIn(bot, chatOf('Otto Outside'));
    assert.match(readable(otto.activity), /because Tea Team handed it over to you/);
    assert.equal(otto.activity.summary, 'Tea Team handed a deal over to you: Fabrikam Ltd');
    await until('the channel shows it', () => /Owner\s+Otto Outside/.test(readable(channelCard.activity)));
    const accept = await press('referral.accept', { value: '9000' }, 'Otto Outside', otto);
    assert.match(readable(accept), /Accepted by Otto Outside/);
  });

  it('given a typed name that fits several, when one is chosen, then it is them; nobody, then it is said', async () => {
    await accepted();
    assert.match(readable(await hand({ person: 'Nobody' })), /I don’t know anyone by that name/);
    assert.match(readable(await hand({})), /Choose a colleague, or type/);
    const several = await hand({ person: 'Outside' });
    assert.match(readable(several), /Several people match/);
    const [choices] = ofType(cardOf(several), 'Input.ChoiceSet');
    const olga = ((choices?.choices ?? []) as { title: string; value: string }[]).find(({ title }) =>
      /Olga/.test(title),
    );
    assert.match(
      readable(await again(several, 'deal.handover', { chosen: olga?.value })),
      /Handed over to Olga Outside/,
    );
    await until('Olga has the card', () =>
      shownIn('Olga Outside').some((text) => /Accepted by Tea Team/.test(text)),
    );
  });

  for (const [who, typed, expected] of [
    [
      'of another location',
      mail('Tom Elsewhere'),
      // Lena runs Cleveland alone, and may change nobody who works elsewhere too.
      /Tom Elsewhere has no access to the location Cleveland.* ask: Ada Admin\./,
    ],
    ['without rights', 'Una Unlisted', /Una Unlisted is a guest or not a member.*Ada Admin/],
  ] as const) {
    it(`given a colleague ${who}, then it is said why not, and who can change it (CR-4)`, async () => {
      const lena = bot.teams.person('Lena Local');
      await bot.teams.install(lena, bot.teams.chatOf(lena));
      await accepted();
      assert.match(readable(await hand({ person: typed })), expected);
      assert.doesNotMatch(shownIn('Tom Elsewhere').join(), /Fabrikam/);
    });
  }

  it('given a colleague without the bot, then it is said plainly that they get no card', async () => {
    await accepted();
    const answer = await hand({ person: mail('Paper Only') });
    assert.match(
      readable(answer),
      /Handed over to Paper Only\. They haven’t installed the bot and get no card/,
    );
    const says = /Owner\s+Paper Only, who hasn’t installed the bot and gets no cards/;
    await until('the posted card says so too', () => says.test(readable(card.activity)));
  });

  it('given somebody who has the card already, when it is handed to them, then a message says so', async () => {
    await accepted();
    await hand({ person: mail('Ada Admin') });
    await until('Ada is told', () =>
      bot.teams
        .in(chatOf('Ada Admin'))
        .some(({ activity }) =>
          /^Tea Team handed a deal over to you: Fabrikam Ltd/.test(String(activity.text)),
        ),
    );
  });

  it('given an accepted one, when edited, then it is saved, shown everywhere, and the CRM id is a link (CR-39)', async () => {
    await accepted();
    const answer = await press('deal.edit', { name: 'New name', value: '52k', crmId: 'C 1/2' });
    const text = readable(answer);
    for (const words of ['Saved', 'New name', '$52,000', '[C 1/2](https://crm.example/C%201%2F2)'])
      assert.ok(text.includes(words), words);
    const { body } = await bot.read(referral.id, CONTOSO_KEY);
    assert.equal(body.name, 'New name');
    const refused = await press('deal.edit', { value: 'a lot', crmId: 'C-3' });
    assert.match(readable(refused), /Not saved yet[\s\S]*That’s not an amount/);
    assert.ok(ofType(cardOf(refused), 'Input.').some(({ value }) => value === 'C-3'));
  });

  it('given a deal opened from a list, while a form is open on it, then no edit wipes what is typed; saved, it is kept true', async () => {
    await accepted();
    await bot.teams.say(someone('Tea Team'), chat, 'mine');
    const opened = bot.teams.in(chat).at(-1) ?? assert.fail('no list');
    await press('deal.open', {}, 'Tea Team', opened);
    await until('the list became the deal', () => offers(cardOf(opened), 'deal.edit'));
    const { edits } = opened;
    for (const [verb, typed, expected] of [
      ['deal.edit', { value: 'a lot' }, /That’s not an amount/],
      ['deal.handover', {}, /Hand over this deal/],
      ['deal.team', {}, /Add/],
      ['deal.solutions', {}, /Contoso Lakes/],
    ] as const) {
      assert.match(readable(await press(verb, typed, 'Tea Team', opened)), expected, verb);
    }
    // Twice: by the second edit of the copy that is known, whatever the first one led to is over.
    for (const name of ['New name', 'Newer name']) {
      await press('deal.edit', { name });
      await until('the known copy shows it', () => readable(card.activity).includes(name));
    }
    assert.equal(opened.edits, edits);
    await press('deal.edit', { notes: 'Call on Monday' }, 'Tea Team', opened);
    await until('this one as well', () => readable(opened.activity).includes('Call on Monday'));
  });

  it('given a card that is behind, when both changed the same field, then both stand side by side and one is chosen', async () => {
    await accepted();
    const behind = executed(cardOf(card), 'deal.edit', { name: 'Mine', notes: 'My notes' });
    await press('deal.edit', { name: 'Theirs', campaignId: 'K-1' });
    const conflict = await bot.teams.press(someone('Tea Team'), chat, 'deal.edit', behind, {
      replyToId: card.id,
    });
    assert.match(readable(conflict), /someone changed this deal while you were editing/);
    assert.match(readable(conflict), /Now\s+Theirs\s+Yours\s+Mine/);
    const saved = await again(conflict, 'deal.edit', { pick_name: 'yours' });
    assert.match(readable(saved), /Saved[\s\S]*Mine[\s\S]*K-1/);
  });

  it('given a press on a card of before the deal was closed, then the present card answers (CR-50)', async () => {
    const old = executed(cardOf(card), 'referral.accept');
    await accepted();
    const edit = executed(cardOf(card), 'deal.edit', { name: 'Late' });
    const update = { status: 'Closed', substatus: 'Lost', updatedDateTime: new Date().toISOString() };
    await bot.intake({ ...referral, ...update }, CONTOSO_KEY);
    for (const [verb, data] of [
      ['deal.edit', edit],
      ['deal.team', { ...old, form: undefined }],
      ['deal.handover', { ...old, 'person.0': mail('Otto Outside') }],
      ['deal.solutions', old],
    ] as const) {
      const answer = await bot.teams.press(someone('Tea Team'), chat, verb, data);
      assert.match(readable(answer), /This referral was closed in the meantime[\s\S]*Lost/, verb);
    }
  });

  it('given the team, when people are added and removed, then the rules of CR-22 hold', async () => {
    await accepted();
    const opened = await press('deal.team');
    const choicesOf = (answer: InvokeAnswer) =>
      (ofType(cardOf(answer), 'Input.ChoiceSet')[0]?.choices ?? []) as { title: string; value: string }[];
    const [tea] = choicesOf(opened);
    assert.match(tea?.title ?? '', /Tea Team · tea\.team@contoso\.example/);
    const half = await again(opened, 'deal.team', { personName: 'Otto Outside', personEmail: 'otto' });
    assert.match(readable(half), /This e-mail address isn’t right[\s\S]*Enter the phone number/);
    const leaving = await again(opened, 'deal.team', { remove: tea?.value });
    assert.match(readable(leaving), /you can’t see this deal anymore\. Press again/);
    const last = await again(leaving, 'deal.team');
    assert.match(readable(last), /The team needs someone with name, e-mail and phone/);
    const otto = {
      personName: 'Otto Outside',
      personEmail: mail('Otto Outside'),
      personPhone: '+1 216 555 0111',
    };
    assert.match(readable(await again(opened, 'deal.team', otto)), /Saved[\s\S]*Tea Team, Otto Outside/);
    await until('Otto has the card', () => shownIn('Otto Outside').some((text) => /Fabrikam Ltd/.test(text)));
    const gone = await again(await again(opened, 'deal.team', { remove: tea?.value }), 'deal.team');
    assert.deepEqual(gone, textAnswer('You’re off the team and can’t see this deal anymore.'));
  });

  it('given the catalog, when solutions are chosen or typed, then it decides, and the rules of CR-23 hold', async () => {
    await accepted();
    const opened = await press('deal.solutions');
    assert.match(readable(opened), /Contoso Analytics/);
    assert.match(
      readable(await again(opened, 'deal.solutions', { solution: 'forged' })),
      /catalog has no solution/,
    );
    assert.match(
      readable(await again(opened, 'deal.solutions', { search: 'Contoso Lake' })),
      /Several solutions match/,
    );
    const saved = await again(opened, 'deal.solutions', { search: 'sol-2' });
    assert.match(readable(saved), /Saved[\s\S]*Contoso Lakehouse \(our own, incentive eligible\)/);
  });

  it('given a member who may not decide, when they ask in the channel, then an admin grants it with one press', async () => {
    const otto = someone('Otto Outside');
    const channelCard = await referralCardIn(bot, channel);
    const data = executed(cardOf(channelCard), 'deal.ask');
    const ask = () => bot.teams.press(otto, channel, 'deal.ask', data, { replyToId: channelCard.id });
    assert.match(String((await ask()).body?.value), /^Asked\. Ada Admin can grant it with one press/);
    assert.match(String((await ask()).body?.value), /^You’ve already asked/);
    const asked = await until('Ada is told', () =>
      bot.teams.in(chatOf('Ada Admin')).find(({ activity }) => offers(activity, 'deal.grant')),
    );
    assert.match(readable(asked.activity), /Otto Outside asks for a deal[\s\S]*Fabrikam Ltd/);
    const granted = await press('deal.grant', {}, 'Ada Admin', asked);
    assert.match(readable(granted), /Handed over to Otto Outside[\s\S]*Granted to Otto Outside by Ada Admin/);
    await until('Otto hears of it and has the card', () => {
      const shown = shownIn('Otto Outside').join('\n');
      return /Granted: the/.test(shown) && /because Ada Admin handed it over to you/.test(shown);
    });
    await until('Ada’s card says so', () =>
      /Granted to Otto Outside by Ada Admin/.test(readable(asked.activity)),
    );
    assert.ok(!offers(asked.activity, 'deal.grant'));
    await until('the channel shows it', () => /Owner\s+Otto Outside/.test(readable(channelCard.activity)));
    const twice = await bot.teams.press(someone('Ada Admin'), chatOf('Ada Admin'), 'deal.grant', {
      referral: referral.id,
      asker: (partsOf(granted).find((part) => part.asker)?.asker as string) ?? '',
    });
    assert.equal(twice.status, 200);
  });

  it('given a client that knows only Action.Submit, when asked in the channel, then the channel learns nothing', async () => {
    const olga = someone('Olga Outside');
    const channelCard = await referralCardIn(bot, channel);
    const before = bot.teams.in(channel).length;
    await bot.teams.submit(olga, channel, submitted(cardOf(channelCard), 'deal.ask'), {
      replyToId: channelCard.id,
    });
    assert.deepEqual(
      bot.teams
        .in(channel)
        .slice(before)
        .map(({ activity }) => activity.text),
      ['I’ve answered in our personal chat.'],
    );
    assert.match(String(bot.teams.in(chatOf('Olga Outside')).at(-1)?.activity.text), /^Asked\. Ada Admin/);
  });

  it('given those who can’t ask, then they are told politely: strangers, those who may decide, and when it is over', async () => {
    const channelCard = await referralCardIn(bot, channel);
    const data = executed(cardOf(channelCard), 'deal.ask');
    const ask = async (name: string) =>
      String(
        (await bot.teams.press(someone(name), channel, 'deal.ask', data, { replyToId: channelCard.id })).body
          ?.value,
      );
    assert.match(await ask('Una Unlisted'), /You can’t decide on this referral/);
    assert.match(await ask('Tea Team'), /^You can already work on this deal/);
    await press('referral.decline', { reason: 'budget' });
    assert.match(await ask('Otto Outside'), /^This deal is closed/);
  });
});
