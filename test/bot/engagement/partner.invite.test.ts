import assert from 'node:assert/strict';
import { openCustomers } from '#adapters/customers/openCustomers.ts';
import { createSolutionImport } from '#adapters/solutions/solutionLoading.ts';
import { markOf } from '#cards/form/mark.ts';
import { cardOf, executed, offers, pressOn, readable, submitted } from '#test/support/bot/client.ts';
import type { Posted } from '#test/support/bot/fakeConnector.ts';
import type { InvokeAnswer, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { installInChannel } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { ofType } from '#test/support/cards/cardParts.ts';
import { contoso as customer, type Seller, seller } from '#test/support/draft/dealScene.ts';
import {
  FABRIKAM_TENANT,
  MICROSOFT_TENANT,
  temporaryFile,
  threeOrganizations,
} from '#test/support/organization/organizations.ts';

const mail = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@contoso.example`;

describe('Inviting, in whole turns', () => {
  let bot: RunningBot;
  let file: Awaited<ReturnType<typeof temporaryFile>>;
  let anna: Seller;
  let fay: TestPerson;
  let maja: TestPerson;
  let card: Posted;

  beforeEach(async () => {
    const [ours, theirs, microsoft] = threeOrganizations([
      { email: mail('Anna Berg'), role: 'referrals-admin' },
    ]).organizations;
    file = await temporaryFile({ organizations: [ours, { ...theirs, vetted: true }, microsoft] });
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
    await openCustomers(bot.composed.store).register([customer]);
    anna = await seller(bot);
    const others = { fabrikam: FABRIKAM_TENANT, microsoft: MICROSOFT_TENANT };
    fay = bot.teams.person('Fay Brik', { tenantId: others.fabrikam, email: 'fay.brik@fabrikam.example' });
    maja = bot.teams.person('Maja Lind', {
      tenantId: others.microsoft,
      email: 'maja.lind@microsoft.example',
    });
    for (const one of [fay, maja]) await bot.teams.install(one, bot.teams.chatOf(one));
    card = await created('no help');
  });
  afterEach(async () => {
    await bot.stop();
    await file.remove();
  });

  const contact = {
    contactName: 'Karin Vogel',
    contactEmail: 'karin@customer.example',
    contactPhone: '+1 555 0199',
    consent: 'true',
  };

  /** A deal of Anna's, with a note and a number that are nobody else's business. */
  async function created(help: string): Promise<Posted> {
    await drafted(help);
    await anna.presses('deal.create');
    const made = anna.newest('deal.edit');
    await anna.presses('deal.edit', { notes: 'Ours alone: margin 40', crmId: 'CRM-77' }, made);
    return made;
  }
  /** Up to the review. */
  async function drafted(help: string): Promise<void> {
    await anna.says(`new deal Contoso Ltd Seattle 50k USD by 2027-03-31, ${help}`);
    for (let step = 0; step < 6 && !offers(cardOf(anna.last()), 'deal.create'); step++) {
      if (offers(cardOf(anna.last()), 'deal.answer')) {
        const ids = ofType(cardOf(anna.last()), 'Input.').map(({ id }) => String(id).split('.')[0]);
        const typed = {
          ...(ids.includes('ownPhone') && { ownPhone: '+1 555 0100' }),
          ...(ids.includes('location') && { location: '1234567' }),
          ...(ids.includes('solutions') && { solutions: 'SOL-1' }),
          ...(ids.includes('contactName') && contact),
          ...(ids.includes('assistance') && help === 'no help' && { assistance: 'Unknown' }),
        };
        await anna.presses('deal.answer', typed);
      }
    }
  }
  const press = (verb: string, typed: Record<string, unknown> = {}, on = card) =>
    pressOn(bot.teams, anna.person, anna.chat, on, verb, typed);
  const again = (answer: InvokeAnswer, verb: string, typed: Record<string, unknown> = {}) =>
    bot.teams.press(anna.person, anna.chat, verb, executed(cardOf(answer), verb, typed), {
      replyToId: card.id,
    });
  const referralOf = (who: TestPerson) =>
    until(`a referral for ${who.name}`, () =>
      bot.teams.in(bot.teams.chatOf(who)).find((posted) => offers(cardOf(posted), 'referral.accept')),
    );
  const part = { value: '18000', currency: 'USD', closeDate: '2027-02-26' };
  const bring = { search: 'Fabrikam Lakehouse' };
  const fabrikam = { partnerName: 'fabrikam', ...part, ...bring };

  it('given Invite, then a form says who will see what and is prefilled from the deal (CR-30)', async () => {
    const answer = await press('partner.invite');
    const text = readable(answer);
    assert.match(text, /your people named here/);
    const inputs = Object.fromEntries(
      ofType(cardOf(answer), 'Input.').map(({ id, value }) => [String(id).split('.')[0], value]),
    );
    assert.deepEqual([inputs.closeDate, inputs.value, inputs.currency], ['2027-03-31', '', 'USD']);
    // What is ours is not theirs to bring.
    assert.equal(inputs.solutions, '');
    assert.equal(inputs.search, '');
    assert.match(inputs.ours, /^Anna Berg; /);
    // The customer has no contact here that could be passed on (CR-59).
    assert.equal(inputs.contactToo, undefined);
  });

  it('given a partner by name, when it is sent, then it has an inbound referral, and the board says so (CR-29, CR-30)', async () => {
    const answer = await again(await press('partner.invite'), 'partner.invite', {
      ...fabrikam,
      notes: 'Could you bring the data in?',
      people: 'Fay Brik; fay.brik@fabrikam.example',
    });
    assert.match(readable(answer), /Fabrikam Partner is invited and has 14 days/);
    assert.match(readable(answer), /Fabrikam Partner\n, Not answered yet/);
    assert.match(readable(answer), /Partner-to-partner deal.*Fabrikam Partner can see it/);
    const theirs = await referralOf(fay);
    const text = readable(theirs.activity);
    assert.match(text, /Could you bring the data in\?/);
    assert.match(text, /\$18,000/);
    assert.doesNotMatch(JSON.stringify(theirs.activity), /margin 40|CRM-77/, 'nothing of our record');
  });

  it('given somebody who edits a deal of several parties, when a partner answers, then what is typed is not wiped; saved, the card is true (CR-39)', async () => {
    await again(await press('partner.invite'), 'partner.invite', fabrikam);
    const theirs = await referralOf(fay);
    await until('the board is there', () => /Not answered yet/.test(readable(card.activity)));
    const form = await press('deal.edit');
    assert.match(readable(form), /Edit this deal/);
    const before = card.edits;
    await pressOn(bot.teams, fay, bot.teams.chatOf(fay), theirs, 'referral.accept');
    await until('the news is there', () =>
      bot.teams.in(anna.chat).find((one) => /accepted/i.test(readable(one.activity)) && one !== card),
    );
    assert.equal(card.edits, before, 'the message with the open form is left alone');
    const saved = await again(form, 'deal.edit', { name: 'Typed meanwhile' });
    assert.match(readable(saved), /Typed meanwhile/);
    assert.match(readable(saved), /Fabrikam Partner\n, Accepted/);
    await until('the message itself is true', () => /Typed meanwhile/.test(readable(card.activity)));
  });

  it('given the form with nothing in it, then each field says what is missing, and what was typed is kept', async () => {
    const answer = await again(await press('partner.invite'), 'partner.invite', {
      notes: 'Kept',
      closeDate: '',
      solutions: '',
      people: 'x@',
    });
    const text = readable(answer);
    for (const said of [
      /Choose a partner or type its name/,
      /Enter an estimated value/,
      /Enter the expected close date/,
      /Choose at least one solution/,
      /Line 1: the e-mail/,
      /Kept/,
    ]) {
      assert.match(text, said);
    }
    assert.deepEqual(
      bot.teams.in(bot.teams.chatOf(fay)).filter((one) => offers(cardOf(one), 'referral.accept')),
      [],
    );
  });

  it('given a slip of the pen, then the nearest is offered; a stranger Invite it in Partner Center (CR-29)', async () => {
    const form = await press('partner.invite');
    const near = await again(form, 'partner.invite', { ...fabrikam, partnerName: 'Fabrikan' });
    assert.match(readable(near), /Choose one from the list, or invite it/);
    const stranger = await again(form, 'partner.invite', { ...fabrikam, partnerName: 'Tailspin' });
    assert.match(readable(stranger), /Invite it in Partner Center/);
    const sure = await again(near, 'partner.invite', { ...part, partner: 'fabrikam' });
    assert.match(readable(sure), /is invited/);
  });

  it('given one chosen and another typed, or an id that is nobody’s, then nothing is sent', async () => {
    const form = await press('partner.invite');
    const two = await again(form, 'partner.invite', {
      ...part,
      partner: 'fabrikam',
      partnerName: 'Tailspin',
    });
    assert.match(readable(two), /You chose Fabrikam Partner but typed Tailspin/);
    for (const partner of ['contoso', 'msft', 'constructor', '__proto__', 'x'.repeat(5000)]) {
      const answer = await again(form, 'partner.invite', { ...part, partner });
      assert.doesNotMatch(readable(answer), /is invited and/, partner);
    }
  });

  it('given another one to invite, then its form comes as a message of its own', async () => {
    const before = bot.teams.in(anna.chat).length;
    const card = cardOf(await press('partner.invite'));
    const another = ofType(card, 'Action.Execute').find(
      ({ data }) => (data as { another?: boolean }).another,
    );
    const data = { ...executed(card, 'partner.invite', fabrikam), ...(another?.data as object) };
    await bot.teams.press(anna.person, anna.chat, 'partner.invite', data, { replyToId: card.id as string });
    const form = await until('the next form', () => bot.teams.in(anna.chat)[before]);
    assert.match(readable(form.activity), /Sent to Fabrikam Partner\. Who’s next\?/);
    await referralOf(fay);
  });

  it('given Microsoft, then the help, the contact and the consent are asked, and it becomes co-sell (CR-11, CR-19, CR-20)', async () => {
    const answer = await press('partner.invite');
    const switched = ofType(cardOf(answer), 'Action.Execute').find(
      ({ data }) => (data as { guest?: string }).guest === 'microsoft',
    );
    const form = await bot.teams.press(anna.person, anna.chat, 'partner.invite', switched?.data as object);
    assert.ok(
      !ofType(cardOf(form), 'Input.').some(({ id }) => String(id).startsWith('value')),
      'known already',
    );
    const refused = await again(form, 'partner.invite');
    for (const said of [
      /Choose the help you want/,
      /contact’s name is missing/,
      /only gets the contact data if the customer agreed/,
    ]) {
      assert.match(readable(refused), said);
    }
    const done = await again(refused, 'partner.invite', {
      assistance: 'ProofOfConceptOrDemo',
      contactName: 'Karin Vogel',
      contactEmail: 'karin@customer.example',
      contactPhone: '+1 555 0199',
      consent: 'true',
    });
    assert.match(readable(done), /Co-sell deal/);
    const theirs = await referralOf(maja);
    assert.match(readable(theirs.activity), /Karin Vogel/, 'with consent');
    const third = await press('partner.invite');
    assert.match(readable(third), /Invite to this deal/);
    assert.ok(!readable(third).includes('Invite Microsoft instead'), 'not offered twice');
  });

  it('given what is not possible, when it is forged or pressed again, then it is explained and nothing changes (CR-33)', async () => {
    const form = await press('partner.invite');
    await again(form, 'partner.invite', fabrikam);
    const twice = await again(form, 'partner.invite', fabrikam);
    assert.match(readable(twice), /This partner is already invited/);
    assert.ok(!offers(cardOf(twice), 'referral.view'), 'the card as it is, no form');
    const other = await again(form, 'partner.invite', { ...fabrikam, value: '99' });
    assert.match(readable(other), /Fabrikam Partner is already invited/);
    const theirs = await referralOf(fay);
    const { referral } = executed(cardOf(theirs), 'referral.accept') as { referral: string };
    await pressOn(bot.teams, fay, bot.teams.chatOf(fay), theirs, 'referral.accept');
    for (const guest of ['partner', 'microsoft']) {
      const answer = await bot.teams.press(fay, bot.teams.chatOf(fay), 'partner.invite', { referral, guest });
      assert.match(readable(answer), /the company that started the deal can invite/);
    }
  });

  it('given a typed reminder, then the one that is meant is reminded, and without any it is said', async () => {
    const [none] = await anna.says('remind fabrikam');
    assert.match(readable(none?.activity ?? {}), /No open invitation/);
    await again(await press('partner.invite'), 'partner.invite', fabrikam);
    const [done] = await anna.says('erinnern Fabrikam');
    assert.match(readable(done?.activity ?? {}), /Reminder sent to Fabrikam Partner/);
    const [stranger] = await anna.says('remind Litware');
    assert.match(readable(stranger?.activity ?? {}), /No open invitation/);
  });

  it('given a reminder, then it is said, the second one within a day politely refused, and by Submit the same', async () => {
    await again(await press('partner.invite'), 'partner.invite', fabrikam);
    await until('the board', () => offers(cardOf(card), 'partner.remind'));
    const first = await press('partner.remind');
    assert.match(readable(first), /Reminder sent to Fabrikam Partner/);
    const second = await press('partner.remind');
    assert.match(readable(second), /reminded in the last 24 hours/);
    const before = bot.teams.in(anna.chat).length;
    await bot.teams.submit(anna.person, anna.chat, submitted(cardOf(second), 'partner.remind'), {
      replyToId: card.id,
    });
    assert.ok(bot.teams.in(anna.chat).length >= before);
  });

  it('given a solution of the partner’s own catalog, then it is wanted of them, and their own there (CR-30, CR-63)', async () => {
    const sent = await again(await press('partner.invite'), 'partner.invite', {
      ...fabrikam,
      search: 'Lakehouse',
    });
    assert.match(readable(sent), /Fabrikam Partner is invited/);
    const theirs = await referralOf(fay);
    assert.match(readable(theirs.activity), /Fabrikam Lakehouse \(our own/);
    assert.doesNotMatch(readable(theirs.activity), /Contoso Analytics/);
  });

  it('given the only partner there is, then its only solution is chosen in the form; taken away, it is asked (CR-30)', async () => {
    const opened = await press('partner.invite');
    const without = { ...fabrikam, search: '', solution: '' };
    const asked = await again(opened, 'partner.invite', without);
    assert.match(readable(asked), /Choose at least one solution/);
    const sent = await again(opened, 'partner.invite', { ...fabrikam, search: '' });
    assert.match(readable(sent), /Fabrikam Partner is invited/);
    assert.match(readable((await referralOf(fay)).activity), /Fabrikam Lakehouse \(our own/);
  });

  it('given a partner where nobody would hear of it, when it is sent, then that is said first, and the next press sends it all the same (CR-30)', async () => {
    await bot.teams.install(fay, bot.teams.chatOf(fay), 'remove');
    const told = await again(await press('partner.invite'), 'partner.invite', fabrikam);
    assert.match(readable(told), /Nobody at Fabrikam Partner would hear of this yet/);
    const sent = await again(told, 'partner.invite', fabrikam);
    assert.match(readable(sent), /Fabrikam Partner is invited/);
  });

  it('given a new deal for which Microsoft’s help is wanted, where nobody would hear of it, then the review says so before it is created (CR-30)', async () => {
    await drafted('demo');
    assert.doesNotMatch(readable(anna.newest('deal.create').activity), /would hear/);
    await anna.presses('deal.cancel');
    await bot.teams.install(maja, bot.teams.chatOf(maja), 'remove');
    await drafted('demo');
    assert.match(
      readable(anna.newest('deal.create').activity),
      /Nobody would hear of this yet at: Microsoft/,
    );
  });

  it('given the invited partner’s form, then solutions can be changed as it accepts, and the inviter’s are a third party’s there (CR-30)', async () => {
    const ours = { ...fabrikam, search: '', solutions: markOf('SOL-1') };
    await again(await press('partner.invite'), 'partner.invite', ours);
    const theirs = await referralOf(fay);
    assert.match(readable(theirs.activity), /Contoso Analytics \(third party/);
    const chat = bot.teams.chatOf(fay);
    const none = await pressOn(bot.teams, fay, chat, theirs, 'referral.accept', { solutions: '' });
    assert.match(readable(none), /Choose at least one solution/);
    const strange = { search: 'Nothing of the kind' };
    const unknown = await pressOn(bot.teams, fay, chat, theirs, 'referral.accept', strange);
    assert.match(readable(unknown), /The catalog has no solution with that name/);
    const added = await pressOn(bot.teams, fay, chat, theirs, 'referral.accept', { search: 'SOL-F' });
    assert.match(readable(added), /Fabrikam Lakehouse \(our own\)/);
    assert.match(readable(added), /Contoso Analytics \(third party/);
  });

  it('given an assessment of the invited partner’s, then its record does not become one, as it accepts or later (CR-33)', async () => {
    const check = { id: 'SA-F', name: 'Cost check', kind: 'assessment' as const };
    await createSolutionImport(bot.composed.store, 'fabrikam').put([check]);
    await again(await press('partner.invite'), 'partner.invite', fabrikam);
    const theirs = await referralOf(fay);
    const chat = bot.teams.chatOf(fay);
    const instead = { solutions: '', search: 'SA-F' };
    const refused = await pressOn(bot.teams, fay, chat, theirs, 'referral.accept', instead);
    assert.match(readable(refused), /can’t become an assessment/);
    await pressOn(bot.teams, fay, chat, theirs, 'referral.accept');
    await until('their card', () => offers(cardOf(theirs), 'deal.solutions'));
    const form = await pressOn(bot.teams, fay, chat, theirs, 'deal.solutions');
    const kept = ofType(cardOf(form), 'Input.').find(({ id }) => String(id).startsWith('remove'));
    const all = ((kept?.choices ?? []) as { value: string }[]).map(({ value }) => value).join(',');
    const data = executed(cardOf(form), 'deal.solutions', { remove: all, search: 'SA-F' });
    const later = await bot.teams.press(fay, chat, 'deal.solutions', data, { replyToId: theirs.id });
    assert.match(readable(later), /can’t become an assessment/);
  });

  it('given several people on each side, then both see the whole team, and a channel nobody of it (CR-30)', async () => {
    const channel = bot.teams.channel('19:sales@thread.tacv2');
    await installInChannel(bot.teams, anna.person, channel);
    const join = (name: string) => ({
      personName: name,
      personEmail: `${name.toLowerCase().replace(' ', '.')}@people.example`,
      personPhone: '+1 555 0177',
    });
    await again(await press('deal.team'), 'deal.team', join('Ole Storm'));
    await again(await press('partner.invite'), 'partner.invite', fabrikam);
    const theirs = await referralOf(fay);
    assert.match(readable(theirs.activity), /Their team: Anna Berg, Ole Storm/);
    const chat = bot.teams.chatOf(fay);
    await pressOn(bot.teams, fay, chat, theirs, 'referral.accept');
    await until('their card', () => offers(cardOf(theirs), 'deal.team'));
    const joins = await pressOn(bot.teams, fay, chat, theirs, 'deal.team');
    const gus = executed(cardOf(joins), 'deal.team', join('Gus Rey'));
    await bot.teams.press(fay, chat, 'deal.team', gus, { replyToId: theirs.id });
    await until('their team', () => /Their team: .*Gus Rey/.test(readable(card.activity)));
    const form = readable(await press('deal.team'));
    assert.match(form, /Fabrikam Partner/);
    assert.match(form, /Gus Rey · gus\.rey@people\.example · \+1 555 0177/);
    const posted = bot.teams
      .in(channel)
      .slice(1)
      .map((one) => readable(one.activity));
    assert.doesNotMatch(posted.join(), /Gus|Ole|Fay|Anna|people\.example/);
  });

  it('given an answer, then every side sees the other’s standing, and the inviter can write to their seller (CR-30)', async () => {
    await again(await press('partner.invite'), 'partner.invite', fabrikam);
    const theirs = await referralOf(fay);
    await pressOn(bot.teams, fay, bot.teams.chatOf(fay), theirs, 'referral.accept', { value: '17500' });
    const shown = await until('the board of the inviter', () => {
      const text = readable(card.activity);
      return /Fabrikam Partner\n, Accepted/.test(text) ? text : undefined;
    });
    assert.match(shown, /\$17,500/);
    assert.match(shown, /Their seller: Fay Brik/);
    const chat = ofType(cardOf(card), 'Action.OpenUrl').find(({ title }) => title === 'Chat');
    assert.match(String(chat?.url), /fay\.brik%40fabrikam\.example/);
    const inviter = await until('the board of the invited', () => {
      const text = readable(theirs.activity);
      return /Contoso Partner\n, In progress, invited you/.test(text);
    });
    assert.ok(inviter);
  });

  it('given the invited company, when it looks for what is ours alone, then nothing of it is there (CR-5, CR-20)', async () => {
    await again(await press('partner.invite'), 'partner.invite', fabrikam);
    const theirs = await referralOf(fay);
    const chat = bot.teams.chatOf(fay);
    await pressOn(bot.teams, fay, chat, theirs, 'referral.accept');
    const { referral } = executed(cardOf(card), 'deal.edit') as { referral: string };
    const before = bot.teams.in(chat).length;
    for (const text of ['search margin', `search ${referral}`, 'inbound', 'search contoso']) {
      await bot.teams.say(fay, chat, text);
    }
    const answers = [];
    for (const verb of ['deal.open', 'referral.view', 'partner.invite', 'partner.remind', 'deal.edit']) {
      answers.push(await bot.teams.press(fay, chat, verb, { referral, organization: 'fabrikam', form: 0 }));
    }
    const read = JSON.stringify([answers, bot.teams.in(chat)]);
    assert.ok(bot.teams.in(chat).length > before);
    assert.doesNotMatch(read, /Ours alone|margin 40|CRM-77/);
  });

  it('given a typed invitation, then the form opens on the deal that is meant, with what was said (CR-29)', async () => {
    const [answer] = await anna.says('invite fabrikam 20k USD to Contoso');
    const inputs = Object.fromEntries(
      ofType(cardOf(answer ?? assert.fail()), 'Input.').map(({ id, value }) => [
        String(id).split('.')[0],
        value,
      ]),
    );
    assert.deepEqual([inputs.partnerName, inputs.value, inputs.currency], ['fabrikam', '20,000', 'USD']);
    const [sent] = await anna.presses('partner.invite', bring, answer);
    assert.equal(sent, undefined);
    await referralOf(fay);
    const [other] = await anna.says('einladen');
    assert.match(readable(other?.activity ?? {}), /Invite to this deal/);
    const [microsoft] = await anna.says('invite Microsoft');
    assert.match(readable(microsoft?.activity ?? {}), /Help wanted|help/i);
    const [nowhere] = await anna.says('invite fabrikam to Nowhere');
    assert.match(readable(nowhere?.activity ?? {}), /Which deal\? Type/);
  });

  it('given words of a deal to which nobody can be invited, then its card says why (CR-31)', async () => {
    await again(await press('partner.invite'), 'partner.invite', fabrikam);
    await referralOf(fay);
    const chat = bot.teams.chatOf(fay);
    await bot.teams.say(fay, chat, 'invite Contoso 20k USD to Seattle deal');
    assert.match(readable(bot.teams.in(chat).at(-1)?.activity ?? {}), /Which deal\? Type/);
    await bot.teams.say(fay, chat, 'invite Contoso 20k USD to Contoso Ltd');
    const told = readable(bot.teams.in(chat).at(-1)?.activity ?? {});
    assert.match(told, /Only the company that started the deal can invite partners/);
  });

  it('given a form that is open while a partner answers, then what is typed stays, and Cancel shows what it missed', async () => {
    await again(await press('partner.invite'), 'partner.invite', fabrikam);
    const theirs = await referralOf(fay);
    const form = await press('deal.team');
    const news = () => bot.teams.in(anna.chat).some((one) => /accepted your/.test(readable(one.activity)));
    await pressOn(bot.teams, fay, bot.teams.chatOf(fay), theirs, 'referral.accept');
    await until('Anna has the news', news);
    assert.doesNotMatch(readable(card.activity), /Fabrikam Partner\n, Accepted/);
    await again(form, 'referral.view');
    await until('the card is edited', () => /Fabrikam Partner\n, Accepted/.test(readable(card.activity)));
  });

  it('given several deals, when none is named, then it is asked which, and nothing is guessed', async () => {
    await created('no help');
    const [answer] = await anna.says('invite fabrikam');
    assert.match(
      readable(answer?.activity ?? {}),
      /Which deal\?[\s\S]*1 {2}Contoso Ltd[\s\S]*2 {2}Contoso Ltd/,
    );
    const [form] = await anna.says('2');
    assert.match(readable(form?.activity ?? {}), /Invite to this deal[\s\S]*fabrikam/);
  });

  describe('while a deal is created (CR-31)', () => {
    beforeEach(async () => {
      await anna.says('new deal Contoso Ltd Seattle 50k USD by 2027-03-31, no help');
      // What is usual is remembered: the repeat deal is asked nothing, and nothing about partners either.
      assert.ok(offers(cardOf(anna.last()), 'deal.create'), readable(anna.last().activity));
    });

    /** *Save* of the form, and not the button for another one. */
    const saved = (form: InvokeAnswer, typed: Record<string, unknown>) => ({
      ...executed(cardOf(form), 'deal.answer', typed),
      another: undefined,
    });
    /** The form of partners, in place of the review. */
    const toPartners = async () => {
      const review = anna.newest('deal.create');
      const button = ofType(cardOf(review), 'Action.Execute').find(
        ({ data }) => (data as { step?: string }).step === 'partners',
      );
      return bot.teams.press(anna.person, anna.chat, 'deal.change', button?.data as object, {
        replyToId: review.id,
      });
    };

    it('given a partner in the review, when the deal is created, then it is invited; before that nobody is', async () => {
      const form = await toPartners();
      assert.match(readable(form), /Who’s invited\?/);
      const data = saved(form, fabrikam);
      await bot.teams.press(anna.person, anna.chat, 'deal.answer', data, { replyToId: anna.last().id });
      const review = anna.newest('deal.create');
      assert.match(readable(review.activity), /Partner-to-partner deal/);
      assert.match(readable(review.activity), /Fabrikam Partner · \$18,000 · Feb 26, 2027/);
      const offered = () =>
        bot.teams.in(bot.teams.chatOf(fay)).filter((one) => offers(cardOf(one), 'referral.accept'));
      assert.equal(offered().length, 0);
      await anna.presses('deal.create');
      await referralOf(fay);
      assert.match(readable(anna.newest('deal.edit').activity), /Fabrikam Partner\n, Not answered yet/);
    });

    it('given the form with a wrong name or without a value, then it comes back with the reason and what was typed', async () => {
      const form = await toPartners();
      const data = saved(form, { partnerName: 'Fabrikan', notes: 'Kept' });
      const answer = await bot.teams.press(anna.person, anna.chat, 'deal.answer', data, {
        replyToId: anna.last().id,
      });
      for (const said of [/Choose one from the list, or invite it/, /Enter an estimated value/, /Kept/]) {
        assert.match(readable(answer), said);
      }
    });

    it('given nobody named, then the review is there again; who was invited can be taken out', async () => {
      await anna.says('invite fabrikam 20k USD');
      assert.match(readable(anna.last().activity), /Fabrikam Partner · \$20,000/);
      const form = await toPartners();
      const removed = ofType(cardOf(form), 'Input.').find(({ id }) => String(id).startsWith('removed'));
      const [choice] = (removed?.choices ?? []) as { value: string }[];
      const data = saved(form, { removed: choice?.value });
      await bot.teams.press(anna.person, anna.chat, 'deal.answer', data, { replyToId: anna.last().id });
      assert.match(readable(anna.newest('deal.create').activity), /Nobody is invited/);
    });

    it('given typed answers at the step, then they are taken as the form’s, and no ends it', async () => {
      await anna.says('invite');
      assert.match(readable(anna.last().activity), /Who’s invited\?/);
      await anna.says('Fabrikan 20k USD');
      assert.match(readable(anna.last().activity), /Choose one from the list, or invite it/);
      await anna.says('Microsoft');
      assert.match(readable(anna.last().activity), /choose the help you want under “Help from Microsoft”/);
      await anna.says('no');
      assert.match(readable(anna.last().activity), /Nobody is invited/);
    });
  });
});
