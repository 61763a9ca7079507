import assert from 'node:assert/strict';
import { type InvitePartnerInput, invitePartner } from '#app/engagement/partner.invite.ts';
import { partyOf, standingOf } from '#domain/engagement/takingPart.ts';
import { dealTypeOf } from '#domain/referral/dealType.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { created, dealOf } from '#test/support/engagement/engaged.ts';
import { everything } from '#test/support/organization/colleagues.ts';

const contact = { name: 'Karin', email: 'karin@northwind.example', phone: '+1 555 0100' };

describe('partner.invite', () => {
  let app: App;
  let presses = 0;
  beforeEach(async () => {
    app = startApp({ others: { fabrikam: 'Fabrikam', litware: 'Litware', msft: 'Microsoft' } });
    await created(app);
    await app.settled();
  });
  afterEach(() => app.close());

  const invite = (partner: string, more: Partial<InvitePartnerInput> = {}) =>
    invitePartner(app.deps, { ...pressed(partner), ...more });
  function pressed(partner: string): InvitePartnerInput {
    return {
      organization: 'contoso',
      referralId: 'deal-1',
      personId: 'tenant:anna',
      member: everything,
      commandId: `press-${presses++}`,
      partner,
      invitation: {
        closeDate: '2027-02-01',
        value: { amount: 40, currency: 'USD' },
        solutions: [{ id: 'SOL-1', name: 'Analytics', kind: 'own' }],
        assistance: 'GeneralOrOther',
        contacts: [],
      },
    };
  }
  async function theirs(organization: string) {
    const party = partyOf((await dealOf(app, 'contoso', 'deal-1')) ?? {}, organization);
    return party && dealOf(app, organization, party.referralId);
  }

  it('given a partner of this deployment, then it gets an inbound referral at its one location in the customer’s country (CR-30)', async () => {
    const outcome = await invite('fabrikam');
    assert.ok(outcome.kind === 'done');
    assert.equal(dealTypeOf(outcome.referral), 'p2p');
    await app.settled();
    const record = await theirs('fabrikam');
    assert.deepEqual(
      [record?.stage, record?.direction, record?.location],
      ['received', 'inbound', '1234567'],
    );
  });

  it('given several partners and Microsoft one after another, then each has a record of its own (CR-31)', async () => {
    await invite('fabrikam');
    await invite('litware');
    const outcome = await invite('msft', { contact, consent: true });
    assert.ok(outcome.kind === 'done');
    assert.equal(dealTypeOf(outcome.referral), 'co-sell');
    await app.settled();
    for (const organization of ['fabrikam', 'litware', 'msft']) {
      assert.equal((await theirs(organization))?.stage, 'received', organization);
    }
  });

  it('given the same press delivered twice, then one invitation', async () => {
    await invite('fabrikam', { commandId: 'once' });
    const again = await invite('fabrikam', { commandId: 'once' });
    assert.ok(again.kind === 'done' && again.repeated);
    assert.equal((await dealOf(app, 'contoso', 'deal-1'))?.parties?.length, 1);
  });

  it('given two who invite the same partner at once, then one does and the other is told (CR-33)', async () => {
    const outcomes = await Promise.all([invite('fabrikam'), invite('fabrikam')]);
    assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['done', 'refused']);
    assert.equal((await dealOf(app, 'contoso', 'deal-1'))?.parties?.length, 1);
  });

  it('given a partner that is not in this deployment, then it is said and nothing changes', async () => {
    assert.deepEqual(await invite('adatum'), { kind: 'no-such-partner' });
    assert.equal((await dealOf(app, 'contoso', 'deal-1'))?.parties, undefined);
  });

  it('given no Microsoft in this deployment, when it is invited, then the deal is co-sell all the same (CR-11)', async () => {
    const alone = startApp();
    try {
      await created(alone);
      const outcome = await invitePartner(alone.deps, { ...pressed('msft'), contact, consent: true });
      assert.ok(outcome.kind === 'done');
      assert.equal(dealTypeOf(outcome.referral), 'co-sell');
      assert.equal(outcome.referral.parties, undefined);
    } finally {
      await alone.close();
    }
  });

  it('given somebody who may not see the deal, then nothing is invited (CR-4)', async () => {
    const member = {
      role: 'referrals-user' as const,
      locations: 'all' as const,
      addresses: ['otto@contoso.example'],
    };
    assert.equal((await invite('fabrikam', { member })).kind, 'not-allowed');
  });

  it('given the customer’s contact and no consent, then the partner sees the company and nobody of it (CR-20)', async () => {
    await created(app, {
      id: 'deal-2',
      customer: { name: 'Northwind', addressLines: ['1 Way'], country: 'US', contacts: [contact] },
      notes: 'Ours alone',
      crmId: 'CRM-77',
    });
    await app.settled();
    await invite('fabrikam', { referralId: 'deal-2' });
    await app.settled();
    const party = partyOf((await dealOf(app, 'contoso', 'deal-2')) ?? {}, 'fabrikam');
    const record = JSON.stringify(await dealOf(app, 'fabrikam', party?.referralId ?? ''));
    assert.match(record, /1 Way/);
    assert.doesNotMatch(record, /Karin|Ours alone|CRM-77/);
    assert.equal(standingOf(party ?? assert.fail()).stage, 'received');
  });
});
