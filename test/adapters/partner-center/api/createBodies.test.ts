import assert from 'node:assert/strict';
import {
  invitingBody,
  isMicrosoftsRecord,
  newDealBody,
} from '#adapters/partner-center/api/patches/createBodies.ts';
import { createStandInCore } from '#bot/demo/standIn/core.ts';
import { switchValues } from '#bot/demo/standIn/switches.ts';
import type { AcceptedReferral, Solution } from '#domain/referral/referral.ts';
import { typedSolution } from '#domain/referral/solutions.ts';
import type { WireObject } from '#ports/partnerCenter.ts';
import { accepted } from '#test/support/referral/samples.ts';
import { apiOf } from '#test/support/standIn/inProcess.ts';

const owner = { name: 'Contoso', partnerCenterId: '11110000-0000-4000-8000-000000000001' };
const own: Solution = { id: 'SOL-20001-TST', name: 'Contoso Warehouse', kind: 'own', publisher: 'Contoso' };
const contact = { name: 'Kim Abel', email: 'kim.abel@tailspin.example', phone: '5035550110' };

/** A deal that was created here; private, unless changed. */
function deal(changes: Partial<AcceptedReferral> = {}): AcceptedReferral {
  return accepted({
    direction: 'outbound',
    name: 'Tailspin: warehouse',
    customer: {
      name: 'Tailspin Toys',
      addressLines: ['7 Mill Lane'],
      city: 'Portland',
      country: 'US',
      contacts: [contact],
    },
    value: { amount: 64_000, currency: 'USD' },
    solutions: [own],
    assistance: 'Unknown',
    ...changes,
  });
}

const coSell = (changes: Partial<AcceptedReferral> = {}) =>
  deal({ assistance: 'ProofOfConceptOrDemo', consent: true, ...changes });

const customerTeam = (body: WireObject) => (body.customerProfile as WireObject).team;

describe('newDealBody: a deal as Partner Center takes a new one (CR-18 to CR-25)', () => {
  it('given a private deal, then it has what was entered and nothing that the service writes or that is empty', () => {
    assert.deepEqual(newDealBody(deal({ notes: undefined, crmId: 'CRM-1' }), owner), {
      name: 'Tailspin: warehouse',
      externalReferenceId: 'CRM-1',
      qualification: 'SalesQualified',
      type: 'Independent',
      mpnId: '1234567',
      customerProfile: {
        name: 'Tailspin Toys',
        address: { addressLine1: '7 Mill Lane', city: 'Portland', country: 'US' },
        team: [],
        ids: [],
      },
      consent: {
        consentToToShareInfoWithOthers: false,
        consentToContact: false,
        consentToMicrosoftToContactSpecificPartners: false,
        consentToShareReferralWithMicrosoftSellers: false,
      },
      details: {
        dealValue: 64_000,
        currency: 'USD',
        closingDateTime: '2027-02-01T00:00:00Z',
        requirements: {
          solutions: [
            { id: own.id, name: own.name, type: 'Name', publisherName: 'Contoso', solutionType: '3P' },
          ],
          additionalRequirements: {
            attributes: [{ type: 'CustomerMarketplaceIntent', id: 'HaveNotDecided' }],
          },
        },
      },
      team: [
        {
          firstName: 'Bo',
          lastName: 'Partner',
          phoneNumber: '9175550100',
          email: 'bo.partner@contoso.example',
        },
      ],
      target: [],
    });
  });

  it('given a co-sell and a partner-led deal, then they are told apart by type, target and consent (CR-7, CR-12)', () => {
    const shared = newDealBody(coSell(), owner);
    assert.equal(shared.type, 'Shared');
    assert.deepEqual(shared.target, [{ type: 'SolutionProfile', id: own.id }]);
    const led = newDealBody(deal({ partnerLed: true }), owner);
    assert.equal(led.type, 'Independent');
    assert.deepEqual(led.target, []);
    for (const body of [shared, led]) {
      assert.equal((body.consent as WireObject).consentToShareReferralWithMicrosoftSellers, true);
    }
  });

  it('given no consent of the customer to this deal, then no contact of the customer leaves (CR-20)', () => {
    assert.deepEqual(customerTeam(newDealBody(deal(), owner)), []);
    assert.deepEqual(customerTeam(newDealBody(deal({ consent: false }), owner)), []);
    const agreed = customerTeam(newDealBody(coSell(), owner));
    assert.deepEqual(agreed, [
      { firstName: 'Kim', lastName: 'Abel', phoneNumber: contact.phone, email: contact.email },
    ]);
  });

  it('given solutions that were typed in by hand, then they stay here (CR-23)', () => {
    const typed = typedSolution('Ledger', 'Fabrikam') as Solution;
    const { requirements } = newDealBody(deal({ solutions: [own, typed] }), owner).details as WireObject;
    assert.deepEqual(
      ((requirements as WireObject).solutions as WireObject[]).map(({ id }) => id),
      [own.id],
    );
  });
});

describe('invitingBody: Microsoft’s record of a deal (CR-25, CR-26)', () => {
  const invitation = {
    closeDate: '2027-05-01',
    value: { amount: 30_000, currency: 'EUR' },
    notes: 'A proof of concept by May',
    solutions: [own],
    assistance: 'QuotesOrLicensing',
    contacts: [],
  };
  const party = {
    role: 'invited' as const,
    organization: 'msft',
    name: 'Microsoft',
    referralId: 'm-1',
    seq: 0,
  };

  it('given the invitation, then it says what Microsoft was asked, and nothing of what we call the deal', () => {
    const body = invitingBody(
      coSell({ parties: [{ ...party, invitation }], crmId: 'CRM-1', salesStage: 20 }),
      owner,
      'e-1',
    );
    assert.equal(body.engagementId, 'e-1');
    assert.equal(body.type, 'Shared');
    assert.deepEqual([body.status, body.substatus], ['New', 'Pending']);
    assert.deepEqual(body.target, [{ type: 'BusinessProfileLocation', id: 'msft' }]);
    assert.deepEqual(body.inviteContext, {
      notes: invitation.notes,
      assistanceRequestCode: 'QuotesOrLicensing',
    });
    const { dealValue, currency, closingDateTime } = body.details as WireObject;
    assert.deepEqual([dealValue, currency, closingDateTime], [30_000, 'EUR', '2027-05-01T00:00:00Z']);
    for (const name of ['externalReferenceId', 'campaignId', 'salesStage', 'id']) assert.ok(!(name in body));
  });

  it('given a deal whose invitation is not known as such, then it says what the deal says', () => {
    const body = invitingBody(coSell(), owner, 'e-1');
    assert.deepEqual(body.inviteContext, { assistanceRequestCode: 'ProofOfConceptOrDemo' });
    assert.equal((body.details as WireObject).dealValue, 64_000);
  });
});

describe('the bodies of new deals, over the answers that the contract leaves open', () => {
  const names = [
    'unknownProperties',
    'addressRequired',
    'locationWhenNone',
    'secondPostRecord',
    'bornAs',
  ] as const;
  for (const name of names) {
    for (const value of switchValues[name]) {
      it(`given ${name} = ${value}, then a co-sell deal and Microsoft’s record of it are taken (points 13, 14, 18)`, async () => {
        const core = createStandInCore({ switches: { [name]: value } });
        const api = apiOf(core);
        const full = { ...deal().customer, state: 'OR', postalCode: '97201' };
        const referral = coSell({ customer: full });
        const made = await api.create(newDealBody(referral, owner), 'one');
        assert.ok(made.kind === 'done', JSON.stringify(made));
        const engagementId = String(made.referral.wire.engagementId);
        const invited = await api.create(invitingBody(referral, owner, engagementId), 'two');
        assert.ok(invited.kind === 'done', JSON.stringify(invited));
        const { referrals } = await api.list({ kind: 'engagement', engagementId });
        const microsofts = referrals.filter((wire) => isMicrosoftsRecord(wire, owner));
        assert.equal(microsofts.length, 1);
        assert.equal(isMicrosoftsRecord(made.referral.wire, owner), false);
      });
    }
  }

  it('given a record without an organization, or of one that is not known, then its target tells whose it is', () => {
    const target = [{ type: 'BusinessProfileLocation', id: 'MSFT' }];
    assert.equal(isMicrosoftsRecord({ OrganizationId: 'MSFT' }, owner), true);
    assert.equal(isMicrosoftsRecord({ target }, owner), true);
    assert.equal(isMicrosoftsRecord({ target, organizationId: owner.partnerCenterId }, owner), false);
    assert.equal(isMicrosoftsRecord({ target: [{ type: 'SolutionProfile', id: 'SOL-1' }] }, owner), false);
    assert.equal(isMicrosoftsRecord({}, undefined), false);
  });
});
