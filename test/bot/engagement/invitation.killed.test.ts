import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { changeDraft } from '#app/draft/draftRecord.ts';
import { noticePartition } from '#app/notice/noticeRecord.ts';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import type { ReferralRecord } from '#app/referral/referralRecord.ts';
import { timelinePartition } from '#app/referral/timeline.ts';
import { partners } from '#domain/engagement/engagement.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { typedSolution } from '#domain/referral/solutions.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { type BotProcess, startBotProcess } from '#test/support/bot/botProcess.ts';
import { readable } from '#test/support/bot/client.ts';
import { type FakeTeams, startFakeTeams, TENANT, type TestPerson } from '#test/support/bot/fakeTeams.ts';
import { movableClock } from '#test/support/bot/movableClock.ts';
import { startBot, until } from '#test/support/bot/startBot.ts';
import { agreeing } from '#test/support/engagement/mailBag.ts';
import {
  FABRIKAM_TENANT,
  MICROSOFT_TENANT,
  threeOrganizations,
} from '#test/support/organization/organizations.ts';

const ROUNDS = 10;

describe('A bot that is killed while an invitation crosses organizations', () => {
  let folder: string;
  let teams: FakeTeams;
  let store: DocumentStore;
  let child: BotProcess | undefined;
  let anna: TestPerson;
  let fay: TestPerson;
  let maja: TestPerson;

  const settings = () => ({ file: join(folder, 'store.db'), organizations: join(folder, 'three.json') });
  const start = async () => {
    const { file, organizations } = settings();
    child = await startBotProcess(file, organizations);
    teams.messagesUrl = `${child.url}/api/messages`;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cosell-crossing-'));
    const admin = { email: 'anna.berg@contoso.example', role: 'referrals-admin' } as const;
    await writeFile(settings().organizations, JSON.stringify(threeOrganizations([admin])));
    teams = await startFakeTeams();
    anna = teams.person('Anna Berg');
    fay = teams.person('Fay Brik', { tenantId: FABRIKAM_TENANT, email: 'fay.brik@fabrikam.example' });
    maja = teams.person('Maja Lind', { tenantId: MICROSOFT_TENANT, email: 'maja.lind@microsoft.example' });
    await start();
    for (const person of [anna, fay, maja]) await teams.install(person, teams.chatOf(person));
    store = openSqliteStore({ file: settings().file });
  });
  afterEach(async () => {
    await child?.kill();
    child = undefined;
    await store.close();
    await teams.close();
    await rm(folder, { recursive: true });
  });

  const cardsOf = (deal: string, person: TestPerson) =>
    teams.in(teams.chatOf(person)).filter(({ activity }) => readable(activity).includes(deal));
  const recordOf = (organization: string, referralId: string) =>
    readReferralRecord({ store }, { organization, referralId });

  /** A deal that Anna has entered but for the last press, with a partner and Microsoft to be invited. */
  async function entered(number: number): Promise<void> {
    const owner = { organization: 'contoso', personId: `${TENANT}:${anna.aadObjectId}` };
    const solution = typedSolution('Analytics') ?? assert.fail();
    const [value, closeDate] = [{ amount: 100, currency: 'USD' }, nextYear()];
    await changeDraft({ store, clock: systemClock }, owner, (_open, now) => ({
      next: {
        draft: {
          ...{ id: idOf(number), startedAt: now, step: 'review', formVersion: 1, reviewing: false },
          answered: ['customer', 'details', 'team', 'solutions', 'selling'],
          customer: { name: 'Northwind', addressLines: ['1 Pike'], country: 'US', contacts: [] },
          customerContact: { name: 'Kim', email: 'kim@northwind.example', phone: '1' },
          ...{ consent: true, name: nameOf(number), location: '1234567', value, closeDate },
          team: [{ name: anna.name, email: anna.email, phone: '1' }],
          ...{ solutions: [solution], assistance: 'GeneralOrOther' },
          invitations: [
            {
              ...{ organization: 'fabrikam', name: 'Fabrikam', referralId: `fabrikam-${number}` },
              ...{ closeDate, value, solutions: [solution], contacts: [] },
            },
          ],
        },
        ...{ assumed: [], fromLine: [], asked: [], touchedAt: now },
      },
      result: undefined,
    }));
  }

  // Each moment that matters, and any other; `number` is the deal that is being created.
  const moments: readonly ((number: number, pressed: Promise<unknown>) => Promise<unknown>)[] = [
    (_number, pressed) => pressed,
    (number) => until('it is stored', () => recordOf('contoso', idOf(number)), 2_000),
    (number) => until('it has arrived', () => recordOf('fabrikam', `fabrikam-${number}`), 2_000),
    () => called(fay),
    () => wait(Math.random() * 120),
  ];

  /** Resolves when Teams is asked to take something for a person, before it answers. */
  function called(person: TestPerson): Promise<unknown> {
    const asked = new Promise<void>((resolve) => {
      teams.disturb = async (call) => {
        if (JSON.stringify(call).includes(teams.chatOf(person).conversationId)) resolve();
        await wait(10);
        return false;
      };
    });
    return Promise.race([asked, wait(1_000, undefined, { ref: false })]);
  }

  it(`given it is killed ${ROUNDS} times between the press and the last card, when it is back, then each invitation has arrived exactly once (CR-30, CR-33)`, async function () {
    this.timeout(900_000);
    let between = 0;
    let half = 0;
    for (let formVersion = 0; formVersion < ROUNDS; formVersion++) {
      if (formVersion > 0) await start();
      await entered(formVersion);
      const data = { draft: idOf(formVersion), step: 'review', form: 1 };
      const pressed = teams.press(anna, teams.chatOf(anna), 'deal.create', data).catch(() => undefined);
      await moments[formVersion % moments.length]?.(formVersion, pressed).catch(() => undefined);
      await child?.kill();
      teams.disturb = undefined;
      await pressed;
      const deal = await recordOf('contoso', idOf(formVersion));
      const theirs = deal && (await guestsOf(deal.referral));
      if (theirs?.every((one) => one === undefined)) between++;
      if (theirs?.some((one) => one === undefined) && theirs.some((one) => one !== undefined)) half++;
    }
    assert.ok(between > 0, 'no kill hit the gap between the deal and its invitations');

    const { file, organizations } = settings();
    const clock = movableClock();
    // What the dead had taken up is free again.
    clock.forward(0.1);
    const given = { SQLITE_FILE: file, ORGANIZATIONS_FILE: organizations };
    const bot = await startBot(given, { clock }, { teams });
    try {
      const deals = (await referralsOf('contoso')).map(({ referral }) => referral);
      assert.ok(deals.length >= ROUNDS / 2, `created ${deals.length}, half told ${half}`);
      for (const deal of deals) await arrivedOnce(deal);
      for (const organization of ['fabrikam', 'msft']) {
        const there = await referralsOf(organization);
        assert.equal(there.length, deals.length, `one record for each invitation of ${organization}`);
      }
    } finally {
      await bot.close();
    }
  });

  /** One record, one timeline, one notice; its card stands in the chat, once more at most for each time its sending may have been cut off. */
  async function arrivedOnce(deal: Referral): Promise<void> {
    for (const [person, organization] of [
      [fay, 'fabrikam'],
      [maja, 'msft'],
    ] as const) {
      await until(`${deal.name} at ${organization}`, () => cardsOf(deal.name, person).length > 0);
      const party = partners(deal).find((one) => one.organization === organization) ?? assert.fail();
      const { referral } = (await recordOf(organization, party.referralId)) ?? assert.fail();
      agreeing(deal, referral);
      const began = await store.read(timelinePartition(organization, referral.id), '00000001');
      assert.ok(began, 'its timeline begins with the invitation');
      const { documents } = await store.list<'notice'>({
        partition: noticePartition(organization, referral.id),
        limit: 9,
      });
      assert.deepEqual(
        documents.map(({ body }) => body.type),
        ['referral-card'],
      );
      // A lease is short enough to end between two kills, so that each kill since may have cut its sending off.
      const kills = ROUNDS - Number(/\d+/.exec(deal.name));
      assert.ok(cardsOf(deal.name, person).length <= 1 + kills);
    }
  }

  const guestsOf = (deal: Referral) =>
    Promise.all(partners(deal).map(({ organization, referralId }) => recordOf(organization, referralId)));

  async function referralsOf(partition: string): Promise<ReferralRecord[]> {
    const { documents } = await store.list<'referral'>({ partition, kind: 'referral', limit: 100 });
    return documents.map(({ body }) => body);
  }
});

const idOf = (number: number) => `deal-${number}`;
const nameOf = (number: number) => `Northwind number ${number}.`;
const nextYear = () => `${new Date().getFullYear() + 1}-03-31`;
