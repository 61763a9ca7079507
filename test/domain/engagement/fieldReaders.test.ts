import assert from 'node:assert/strict';
import { takeMessage } from '#domain/decide/takeMessage.ts';
import { invitedReferral } from '#domain/engagement/decideEngagement.ts';
import { messageTo, sharedView } from '#domain/engagement/engagement.ts';
import { type ReadField, readerKinds, readersNow, readersOfField } from '#domain/engagement/fieldReaders.ts';
import type { EngagementMessage, Invitation, Party, SharedView } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { accepted, closed, received } from '#test/support/referral/samples.ts';

const AT = '2026-11-10T12:00:00.000Z';
const view: SharedView = { stage: 'accepted', since: AT, team: [], notes: [] };

function party(kind: (typeof readerKinds)[number], changes: Partial<Party> = {}): Party {
  const organization = kind === 'microsoft' ? 'msft' : kind;
  const role = kind === 'inviter' ? 'inviter' : 'invited';
  return { role, organization, name: `Name of ${kind}`, referralId: `of-${kind}`, seq: 1, view, ...changes };
}

const solutions = [{ id: 'SOL-1', name: 'Analytics', kind: 'own' as const }];
const team = [{ name: 'Anna', email: 'anna@contoso.example', phone: '1' }];
const deal = accepted({ direction: 'outbound', notes: 'Secret plan', solutions, team, salesStage: 40 });

/** What a view holds of each field, where it is a field of the record itself. */
const told: Readonly<Partial<Record<ReadField, (one: SharedView) => unknown>>> = {
  value: (one) => one.value,
  closeDate: (one) => one.closeDate,
  notes: (one) => one.dealNotes,
  solutions: (one) => one.solutions,
  team: (one) => (one.team.length > 0 ? one.team : undefined),
  salesStage: (one) => one.salesStage,
};

describe('Who reads what of a record (CR-21)', () => {
  for (const kind of readerKinds) {
    it(`given a party that is ${kind}, then it is told just what the table says, and the form names it just there`, () => {
      const state: Referral = { ...deal, parties: [party(kind)] };
      const shared = sharedView(state, party(kind));
      for (const [field, read] of Object.entries(told) as [ReadField, (one: SharedView) => unknown][]) {
        const reads = readersOfField(field).includes(kind);
        assert.equal(read(shared) !== undefined, reads, field);
        assert.deepEqual(readersNow(state, field).told, reads ? [`Name of ${kind}`] : [], field);
      }
    });
  }

  it('given a party that declined, then no field is read by it any more (CR-61)', () => {
    const out = party('microsoft', { view: { ...view, stage: 'closed', outcome: 'declined' } });
    const state: Referral = { ...deal, parties: [out] };
    assert.deepEqual(readersNow(state, 'notes'), { told: [], elsewhere: [] });
    const shared = sharedView(state, out);
    assert.deepEqual([shared.dealNotes, shared.value, shared.team], [undefined, undefined, []]);
  });

  it('given Microsoft in Partner Center only, then it reads what stands there, and hears nothing from here', () => {
    const asked = { ...deal, assistance: 'GeneralOrOther' };
    assert.deepEqual(readersNow(asked, 'notes'), { told: [], elsewhere: ['Microsoft'] });
    assert.deepEqual(readersNow(deal, 'notes'), { told: [], elsewhere: [] });
  });

  it('given a partner that sent it in Partner Center, then it reads what is said with a refusal, and our notes not (CR-52)', () => {
    const from = (sender: Referral['sender']) => received({ sender, assistance: undefined });
    const fabrikam = from({ organizationId: 'f-1', name: 'Fabrikam' });
    assert.deepEqual(readersNow(fabrikam, 'declineNotes').elsewhere, ['Fabrikam']);
    assert.deepEqual(readersNow(fabrikam, 'notes').elsewhere, []);
    const microsoft = from({ organizationId: 'MSFT', name: 'Microsoft Corporation' });
    assert.deepEqual(readersNow(microsoft, 'declineNotes').elsewhere, ['Microsoft']);
    assert.deepEqual(readersNow(from(undefined), 'declineNotes').elsewhere, []);
    const here = { ...fabrikam, parties: [party('inviter')] };
    assert.deepEqual(readersNow(here, 'declineNotes'), { told: ['Name of inviter'], elsewhere: [] });
  });

  it('given a refusal with notes, then whoever asked reads them, and nobody else (CR-52)', () => {
    const state = closed({ outcome: 'declined', closingNotes: 'Come back in spring' });
    assert.equal(sharedView(state, party('inviter')).closingNotes, 'Come back in spring');
    assert.equal(sharedView(state, party('partner')).closingNotes, undefined);
    const lost = closed({ outcome: 'lost', closingNotes: 'For us alone' });
    assert.equal(sharedView(lost, party('inviter')).closingNotes, undefined);
  });
});

describe('What was shared follows its changes (CR-60)', () => {
  const before: SharedView = {
    ...view,
    value: { amount: 120000, currency: 'USD' },
    closeDate: '2027-02-01',
    dealNotes: 'First',
    solutions,
  };
  const theirs = [{ ...solutions[0], kind: 'third-party' as const, publisher: 'Partner', of: 'partner' }];
  const record = (changes: Partial<Referral> = {}): Referral =>
    received({
      organization: 'msft',
      solutions: theirs as Referral['solutions'],
      senderNotes: 'Why\n\nFirst',
      parties: [{ ...party('inviter'), organization: 'partner', name: 'Partner', view: before }],
      ...(changes as object),
    });
  const message = (changes: Partial<SharedView>): EngagementMessage => ({
    engagementId: 'e',
    from: { organization: 'partner', name: 'Partner', referralId: 'of-inviter' },
    to: { organization: 'msft', referralId: record().id },
    seq: 2,
    view: { ...before, ...changes },
  });
  const take = (state: Referral, changes: Partial<SharedView>) => {
    const taken = takeMessage(state, message(changes), AT);
    assert.ok(taken);
    return taken;
  };

  it('given new value, date, notes, solutions and team, then the record follows and its card says what changed', () => {
    const { state, events } = take(record(), {
      value: { amount: 90000, currency: 'USD' },
      closeDate: '2027-03-01',
      dealNotes: 'Second',
      solutions: [{ id: 'SOL-2', name: 'Backup', kind: 'own' }],
      team,
    });
    assert.deepEqual(
      [
        state.value?.amount,
        state.closeDate,
        state.senderNotes,
        state.solutions?.map(({ id, kind }) => [id, kind]),
      ],
      [90000, '2027-03-01', 'Why\n\nSecond', [['SOL-2', 'third-party']]],
    );
    const entry = events.find((event) => event.type === 'timeline.add');
    const fields = entry?.type === 'timeline.add' ? entry.entry.changes.map(({ field }) => field) : [];
    for (const field of [
      'value',
      'closeDate',
      'notes',
      'teamAdded',
      'solutionsAdded',
      'solutionsRemoved',
    ] as const)
      assert.ok(fields.includes(field), field);
    assert.ok(events.some(({ type }) => type === 'referral.changed'));
  });

  it('given what was changed here, then it stays, and what the inviter has stands beside it', () => {
    const { state } = take(record({ value: { amount: 5, currency: 'EUR' } }), {
      value: { amount: 90000, currency: 'USD' },
    });
    assert.deepEqual([state.value?.amount, state.parties?.[0]?.view?.value?.amount], [5, 90000]);
  });

  it('given a record of before, whose inviter never told them, then the first word changes nothing of it', () => {
    const old = record({ parties: [{ ...party('inviter'), organization: 'partner', view }] });
    assert.equal(take(old, { value: { amount: 7, currency: 'USD' } }).state.value?.amount, 120000);
  });
});

describe('What an invitation says of people', () => {
  const dana = { name: 'Dana', email: 'dana@customer.example', phone: '1' };
  const invitation = {
    closeDate: '2027-02-01',
    value: { amount: 1, currency: 'USD' },
    solutions,
    contacts: [],
  };
  const customer = { ...deal.customer, contacts: [dana] };
  const invited = { by: { kind: 'clock' as const }, at: AT };
  const sent = (more: Partial<Invitation>) => {
    const to = party('partner', { invitation: { ...invitation, ...more }, invited });
    return messageTo({ ...deal, customer, consent: true, parties: [to] }, to, { name: 'Contoso' });
  };

  it('given consent to share with Microsoft, then a partner has no contact; given the choice for this partner, it has (CR-59)', () => {
    assert.deepEqual(sent({}).invitation?.customer.contacts, []);
    assert.deepEqual(sent({ contactToo: true }).invitation?.customer.contacts, [dana]);
  });

  it('given our people for this partner, then it sees those, and else the team (CR-30)', () => {
    const bo = { name: 'Bo', email: 'bo@contoso.example', phone: '2' };
    assert.deepEqual(sent({ ours: [bo] }).view.team, [bo]);
    assert.deepEqual(sent({}).view.team, team);
  });

  it('given a solution of the partner’s own catalog, then it is its own there, and ours somebody else’s (CR-30, CR-63)', () => {
    const theirs = {
      id: 'F-1',
      name: 'Lakehouse',
      kind: 'third-party' as const,
      of: 'partner',
      incentive: true,
    };
    const record = invitedReferral(sent({ solutions: [...solutions, theirs] }));
    assert.deepEqual(
      record?.solutions?.map(({ id, kind, of }) => [id, kind, of]),
      [
        ['SOL-1', 'third-party', 'contoso'],
        ['F-1', 'own', undefined],
      ],
    );
  });
});
