import assert from 'node:assert/strict';
import { createdRecord, referralDocumentId, referralDraft } from '#app/referral/referralRecord.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { ownRegistration } from '#domain/registration/registrationView.ts';
import { cardOf, executed, offers, readable, submitted } from '#test/support/bot/client.ts';
import type { InvokeAnswer, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { ofType } from '#test/support/cards/cardParts.ts';
import {
  CONTOSO_KEY,
  FABRIKAM_TENANT,
  MICROSOFT_TENANT,
  temporaryFile,
  threeOrganizations,
} from '#test/support/organization/organizations.ts';
import { microsoftsDeal, wonDeal } from '#test/support/registration/registered.ts';

const DAY = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString();
const dayAgo = (days: number) => ago(days).slice(0, 10);
const member = (name: string, role: 'referrals-admin' | 'referrals-user' = 'referrals-user') => ({
  email: `${name}@contoso.example`,
  role,
});

/** What Anna types. */
const filled = {
  value: '30,000',
  currency: 'USD',
  solutionValue: '28k',
  term: 'perpetual',
  signed: dayAgo(3),
  start: dayAgo(1),
  marketplace: 'no',
  azure: 'yes',
  tenant: 'customer',
  pricing: 'other',
  confirmed: 'true',
};

describe('Registering a won deal, in whole turns (CR-44 to CR-48)', () => {
  let bot: RunningBot;
  let [anna, bo, maja, fay]: TestPerson[] = [];
  const people = () => [anna, bo, maja, fay] as [TestPerson, TestPerson, TestPerson, TestPerson];

  beforeEach(async () => {
    const file = await temporaryFile(
      threeOrganizations([member('anna.berg'), member('bo.lind'), member('ada.chef', 'referrals-admin')]),
    );
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
    await file.remove();
    anna = bot.teams.person('Anna Berg');
    bo = bot.teams.person('Bo Lind');
    maja = bot.teams.person('Maja Lind', {
      tenantId: MICROSOFT_TENANT,
      email: 'maja.lind@microsoft.example',
    });
    fay = bot.teams.person('Fay Brik', { tenantId: FABRIKAM_TENANT, email: 'fay.brik@fabrikam.example' });
    for (const one of people()) await bot.teams.install(one, bot.teams.chatOf(one));
    const team = [{ name: 'Anna Berg', email: 'anna.berg@contoso.example', phone: '1' }];
    const changes = { createdAt: ago(10), closedAt: ago(2), acceptedAt: ago(9), team };
    const [won, theirs] = [wonDeal(), microsoftsDeal(undefined)];
    const [microsoft] = won.parties ?? [];
    assert.ok(microsoft);
    const invited = { by: { kind: 'person' as const, personId: 'p' }, at: ago(9) };
    const parties = [
      { ...microsoft, invited },
      { ...microsoft, organization: 'fabrikam', name: 'Fabrikam', referralId: 'r-fabrikam', invited },
    ];
    await put({ ...won, ...changes, id: 'deal', engagementId: 'e', organization: 'contoso', parties });
    const inviter = (one: Referral) =>
      one.parties?.map((party) => ({ ...party, organization: 'contoso', referralId: 'deal' }));
    await put({
      ...theirs,
      ...changes,
      id: 'r-msft',
      engagementId: 'e',
      location: undefined,
      parties: inviter(theirs),
    });
    await put({
      ...theirs,
      ...changes,
      id: 'r-fabrikam',
      engagementId: 'e',
      organization: 'fabrikam',
      location: undefined,
      parties: inviter(theirs),
    });
  });
  afterEach(() => bot.stop());

  async function put(referral: Referral): Promise<void> {
    await bot.composed.store.create(referralDraft(createdRecord(referral), undefined));
  }
  async function stored(organization: string, id: string): Promise<Referral> {
    const found = await bot.composed.store.read<'referral'>(organization, referralDocumentId(id));
    return found?.body.referral ?? assert.fail();
  }
  const closedOf = (referral: Referral) => (referral.stage === 'closed' ? referral : assert.fail());
  const press = (who: TestPerson | undefined, verb: string, data: object) => {
    assert.ok(who);
    return bot.teams.press(who, bot.teams.chatOf(who), verb, data as Record<string, unknown>);
  };
  const open = (who: TestPerson | undefined, referral: string) => press(who, 'deal.open', { referral });
  const onto = (who: TestPerson | undefined, answer: InvokeAnswer, verb: string, typed = {}) =>
    press(who, verb, executed(cardOf(answer), verb, typed));
  const inputsOf = (answer: InvokeAnswer) =>
    ofType(cardOf(answer), 'Input.').map(({ id }) => String(id).split('.')[0]);
  /** Presses the button of that decision. */
  const decide = (answer: InvokeAnswer, decision: string, typed: Record<string, unknown> = {}) => {
    const button = ofType(cardOf(answer), 'Action.Execute').find(
      (part) => (part.data as { decision?: string }).decision === decision,
    );
    assert.ok(button, `no button to ${decision}`);
    const inputs = ofType(cardOf(answer), 'Input.').flatMap(({ id }) => {
      const value = typed[String(id).split('.')[0] ?? ''];
      return value === undefined ? [] : [[String(id), value]];
    });
    return press(maja, 'registration.review', { ...(button.data as object), ...Object.fromEntries(inputs) });
  };
  const registered = async () => {
    const form = await onto(anna, await open(anna, 'deal'), 'registration.register');
    return onto(anna, form, 'registration.register', filled);
  };
  const atMicrosoft = async (state: string) => {
    await until(`Microsoft to know of ${state}`, async () =>
      JSON.stringify(await stored('msft', 'r-msft')).includes(state),
    );
    return onto(maja, await open(maja, 'r-msft'), 'registration.review');
  };
  const ownState = async (state: string) =>
    until(`the partner to know of ${state}`, async () => {
      const own = ownRegistration(await stored('contoso', 'deal'));
      return (own?.outcome ?? own?.state) === state;
    });

  it('given a won deal, when it is registered, then Microsoft sees what was entered, and its approval comes back (CR-44, CR-48)', async () => {
    const opened = await open(anna, 'deal');
    assert.match(readable(opened), /Registration: Can be registered now/);
    const done = await registered();
    assert.match(readable(done), /Registered. Microsoft decides next/);
    assert.match(readable(done), /Registration: Pending/);
    assert.ok(!offers(cardOf(done), 'registration.register'));

    const review = await atMicrosoft('28000');
    assert.match(readable(review), /Registration by Contoso Partner: Pending/);
    assert.match(readable(review), /28,000/);
    await decide(review, 'approve');
    await ownState('approved');
  });

  it('given a deal that could be registered, when it is won, then it is asked for at once, now or later, and it is what comes after Won (CR-46)', async () => {
    const {
      outcome: _1,
      closedAt: _2,
      closedBy: _3,
      ...deal
    } = await stored('contoso', 'deal').then(closedOf);
    const acceptedBy = { kind: 'person' as const, personId: 'p' };
    await put({ ...deal, id: 'open', stage: 'accepted', acceptedAt: ago(9), acceptedBy });
    const asked = await press(anna, 'deal.win', { referral: 'open' });
    const won = await onto(anna, asked, 'deal.win');
    assert.match(readable(won), /Register the deal now, or do it later/);
    assert.match(readable(won), /Won.100%[\s\S]*› Registration/);
    assert.ok(offers(cardOf(won), 'registration.register'));
    const form = await onto(anna, won, 'registration.register');
    const filed = await onto(anna, form, 'registration.register', filled);
    assert.match(readable(filed), /●.Registration/);
  });

  it('given an IP co-sell deal, then it goes through review and final validation, with a reason for each stop (CR-46, CR-48)', async () => {
    await registered();
    const taken = await decide(await atMicrosoft('28000'), 'take');
    assert.match(readable(taken), /Review started/);
    const asking = await decide(await onto(maja, taken, 'registration.review'), 'ask');
    const empty = await decide(asking, 'ask', { reason: '', fields: '' });
    assert.match(readable(empty), /Add a reason\. The partner reads it/);
    assert.match(readable(empty), /Tick at least one field/);
    const reason = 'The contract says 31,000.';
    await decide(empty, 'ask', { reason, fields: 'value' });
    await ownState('action-required');

    const card = await open(anna, 'deal');
    assert.ok(readable(card).includes(reason));
    const form = await onto(anna, card, 'registration.register');
    assert.deepEqual(inputsOf(form), ['value'], 'just what is in question');
    assert.ok(readable(form).includes(reason));
    const low = await onto(anna, form, 'registration.register', { value: '20,000' });
    assert.deepEqual(inputsOf(low), ['value', 'solutionValue'], 'and what hangs on it');
    assert.match(readable(low), /can’t be worth more than the whole contract/);
    await onto(anna, low, 'registration.register', { value: '31,000' });
    const second = await atMicrosoft('31000');
    assert.match(readable(second), /Review pending/);
    const sure = await decide(second, 'pass');
    assert.match(readable(sure), /This is final and closes the registration/);
    assert.match(readable(await decide(sure, 'pass')), /Passed\. I’ll tell the partner/);
    await ownState('passed');
    assert.match(readable(await open(anna, 'deal')), /Registration: Passed, closed/);
    // The same form once more is a repeat; another one comes too late.
    assert.match(readable(await decide(sure, 'pass')), /Passed\. I’ll tell the partner/);
    const late = await decide(second, 'pass');
    assert.match(readable(late), /already decided, or it’s the partner’s turn/);
  });

  it('given a form with everything wrong, then each field says so, nothing typed is lost, by Submit too (CR-47)', async () => {
    const form = await onto(anna, await open(anna, 'deal'), 'registration.register');
    const wrong = {
      ...filled,
      value: 'much',
      signed: dayAgo(-2),
      end: dayAgo(-400),
      marketplace: 'yes',
      azure: '',
      confirmed: 'false',
    };
    const answer = await onto(anna, form, 'registration.register', wrong);
    const text = readable(answer);
    for (const words of [
      /That’s not an amount/,
      /can’t be signed in the future/,
      /A perpetual contract has no end date/,
      /needs its estimated date/,
      /whether the solution is deployed on Azure/,
      /Confirm that the contract names both/,
    ])
      assert.match(text, words);
    const values = Object.fromEntries(
      ofType(cardOf(answer), 'Input.').map(({ id, value }) => [String(id).split('.')[0], value]),
    );
    assert.deepEqual([values.value, values.end, values.solutionValue], ['much', dayAgo(-400), '28,000']);
    const [chat, who] = [bot.teams.chatOf(anna ?? assert.fail()), anna ?? assert.fail()];
    await bot.teams.submit(
      who,
      chat,
      submitted(cardOf(answer), 'registration.register', { ...filled, end: '' }),
    );
    await ownState('pending');
  });

  it('given a colleague who is not in the team, then it is not theirs to register; given an admin, then it is (CR-6)', async () => {
    assert.ok(!JSON.stringify(await open(bo, 'deal')).includes('Fabrikam'));
    const forged = await press(bo, 'registration.register', { referral: 'deal', form: 0, ...filled });
    assert.ok(!JSON.stringify(forged).includes('Fabrikam'));
    assert.equal((await stored('contoso', 'deal')).registrationFiling, undefined);
    const ada = bot.teams.person('Ada Chef');
    await bot.teams.install(ada, bot.teams.chatOf(ada));
    assert.ok(offers(cardOf(await open(ada, 'deal')), 'registration.register'));
  });

  it('given another partner of the deal, then it never learns of the registration (CR-46)', async () => {
    await registered();
    await decide(await atMicrosoft('28000'), 'take');
    await ownState('review-pending');
    const theirs = JSON.stringify(await stored('fabrikam', 'r-fabrikam'));
    const shown = JSON.stringify(await open(fay, 'r-fabrikam'));
    for (const secret of ['28000', '28,000', 'submissions', 'Review pending']) {
      assert.ok(!theirs.includes(secret) && !shown.includes(secret), secret);
    }
    for (const verb of ['registration.register', 'registration.review']) {
      const forged = await press(fay, verb, {
        referral: 'deal',
        partner: 'contoso',
        decision: 'approve',
        submission: 1,
        form: 0,
      });
      assert.ok(!JSON.stringify(forged).includes('28,000'));
    }
    assert.equal(ownRegistration(await stored('contoso', 'deal'))?.state, 'review-pending');
  });

  it('given reviewers, then typing reviews lists what waits, in six languages; elsewhere it says who reviews', async () => {
    await registered();
    await atMicrosoft('28000');
    const [seller, , reviewer] = people();
    for (const words of ['reviews', 'Prüfungen', 'granskningar', '待审核', 'проверки', 'revisioni']) {
      await bot.teams.say(reviewer, bot.teams.chatOf(reviewer), words);
      const list = bot.teams.in(bot.teams.chatOf(reviewer)).at(-1);
      assert.ok(JSON.stringify(list).includes('r-msft'), words);
    }
    await bot.teams.say(seller, bot.teams.chatOf(seller), 'reviews');
    assert.match(
      JSON.stringify(bot.teams.in(bot.teams.chatOf(seller)).at(-1)),
      /Microsoft reviews registrations/,
    );
  });

  it('given the deal as another system reads it, then the registration stands there in Partner Center’s shape', async () => {
    await registered();
    const { body } = await bot.read('deal', CONTOSO_KEY);
    assert.equal(body.registrationStatus, 'Pending');
    const [registration] = body.registrations as { contract: { value: number }; status: string }[];
    assert.deepEqual([registration?.status, registration?.contract.value], ['Pending', 30_000]);
  });
});
