import assert from 'node:assert/strict';
import { registrationContext } from '#app/deal/registration.register.ts';
import { receiveMessage } from '#app/engagement/engagement.receive.ts';
import { messageTo, partners } from '#domain/engagement/engagement.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import { filedRegistrations, ownRegistration } from '#domain/registration/registrationView.ts';
import { registrationPolicyDefaults } from '#domain/values/options.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { entries, register, review, wonForMicrosoft, wonTogether } from '#test/support/deal/registrations.ts';
import { command, dealOf, invite } from '#test/support/engagement/engaged.ts';

const seller = (address: string): Membership => ({
  role: 'referrals-user',
  locations: 'all',
  addresses: [address],
});

const registrationPolicy = { ...registrationPolicyDefaults, minimumValueUsd: 1, hoursBeforeWon: 0 };

describe('registration.register', () => {
  let app: App;
  const deal = async (organization: string, id: string): Promise<Referral> =>
    (await dealOf(app, organization, id)) ?? assert.fail();
  const stands = async () => {
    const [ours, theirs] = [await deal('contoso', 'deal-1'), await deal('msft', 'r-msft')];
    const [filed] = filedRegistrations(theirs);
    return [ownRegistration(ours)?.state, filed?.state, filed?.submission];
  };
  beforeEach(() => {
    app = startApp({ others: { msft: 'Microsoft', fabrikam: 'Fabrikam' } });
  });
  afterEach(() => app.close());

  it('given a won deal with Microsoft in it, when it is registered, then Microsoft has it, without who it was (CR-44, CR-48)', async () => {
    await wonTogether(app);
    assert.equal((await register(app)).kind, 'done');
    await app.settled();
    assert.deepEqual(await stands(), ['pending', 'pending', 1]);
    const [filed] = filedRegistrations(await deal('msft', 'r-msft'));
    assert.equal(filed?.filing.form.solutionValue, 80);
    assert.ok(!JSON.stringify(filed?.filing).includes('anna'));
    assert.deepEqual([app.errors, app.setAside], [[], []]);
  });

  it('given another partner in the deal, then nothing of the registration ever reaches its record (CR-46)', async () => {
    await wonTogether(app, async () => {
      await invite(app, 'fabrikam');
      await app.settled();
      const accepted = { name: 'Theirs', value: { amount: 1, currency: 'USD' }, closeDate: '2027-02-01' };
      await command(app, 'fabrikam', 'r-fabrikam', { type: 'referral.accept', entries: accepted });
    });
    await register(app, { solutionValue: 77.77 });
    await app.settled();
    await review(app, 'take', { reason: 'A secret reason' });
    await app.settled();
    assert.deepEqual(await stands(), ['review-pending', 'review-pending', 1]);
    const { documents } = await app.store.list({ partition: 'fabrikam', kind: 'referral', limit: 10 });
    const stored = JSON.stringify(documents);
    assert.ok(stored.includes('Theirs'));
    for (const secret of ['77.77', 'A secret reason', 'submissions', '"review"'])
      assert.ok(!stored.includes(secret), secret);
  });

  it('given the same press twice, then it is registered once', async () => {
    await wonTogether(app);
    const first = await register(app, {}, { commandId: 'press' });
    const again = await register(app, {}, { commandId: 'press' });
    assert.ok(first.kind === 'done' && again.kind === 'done' && again.repeated);
    const rival = await register(app);
    assert.ok(rival.kind === 'refused');
    assert.equal(rival.rejection, 'registration-already');
    assert.equal((await deal('contoso', 'deal-1')).registrationFiling?.submissions.length, 1);
  });

  it('given a user, then only one in the team may register, and an admin always (CR-6)', async () => {
    await wonTogether(app);
    const stranger = await register(app, {}, { member: seller('bo@contoso.example') });
    assert.equal(stranger.kind, 'not-allowed');
    assert.equal((await register(app, {}, { member: undefined })).kind, 'not-allowed');
    assert.equal((await register(app, {}, { member: seller('anna@contoso.example') })).kind, 'done');
  });

  it('given messages that come late, twice and in any order, then both sides end with the same state (CR-48)', async () => {
    await wonTogether(app);
    const old: Referral[] = [];
    const remember = async () => {
      await app.settled();
      old.push(await deal('contoso', 'deal-1'), await deal('msft', 'r-msft'));
    };
    await register(app);
    await remember();
    await review(app, 'take');
    await remember();
    await review(app, 'ask', { reason: 'The value is wrong', fields: ['value'] });
    await remember();
    await register(app, { value: { amount: 120, currency: 'USD' } });
    await remember();
    await review(app, 'pass', { submission: 2 });
    await remember();
    const end = await stands();
    assert.deepEqual(end, ['closed', 'closed', 2]);
    for (const record of [...old.toReversed(), ...old]) {
      for (const party of partners(record))
        await receiveMessage(app.deps, messageTo(record, party, { name: 'X' }));
      await app.settled();
      assert.deepEqual(await stands(), end);
    }
    const { registrationFiling } = await deal('contoso', 'deal-1');
    assert.equal(registrationFiling?.form.value.amount, 120);
    assert.equal(registrationFiling?.form.azure, true, 'what was not in question stays');
  });

  it('given Microsoft’s record won or lost afterwards, then the review goes on (CR-46)', async () => {
    await wonTogether(app);
    await register(app);
    await app.settled();
    await command(app, 'msft', 'r-msft', { type: 'deal.lose', reason: 'other', by: 'tenant-msft:mia' });
    await app.settled();
    assert.equal((await review(app, 'take')).kind, 'done');
    assert.equal((await review(app, 'fail', { reason: 'No such contract' })).kind, 'done');
    await app.settled();
    const own = ownRegistration(await deal('contoso', 'deal-1'));
    assert.deepEqual([own?.state, own?.outcome], ['closed', 'failed']);
    assert.equal(own?.history.at(-2)?.reason, 'No such contract');
  });

  it('given two partners who both won, then Microsoft reviews both, and neither learns of the other’s (CR-46, CR-48)', async () => {
    const value = { amount: 50, currency: 'USD' };
    await wonTogether(app, async () => {
      await invite(app, 'fabrikam', {
        solutions: [
          {
            id: 'SOL-1',
            name: 'Analytics',
            kind: 'third-party',
            of: 'fabrikam',
            incentive: true,
            ipCosell: true,
          },
        ],
      });
      await app.settled();
      const accepted = { name: 'Theirs', value, closeDate: '2027-02-01' };
      await command(app, 'fabrikam', 'r-fabrikam', { type: 'referral.accept', entries: accepted });
      await command(app, 'fabrikam', 'r-fabrikam', { type: 'deal.win' });
    });
    assert.equal((await register(app, { solutionValue: 77.77 })).kind, 'done');
    const theirs = { ...entries, value, solutionValue: 44.44 };
    const context = { today: '2026-11-16', earliest: { day: '2026-11-16', by: 'creation' as const } };
    const given = { type: 'registration.register' as const, entries: theirs, context };
    assert.equal(await command(app, 'fabrikam', 'r-fabrikam', given), 'done');
    await app.settled();
    const filed = filedRegistrations(await deal('msft', 'r-msft'));
    assert.deepEqual(
      filed.map(({ party, filing, state }) => [party.organization, filing.form.solutionValue, state]).sort(),
      [
        ['contoso', 77.77, 'pending'],
        ['fabrikam', 44.44, 'pending'],
      ],
    );
    await review(app, 'take', { partner: 'fabrikam', reason: undefined });
    const asks = { partner: 'fabrikam', reason: 'A secret reason', fields: ['value'] as const };
    await review(app, 'ask', asks);
    await app.settled();
    const own = ownRegistration(await deal('fabrikam', 'r-fabrikam'));
    assert.deepEqual([own?.state, own?.elsewhere], ['action-required', false]);
    assert.equal(ownRegistration(await deal('contoso', 'deal-1'))?.state, 'pending');
    const [ours, other] = await Promise.all(
      ['contoso', 'fabrikam'].map(async (partition) => {
        const { documents } = await app.store.list({ partition, kind: 'referral', limit: 10 });
        return JSON.stringify(documents);
      }),
    );
    assert.doesNotMatch(ours ?? '', /44\.44|A secret reason/);
    assert.doesNotMatch(other ?? '', /77\.77/);
    assert.deepEqual([app.errors, app.setAside], [[], []]);
  });

  it('given a deal that Microsoft started, then the invited partner registers it (CR-44)', async () => {
    await wonForMicrosoft(app);
    assert.equal((await register(app, {}, { id: 'r-contoso' })).kind, 'done');
    await app.settled();
    const at = { referralId: 'deal-1' };
    assert.equal((await review(app, 'take', at)).kind, 'done');
    assert.equal((await review(app, 'pass', at)).kind, 'done');
    await app.settled();
    assert.equal(ownRegistration(await deal('contoso', 'r-contoso'))?.outcome, 'passed');
  });

  it('given the policy and a day in question two months later, then it can still be put right (CR-48, CR-49)', async () => {
    const { options } = app.organization;
    Object.assign(app.organization, { options: { ...options, registrationPolicy } });
    await wonTogether(app);
    assert.equal((await register(app)).kind, 'done');
    await app.settled();
    await review(app, 'take');
    await review(app, 'ask', { reason: 'Not that day', fields: ['signed'] });
    await app.settled();
    app.clock.advance(61 * 86_400_000);
    assert.equal((await register(app, { signed: '2026-11-16' })).kind, 'done');
    Object.assign(app.organization, { options });
  });

  it('given Microsoft invited after the creation, then the contract can’t be older than that; else than the creation (CR-47)', async () => {
    await wonTogether(app);
    const won = await deal('contoso', 'deal-1');
    const parties = (won.parties ?? []).map((one) => ({
      ...one,
      invited: one.invited && { ...one.invited, at: '2026-11-18T23:30:00.000Z' },
    }));
    const earliest = (referral: Referral) =>
      registrationContext(
        referral,
        app.organization,
        '2026-11-20',
        (at) => app.deps.calendar.toLocal(at, 'Europe/Berlin').date,
      ).earliest;
    assert.deepEqual(earliest({ ...won, parties }), { day: '2026-11-19', by: 'invitation' });
    assert.deepEqual(earliest(won), { day: '2026-11-16', by: 'creation' });
  });
});
