import assert from 'node:assert/strict';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { addAlias } from '#app/referral/aliasRecord.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import { cardOf, executed, offers, readable } from '#test/support/bot/client.ts';
import type { InvokeAnswer, Place, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import type { Part } from '#test/support/cards/cardParts.ts';
import {
  CONTOSO_KEY,
  FABRIKAM_TENANT,
  temporaryFile,
  twoOrganizations,
} from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const mail = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@contoso.example`;
const members = [
  { email: mail('Ada Admin'), role: 'referrals-admin' as const },
  { email: mail('Bert Berlin'), role: 'referrals-admin' as const, locations: ['7654321'] },
  { email: mail('Tea Team'), role: 'referrals-user' as const, locations: ['1234567'] },
];
/** What no card that everybody reads may have. */
const inside = /Contoso|Fabrikam|Northwind|Tailspin|Trujillo|120,?000|USD|@/i;

interface Attachment {
  contentType: string;
  content: Part;
  preview: { contentType: string; content: { title: string; text: string } };
}
interface ComposeExtension {
  type: string;
  text?: string;
  attachmentLayout?: string;
  attachments?: Attachment[];
}

/** A search from the compose box, a link that unfolds, and the card that both put into a chat. */
describe('The message extension', () => {
  let bot: RunningBot;
  let file: Awaited<ReturnType<typeof temporaryFile>>;
  let away: UnavailableError | undefined;
  let ada: TestPerson;
  let tea: TestPerson;
  let bert: TestPerson;
  /** Between people, where the bot never was. */
  let between: Place;
  let foreign: Place;
  let contoso: string;

  before(async () => {
    file = await temporaryFile(twoOrganizations(members));
    const inMemory = openSqliteStore({ file: ':memory:' });
    const store: AnyDocumentStore = {
      ...inMemory,
      list: (query) => (away ? Promise.reject(away) : inMemory.list(query)),
    };
    bot = await startBot({ ORGANIZATIONS_FILE: file.path }, { store });
    const met = async (name: string) => {
      const person = bot.teams.person(name);
      await bot.teams.install(person, bot.teams.chatOf(person));
      return person;
    };
    [ada, tea, bert] = [await met('Ada Admin'), await met('Tea Team'), await met('Bert Berlin')];
    between = bot.teams.group('19:aada_teat@unq.gbl.spaces');
    foreign = bot.teams.channel('19:team-without-the-bot@thread.tacv2', '19:its-channel@thread.tacv2');
    const team = [{ firstName: 'Tea', email: mail('Tea Team') }];
    const deals = [
      ...['Northwind Traders', 'Tailspin Toys', 'Fabrikam Ltd'].map((name) => ({ name, team: [] })),
      { name: 'Contoso <b>Zoo</b>', team },
    ].map(({ name, team: people }) =>
      inbound({
        name: `Data for ${name}`,
        customerProfile: { name, address: { country: 'US' } },
        team: people,
      }),
    );
    for (const deal of deals) await bot.intake(deal, CONTOSO_KEY);
    contoso = String(deals.at(-1)?.id);
  });
  afterEach(() => {
    away = undefined;
  });
  after(async () => {
    await bot.stop();
    await file.remove();
  });

  const invoke = async (
    person: TestPerson,
    place: Place,
    name: string,
    value: unknown,
    more: object = {},
  ) => {
    const { status, body } = await bot.teams.send(person, place, { type: 'invoke', name, value, ...more });
    assert.equal(status, 200);
    return (body as { composeExtension?: ComposeExtension } | undefined)?.composeExtension;
  };
  const search = (person: TestPerson, words: string, place = between, more: object = {}) =>
    invoke(
      person,
      place,
      'composeExtension/query',
      {
        commandId: 'deals',
        parameters:
          words === '' ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'words', value: words }],
        queryOptions: { skip: 0, count: 25 },
      },
      more,
    );
  const titles = (found: ComposeExtension | undefined) =>
    found?.attachments?.map(({ preview }) => preview.content.title.split(' · ')[0]);
  const unfold = (person: TestPerson, url: unknown, place = between) =>
    invoke(person, place, 'composeExtension/queryLink', { url });

  const press = (person: TestPerson, place: Place, card: unknown): Promise<InvokeAnswer> =>
    bot.teams.press(person, place, 'deal.glance', executed(card, 'deal.glance'));

  describe('searched from the compose box', () => {
    it('given no words yet, then the newest deals come that the person may see, those they work on first', async () => {
      const found = await search(ada, '');
      assert.equal(found?.type, 'result');
      assert.equal(found?.attachmentLayout, 'list');
      assert.deepEqual(titles(found)?.sort(), [
        'Contoso ‹b›Zoo‹/b›',
        'Fabrikam Ltd',
        'Northwind Traders',
        'Tailspin Toys',
      ]);
      assert.deepEqual(titles(await search(tea, '')), ['Contoso ‹b›Zoo‹/b›']);
    });

    for (const [typed, expected] of [
      ['tailspin', ['Tailspin Toys']],
      ['no', ['Northwind Traders']],
      ['data zoo', ['Contoso ‹b›Zoo‹/b›']],
      ['nort', ['Northwind Traders']],
    ] as const) {
      it(`given ${typed} is typed, then what a search finds comes, and a short word begins a name (CR-16)`, async () => {
        assert.deepEqual(titles(await search(ada, typed)), expected);
      });
    }

    it('given an id or an address of a deal, then that deal comes', async () => {
      assert.deepEqual(titles(await search(ada, `https://partner.microsoft.com/x/${contoso}`)), [
        'Contoso ‹b›Zoo‹/b›',
      ]);
    });

    it('given deals that a person may not see, when searched, then they are not there (CR-3, CR-4)', async () => {
      const none = { type: 'message', text: 'No deals found for “tailspin”.' };
      assert.deepEqual(await search(tea, 'tailspin'), none);
      assert.deepEqual(await search(bert, 'tailspin'), none);
      assert.deepEqual(await search(bert, ''), {
        type: 'message',
        text: 'There are no open deals to share yet.',
      });
    });

    it('given somebody without rights, a guest, a stranger or another channel, then they are told why in words', async () => {
      const una = bot.teams.person('Una Unlisted');
      assert.match(String((await search(una, ''))?.text), /You don’t have access to any deals yet/);
      const gus = bot.teams.person('Gus Guest', { userRole: 'guest' });
      assert.match(String((await search(gus, ''))?.text), /Guests and people from other organizations/);
      const zoe = bot.teams.person('Zoe', { tenantId: '00000000-0000-4000-8000-0000000000ff' });
      assert.match(String((await search(zoe, ''))?.text), /not set up for your organization/);
      const other = await search(ada, '', between, { channelId: 'webchat' });
      assert.match(String(other?.text), /I only work in Microsoft Teams/);
    });

    it('given the store is away, then that is said, and nothing is an error', async () => {
      away = new UnavailableError('store-unavailable');
      assert.deepEqual(await search(ada, 'tailspin'), {
        type: 'message',
        text: 'I can’t reach the deals right now. Try again in a moment.',
      });
    });

    for (const value of [
      null,
      'x',
      7,
      [],
      {},
      { parameters: 'x' },
      { parameters: [null, {}, { name: 1, value: {} }] },
    ]) {
      it(`given ${JSON.stringify(value)} instead of a query, then it is answered as one without words`, async () => {
        const found = await invoke(ada, between, 'composeExtension/query', value);
        assert.equal(found?.attachments?.length, 4);
      });
    }

    it('given a client that names no parameter, as the Playground does, then its words count', async () => {
      const value = { parameters: [{ value: 'nort' }], queryOptions: { skip: 0, count: 25 } };
      assert.deepEqual(titles(await invoke(ada, between, 'composeExtension/query', value)), [
        'Northwind Traders',
      ]);
    });

    it('given the client asks for more, then there are no more', async () => {
      const value = { commandId: 'deals', parameters: [], queryOptions: { skip: 25, count: 25 } };
      const found = await invoke(ada, between, 'composeExtension/query', value);
      assert.deepEqual(found, { type: 'result', attachmentLayout: 'list', attachments: [] });
    });

    it('given a team without the bot, when searched there, then nothing is remembered of the team', async () => {
      await search(ada, '', foreign);
      const [deal] = (await search(ada, 'zoo', foreign))?.attachments ?? [];
      await press(ada, foreign, deal?.content);
      const known = await bot.composed.store.list({ partition: 'contoso', kind: 'channel', limit: 10 });
      assert.deepEqual(known.documents, []);
    });
  });

  describe('puts a card into a chat', () => {
    const shared = async (person = ada): Promise<Attachment> => {
      const [deal] = (await search(person, 'zoo'))?.attachments ?? [];
      assert.ok(deal);
      return deal;
    };

    it('given everybody reads it, then nothing of the deal is on it but who shared it, and each reader’s client asks', async () => {
      const { contentType, content } = await shared();
      assert.equal(contentType, 'application/vnd.microsoft.card.adaptive');
      assert.doesNotMatch(JSON.stringify(content).replace(/"\$schema":"[^"]*"/, ''), inside);
      assert.match(readable(content), /Shared by Ada Admin/);
      const refresh = content.refresh as { action: Part; userIds?: unknown };
      assert.equal(refresh.action.verb, 'deal.glance');
      // Without a list clients ask for everybody, in chats of up to sixty.
      assert.equal(refresh.userIds, undefined);
    });

    it('given who may see the deal, when it comes into view, then it shows the deal as it is now, and no people', async () => {
      const { content } = await shared();
      for (const person of [ada, tea]) {
        const live = cardOf(await press(person, between, content));
        assert.match(readable(live), /Contoso/);
        assert.match(readable(live), /\$120,000/);
        assert.doesNotMatch(JSON.stringify(live), /Trujillo|@/);
        assert.equal(live.refresh, undefined);
      }
    });

    it('given the deal changed meanwhile, when it comes into view again, then it shows that', async () => {
      const deal = inbound({
        name: 'Live one',
        customerProfile: { name: 'Liveware', address: { country: 'US' } },
      });
      await bot.intake(deal, CONTOSO_KEY);
      const [found] = (await search(ada, 'liveware'))?.attachments ?? [];
      await bot.teams.press(ada, bot.teams.chatOf(ada), 'referral.decline', {
        referral: String(deal.id),
        'reason.0': 'budget',
      });
      assert.match(readable(cardOf(await press(ada, between, found?.content))), /Declined/);
    });

    it('given who may not see it, then each is told alike whether there is such a deal or not (CR-2 to CR-5)', async () => {
      const { content } = await shared();
      const nowhere = '99999999-0000-4000-8000-000000000000';
      const una = bot.teams.person('Una Unlisted');
      const gus = bot.teams.person('Gus Guest', { userRole: 'guest' });
      const fay = bot.teams.person('Fay Brik', {
        tenantId: FABRIKAM_TENANT,
        email: 'fay.brik@fabrikam.example',
      });
      const zoe = bot.teams.person('Zoe', { tenantId: '00000000-0000-4000-8000-0000000000ff' });
      for (const person of [bert, una, gus, fay, zoe]) {
        const hidden = cardOf(await press(person, between, content));
        const nothing = await bot.teams.press(person, between, 'deal.glance', {
          referral: nowhere,
          on: 'glance',
        });
        assert.deepEqual(hidden, cardOf(nothing), person.name);
        assert.doesNotMatch(readable(hidden), inside);
        assert.ok(!offers(hidden, 'deal.ask'));
      }
      assert.match(
        readable(cardOf(await press(bert, between, content))),
        /You don’t have access to this deal/,
      );
    });

    it('given who was shown the deal before and left its team, then they may ask for it', async () => {
      const team = [{ firstName: 'Tea', email: mail('Tea Team') }];
      const deal = inbound({
        name: 'Left',
        customerProfile: { name: 'Leftover', address: { country: 'US' } },
        team,
      });
      await bot.intake(deal, CONTOSO_KEY);
      const data = { referral: String(deal.id), on: 'glance' };
      const own = bot.teams.chatOf(tea);
      await until('Tea was shown it', () =>
        bot.teams.in(own).some(({ activity }) => JSON.stringify(activity).includes(String(deal.id))),
      );
      await bot.intake({ ...deal, team: [], updatedDateTime: new Date().toISOString() }, CONTOSO_KEY);
      const hidden = cardOf(await bot.teams.press(tea, between, 'deal.glance', data));
      assert.ok(offers(hidden, 'deal.ask'));
      const asked = await bot.teams.press(tea, between, 'deal.ask', executed(hidden, 'deal.ask'));
      assert.match(String(asked.body?.value), /Ada Admin/);
    });

    it('when Open is pressed, then the deal’s own card comes in the presser’s own chat, and none in the chat', async () => {
      const { content } = await shared();
      const before = bot.teams.in(bot.teams.chatOf(tea)).length;
      const live = cardOf(await press(tea, between, content));
      const open = { referral: contoso, on: 'glance', open: 'yes' };
      assert.ok(JSON.stringify(live).includes('"open":"yes"'));
      const { body } = await bot.teams.press(tea, between, 'deal.glance', open);
      assert.equal(typeof body?.value, 'string');
      assert.equal(bot.teams.in(bot.teams.chatOf(tea)).length, before + 1);
      assert.deepEqual(bot.teams.in(between), []);
    });

    it('given a client that knows the fallback only, when pressed, then nothing of it is posted to the chat', async () => {
      const nele = bot.teams.person('Nele New', { email: mail('Ada Admin') });
      for (const person of [ada, nele]) {
        await bot.teams.submit(person, between, { verb: 'deal.glance', referral: contoso, on: 'glance' });
      }
      for (const { activity } of bot.teams.in(between)) {
        assert.doesNotMatch(readable(activity), inside);
      }
    });
  });

  describe('unfolds links', () => {
    it('given a link to a deal in Partner Center, when somebody pastes it who may see it, then it unfolds to the same card', async () => {
      const found = await unfold(
        ada,
        `https://partner.microsoft.com/dashboard/referrals/v2/${contoso.toUpperCase()}`,
      );
      assert.equal(found?.attachments?.length, 1);
      const [deal] = found?.attachments ?? [];
      assert.doesNotMatch(JSON.stringify(deal?.content).replace(/"\$schema":"[^"]*"/, ''), inside);
      // Teams unfolds links to 1.3 at most, which has no refresh.
      assert.equal(deal?.content.version, '1.3');
      assert.equal(deal?.content.refresh, undefined);
      assert.match(readable(cardOf(await press(tea, between, deal?.content))), /Contoso/);
    });

    it('given a deal has another id in Partner Center, then a link with that leads to it', async () => {
      const there = '77777777-0000-4000-8000-000000000001';
      await addAlias(bot.composed, 'contoso', there, contoso);
      const url = `https://partner.microsoft.com/44444444-0000-4000-8000-000000000001/referrals/${there}`;
      assert.deepEqual(titles(await unfold(ada, url)), ['Contoso ‹b›Zoo‹/b›']);
    });

    it('given it leads to no deal that whoever pastes it may see, then the link stays a link', async () => {
      const link = `https://partner.microsoft.com/dashboard/referrals/v2/${contoso}`;
      for (const [person, url] of [
        [bert, link],
        [bot.teams.person('Una Unlisted'), link],
        [ada, 'https://partner.microsoft.com/dashboard/home'],
        [ada, 'https://partner.microsoft.com/referrals/99999999-0000-4000-8000-000000000000'],
        [ada, ''],
        [ada, null],
        [ada, { url: link }],
      ] as const) {
        assert.equal(await unfold(person, url), undefined);
      }
      away = new UnavailableError('store-unavailable');
      assert.equal(await invoke(ada, between, 'composeExtension/queryLink', 'junk'), undefined);
    });

    it('given the app is not installed, when a link is pasted, then it stays a link, because nobody knows who asks', async () => {
      const url = `https://partner.microsoft.com/dashboard/referrals/v2/${contoso}`;
      assert.equal(await invoke(ada, between, 'composeExtension/anonymousQueryLink', { url }), undefined);
    });
  });
});
