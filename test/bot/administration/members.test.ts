import assert from 'node:assert/strict';
import { cardOf, executed, offers, readable, submitted, textAnswer } from '#test/support/bot/client.ts';
import { type Place, TENANT, type TestPerson } from '#test/support/bot/fakeTeams.ts';
import { installInChannel } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { CONTOSO_KEY, temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const members = [
  { email: 'ada.admin@contoso.example', role: 'referrals-admin' as const },
  { email: 'cleo.cleveland@contoso.example', role: 'referrals-admin' as const, locations: ['1234567'] },
  { email: 'uma.user@contoso.example', role: 'referrals-user' as const, locations: ['1234567'] },
];
const WHO_CAN = 'Only referrals admins can do this. Ask: Ada Admin.';

describe('Members from a card', () => {
  let bot: RunningBot;
  let file: Awaited<ReturnType<typeof temporaryFile>>;
  let ada: TestPerson;
  let cleo: TestPerson;
  let uma: TestPerson;
  let nora: TestPerson;

  before(async () => {
    file = await temporaryFile(twoOrganizations(members));
  });
  after(() => file.remove());
  beforeEach(async () => {
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
    const come = async (name: string) => {
      const person = bot.teams.person(name);
      await bot.teams.install(person, bot.teams.chatOf(person));
      return person;
    };
    [ada, cleo, uma, nora] = [
      await come('Ada Admin'),
      await come('Cleo Cleveland'),
      await come('Uma User'),
      await come('Nora New'),
    ];
  });
  afterEach(() => bot.stop());

  const chat = (person: TestPerson): Place => bot.teams.chatOf(person);
  const last = (person: TestPerson) => {
    const posted = bot.teams.in(chat(person)).at(-1);
    assert.ok(posted);
    return posted;
  };
  const asks = async (person: TestPerson, text: string, place = chat(person)) => {
    await bot.teams.say(person, place, text);
    return last(person);
  };
  /** Presses a button of a card, as it stands now, and gives the card that answers. */
  const press = async (person: TestPerson, card: object, verb: string, typed: Record<string, unknown> = {}) =>
    bot.teams.press(person, chat(person), verb, executed(card, verb, typed));
  const add = async (person: TestPerson, typed: Record<string, unknown>) => {
    const form = await press(person, cardOf(await asks(person, 'members')), 'member.add');
    return press(person, cardOf(form), 'member.add', typed);
  };

  it('given an admin who types members, then who is there, with role, locations and who lacks the bot', async () => {
    const text = readable((await asks(ada, 'members')).activity);
    assert.match(text, /Members of Contoso Partner/);
    assert.match(text, /Ada Admin\nReferrals admin\nada\.admin@contoso\.example\nAll locations/);
    assert.match(text, /Uma User\nReferrals user\numa\.user@contoso\.example\nCleveland/);
    assert.doesNotMatch(text, /Hasn’t installed|aad-/);
  });

  for (const word of ['Mitglieder', 'medlemmar', '成员', 'участники', 'membri', 'people', 'ADMIN']) {
    it(`given ${word}, then the same`, async () => {
      assert.ok(offers((await asks(ada, word)).activity, 'member.add'));
    });
  }

  it('given the question in a channel, then the answer comes in the personal chat', async () => {
    const channel = bot.teams.channel('19:sales');
    await bot.teams.install(ada, channel);
    const before = bot.teams.in(channel).length;
    const posted = await asks(ada, '<at>Co-sell</at> members', channel);
    assert.match(readable(posted.activity), /Uma User/);
    const said = bot.teams.in(channel).slice(before);
    assert.deepEqual(
      said.map(({ activity }) => activity.text),
      ['I’ve answered in our personal chat.'],
    );
  });

  it('given a user or somebody unlisted, then whom to ask, on every path and by forged presses (CR-4)', async () => {
    for (const person of [uma, nora]) {
      assert.equal((await asks(person, 'members')).activity.text, WHO_CAN);
      for (const [verb, data] of [
        ['members.show', {}],
        ['member.show', { member: 'ada.admin@contoso.example' }],
        [
          'member.add',
          {
            send: true,
            form: 0,
            'person.0': 'nora.new@contoso.example',
            'role.0': 'referrals-admin',
            'locations.0': '*',
          },
        ],
        [
          'member.change',
          { member: 'uma.user@contoso.example', 'role.0': 'referrals-admin', 'locations.0': '*' },
        ],
        ['member.remove', { member: 'ada.admin@contoso.example', keep: true }],
        ['locations.show', {}],
        ['location.add', {}],
        ['location.remove', { location: '1234567' }],
        ['routes.show', {}],
        ['route.make', {}],
        ['route.remove', { route: '*/*' }],
        ['route.prove', { all: true }],
        ['setup.show', {}],
      ] as const) {
        assert.deepEqual(await bot.teams.press(person, chat(person), verb, data), textAnswer(WHO_CAN), verb);
      }
    }
    assert.match(
      readable((await asks(ada, 'members')).activity),
      /Uma User\nReferrals user\numa\.user@contoso\.example\nCleveland/,
    );
  });

  it('given an admin of a location, then they see, and manage users of that location only (CR-3)', async () => {
    assert.match(readable((await asks(cleo, 'members')).activity), /You manage .*: Cleveland\./);
    const grant = { person: 'nora.new@contoso.example', role: 'referrals-user', locations: '1234567' };
    assert.match(readable(await add(cleo, grant)), /Nora New is now a member\./);
    const forged = {
      send: true,
      form: 0,
      'person.0': 'x.y@contoso.example',
      'role.0': 'referrals-admin',
      'locations.0': '1234567',
    };
    const refused = await bot.teams.press(cleo, chat(cleo), 'member.add', forged);
    assert.match(readable(refused), /only add and change referrals users of your own locations/);
    const ofAda = await bot.teams.press(cleo, chat(cleo), 'member.show', {
      member: 'ada.admin@contoso.example',
    });
    assert.ok(!offers(cardOf(ofAda), 'member.change') && !offers(cardOf(ofAda), 'member.remove'));
    const removed = await bot.teams.press(cleo, chat(cleo), 'member.remove', {
      member: 'ada.admin@contoso.example',
      keep: true,
    });
    assert.match(readable(removed), /You can see this member but not change them/);
    assert.deepEqual(
      await bot.teams.press(cleo, chat(cleo), 'setup.show', {}),
      textAnswer('Only referrals admins of the whole company can do this. Ask: Ada Admin.'),
    );
  });

  it('given a name the bot knows, then added by name; the role counts with the next press (CR-1, CR-2)', async () => {
    const referral = inbound({ mpnId: '1234567', team: [] });
    await bot.intake(referral, CONTOSO_KEY);
    const view = () => bot.teams.press(nora, chat(nora), 'referral.view', { referral: referral.id });
    assert.ok(!readable(await view()).includes('Fabrikam Ltd'));
    const answer = await add(ada, { person: 'nora', role: 'referrals-admin', locations: '*' });
    assert.match(readable(answer), /Nora New is now a member\.\n.*Members of/s);
    assert.match(readable(await view()), /Fabrikam Ltd/);
    await until('the card that was undecided', () =>
      bot.teams.in(chat(nora)).find(({ activity }) => offers(activity, 'referral.accept')),
    );
  });

  it('given the people picker, then the directory id it posts is understood where the bot knows the person, and asked for by e-mail elsewhere', async () => {
    const typed = { picked: nora.aadObjectId, role: 'referrals-user', locations: '7654321' };
    assert.match(readable(await add(ada, typed)), /Nora New is now a member/);
    const strange = { ...typed, picked: '99999999-0000-4000-8000-000000000000' };
    const refused = await add(ada, strange);
    assert.match(readable(refused), /I haven’t met this colleague yet\. Type the e-mail address/);
    assert.ok(!readable(refused).includes('99999999'));
    const both = { ...strange, person: 'stranger@contoso.example' };
    assert.match(
      readable(await add(ada, both)),
      /stranger@contoso\.example is now a member\. Ask them to install/,
    );
  });

  it('given a name that fits several, then one is chosen; what was typed is kept', async () => {
    for (const name of ['Max Müller', 'Maxima Muster']) {
      const person = bot.teams.person(name, {
        email: `${name.split(' ')[1]?.toLowerCase()}@contoso.example`,
        id: `29:${name.length}`,
        aadObjectId: `aad-${name.length}`,
      });
      await bot.teams.install(person, chat(person));
    }
    const asked = await add(ada, { person: 'max', role: 'referrals-user', locations: '7654321' });
    assert.match(readable(asked), /Max Müller[\s\S]*Maxima Muster[\s\S]*Several people match/);
    assert.match(readable(asked), /Not saved yet/);
    const done = await press(ada, cardOf(asked), 'member.add', { match: 'müller@contoso.example' });
    assert.match(readable(done), /Max Müller is now a member/);
  });

  for (const [what, typed, sentence] of [
    ['nobody', { person: '' }, 'Choose a colleague, or type a name or e-mail address.'],
    [
      'an unknown name',
      { person: 'Zoltan' },
      'I don’t know anyone called “Zoltan”. Type the e-mail address.',
    ],
    ['a bad address', { person: 'zoltan@contoso' }, 'This e-mail address isn’t right.'],
    ['no role', { person: 'a@b.example', role: '' }, 'Choose a role.'],
    ['no location', { person: 'a@b.example', locations: '' }, 'Choose at least one location.'],
    [
      'an unknown location',
      { person: 'a@b.example', locations: '1234567,999' },
      'The location 999 isn’t listed anymore. Choose another.',
    ],
  ] as const) {
    it(`given ${what}, then the sentence for it at its field, in a fresh form with what was typed`, async () => {
      const refused = await add(ada, typed);
      assert.ok(readable(refused).includes(sentence), readable(refused));
      const again = executed(cardOf(refused), 'member.add');
      assert.equal(again.form, 1);
      assert.equal(again['person.1'], 'person' in typed ? typed.person : '');
    });
  }

  it('given an older client, when it submits the form, then the same', async () => {
    await asks(ada, 'members');
    await bot.teams.submit(ada, chat(ada), submitted(cardOf(last(ada)), 'member.add'));
    const typed = { person: 'nora', role: 'referrals-user', locations: '1234567' };
    await bot.teams.submit(ada, chat(ada), submitted(cardOf(last(ada)), 'member.add', typed));
    assert.match(readable(last(ada).activity), /Nora New is now a member/);
  });

  it('given the last admin, then neither removed nor made less; and one’s own rights are asked for twice', async () => {
    const mine = await bot.teams.press(ada, chat(ada), 'member.show', {
      member: 'ada.admin@contoso.example',
    });
    const asked = await press(ada, cardOf(mine), 'member.change', { role: 'referrals-user' });
    assert.match(readable(asked), /These are your own rights/);
    const refused = await press(ada, cardOf(asked), 'member.change');
    assert.match(readable(refused), /Ada Admin is the last referrals admin of the whole company/);
    const gone = await bot.teams.press(ada, chat(ada), 'member.remove', {
      member: 'ada.admin@contoso.example',
      keep: true,
    });
    assert.match(readable(gone), /is the last referrals admin/);
  });

  it('given two admins who remove each other at once, then one stays', async () => {
    await add(ada, { person: 'nora', role: 'referrals-admin', locations: '*' });
    const answers = await Promise.all([
      bot.teams.press(ada, chat(ada), 'member.remove', { member: 'nora.new@contoso.example', keep: true }),
      bot.teams.press(nora, chat(nora), 'member.remove', { member: 'ada.admin@contoso.example', keep: true }),
    ]);
    const texts = answers.map(readable).join('\n');
    assert.match(texts, /is no longer a member|Only referrals admins can do this/);
    const still = await Promise.all(
      [ada, nora].map(async (person) => (await asks(person, 'members')).activity),
    );
    assert.equal(still.filter((activity) => offers(activity, 'member.add')).length, 1);
  });

  it('given open deals, when removed with hand-over, then listed first, handed over with the phone that is remembered, and told when done (CR-22)', async () => {
    const team = [
      { firstName: 'Uma', lastName: 'User', email: 'uma.user@contoso.example', phoneNumber: '1' },
    ];
    const memory = { phone: '+1 216 555 0107', contacts: [], customers: [] };
    const id = `deal-memory:${TENANT}:aad-cleo.cleveland`;
    await bot.composed.store.create({
      partition: 'contoso',
      id,
      kind: 'deal-memory',
      schema: 1,
      body: memory,
    });
    for (let number = 0; number < 12; number++) {
      await bot.intake(inbound({ mpnId: '1234567', team, name: `Deal ${number}` }), CONTOSO_KEY);
    }
    const card = await bot.teams.press(ada, chat(ada), 'member.show', { member: 'uma.user@contoso.example' });
    assert.match(readable(card), /Open deals: 12/);
    const asked = await press(ada, cardOf(card), 'member.remove');
    assert.match(readable(asked), /Open deals with them on the team: 12[\s\S]*Fabrikam Ltd/);
    const hand = (person: string) => {
      const data = cardOf(asked);
      return bot.teams.press(ada, chat(ada), 'member.remove', {
        ...executed(data, 'member.remove', { person }),
        hand: true,
      });
    };
    assert.match(readable(await hand('uma')), /That’s the person who’s leaving/);
    assert.match(readable(await hand('nora')), /Nora New isn’t a member\. Deals can only go to members/);
    assert.match(readable(await hand('')), /Choose a colleague/);
    assert.match(
      readable(await hand('cleo')),
      /Uma User is no longer a member\. Their open deals are going to Cleo Cleveland/,
    );
    const message = await until('the message that it is done', () =>
      bot.teams.in(chat(ada)).find(({ activity }) => String(activity.text).startsWith('The 12 deals of')),
    );
    assert.match(String(message.activity.text), /are now with Cleo Cleveland\.$/);
    const { documents } = await bot.composed.store.list<'referral'>({
      partition: 'contoso',
      kind: 'referral',
      limit: 20,
    });
    for (const { body } of documents)
      assert.deepEqual(
        body.referral.team.map(({ email, phone }) => [email, phone]),
        [['cleo.cleveland@contoso.example', '+1 216 555 0107']],
        'CR-22: one of the team is a whole contact',
      );
    assert.equal((await asks(uma, 'members')).activity.text, WHO_CAN);
  });

  it('given deals go to a member known by e-mail only, then no channel copy shows the address', async () => {
    const channel = bot.teams.channel('19:sales@thread.tacv2');
    await installInChannel(bot.teams, ada, channel);
    const team = [{ firstName: 'Uma', lastName: 'User', email: 'uma.user@contoso.example' }];
    await bot.intake(inbound({ mpnId: '1234567', team }), CONTOSO_KEY);
    const copy = await until('the copy in the channel', () =>
      bot.teams.in(channel).find(({ activity }) => offers(activity, 'referral.accept')),
    );
    await add(ada, { person: 'new.one@contoso.example', role: 'referrals-user', locations: '*' });
    await bot.teams.press(ada, chat(ada), 'member.remove', {
      member: 'uma.user@contoso.example',
      hand: true,
      form: 0,
      'person.0': 'new.one@contoso.example',
    });
    await until('who has it in hand', () => /New One, who hasn’t installed/.test(readable(copy.activity)));
    assert.ok(!readable(copy.activity).includes('new.one@'));
  });

  it('given more than ten, then pages, and a search by name or address', async () => {
    const { store } = bot.composed;
    const { memberDraft } = await import('#app/organization/member.ts');
    for (let number = 10; number < 32; number++) {
      const email = `zz.person${number}@contoso.example`;
      await store.create(
        memberDraft('contoso', {
          email,
          role: 'referrals-user',
          locations: 'all',
          name: `Zed Person${number}`,
        }),
      );
    }
    const pages = [await asks(ada, 'members')].map(cardOf);
    for (let page = 0; page < 2; page++) {
      const data = partsWith(pages.at(-1) ?? {}, 'Next');
      pages.push(cardOf(await bot.teams.press(ada, chat(ada), 'members.show', data)));
    }
    const shown = pages.flatMap(
      (page) => readable(page).match(/(?<=\nReferrals (?:user|admin)\n)\S+@contoso\.example/g) ?? [],
    );
    assert.equal(shown.length, 25);
    assert.equal(new Set(shown).size, 25);
    const back = await bot.teams.press(ada, chat(ada), 'members.show', partsWith(pages[2] ?? {}, 'Previous'));
    assert.equal(readable(back), readable(pages[1] ?? {}));
    const found = await press(ada, pages[0] ?? {}, 'members.show', { search: 'person3' });
    assert.match(readable(found), /Zed Person30\n/);
    assert.doesNotMatch(readable(found), /Ada Admin\n/);
    assert.match(readable((await asks(ada, 'members cleo')).activity), /Cleo Cleveland\n/);
    assert.match(readable((await asks(ada, 'members zoltan')).activity), /No one found for “zoltan”/);
  });

  it('given somebody who was removed meanwhile, then a stale card says so and shows the list', async () => {
    const card = await bot.teams.press(ada, chat(ada), 'member.show', { member: 'uma.user@contoso.example' });
    await bot.teams.press(ada, chat(ada), 'member.remove', {
      member: 'uma.user@contoso.example',
      keep: true,
    });
    const stale = await press(ada, cardOf(card), 'member.change', { role: 'referrals-admin' });
    assert.match(readable(stale), /uma\.user@contoso\.example isn’t a member/);
  });
});

function partsWith(card: object, title: string): object {
  const found = JSON.stringify(card).match(
    new RegExp(`"title":"${title}","associatedInputs":"none","data":(\\{.*?\\})`),
  );
  return JSON.parse(found?.[1] ?? '{}') as object;
}
