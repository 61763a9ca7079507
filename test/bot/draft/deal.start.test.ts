import assert from 'node:assert/strict';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { type ReferralRecord, referralDocumentId } from '#app/referral/referralRecord.ts';
import { explanation } from '#cards/general/explanation.ts';
import { say } from '#cards/say.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { cardOf, executed, offers, readable } from '#test/support/bot/client.ts';
import type { Posted } from '#test/support/bot/fakeConnector.ts';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import {
  analytics,
  backup,
  contoso,
  fabrikam,
  type Seller,
  seller,
  stock,
} from '#test/support/draft/dealScene.ts';
import {
  CONTOSO_KEY,
  FABRIKAM_TENANT,
  temporaryFile,
  twoOrganizations,
} from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { type BreakableStore, breakable } from '#test/support/store/breakableStore.ts';

const YEAR = new Date().getFullYear() + 1;
const text = (posted: { activity: object } | undefined) => readable(posted?.activity ?? {});
const draftId = (anna: Seller) => String(executed(cardOf(anna.newest('deal.cancel')), 'deal.cancel').draft);

describe('deal.start', () => {
  let bot: RunningBot;
  let store: BreakableStore;
  beforeEach(async () => {
    store = breakable(openSqliteStore({ file: ':memory:' }));
    await stock(store, [contoso, fabrikam], [analytics, backup]);
    bot = await startBot({}, { store });
  });
  afterEach(() => bot.stop());
  /** A message as it stands in the chat now. */
  const now = (anna: Seller, posted: Posted) =>
    bot.teams.in(anna.chat).find(({ id }) => id === posted.id) ?? posted;

  it('given Continue of a card from before, which does not say which deal, then it is asked and nothing changes', async () => {
    const anna = await seller(bot, 'Anna Berg');
    await anna.says(`new deal Contoso Seattle 50k USD by 31 March ${YEAR}`);
    const draft = draftId(anna);
    const answer = await bot.teams.press(anna.person, anna.chat, 'deal.start', { resume: true });
    const asked = JSON.stringify(answer.body?.value ?? anna.newest('deal.start').activity);
    assert.ok(asked.includes(draft), asked);
    assert.ok(!offers(answer.body?.value, 'deal.answer'));
  });

  it('given a question instead of the customer, then it is answered above the form, and nobody is called so', async () => {
    const anna = await seller(bot, 'Anna Berg');
    await anna.says('new deal');
    for (const [typed, answer] of [
      ['what is a D-U-N-S number?', explanation('duns', 'en')],
      ['who can see this?', say('en', 'create.help.customer')],
    ] as const) {
      await anna.says(typed);
      const form = text(anna.newest('deal.answer'));
      assert.ok(form.includes(answer), form);
      assert.ok(!form.includes(typed), form);
    }
  });

  const lines = [
    { locale: 'en-GB', typed: `new deal Contoso Seattle 50k USD by 31 March ${YEAR}`, team: 'Team' },
    { locale: 'de-DE', typed: `Neues Geschäft Contoso Seattle 50.000 $ bis 31. März ${YEAR}`, team: 'Team' },
    { locale: 'de-AT', typed: `neuer Deal: Contoso Seattle, 50 Tsd. USD, bis 31.3.${YEAR}`, team: 'Team' },
    { locale: 'sv-SE', typed: `ny affär Contoso Seattle 50 000 USD senast 31 mars ${YEAR}`, team: 'Team' },
    { locale: 'zh-CN', typed: `新建交易 Contoso Seattle 5万美元 ${YEAR}年3月31日前`, team: '团队' },
    { locale: 'zh-CN', typed: `新建商机Contoso Seattle 5万美元 ${YEAR}年3月31日前`, team: '团队' },
    {
      locale: 'ru-RU',
      typed: `новая сделка Contoso Seattle 50 тыс. долларов до 31 марта ${YEAR}`,
      team: 'Команда',
    },
    {
      locale: 'it-IT',
      typed: `nuova trattativa Contoso Seattle 50 mila dollari USA entro il 31 marzo ${YEAR}`,
      team: 'Team',
    },
  ];
  const answers: Record<string, { solutions: string; selling: string; create: string }> = {
    en: { solutions: '1 and 2', selling: 'private', create: 'create' },
    de: { solutions: '1 und 2', selling: 'privat', create: 'erstellen' },
    sv: { solutions: '1 och 2', selling: 'ingen hjälp', create: 'skapa' },
    zh: { solutions: '1和2', selling: '不需要帮助', create: '创建' },
    ru: { solutions: '1 и 2', selling: 'без помощи', create: 'создать' },
    it: { solutions: '1 e 2', selling: 'nessun aiuto', create: 'crea' },
  };
  for (const { locale, typed, team } of lines) {
    it(`given "${typed}" in ${locale}, when the rest is typed too, then the deal is what was said`, async () => {
      const anna = await seller(bot, 'Anna Berg', { locale });
      await anna.says(typed);
      assert.match(text(anna.last()), new RegExp(`${team}[\\s\\S]*Contoso Ltd[,、] ?Seattle`));
      assert.match(text(anna.last()), /50.?000/);
      const id = draftId(anna);
      const words = answers[locale.slice(0, 2)];
      await anna.says('+49 30 5550100');
      await anna.says(words?.solutions ?? '');
      await anna.says(words?.selling ?? '');
      assert.ok(offers(cardOf(anna.last()), 'deal.create'), text(anna.last()));
      await anna.says(words?.create ?? '');
      const document = await store.read<ReferralRecord>('local', referralDocumentId(id));
      const deal = document?.body.referral;
      assert.deepEqual(
        [deal?.customer.name, deal?.value, deal?.closeDate, deal?.solutions?.length, deal?.assistance],
        ['Contoso Ltd', { amount: 50_000, currency: 'USD' }, `${YEAR}-03-31`, 2, 'Unknown'],
      );
    });
  }

  const words: Record<string, { back: string; cancel: string; first: RegExp; cancelled: RegExp }> = {
    'en-GB': { back: 'back', cancel: 'cancel', first: /first step/, cancelled: /no deal was created/ },
    'de-DE': {
      back: 'zurück',
      cancel: 'abbrechen',
      first: /erste Schritt/,
      cancelled: /kein Geschäft erstellt/,
    },
    'sv-SE': {
      back: 'tillbaka',
      cancel: 'avbryt',
      first: /första steget/,
      cancelled: /ingen affär skapades/,
    },
    'zh-CN': { back: '返回', cancel: '取消', first: /第一步/, cancelled: /未创建交易/ },
    'ru-RU': { back: 'назад', cancel: 'отмена', first: /первый шаг/, cancelled: /сделка не создана/ },
    'it-IT': {
      back: 'indietro',
      cancel: 'annulla',
      first: /primo passaggio/,
      cancelled: /nessuna trattativa/,
    },
  };
  for (const [locale, { back, cancel, first, cancelled }] of Object.entries(words)) {
    it(`given the middle of a deal, when "${back}" and "${cancel}" are typed, then it goes back and is called off (${locale})`, async () => {
      const anna = await seller(bot, 'Anna Berg', { locale });
      await anna.says(lines[0]?.typed ?? '');
      await anna.says('+49 30 5550100');
      const solutions = anna.last();
      await anna.says(back);
      assert.ok(!bot.teams.in(anna.chat).includes(solutions), 'what is over is gone');
      await anna.says(back);
      assert.match(text(anna.last()), first);
      await anna.says(cancel);
      assert.match(text(anna.last()), cancelled);
      const asked = text(anna.last());
      await anna.says('Contoso');
      assert.notEqual(text(anna.last()), asked);
      assert.ok(!offers(anna.last().activity, 'deal.answer'), 'what is typed afterwards is no answer');
    });
  }

  it('given a customer whose name begins like a command, when it is typed where the customer is asked, then it is looked for (CR-18)', async () => {
    const anna = await seller(bot);
    for (const name of ['Lost Creek, Seattle', 'Phase One', 'Note Printers']) {
      await anna.says('new deal');
      const [answer] = await anna.says(name);
      assert.match(text(answer), /1 of 6/, name);
      await anna.says('cancel');
    }
    const [after] = await anna.says('lost Creek');
    assert.doesNotMatch(text(after), /1 of 6/, 'without a draft it is about a deal');
  });

  it('given a short word that the one customer found has not got, when a deal begins, then that customer is offered and not taken (CR-18)', async () => {
    const many = [{ ...contoso, name: 'Northwind 75 GmbH', duns: '200000075' }];
    await stock(store, many, []);
    const anna = await seller(bot);
    await anna.says(`new deal Northwind 7 50k USD by 31 March ${YEAR}`);
    assert.match(text(anna.last()), /step 1 of \d: Customer/);
  });

  it('given a comma after the command, when a deal begins, then it is the same line', async () => {
    const anna = await seller(bot);
    await anna.says(`new deal, Contoso Seattle 50k USD by 31 March ${YEAR}`);
    assert.doesNotMatch(text(anna.last()), /: Customer$/m);
    assert.match(text(anna.last()), /step 1 of \d/);
  });

  it('given a line with a date that does not exist, when it begins, then the amount is kept and the date asked with its reason', async () => {
    const anna = await seller(bot);
    await anna.says(`new deal Contoso Seattle 50k USD by 31 February ${YEAR}`);
    assert.match(text(anna.last()), /step 1 of \d: Deal details/);
    assert.match(text(anna.last()), /not a date|doesn’t exist/);
    const sent = executed(cardOf(anna.last()), 'deal.answer');
    assert.ok(Object.entries(sent).some(([key, value]) => key.startsWith('value.') && value === '50,000'));
  });

  it('given an amount without currency, when it begins, then the currency is asked and the amount stands there', async () => {
    const anna = await seller(bot);
    await anna.says(`new deal Contoso Seattle 50k by 31 March ${YEAR}`);
    assert.match(text(anna.last()), /Deal details/);
    const sent = executed(cardOf(anna.last()), 'deal.answer', { currency: 'EUR' });
    assert.ok(
      Object.entries(sent).some(([key, value]) => key.startsWith('value.') && /50/.test(String(value))),
    );
    await bot.teams.press(anna.person, anna.chat, 'deal.answer', sent, { replyToId: anna.last().id });
    assert.match(text(anna.last()), /Team/);
  });

  it('given a channel, when new deal is typed there, then it goes on in the personal chat and the channel says only that', async () => {
    const anna = await seller(bot);
    const channel = bot.teams.channel('19:sales@thread.tacv2');
    await bot.teams.install(anna.person, channel);
    const before = bot.teams.in(channel).length;
    await bot.teams.say(anna.person, channel, lines[0]?.typed ?? '');
    const said = bot.teams.in(channel).slice(before);
    assert.deepEqual(
      said.map(({ activity }) => activity.text),
      ['I’ve answered in our personal chat.'],
    );
    assert.match(text(anna.last()), /Contoso Ltd, Seattle/);
    await anna.says('+49 30 5550100');
    assert.match(text(anna.last()), /Solutions/);
    await bot.teams.say(anna.person, channel, '1');
    assert.doesNotMatch(text(anna.last()), /Help from Microsoft/);
  });

  it('given a form that was sent on to a channel, when it is answered there, then nothing of it stands there', async () => {
    const anna = await seller(bot);
    await anna.says(lines[0]?.typed ?? '');
    const channel = bot.teams.channel('19:sales@thread.tacv2');
    const data = executed(cardOf(anna.last()), 'deal.answer', { ownPhone: '+49 30 5550100' });
    for (const verb of ['deal.answer', 'deal.back', 'deal.change']) {
      const answer = await bot.teams.press(anna.person, channel, verb, data, { replyToId: 'm1' });
      assert.equal(answer.body?.value, 'I’ve answered in our personal chat.', verb);
    }
    assert.ok(!bot.teams.in(channel).some(({ activity }) => /Contoso/.test(readable(activity))));
  });

  it('given a deal that waits for days, when something is typed, then it is no answer but going on is offered', async () => {
    const anna = await seller(bot);
    await anna.says(lines[0]?.typed ?? '');
    const [document] = (
      await store.list<{ open: { touchedAt: string } }>({ partition: 'local/drafts', limit: 1 })
    ).documents;
    assert.ok(document);
    const old = { open: { ...document.body.open, touchedAt: '2020-01-01T00:00:00.000Z' } };
    await store.replace({ ...document, body: old }, document.etag);
    await anna.says('+49 30 5550100');
    assert.match(text(anna.last()), /You have an unfinished deal[\s\S]*\$50,000/);
    await anna.presses('deal.start');
    assert.match(text(anna.last()), /step 1 of 4: Team/);
    await anna.says('+49 30 5550100');
    assert.match(text(anna.last()), /Solutions/);
  });

  it('given a cancelled draft and another one begun since, when Continue is pressed on the first one’s card, then that very draft is there, and the other one waits', async () => {
    const anna = await seller(bot);
    await anna.says(`new deal Contoso Seattle 50k USD by 31 March ${YEAR}`);
    const first = draftId(anna);
    await anna.presses('deal.cancel');
    const cancelled = anna.newest('deal.start');
    await anna.says(`new deal Fabrikam Berlin 20k EUR by 30 April ${YEAR}`);
    const second = draftId(anna);
    const form = anna.newest('deal.answer');
    assert.notEqual(second, first);
    await anna.presses('deal.start', {}, cancelled);
    const again = now(anna, cancelled);
    assert.equal(executed(cardOf(again), 'deal.cancel').draft, first);
    assert.match(text(again), /Contoso/);
    await anna.presses('deal.answer', {}, form);
    assert.match(text(now(anna, form)), /is waiting[\s\S]*Fabrikam/);
    await anna.presses('deal.start', {}, now(anna, form));
    assert.equal(executed(cardOf(now(anna, form)), 'deal.cancel').draft, second);
  });

  it('given Start over on the card of one draft, when it is pressed after another was begun, then that other one is not thrown away without a question', async () => {
    const anna = await seller(bot);
    await anna.says(`new deal Contoso Seattle 50k USD by 31 March ${YEAR}`);
    await anna.says('new deal Fabrikam');
    const question = anna.last();
    const { draft } = executed(cardOf(question), 'deal.start');
    const anew = { fresh: true, here: true, draft };
    assert.ok(JSON.stringify(cardOf(question)).includes(JSON.stringify(anew).slice(0, -1)));
    await anna.presses('deal.cancel');
    await anna.says(`new deal Fabrikam Berlin 20k EUR by 30 April ${YEAR}`);
    const second = draftId(anna);
    await bot.teams.press(anna.person, anna.chat, 'deal.start', anew, { replyToId: question.id });
    assert.match(text(now(anna, question)), /already creating a deal[\s\S]*Fabrikam AG/);
    assert.equal(draftId(anna), second);
  });

  it('given a closed deal, when a new one is begun from it, then it is prefilled, the passed date is asked, and the old one stays as it is', async () => {
    const anna = await seller(bot);
    const old = inbound({
      status: 'Closed',
      substatus: 'Won',
      details: {
        dealValue: 120_000,
        currency: 'USD',
        closingDateTime: '2020-01-31T00:00:00Z',
        requirements: {},
      },
    });
    await bot.intake(old);
    const before = await store.read<ReferralRecord>('local', referralDocumentId(String(old.id)));
    const answer = await bot.teams.press(
      anna.person,
      anna.chat,
      'deal.start',
      { from: old.id },
      { replyToId: 'old-card' },
    );
    assert.equal(answer.body?.value, 'The new deal is below.');
    assert.match(text(anna.last()), /Fabrikam analytics/);
    assert.match(text(anna.last()), /That deal stays as it is/);
    assert.match(text(anna.last()), /step 1 of \d: Deal details/);
    await anna.presses('deal.answer', { closeDate: `${YEAR}-05-01` });
    await anna.presses('deal.answer', { solutions: 'SOL-1' });
    await anna.presses('deal.answer', { assistance: 'Unknown' });
    const id = draftId(anna);
    await anna.presses('deal.create');
    const deal = (await store.read<ReferralRecord>('local', referralDocumentId(id)))?.body.referral;
    assert.deepEqual(
      [deal?.name, deal?.customer.name, deal?.value, deal?.closeDate, deal?.team[0]?.name],
      [
        'Fabrikam analytics',
        'Fabrikam Ltd',
        { amount: 120_000, currency: 'USD' },
        `${YEAR}-05-01`,
        'Bo Partner',
      ],
    );
    const after = await store.read<ReferralRecord>('local', referralDocumentId(String(old.id)));
    assert.deepEqual(after?.body.referral, before?.body.referral);
  });

  it('given a store that is away, when a form is answered, then nothing is saved, it says so, and the same press works later', async () => {
    const anna = await seller(bot);
    await anna.says(lines[0]?.typed ?? '');
    const form = anna.last();
    store.fails = (operation) => operation === 'replace' || operation === 'create';
    const data = executed(cardOf(form), 'deal.answer', { ownPhone: '+49 30 5550100' });
    const press = () => bot.teams.press(anna.person, anna.chat, 'deal.answer', data, { replyToId: form.id });
    const answer = await press();
    assert.match(String(answer.body?.value), /^Not saved/);
    assert.ok(offers(cardOf(form), 'deal.answer'), 'the form stands as it was typed');
    store.fails = undefined;
    await press();
    assert.match(text(anna.last()), /Solutions/);
  });

  it('given a store that is away, when Create deal is pressed, then nothing is created before it is back', async () => {
    const anna = await seller(bot);
    await anna.says(lines[0]?.typed ?? '');
    await anna.says('+49 30 5550100');
    await anna.says('1');
    await anna.says('private');
    const review = anna.last();
    store.fails = (operation) => operation === 'create';
    const data = executed(cardOf(review), 'deal.create');
    const press = () =>
      bot.teams.press(anna.person, anna.chat, 'deal.create', data, { replyToId: review.id });
    assert.match(String((await press()).body?.value), /^Not saved/);
    store.fails = undefined;
    assert.match(readable(await press()), /Contoso Ltd – Analytics/);
  });

  it('given a chat that takes no new message, when a form is answered, then the next form stands in its place', async () => {
    const anna = await seller(bot);
    await anna.says(lines[0]?.typed ?? '');
    const form = anna.last();
    bot.teams.disturb = (call, response) => {
      if (call.kind !== 'send') return false;
      response.writeHead(500).end('{}');
      return true;
    };
    const data = executed(cardOf(form), 'deal.answer', { ownPhone: '+49 30 5550100' });
    const answer = await bot.teams.press(anna.person, anna.chat, 'deal.answer', data, { replyToId: form.id });
    assert.match(readable(answer), /step 2 of 4: Solutions/);
  });

  const rubbish: readonly [string, object][] = [
    ['deal.start', { text: 5 }],
    ['deal.start', { from: { $ne: 1 } }],
    ['deal.start', { from: 'x'.repeat(5000) }],
    ['deal.answer', {}],
    ['deal.answer', { draft: 5, step: 'team' }],
    ['deal.answer', { draft: 'x', step: 'constructor' }],
    ['deal.change', { draft: 'x', step: '__proto__' }],
    ['deal.back', { draft: '' }],
    ['deal.create', { draft: 'x'.repeat(300) }],
    ['deal.cancel', { draft: ['x'] }],
  ];
  for (const [verb, data] of rubbish) {
    it(`given ${JSON.stringify(data).slice(0, 60)}, when ${verb} is pressed, then it is answered politely`, async () => {
      const anna = await seller(bot);
      const answer = await bot.teams.press(anna.person, anna.chat, verb, data);
      assert.equal(answer.status, 200);
      assert.equal(answer.body?.statusCode, 200);
      assert.match(String(answer.body?.value), /older card|no longer being created|can’t find/);
    });
  }

  it('given forged ids and rubbish in the inputs, when forms are sent, then they are refused at their fields and nothing crashes', async () => {
    const anna = await seller(bot);
    await anna.says('new deal');
    const draft = draftId(anna);
    const forged: readonly [string, object][] = [
      ['customer', { customer: 'nobody' }],
      ['customer', { customer: { id: 1 } }],
      ['customer', { write: '[click](http://evil.example) {{DATE(2020-01-01T00:00:00Z)}}' }],
      ['details', { location: '9999999', name: 'x'.repeat(9000), value: 'NaN', closeDate: '2020-02-31' }],
      ['solutions', { solutions: 'SOL-404,SOL-1' }],
      ['review', {}],
    ];
    for (const [step, typed] of forged) {
      const data = { draft, step, form: 1, ...typed };
      const answer = await bot.teams.press(anna.person, anna.chat, 'deal.answer', data, {
        replyToId: anna.last().id,
      });
      assert.equal(answer.body?.statusCode, 200, step);
      assert.doesNotMatch(JSON.stringify(answer.body), /something went wrong/i);
    }
    assert.ok(!(await store.list({ partition: 'local', kind: 'referral', limit: 5 })).documents.length);
  });

  it('given a long rubbish text at every step, when typed, then each is answered', async () => {
    const anna = await seller(bot);
    await anna.says(`new deal ${'x 5 '.repeat(3000)}`);
    for (const rubbish of ['💥', '"', '{{DATE()}}', ')))', 'x'.repeat(9000)]) {
      const answer = await anna.says(rubbish);
      assert.equal(answer.length, 1, rubbish.slice(0, 20));
      assert.doesNotMatch(text(answer[0]), /something went wrong/);
    }
  });
});

describe('deal.start in an organization with rights', () => {
  let bot: RunningBot;
  let store: AnyDocumentStore;
  let file: Awaited<ReturnType<typeof temporaryFile>>;
  before(async () => {
    file = await temporaryFile(
      twoOrganizations([
        { email: 'ada.admin@contoso.example', role: 'referrals-admin' },
        { email: 'uma.user@contoso.example', role: 'referrals-user', locations: ['1234567'] },
        { email: 'bert.berlin@contoso.example', role: 'referrals-user', locations: ['7654321'] },
      ]),
    );
  });
  after(() => file.remove());
  beforeEach(async () => {
    store = openSqliteStore({ file: ':memory:' });
    await stock(store, [contoso, fabrikam], []);
    bot = await startBot({ ORGANIZATIONS_FILE: file.path }, { store });
    await seller(bot, 'Ada Admin');
  });
  afterEach(() => bot.stop());

  it('given somebody who is not listed, when a deal is begun, then it says why not and whom to ask', async () => {
    const otto = await seller(bot, 'Otto Outside');
    const [answer] = await otto.says('new deal');
    assert.match(String(answer?.activity.text), /not one of your company’s co-sell members.*Ada Admin/);
  });

  it('given a guest, when a deal is begun, then nothing is said of colleagues', async () => {
    const gina = await seller(bot, 'Gina Guest', { userRole: 'guest' });
    const [answer] = await gina.says('new deal');
    assert.match(String(answer?.activity.text), /^Guests/);
  });

  it('given a user of one location, when a deal is begun, then that location is taken and no other can be (CR-4, CR-21)', async () => {
    const uma = await seller(bot, 'Uma User');
    await uma.says(`new deal Contoso Seattle 50k USD by 31 March ${YEAR}`);
    await uma.says('+49 30 5550100');
    const draft = draftId(uma);
    const forged = {
      draft,
      step: 'details',
      form: 9,
      'location.9': '7654321',
      'name.9': 'Mine',
      'value.9': '5',
      'currency.9': 'USD',
      'closeDate.9': `${YEAR}-01-01`,
    };
    await bot.teams.press(uma.person, uma.chat, 'deal.change', { draft, step: 'details' });
    const answer = await bot.teams.press(uma.person, uma.chat, 'deal.answer', forged, {
      replyToId: uma.last().id,
    });
    assert.match(readable(answer), /can’t create deals for this location/);
    const [document] = (
      await store.list<{ open: { draft: { location: string } } }>({ partition: 'contoso/drafts', limit: 5 })
    ).documents;
    assert.equal(document?.body.open.draft.location, '1234567');
  });

  it('given a line that names a location of others, when a deal is begun, then it says that this was not used (CR-4, CR-21)', async () => {
    const uma = await seller(bot, 'Uma User');
    await uma.says(`new deal Contoso Seattle 50k USD by 31 March ${YEAR}, location Berlin`);
    assert.match(text(uma.last()), /“location Berlin” doesn’t work as an answer[\s\S]*Contoso Ltd, Seattle/);
  });

  it('given somebody else’s draft id, when it is pressed by a colleague or from another organization, then it is answered as one that never was', async () => {
    const uma = await seller(bot, 'Uma User');
    await uma.says(`new deal Contoso Seattle 50k USD by 31 March ${YEAR}`);
    const draft = draftId(uma);
    const fay = await seller(bot, 'Fay Brik', {
      tenantId: FABRIKAM_TENANT,
      email: 'fay.brik@fabrikam.example',
    });
    const bert = await seller(bot, 'Bert Berlin');
    for (const other of [bert, fay]) {
      for (const verb of ['deal.answer', 'deal.back', 'deal.change', 'deal.cancel', 'deal.create']) {
        const press = (id: string) =>
          bot.teams.press(other.person, other.chat, verb, { draft: id, step: 'team' });
        const [real, made] = [await press(draft), await press('00000000-0000-4000-8000-000000000000')];
        assert.deepEqual(real, made, verb);
      }
    }
  });

  it('given a deal of another location, when a new one shall be begun from it, then it is answered as one that never was', async () => {
    const old = inbound({ mpnId: '1234567' });
    await bot.intake(old, CONTOSO_KEY);
    const bert = await seller(bot, 'Bert Berlin');
    const press = (from: unknown) => bot.teams.press(bert.person, bert.chat, 'deal.start', { from });
    assert.deepEqual(await press(old.id), await press('00000000-0000-4000-8000-000000000000'));
  });
});
