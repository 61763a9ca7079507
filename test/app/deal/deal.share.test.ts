import assert from 'node:assert/strict';
import { shareDeal } from '#app/deal/deal.share.ts';
import { inviteProblem } from '#domain/engagement/inviteRules.ts';
import { dealTypeOf } from '#domain/referral/dealType.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { inAWord, pressOf } from '#test/support/deal/progressing.ts';
import { created, dealOf } from '#test/support/engagement/engaged.ts';

const contact = { name: 'Orla', email: 'orla@northwind.example', phone: '1' };

describe('deal.share', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());

  const share = (consent?: boolean, switchedOn = true) =>
    shareDeal(app.deps, { ...pressOf(), switchedOn, consent });
  const deal = async () => (await dealOf(app, 'contoso', 'deal-1')) as Referral;

  it('given a private deal and the option, when Microsoft is let see it, then it is partner-led for good, and Microsoft can still be asked for help (CR-11, CR-12)', async () => {
    await created(app);
    assert.equal(inAWord(await share()), 'done');
    assert.equal(dealTypeOf(await deal()), 'partner-led');
    assert.equal(inviteProblem(await deal(), 'msft'), undefined);
    assert.equal(inAWord(await share()), 'share-seen');
  });

  it('given the customer has a contact, then they must have agreed first (CR-20)', async () => {
    await created(app, { customer: { name: 'Northwind', addressLines: [], contacts: [contact] } });
    assert.equal(inAWord(await share()), 'share-no-consent');
    assert.equal(dealTypeOf(await deal()), 'private');
    assert.equal(inAWord(await share(true)), 'done');
    assert.equal((await deal()).consent, true);
  });

  it('given the option is off, then nothing is shown (CR-12)', async () => {
    await created(app);
    assert.deepEqual([inAWord(await share(true, false)), dealTypeOf(await deal())], ['share-off', 'private']);
  });

  it('given it is partner-led, when a delivery of Partner Center does not say so, then it stays (CR-12)', async () => {
    await created(app);
    await share();
    const wire = {
      id: 'deal-1',
      name: 'Northwind: analytics',
      status: 'Active',
      substatus: 'Accepted',
      customerProfile: { name: 'Northwind' },
      consent: { consentToShareReferralWithMicrosoftSellers: false },
    };
    await app.receive(wire);
    assert.equal(dealTypeOf(await deal()), 'partner-led');
  });
});
