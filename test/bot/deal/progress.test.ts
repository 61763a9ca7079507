import assert from 'node:assert/strict';
import { createdRecord, referralDocumentId, referralDraft } from '#app/referral/referralRecord.ts';
import type { AcceptedReferral, Referral } from '#domain/referral/referral.ts';
import { cardOf, executed, offers, readable, submitted } from '#test/support/bot/client.ts';
import { endsFinal } from '#test/support/bot/endsFinal.ts';
import type { InvokeAnswer, Place, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { type MovableClock, movableClock } from '#test/support/bot/movableClock.ts';
import { installInChannel } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import { ofType } from '#test/support/cards/cardParts.ts';
import { CONTOSO_KEY, temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { accepted } from '#test/support/referral/samples.ts';

const members = ['anna.berg', 'bo.lind'].map((name) => ({
  email: `${name}@contoso.example`,
  role: 'referrals-admin' as const,
}));
const analytics = { id: 'SOL-1', name: 'Analytics', kind: 'own', incentive: true } as const;
const assessment = { id: 'SA-1', name: 'Cost check', kind: 'assessment' } as const;
const all = {
  partnerLed: true,
  notesRequired: true,
  closeAsError: true,
  assessmentsFixed: true,
  assessmentDetailsRequired: true,
};

describe('How a deal goes on and ends, in whole turns (CR-40 to CR-43)', () => {
  let bot: RunningBot;
  let clock: MovableClock;
  let anna: TestPerson;
  let bo: TestPerson;
  let chat: Place;
  let deals = 0;

  const start = async (settings: object = {}) => {
    const { organizations } = twoOrganizations(members);
    const file = await temporaryFile({
      organizations: [{ ...organizations[0], ...settings }, organizations[1]],
    });
    clock = movableClock();
    bot = await startBot({ ORGANIZATIONS_FILE: file.path }, { clock });
    await file.remove();
    anna = bot.teams.person('Anna Berg');
    bo = bot.teams.person('Bo Lind');
    chat = bot.teams.chatOf(anna);
    await bot.teams.install(anna, chat);
    await bot.teams.install(bo, bot.teams.chatOf(bo));
  };
  afterEach(() => bot.stop());

  /** A deal of one's own, and its card as it is opened. */
  const deal = async (changes: Partial<AcceptedReferral> = {}) => {
    const id = `deal-${++deals}`;
    const referral = accepted({ id, direction: 'outbound', solutions: [analytics], ...changes });
    await bot.composed.store.create(referralDraft(createdRecord(referral), undefined));
    return { id, card: await press('deal.open', { referral: id }) };
  };
  const stored = async (id: string): Promise<Referral> => {
    const found = await bot.composed.store.read<'referral'>('contoso', referralDocumentId(id));
    return found?.body.referral ?? assert.fail(id);
  };
  const press = (verb: string, data: object, who = anna) =>
    bot.teams.press(who, bot.teams.chatOf(who), verb, data as Record<string, unknown>);
  const on = (shown: InvokeAnswer, verb: string, typed: Record<string, unknown> = {}, who = anna) =>
    press(verb, executed(cardOf(shown), verb, typed), who);
  /** The same by Action.Submit, whose answer is the newest message. */
  const submits = async (shown: InvokeAnswer, verb: string, typed: Record<string, unknown> = {}) => {
    await bot.teams.submit(anna, chat, submitted(cardOf(shown), verb, typed));
    const last = bot.teams.in(chat).at(-1);
    return last ?? assert.fail('nothing was sent');
  };

  /** Presses the button that carries a stage, or the one that opens the form. */
  const stageButton = (shown: InvokeAnswer, quick: boolean) => {
    const found = ofType(cardOf(shown), 'Action.Execute').find(
      ({ verb, data }) => verb === 'stage.mark' && 'stage' in (data as object) === quick,
    );
    return (found?.data ?? assert.fail('no such button')) as Record<string, unknown>;
  };

  it('given an accepted deal, when the next stage is pressed, then one press marks it and the card says so with the next one', async () => {
    await start();
    const { id, card } = await deal();
    assert.match(readable(card), /●\sCreated\s10%/);
    const answer = await press('stage.mark', stageButton(card, true));
    assert.match(readable(answer), /Moved to Qualified \(20%\)/);
    assert.match(readable(answer), /✓\sCreated\s10%[\s\S]*●\sQualified\s20%/);
    assert.equal((await stored(id)).salesStage, 20);
    // The old card once more, by the same person and by another: nothing moves back.
    await press('stage.mark', { ...stageButton(answer, true) });
    const late = await press('stage.mark', stageButton(card, true), bo);
    assert.match(readable(late), /Someone moved this deal to another stage/);
    assert.equal((await stored(id)).salesStage, 40);
  });

  it('given the form of the stages, when another one is chosen, by Execute and by Submit, then it counts; what is none is explained at its field', async () => {
    await start({ stageNames: { 60: 'Offer out' } });
    const { id, card } = await deal();
    const form = await press('stage.mark', stageButton(card, false));
    assert.match(readable(form), /How far along is this deal\?/);
    assert.match(readable(form), /Offer out \(60%\)/);
    const refused = await on(form, 'stage.mark', { stage: '55' });
    assert.match(readable(refused), /Choose a stage from the list\./);
    await on(refused, 'stage.mark', { stage: '60' });
    assert.equal((await stored(id)).salesStage, 60);
    const back = await press('stage.mark', { referral: id });
    const last = await submits(back, 'stage.mark', { stage: '10' });
    assert.match(readable(last), /Moved to Created \(10%\)/);
    assert.equal((await stored(id)).salesStage, undefined);
  });

  it('given an assessment, then later stages and won are explained and not offered, and after the last stage it is won (CR-41)', async () => {
    await start();
    const { id, card } = await deal({ solutions: [assessment] });
    const form = await press('stage.mark', stageButton(card, false));
    assert.match(readable(form), /one after the other\. Not yet: Collect data \(40%\)/);
    assert.ok(!offers(cardOf(form), 'deal.win'));
    assert.match(
      readable(await press('deal.win', { referral: id })),
      /An assessment can only be won after its last stage/,
    );
    assert.match(
      readable(await press('stage.mark', { referral: id, stage: '80' })),
      /Assessment stages come one after the other/,
    );
    let shown = card;
    for (let pressed = 0; pressed < 4; pressed++) shown = await press('stage.mark', stageButton(shown, true));
    const asked = await on(shown, 'deal.win');
    assert.match(readable(asked), /Then it’s final/);
    assert.match(readable(await on(asked, 'deal.win')), /Won by Anna Berg/);
    assert.equal((await stored(id)).stage, 'closed');
  });

  it('given undecided partners and no Microsoft, when won is pressed, then it is asked once more and says what follows (CR-42, CR-44)', async () => {
    await start();
    const invited = { by: { kind: 'person' as const, personId: 'x' }, at: '2026-11-04T09:00:00.000Z' };
    const party = {
      role: 'invited' as const,
      organization: 'tailspin',
      name: 'Tailspin Toys',
      referralId: 't',
      seq: 0,
      invited,
    };
    const { id, card } = await deal({ salesStage: 80, parties: [party] });
    const asked = await on(card, 'deal.win');
    assert.match(readable(asked), /Mark .+ as won\?/);
    assert.match(readable(asked), /One open invitation ends: Tailspin Toys\./);
    assert.match(readable(asked), /It can’t be registered afterwards\. Still missing: Microsoft takes part/);
    assert.equal((await stored(id)).stage, 'accepted', 'nothing has happened yet');
    const back = await on(asked, 'referral.view');
    assert.ok(offers(cardOf(back), 'deal.win'));
    const won = await submits(asked, 'deal.win');
    assert.match(readable(won), /Won by Anna Berg/);
    const late = await on(asked, 'deal.win', {}, bo);
    assert.match(readable(late), /Already marked as won by Anna Berg/);
    assert.match(
      readable(await press('deal.lose', { referral: id }, bo)),
      /Already marked as won by Anna Berg/,
    );
  });

  it('given lost without a reason, then the sentence stands at its field with the notes kept; with one the card tells who and why (CR-37)', async () => {
    await start();
    const { id, card } = await deal();
    const form = await press('stage.mark', stageButton(card, false));
    const asked = await on(form, 'deal.lose');
    const refused = await on(asked, 'deal.lose', { closingNotes: 'They waited' });
    assert.match(readable(refused), /Choose why the deal was lost\./);
    assert.match(readable(refused), /They waited/);
    const unknown = await on(refused, 'deal.lose', { reason: 'bad luck' });
    assert.match(readable(unknown), /Choose a reason from the list\./);
    const lost = await submits(unknown, 'deal.lose', { reason: 'budget', closingNotes: 'They waited' });
    assert.match(readable(lost), /Marked as lost by Anna Berg[\s\S]*They waited/);
    const deal1 = await stored(id);
    assert.deepEqual([deal1.stage === 'closed' && deal1.reason], ['budget']);
  });

  it('given two people confirm at once, then exactly one ends it and the other sees how (CR-42)', async () => {
    await start();
    const { id, card } = await deal({ salesStage: 80 });
    const asked = await on(card, 'deal.win');
    const lose = await press('deal.lose', { referral: id }, bo);
    const answers = await Promise.all([
      on(asked, 'deal.win'),
      on(lose, 'deal.lose', { reason: 'other' }, bo),
    ]);
    const late = answers.filter((one) => /[Aa]lready/.test(readable(one)));
    assert.equal(late.length, 1);
    const end = await stored(id);
    assert.ok(end.stage === 'closed');
    for (const one of answers) {
      assert.match(readable(one), end.outcome === 'won' ? /Won by Anna Berg/ : /Marked as lost by Bo Lind/);
    }
  });

  it('given the options are off, then neither closing as error nor showing to Microsoft is offered, and a forged press is told why (CR-12, CR-43)', async () => {
    await start();
    const { id, card } = await deal();
    const form = await press('stage.mark', stageButton(card, false));
    assert.ok(!offers(cardOf(form), 'deal.error') && !offers(cardOf(form), 'deal.share'));
    const sent = { referral: id, form: 0, 'reason.0': 'test', 'consent.0': 'true' };
    assert.match(readable(await press('deal.error', sent)), /doesn’t close deals as errors here/);
    assert.match(
      readable(await press('deal.share', sent)),
      /only shows Microsoft deals where it asks for help/,
    );
    assert.equal((await stored(id)).stage, 'accepted');
  });

  it('given the options are on, then a deal is shown to Microsoft for good and closed as an error, each asked once more (CR-12, CR-43)', async () => {
    await start({ options: all });
    const contacts = [{ name: 'Orla', email: 'orla@fabrikam.example', phone: '1' }];
    const { id, card } = await deal({ customer: { name: 'Fabrikam', addressLines: [], contacts } });
    const form = await press('stage.mark', stageButton(card, false));
    const asked = await on(form, 'deal.share');
    assert.match(readable(asked), /You can’t take this back/);
    const refused = await on(asked, 'deal.share', { consent: 'false' });
    assert.match(readable(refused), /only gets the contact data if the customer agreed/);
    const shared = await on(refused, 'deal.share', { consent: 'true' });
    assert.match(readable(shared), /Partner-led deal/);
    assert.match(
      readable(await press('deal.share', { referral: id })),
      /Microsoft can already see this deal/,
    );
    const ending = await press('deal.error', { referral: id });
    const none = await on(ending, 'deal.error');
    assert.match(readable(none), /Choose what kind of error it was\./);
    const closed = await submits(none, 'deal.error', { reason: 'duplicate-here' });
    assert.match(readable(closed), /Closed as an error by Anna Berg[\s\S]*Duplicate: created here/);
  });

  it('given assessments stay as they were created, then their solutions are not offered, and no deal becomes one (CR-24)', async () => {
    await start({ options: all, vetted: true, solutions: [assessment, analytics] });
    const fixed = await deal({ solutions: [assessment] });
    assert.ok(!offers(cardOf(fixed.card), 'deal.solutions'));
    assert.match(
      readable(await press('deal.solutions', { referral: fixed.id })),
      /An assessment’s solution can’t be changed/,
    );
    const other = await deal();
    const form = await on(other.card, 'deal.solutions');
    const refused = await on(form, 'deal.solutions', { search: 'SA-1', remove: 'SOL-1' });
    assert.match(readable(refused), /An assessment’s solution can’t be changed\./);
    assert.deepEqual((await stored(other.id)).solutions, [analytics]);
  });

  it('given a button of this kind is pressed in a channel, then it is done nowhere but in the personal chat', async () => {
    await start();
    const { id } = await deal();
    const channel = bot.teams.channel('19:sales@thread.tacv2');
    await installInChannel(bot.teams, anna, channel);
    for (const verb of ['stage.mark', 'deal.win', 'deal.lose']) {
      const answer = await bot.teams.press(anna, channel, verb, {
        referral: id,
        stage: 20,
        form: 0,
        'reason.0': 'other',
      });
      assert.ok(!ofType(cardOf(answer), 'Input.').length, verb);
    }
    assert.deepEqual([(await stored(id)).stage, (await stored(id)).salesStage], ['accepted', undefined]);
  });

  it('given a stage was marked here, when a delivery is about something else, then it stays; when the stage moved there too, then a person says which counts (CR-40)', async () => {
    await start();
    const wire: Record<string, unknown> = {
      ...inbound({ mpnId: '1234567', salesStage: '20' }),
      status: 'Active',
      substatus: 'Accepted',
    };
    await bot.intake(wire, CONTOSO_KEY);
    const id = String(wire.id);
    const shown = await press('deal.open', { referral: id });
    assert.match(readable(shown), /●\sQualified\s20%/);
    await press('stage.mark', { referral: id, stage: 60, from: 20 });
    assert.equal((await bot.read(id, CONTOSO_KEY)).body.salesStage, '60');
    const later = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    await bot.intake({ ...wire, externalReferenceId: 'CRM-7', updatedDateTime: later(1) }, CONTOSO_KEY);
    assert.deepEqual([(await stored(id)).salesStage, (await stored(id)).crmId], [60, 'CRM-7']);
    await bot.intake({ ...wire, salesStage: 'Close', updatedDateTime: later(2) }, CONTOSO_KEY);
    const { salesStage: ours, unsynced, revision } = await stored(id);
    assert.deepEqual(
      [ours, unsynced?.map(({ field, conflict }) => [field, conflict])],
      [60, [['salesStage', true]]],
    );
    await press('sync.settle', { referral: id, field: 'salesStage', keep: 'theirs', seen: revision });
    assert.equal((await stored(id)).salesStage, 80);
    await press('deal.win', { referral: id, form: 0 });
    const { substatus, salesStage } = await endsFinal(bot, clock, id, CONTOSO_KEY);
    assert.deepEqual([substatus, salesStage], ['Won', 'Close']);
    await bot.intake({ ...wire, updatedDateTime: later(3) }, CONTOSO_KEY);
    assert.equal((await stored(id)).stage, 'closed', 'what is won here stays won');
  });

  it('given won, lost or stage is typed, then of the one deal somebody works on it opens, else it is said how', async () => {
    await start();
    const says = async (text: string) => {
      await bot.teams.say(anna, chat, text);
      return readable(bot.teams.in(chat).at(-1)?.activity ?? {});
    };
    assert.match(await says('won'), /Which deal\? Type won/);
    const own = { team: [{ name: 'Anna Berg', email: 'anna.berg@contoso.example', phone: '1' }] };
    await deal(own);
    assert.match(await says('won'), /Mark .+ as won\?/);
    assert.match(await says('Verloren'), /Why was .+ lost\?/);
    assert.match(await says('этап'), /How far along is this deal\?/);
    await deal(own);
    await says('my deals');
    assert.match(await says('lost'), /Why was .+ lost\?/, 'the one that was just shown');
    for (const name of ['Tailspin fleet', 'Alpine slopes', 'Alpine lifts']) await deal({ ...own, name });
    assert.match(await says('lost Alpine'), /Which deal\?/, 'several fit');
    assert.match(await says('won tailspin'), /Mark .+ as won\?/);
    assert.match(await says('выиграна Tailspin'), /Mark .+ as won\?/);
    assert.match(await says('stage Nowhere'), /No deal you can see matches “Nowhere”/);
  });

  it('given a stage is marked, then the list and the timeline name it, by the company’s own name (CR-40)', async () => {
    await start({ stageNames: { 40: 'Solution agreed' } });
    const { id } = await deal();
    for (const stage of [20, 40]) await press('stage.mark', { referral: id, stage });
    assert.match(
      readable(await press('deal.open', { referral: id })),
      /Qualified \(20%\) → Solution agreed \(40%\)[\s\S]*Created \(10%\) → Qualified/,
    );
    assert.match(readable(await press('deals.list', { list: 'outbound' })), /Solution agreed 40%/);
  });
});
