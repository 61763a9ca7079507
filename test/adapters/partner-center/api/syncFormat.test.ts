import assert from 'node:assert/strict';
import { calendar } from '#adapters/luxon/calendar.ts';
import { createSyncFormat } from '#adapters/partner-center/api/syncFormat.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { SyncField } from '#domain/referral/unsynced.ts';
import type { WireObject } from '#ports/partnerCenter.ts';
import { accepted, closed, received } from '#test/support/referral/samples.ts';
import { filing, wonDeal } from '#test/support/registration/registered.ts';

const format = createSyncFormat(calendar);
const bo = {
  firstName: 'Bo',
  lastName: 'Partner',
  email: 'bo.partner@contoso.example',
  phoneNumber: '9175550100',
  contactPreference: { locale: 'en-us' },
};
const jane = { name: 'Jane Doe', email: 'jane.doe@contoso.example', phone: '0000000001' };
const wireJane = {
  firstName: 'Jane',
  lastName: 'Doe',
  email: 'jane.doe@contoso.example',
  phoneNumber: '0000000001',
};

/** The record there, in step with the samples but for what is changed. */
function there(changes: WireObject = {}): WireObject {
  return {
    id: '0d0d0000-0000-4000-8000-000000000001',
    name: 'Fabrikam analytics',
    status: 'Active',
    substatus: 'Accepted',
    statusReason: null,
    direction: 'Incoming',
    externalReferenceId: null,
    salesStage: null,
    customerProfile: { name: 'Fabrikam Ltd' },
    consent: { consentToShareReferralWithMicrosoftSellers: false },
    details: {
      notes: 'Reports take a night',
      dealValue: 120000,
      currency: 'USD',
      closingDateTime: '2027-02-01T00:00:00Z',
      requirements: { solutions: [] },
    },
    team: [bo],
    registrations: [],
    ...changes,
  };
}

const pending = { status: 'New', substatus: 'Pending' };

function told(wire: WireObject, referral: Referral, fields: readonly SyncField[], apart?: boolean) {
  return format.patches(wire, referral, fields, undefined, apart);
}

const replace = (path: string, value: unknown) => ({ op: 'replace', path, value });

describe('createSyncFormat: the patches of what differs', () => {
  it('given nothing that differs, then there is no patch, whatever is asked for', () => {
    assert.deepEqual(
      told(there(), accepted(), ['decision', 'name', 'value', 'team', 'solutions', 'closeDate']),
      [],
    );
  });

  it('given an accept with what was entered on it, then it is one patch, the accept first (CR-35)', () => {
    const deal = accepted({
      name: 'Fabrikam',
      value: { amount: 90_000, currency: 'USD' },
      closeDate: '2027-03-01',
    });
    const team = [...deal.team, jane];
    const fields = ['decision', 'name', 'value', 'closeDate', 'team'] as const;
    assert.deepEqual(told(there(pending), { ...deal, team }, fields), [
      {
        fields,
        opens: true,
        operations: [
          replace('/status', 'Active'),
          replace('/substatus', 'Accepted'),
          replace('/name', 'Fabrikam'),
          replace('/details/dealValue', '90000'),
          replace('/details/closingDateTime', '2027-03-01T00:00:00Z'),
          { op: 'add', path: '/team/-', value: wireJane },
        ],
      },
    ]);
  });

  it('given that each goes apart, then the accept is alone and first, and each field after it', () => {
    const deal = accepted({ name: 'Fabrikam', notes: 'New notes' });
    const patches = told(there(pending), deal, ['notes', 'name', 'decision'], true);
    assert.deepEqual(
      patches.map(({ fields, opens }) => [...fields, ...(opens ? ['opens'] : [])]),
      [['decision', 'opens'], ['name'], ['notes']],
    );
  });

  it('given a decline with a reason, then status and reason go together (CR-36, CR-37)', () => {
    const deal = closed({ outcome: 'declined', reason: 'requirement-not-met' });
    assert.deepEqual(told(there(pending), deal, ['decision']), [
      {
        fields: ['decision'],
        operations: [
          replace('/status', 'Closed'),
          replace('/substatus', 'Declined'),
          replace('/statusReason', 'Customer requirement not met'),
        ],
      },
    ]);
  });

  it('given a deal that was changed and won, then the fields go before the decision', () => {
    const deal = closed({ outcome: 'won', reason: undefined, notes: 'Signed' });
    assert.deepEqual(told(there(), deal, ['decision', 'notes']), [
      { fields: ['notes'], operations: [replace('/details/notes', 'Signed')] },
      { fields: ['decision'], operations: [replace('/status', 'Closed'), replace('/substatus', 'Won')] },
    ]);
  });

  it('given a deal that was accepted and won since and still waits there, then it is accepted first (point 22)', () => {
    const deal = closed({ outcome: 'won', reason: undefined });
    assert.deepEqual(told(there(pending), deal, ['decision']), [
      {
        fields: [],
        opens: true,
        operations: [replace('/status', 'Active'), replace('/substatus', 'Accepted')],
      },
      { fields: ['decision'], operations: [replace('/status', 'Closed'), replace('/substatus', 'Won')] },
    ]);
  });

  it('given what expired or was withdrawn here, then nothing is told: nobody decided it', () => {
    for (const outcome of ['expired', 'withdrawn'] as const) {
      assert.deepEqual(told(there(pending), closed({ outcome, reason: undefined }), ['decision']), []);
    }
    assert.deepEqual(told(there(pending), received(), ['decision']), []);
  });

  it('given a property that is not there, then it is added, and what lies above it as well', () => {
    const { externalReferenceId: _, details: _2, ...bare } = there();
    const deal = accepted({ crmId: 'CRM-1' });
    assert.deepEqual(told(bare, deal, ['crmId', 'notes', 'value']), [
      {
        fields: ['value', 'notes', 'crmId'],
        operations: [
          { op: 'add', path: '/details', value: { dealValue: '120000' } },
          { op: 'add', path: '/details/currency', value: 'USD' },
          { op: 'add', path: '/details/notes', value: 'Reports take a night' },
          { op: 'add', path: '/externalReferenceId', value: 'CRM-1' },
        ],
      },
    ]);
    const [patch] = told(there({ details: null }), deal, ['notes']);
    assert.deepEqual(patch?.operations, [replace('/details', { notes: 'Reports take a night' })]);
  });

  it('given what was emptied here, then it becomes null there, because only replace and add are taken', () => {
    const [patch] = told(there(), accepted({ notes: undefined }), ['notes']);
    assert.deepEqual(patch?.operations, [replace('/details/notes', null)]);
  });

  it('given names in another case there, then its own spelling is patched', () => {
    const { details: _, ...bare } = there();
    const wire = { ...bare, Details: { Notes: 'Old' } };
    const [patch] = told(wire, accepted(), ['notes']);
    assert.deepEqual(patch?.operations, [replace('/Details/Notes', 'Reports take a night')]);
  });

  it('given a close date that came with a time of day, then it keeps it (CR-64)', () => {
    const wire = there({ details: { closingDateTime: '2027-01-31T18:30:00Z' } });
    const owner = { name: 'Contoso', workingHours: { timeZone: 'Asia/Kolkata' } };
    const deal = accepted({ closeDate: '2027-02-03' });
    const [patch] = format.patches(wire, deal, ['closeDate'], owner);
    assert.deepEqual(patch?.operations, [replace('/details/closingDateTime', '2027-02-02T18:30:00Z')]);
    assert.deepEqual(format.patches(wire, accepted(), ['closeDate'], owner), []);
  });

  it('given an amount that is the same there as a text, then nothing is told of it', () => {
    const wire = there({ details: { ...(there().details as object), dealValue: '120000.00' } });
    assert.deepEqual(told(wire, accepted(), ['value']), []);
    const [patch] = told(wire, accepted({ value: { amount: 120_000, currency: 'EUR' } }), ['value']);
    assert.deepEqual(patch?.operations, [replace('/details/currency', 'EUR')]);
  });

  it('given a sales stage, then it goes in the form that stands there, else as it is set (point 23, CR-40)', () => {
    const stageTold = (salesStage: unknown, using = format) =>
      using.patches(there({ salesStage }), accepted({ salesStage: 60 }), ['salesStage'], undefined)[0]
        ?.operations;
    assert.deepEqual(stageTold('20'), [replace('/salesStage', '60')]);
    assert.deepEqual(stageTold(20), [replace('/salesStage', 60)]);
    assert.deepEqual(stageTold('Qualify'), [replace('/salesStage', 'Propose')]);
    assert.deepEqual(stageTold(null), [replace('/salesStage', '60')]);
    assert.deepEqual(stageTold(null, createSyncFormat(calendar, { stageForm: 'word' })), [
      replace('/salesStage', 'Propose'),
    ]);
    assert.deepEqual(stageTold(null, createSyncFormat(calendar, { stageForm: 'number' })), [
      replace('/salesStage', 60),
    ]);
  });

  it('given somebody who is gone or changed, then the whole team is replaced, and who stays is as before (point 24)', () => {
    const wire = there({ team: [bo, wireJane] });
    const [gone] = told(wire, accepted(), ['team']);
    assert.deepEqual(gone?.operations, [replace('/team', [bo])]);
    const [changed] = told(
      wire,
      accepted({ team: [{ ...accepted().team[0], name: 'Bo Partner', phone: '1' }, jane] }),
      ['team'],
    );
    assert.deepEqual(changed?.operations, [replace('/team', [{ ...bo, phoneNumber: '1' }, wireJane])]);
  });

  it('given the team in another order, then nothing is told', () => {
    const team = [jane, ...accepted().team];
    assert.deepEqual(told(there({ team: [bo, wireJane] }), accepted({ team }), ['team']), []);
  });

  it('given a single member in the place of a list, then a list takes its place', () => {
    const [patch] = told(there({ team: bo }), accepted({ team: [...accepted().team, jane] }), ['team']);
    assert.deepEqual(patch?.operations, [replace('/team', [bo, wireJane])]);
  });

  it('given solutions, then the list is replaced, without those that were typed in by hand (CR-23)', () => {
    const solutions = [
      { id: 'SOL-1', name: 'Till Cloud', kind: 'own' as const, publisher: 'Contoso' },
      { id: 'typed:ledger', name: 'Ledger', kind: 'third-party' as const },
    ];
    const [patch] = told(there(), accepted({ solutions }), ['solutions']);
    const wire = {
      id: 'SOL-1',
      name: 'Till Cloud',
      type: 'Name',
      publisherName: 'Contoso',
      solutionType: '3P',
    };
    assert.deepEqual(patch?.operations, [replace('/details/requirements/solutions', [wire])]);
  });

  it('given a private deal that Microsoft may see from now on, then the consent is told (CR-12)', () => {
    const own = there({ direction: 'Outgoing' });
    const deal = accepted({ direction: 'outbound', partnerLed: true });
    const [patch] = told(own, deal, ['partnerLed']);
    assert.deepEqual(patch?.operations, [
      replace('/consent/consentToShareReferralWithMicrosoftSellers', true),
    ]);
  });

  it('given what the bodies of new deals tell or nobody can, then there is no patch', () => {
    assert.deepEqual(told(there(), accepted(), ['deal', 'microsoft', 'partners']), []);
  });
});

describe('createSyncFormat: the patches of a registration (CR-47, CR-48)', () => {
  const won = wonDeal({ registrationFiling: filing() });
  const wonThere = there({ status: 'Closed', substatus: 'Won' });

  it('given none there, then it is added, without what the service writes', () => {
    const [patch] = told(wonThere, won, ['registration']);
    const value = {
      type: 'AzureIPCoSell',
      contract: {
        currency: 'USD',
        value: 30_000,
        term: 'Finite',
        signDateTime: '2026-11-10T00:00:00Z',
        startDateTime: '2026-11-15T00:00:00Z',
        endDateTime: '2027-11-14T00:00:00Z',
      },
      solutionDetails: [
        {
          id: 'SOL-1',
          currency: 'USD',
          value: 28_000,
          isDeployedOnAzure: true,
          primaryDeploymentOn: 'Customer',
          pricingModel: 'Other',
          marketplaceTransactionDetails: {
            isMarketplaceTransacted: false,
            marketplaceTransactionDateTime: null,
          },
        },
      ],
    };
    assert.deepEqual(patch, {
      fields: ['registration'],
      operations: [{ op: 'add', path: '/registrations/-', value }],
    });
  });

  it('given one there that was handed back, then only what differs is told, by the paths that may be changed', () => {
    const registrations = [
      {
        id: 'reg-1',
        status: 'ActionRequired',
        contract: {
          currency: 'USD',
          value: 29_000,
          term: 'Finite',
          signDateTime: '2026-11-10T00:00:00.0000000Z',
          startDateTime: '2026-11-15T00:00:00Z',
          endDateTime: '2027-11-14T00:00:00Z',
        },
        solutionDetails: [
          {
            id: 'SOL-1',
            currency: 'USD',
            value: 28_000,
            isDeployedOnAzure: true,
            primaryDeploymentOn: 'Customer',
            pricingModel: 'PayAsYouGo',
            marketplaceTransactionDetails: { isMarketplaceTransacted: false },
          },
        ],
      },
    ];
    const [patch] = told({ ...wonThere, registrations }, won, ['registration']);
    assert.deepEqual(patch?.operations, [
      replace('/registrations/0/contract/value', 30_000),
      replace('/registrations/0/solutionDetails/0/pricingModel', 'Other'),
    ]);
  });

  it('given a deal that was won and registered, then it is won first', () => {
    const patches = told(there(), won, ['registration', 'decision']);
    assert.deepEqual(
      patches.map(({ fields }) => fields),
      [['decision'], ['registration']],
    );
  });
});
