import assert from 'node:assert/strict';
import { type PersonRecord, personDocumentId } from '#app/contact/contactRecord.ts';
import { partyOf, standingOf } from '#domain/engagement/takingPart.ts';
import { UnavailableError } from '#ports/errors.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { command, created, dealOf, invitation, invite } from '#test/support/engagement/engaged.ts';

const entries = { name: 'Our part', value: { amount: 55, currency: 'EUR' }, closeDate: '2027-04-01' };

describe('engagement.tell', () => {
  let app: App;
  /** Whether the store takes nothing for that organization. */
  let away: string | undefined;
  beforeEach(async () => {
    away = undefined;
    const others = { fabrikam: 'Fabrikam', litware: 'Litware', msft: 'Microsoft' };
    app = startApp({
      others,
      wrap: (inner) => ({
        ...inner,
        create: (draft) => {
          if (draft.partition === away) throw new UnavailableError('away');
          return inner.create(draft);
        },
      }),
    });
    await created(app);
    await app.settled();
  });
  afterEach(() => app.close());

  it('given an invitation, then the partner has an inbound referral of 14 days with its own part (CR-30, CR-38)', async () => {
    assert.equal(await invite(app, 'fabrikam'), 'done');
    await app.settled();
    const theirs = await dealOf(app, 'fabrikam', 'r-fabrikam');
    assert.ok(theirs?.stage === 'received');
    assert.deepEqual(
      [
        theirs.direction,
        theirs.sender?.name,
        theirs.value,
        theirs.closeDate,
        theirs.senderNotes,
        theirs.revision,
      ],
      [
        'inbound',
        'Contoso Partner',
        { amount: 40, currency: 'USD' },
        '2027-02-01',
        'Could you bring the data in?',
        1,
      ],
    );
    assert.equal(theirs.expiresAt, '2026-11-30T09:00:00.000Z');
    assert.equal(partyOf(theirs, 'contoso')?.view?.team[0]?.name, 'Anna', 'the whole team is seen');
  });

  it('given a partner that accepts with another value, then the inviter sees its standing, part and team, and who it was (CR-30, CR-52)', async () => {
    await invite(app, 'fabrikam');
    await app.settled();
    await app.store.create({
      partition: 'fabrikam',
      id: personDocumentId('tenant-fabrikam:finn'),
      kind: 'person',
      schema: 2,
      body: { profile: { name: 'Finn', email: 'finn@fabrikam.example' } } as PersonRecord,
    });
    const team = [{ name: 'Finn', email: 'finn@fabrikam.example', phone: '2' }];
    const by = 'tenant-fabrikam:finn';
    assert.equal(
      await command(app, 'fabrikam', 'r-fabrikam', {
        type: 'referral.accept',
        by,
        entries: { ...entries, team },
      }),
      'done',
    );
    await app.settled();
    const party = partyOf((await dealOf(app, 'contoso', 'deal-1')) ?? {}, 'fabrikam');
    assert.ok(party?.view);
    const { stage, value, closeDate } = party.view;
    assert.deepEqual([stage, value, closeDate], ['accepted', entries.value, entries.closeDate]);
    assert.deepEqual(
      [party.view.team, party.seller],
      [team, { name: 'Finn', email: 'finn@fabrikam.example' }],
    );
  });

  it('given a customer who agreed to sharing with Microsoft, then Microsoft gets the contact and a partner does not (CR-20)', async () => {
    const contacts = [{ name: 'Kim', email: 'kim@northwind.example', phone: '1' }];
    const customer = { name: 'Northwind', addressLines: [], contacts };
    await created(app, { id: 'deal-2', engagementId: 'engagement-2', customer, consent: true });
    for (const organization of ['msft', 'fabrikam']) {
      const guest = { organization, name: organization, referralId: `r2-${organization}` };
      await command(app, 'contoso', 'deal-2', { type: 'partner.invite', guest, invitation });
    }
    await app.settled();
    assert.deepEqual((await dealOf(app, 'msft', 'r2-msft'))?.customer.contacts, contacts);
    assert.deepEqual((await dealOf(app, 'fabrikam', 'r2-fabrikam'))?.customer.contacts, []);
  });

  it('given two partners, then each knows that the other takes part and how it stands, and nothing else (CR-30)', async () => {
    await invite(app, 'fabrikam');
    await invite(app, 'litware');
    await app.settled();
    await command(app, 'litware', 'r-litware', { type: 'referral.decline', reason: 'budget' });
    await app.final();
    const peer = partyOf((await dealOf(app, 'fabrikam', 'r-fabrikam')) ?? {}, 'litware');
    assert.ok(peer);
    assert.deepEqual([peer.role, standingOf(peer).outcome], ['peer', 'declined']);
    assert.deepEqual([peer.view?.value, peer.view?.team, peer.seller], [undefined, [], undefined]);
    const last = (await dealOf(app, 'fabrikam', 'r-fabrikam'))?.recent?.at(-1);
    assert.deepEqual(
      [last?.by, last?.changes.map(({ party, to }) => [party?.organization, to])],
      [{ kind: 'party', organization: 'contoso' }, [['litware', { kind: 'status', status: 'declined' }]]],
      'the last changes say what there is to say of it',
    );
  });

  it('given a deal that is won, then who has not answered is not asked any more, and who accepted goes on (CR-42)', async () => {
    await invite(app, 'fabrikam');
    await invite(app, 'litware');
    await app.settled();
    await command(app, 'litware', 'r-litware', { type: 'referral.accept', entries });
    await app.settled();
    await command(app, 'contoso', 'deal-1', { type: 'deal.win' });
    await app.final();
    const [withdrawn, going] = [
      await dealOf(app, 'fabrikam', 'r-fabrikam'),
      await dealOf(app, 'litware', 'r-litware'),
    ];
    assert.ok(withdrawn?.stage === 'closed' && going?.stage === 'accepted');
    assert.deepEqual(
      [withdrawn.outcome, withdrawn.closedBy],
      ['withdrawn', { kind: 'party', organization: 'contoso' }],
    );
    assert.equal(partyOf(going, 'contoso')?.view?.outcome, 'won');
    assert.equal(
      partyOf((await dealOf(app, 'contoso', 'deal-1')) ?? {}, 'fabrikam')?.view?.outcome,
      'withdrawn',
    );
  });

  it('given one partner’s store away, then the others hear and it hears later, once', async () => {
    away = 'fabrikam';
    await invite(app, 'fabrikam');
    await app.settled();
    assert.equal(await dealOf(app, 'fabrikam', 'r-fabrikam'), undefined);
    away = undefined;
    app.clock.advance(60_000);
    await app.settled();
    assert.equal((await dealOf(app, 'fabrikam', 'r-fabrikam'))?.stage, 'received');
    assert.deepEqual(app.setAside, []);
  });

  it('given an invitation that first arrives when the deal is over, then its sender hears that it was withdrawn (CR-42, CR-52)', async () => {
    away = 'fabrikam';
    await invite(app, 'fabrikam');
    await command(app, 'contoso', 'deal-1', { type: 'deal.win' });
    await app.settled();
    away = undefined;
    app.clock.advance(60_000);
    await app.settled();
    const theirs = await dealOf(app, 'fabrikam', 'r-fabrikam');
    assert.ok(theirs?.stage === 'closed');
    assert.equal(theirs.outcome, 'withdrawn');
    const party = partyOf((await dealOf(app, 'contoso', 'deal-1')) ?? {}, 'fabrikam');
    assert.equal(party?.view?.outcome, 'withdrawn');
  });

  it('given an organization that is not there any more, then nothing happens and nothing fails', async () => {
    await invite(app, 'gone');
    await app.settled();
    assert.deepEqual([app.errors, app.setAside], [[], []]);
  });
});
