import assert from 'node:assert/strict';
import { calendar } from '#adapters/luxon/calendar.ts';
import { type PersonRecord, personDraft } from '#app/contact/contactRecord.ts';
import { gatherDay } from '#app/digest/digest.gather.ts';
import { muteNews } from '#app/news/news.mute.ts';
import { loadMembers } from '#app/organization/members.load.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { MemberEntry } from '#ports/organizations.ts';
import { organizationWith, TENANT } from '#test/support/app/runningApp.ts';
import { accepted, type Deals, deal, dealStore, ended, team } from '#test/support/list/manyDeals.ts';
import { admin, mailOf, user } from '#test/support/organization/colleagues.ts';

const chat = { serviceUrl: 'https://teams.example/', tenantId: TENANT, botId: 'bot', installed: true };
const person = (name: string): PersonRecord => ({
  kind: 'person',
  personId: `${TENANT}:${name}`,
  profile: {
    name,
    email: mailOf(name),
    guest: false,
    homeTenantId: TENANT,
    asOf: '2026-11-20T08:00:00.000Z',
  },
  chat: { ...chat, conversationId: `chat-${name}` },
  welcomed: true,
  outbox: [],
});
const anna = team(mailOf('anna'));
const soon = '2026-11-22T09:00:00.000Z';
const later = '2026-11-30T09:00:00.000Z';
const quietSince = { ...accepted, acceptedAt: '2026-10-20T09:00:00.000Z' };
const invited = (at: string) => ({
  parties: [
    {
      ...{ role: 'invited', organization: 'tailspin', name: 'Tailspin', referralId: 'x', seq: 0 },
      invited: { by: { kind: 'clock' }, at },
    },
  ],
});
const refusal = { field: 'value', since: '2026-11-19T09:00:00.000Z', conflict: true } as const;

describe('digest.gather: what needs somebody (CR-54)', () => {
  let deals: Deals;
  const organization = organizationWith([]);
  const company: readonly MemberEntry[] = [admin('anna', ['L1']), admin('boss'), user('uma')];
  beforeEach(async () => {
    deals = dealStore();
    await loadMembers({ ...deals.deps, newId: () => 'x' }, { ...organization, members: company });
    for (const name of ['anna', 'boss', 'uma'])
      await deals.store.create(personDraft('contoso', person(name), undefined));
  });
  afterEach(() => deals.store.close());
  const dayOf = (name: string, wanted: Parameters<typeof gatherDay>[3] = 'all') =>
    gatherDay({ ...deals.deps, calendar }, organization, person(name), wanted);
  const told = async (name: string) =>
    ((await dayOf(name))?.rows ?? []).map(({ section, referral }) => `${section} ${referral.name}`);

  const rows: readonly { given: string; changes: Partial<Referral> | object; told: string | undefined }[] = [
    { given: 'an undecided one of the own location', changes: { expiresAt: later }, told: 'waiting' },
    { given: 'one that expires within three days', changes: { expiresAt: soon }, told: 'expiring' },
    { given: 'one whose time is over', changes: { expiresAt: '2026-11-20T08:00:00.000Z' }, told: undefined },
    {
      given: 'an undecided one of another location',
      changes: { expiresAt: later, location: 'L2' },
      told: undefined,
    },
    {
      given: 'an outbound one without an answer',
      changes: { direction: 'outbound', ...anna },
      told: undefined,
    },
    {
      given: 'an accepted one past its close date',
      changes: { ...accepted, ...anna, closeDate: '2026-11-19' },
      told: 'overdue',
    },
    {
      given: 'one that closes today',
      changes: { ...accepted, ...anna, closeDate: '2026-11-20' },
      told: undefined,
    },
    {
      given: 'an overdue one of somebody else’s team',
      changes: { ...accepted, ...team('x@contoso.example'), closeDate: '2026-11-19' },
      told: undefined,
    },
    {
      given: 'an overdue one that a colleague has in hand',
      changes: {
        ...accepted,
        ...team(mailOf('anna'), mailOf('uma')),
        holder: mailOf('uma'),
        closeDate: '2026-11-19',
      },
      told: undefined,
    },
    {
      given: 'an overdue one in the own hand',
      changes: { ...accepted, ...anna, holder: mailOf('anna'), closeDate: '2026-11-19' },
      told: 'overdue',
    },
    { given: 'nothing happened for three weeks', changes: { ...quietSince, ...anna }, told: 'quiet' },
    {
      given: 'an invitation without an answer for four days',
      changes: { ...accepted, ...anna, ...invited('2026-11-16T08:00:00.000Z') },
      told: 'unanswered',
    },
    {
      given: 'an invitation of yesterday',
      changes: { ...accepted, ...anna, ...invited('2026-11-19T08:00:00.000Z') },
      told: undefined,
    },
    {
      given: 'a won one that is not registered (CR-46)',
      changes: { ...ended('won'), ...anna, ...eligible() },
      told: 'registration',
    },
    {
      given: 'one won half a year ago',
      changes: { ...ended('won'), ...anna, ...eligible(), closedAt: '2026-05-02T00:00:00.000Z' },
      told: undefined,
    },
    {
      given: 'a registration that was handed back',
      changes: { ...ended('won'), ...anna, ...eligible(), registration: 'ActionRequired' },
      told: 'registration',
    },
    {
      given: 'a value that Partner Center has otherwise',
      changes: { ...accepted, ...anna, unsynced: [refusal] },
      told: 'refused',
    },
    {
      given: 'what only has to be entered there',
      changes: { ...accepted, ...anna, unsynced: [{ ...refusal, conflict: undefined }] },
      told: undefined,
    },
    {
      given: 'a decision that can still be taken back',
      changes: { ...accepted, ...anna, closeDate: '2026-11-19', undoable: [pending()] },
      told: undefined,
    },
  ];
  for (const { given, changes, told: expected } of rows) {
    it(`given ${given}, then it is ${expected ?? 'not told'}`, async () => {
      await deals.add(deal(1, changes));
      assert.deepEqual(await told('anna'), expected ? [`${expected} Deal 1`] : []);
    });
  }

  it('given a deal that is overdue and quiet, then it is told once, by what is more urgent', async () => {
    await deals.add(deal(1, { ...quietSince, ...anna, closeDate: '2026-11-01' }));
    assert.deepEqual(await told('anna'), ['overdue Deal 1']);
  });

  it('given a team that can be reached, then its referral waits for the team alone; given nobody of it can, for the admin (CR-54)', async () => {
    await deals.add(
      deal(1, { expiresAt: later, ...team(mailOf('uma')) }),
      deal(2, { expiresAt: later, ...team('nobody@contoso.example') }),
    );
    assert.deepEqual([await told('anna'), await told('uma')], [['waiting Deal 2'], ['waiting Deal 1']]);
    await muteNews(deals.deps, { organization: 'contoso', personId: `${TENANT}:uma`, what: 'all' });
    assert.deepEqual([await told('anna'), await told('uma')], [['waiting Deal 1', 'waiting Deal 2'], []]);
  });

  it('given somebody muted a deal, then the others are told; given everybody muted a referral, then it is told and says so', async () => {
    const mute = (name: string, what: 'all' | { referralId: string }) =>
      muteNews(deals.deps, { organization: 'contoso', personId: `${TENANT}:${name}`, what });
    const [one, other, work] = [
      deal(1, { expiresAt: later }),
      deal(2, { expiresAt: later }),
      deal(3, { ...accepted, ...anna, closeDate: '2026-11-01' }),
    ];
    await deals.add(one, other, work);
    await mute('anna', { referralId: one.id });
    await mute('anna', { referralId: work.id });
    assert.deepEqual(await told('anna'), ['waiting Deal 2']);
    await mute('boss', 'all');
    const day = await dayOf('anna');
    assert.deepEqual([day?.rows.length, day?.despite], [2, true]);
  });

  it('given more than a message shows, then ten of them, the first of each section among them, and how many there are', async () => {
    const many = Array.from({ length: 15 }, (_, n) => deal(n, { expiresAt: later }));
    await deals.add(
      ...many,
      deal(50, { ...accepted, ...anna, closeDate: '2026-11-01' }),
      deal(51, { ...quietSince, ...anna }),
    );
    const day = await dayOf('anna');
    const sections = day?.rows.map(({ section }) => section) ?? [];
    assert.deepEqual(sections, [...Array(8).fill('waiting'), 'overdue', 'quiet']);
    assert.deepEqual([day?.total, day?.more], [17, false]);
  });

  it('given only the referrals are wanted, then the work is left out', async () => {
    await deals.add(
      deal(1, { expiresAt: later }),
      deal(2, { ...accepted, ...anna, closeDate: '2026-11-01' }),
    );
    const names = ((await dayOf('anna', 'waiting'))?.rows ?? []).map(({ referral }) => referral.name);
    assert.deepEqual(names, ['Deal 1']);
  });
});

/** Microsoft takes part, and a solution that counts is in the deal (CR-44). */
function eligible(): object {
  return {
    microsoft: true,
    microsoftInvitedAt: '2026-10-01T00:00:00.000Z',
    solutions: [{ id: 's', name: 'S', kind: 'own', incentive: true }],
  };
}

function pending(): object {
  return {
    ...{ kind: 'decision', revision: 2, what: 'referral.accept', by: 'x', at: '2026-11-20T09:00:00.000Z' },
    ...{ was: { stage: 'received' }, until: '2026-11-20T09:00:20.000Z' },
  };
}
