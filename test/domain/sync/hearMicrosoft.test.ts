import assert from 'node:assert/strict';
import { decideReferral } from '#domain/decide/decideReferral.ts';
import { readersNow } from '#domain/engagement/fieldReaders.ts';
import { inviteProblem } from '#domain/engagement/inviteRules.ts';
import { microsoftElsewhere, partyOf } from '#domain/engagement/takingPart.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { registrationOutlook } from '#domain/registration/registrationRules.ts';
import type { MicrosoftStanding } from '#domain/sync/hearMicrosoft.ts';
import { accepted, BEFORE, received } from '#test/support/referral/samples.ts';

const AT = '2026-11-16T09:00:00.000Z';
const outbound = accepted({ direction: 'outbound', assistance: 'GeneralOrOther', microsoft: true });

describe('hearMicrosoft: Partner Center tells how Microsoft stands (CR-9, CR-17)', () => {
  const heard = (state: Referral, standing: Partial<MicrosoftStanding>, seq = 1) => {
    const command = {
      type: 'sync.microsoft',
      at: AT,
      seq,
      standing: { stage: 'accepted', since: AT, ...standing },
    } as const;
    const decision = decideReferral(state, command);
    assert.ok(decision.ok);
    return decision;
  };
  const acceptedBy = (state: Referral) =>
    registrationOutlook(state, { at: AT }).conditions.find(({ condition }) => condition === 'accepted')?.met;

  it('given it answered, then whether the deal can be registered is known (CR-44)', () => {
    assert.equal(acceptedBy(outbound), undefined);
    assert.equal(acceptedBy(heard(outbound, { stage: 'received' }).state), false);
    assert.equal(acceptedBy(heard(outbound, {}).state), true);
    assert.equal(acceptedBy(heard(outbound, { stage: 'closed', outcome: 'declined' }).state), false);
  });

  it('given it sent the deal itself, then that its copy is undecided takes nothing away (CR-44)', () => {
    const sent = accepted({ direction: 'inbound', sender: { organizationId: 'msft', name: 'Microsoft' } });
    assert.equal(heard(sent, { stage: 'received' }).state, sent);
    const closed = heard(sent, { stage: 'closed', outcome: 'lost' }).state;
    assert.equal(partyOf(closed, 'msft')?.view?.outcome, 'lost');
    assert.equal(acceptedBy(heard(sent, {}).state), true);
  });

  it('given it takes part, then who types still sees that Microsoft reads it in Partner Center (CR-21)', () => {
    const { state } = heard(outbound, {});
    assert.deepEqual(readersNow(state, 'notes'), readersNow(outbound, 'notes'));
    assert.deepEqual(readersNow(state, 'notes').elsewhere, ['Microsoft']);
  });

  it('given nothing was known of it before, then its old answer is no news; a new one is (CR-52)', () => {
    const kinds = (events: readonly { type: string }[]) => events.map(({ type }) => type);
    assert.ok(!kinds(heard(outbound, {}).events).includes('news.tell'));
    const undecided = heard(outbound, { stage: 'received' }).state;
    assert.ok(kinds(heard(undecided, {}, 2).events).includes('news.tell'));
    // Nobody is told by messages: it has no record within reach.
    assert.ok(!kinds(heard(undecided, {}, 2).events).includes('engagement.tell'));
  });

  it('given its record changes without a step, then nothing is said to have happened', () => {
    const { state } = heard(outbound, { since: BEFORE });
    assert.equal(heard(state, { since: AT }, 2).events.length, 0);
  });

  it('given it declined, then it may be invited again, and its old answer is forgotten (CR-33)', () => {
    const contacts = [{ name: 'Kim', email: 'kim@fabrikam.example', phone: '1' }];
    const customer = { ...outbound.customer, contacts };
    const { state } = heard(
      { ...outbound, customer, consent: true },
      { stage: 'closed', outcome: 'declined' },
    );
    assert.equal(inviteProblem(state, 'msft'), undefined);
    const decision = decideReferral(state, {
      type: 'partner.invite',
      by: 'tenant:anna',
      at: AT,
      guest: { organization: 'msft', name: 'Microsoft', referralId: '' },
      invitation: {
        closeDate: '2027-05-01',
        value: { amount: 1, currency: 'USD' },
        solutions: [{ id: 'SOL-1', name: 'Ours', kind: 'own' }],
        assistance: 'GeneralOrOther',
        contacts: [],
      },
    });
    assert.ok(decision.ok, JSON.stringify(decision));
    assert.equal(partyOf(decision.state, 'msft'), undefined);
    assert.equal(inviteProblem(decision.state, 'msft'), 'invite-microsoft-already');
  });

  it('given messages tell of the parties, then they know better', () => {
    const invited = received({
      parties: [{ role: 'inviter', organization: 'fabrikam', name: 'Fabrikam', referralId: 'f1', seq: 1 }],
    });
    assert.equal(heard(invited, {}).state, invited);
    const peer = { role: 'peer', organization: 'msft', name: 'Microsoft', referralId: '', seq: 0 } as const;
    const among = { ...invited, parties: [...(invited.parties ?? []), peer] };
    assert.equal(heard(among, {}).state, among);
    // What an inviter tells of its guests is no word of Partner Center's.
    assert.equal(microsoftElsewhere(among), undefined);
    assert.deepEqual(readersNow(among, 'notes'), readersNow(invited, 'notes'));
  });
});
