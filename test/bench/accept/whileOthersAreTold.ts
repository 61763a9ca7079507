import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Recorder } from '#test/bench/frame/figure.ts';
import { startBotProcess } from '#test/support/bot/botProcess.ts';
import { type FakeTeams, startFakeTeams } from '#test/support/bot/fakeTeams.ts';
import { intakeApi, until } from '#test/support/bot/startBot.ts';
import {
  CONTOSO_KEY,
  FABRIKAM,
  FABRIKAM_KEY,
  FABRIKAM_TENANT,
  temporaryFile,
  twoOrganizations,
} from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { load } from './children.ts';
import { acceptances, type Presser } from './presses.ts';

const PEOPLE = 50;
const REFERRALS = 40;
const WAITING = PEOPLE * REFERRALS;
const A_SECOND = 50;
const PRESSES = 400;
const WARM = 200;

/** How long somebody of one company waits for an answer while the people of another one are sent 2,000 cards. */
export async function whileOthersAreTold(record: Recorder): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cosell-bench-told-'));
  const names = Array.from({ length: PEOPLE }, (_, number) => `Admin Number${number}`);
  const members = names.map((name) => ({
    email: `${name.toLowerCase().replaceAll(' ', '.')}@contoso.example`,
    role: 'referrals-admin' as const,
  }));
  const organizations = await temporaryFile(twoOrganizations(members));
  const bot = await startBotProcess(join(folder, 'bench.db'), organizations.path);
  const teams = await startFakeTeams();
  teams.messagesUrl = `${bot.url}/api/messages`;
  try {
    for (const name of names) {
      const person = teams.person(name);
      await teams.install(person, teams.chatOf(person));
    }
    const fay = teams.person('Fay Brik', { tenantId: FABRIKAM_TENANT, email: 'fay.brik@fabrikam.example' });
    const changes = { organizationId: FABRIKAM, mpnId: '5550001' };
    const presser: Presser = { url: bot.url, teams, person: fay, key: FABRIKAM_KEY, changes };
    const bodies = await acceptances(presser, WARM + PRESSES);
    await press(presser, bodies.slice(0, WARM));
    await startTelling(bot.url, teams);
    const times = await press(presser, bodies.slice(WARM));
    const told = teams.messages.filter(({ conversationId }) =>
      conversationId.includes('admin.number'),
    ).length;
    if (told >= WAITING) throw new Error('all were told before the last press: nothing was measured');
    record.times(
      `Accept, ${A_SECOND} a second, while ${WAITING.toLocaleString('en-US')} cards wait to be sent`,
      times,
    );
  } finally {
    await bot.kill();
    await teams.close();
    await organizations.remove();
    rmSync(folder, { recursive: true });
  }
}

async function press({ url }: Presser, bodies: readonly string[]): Promise<readonly number[]> {
  const { times } = await load({
    ...{ url: `${url}/api/messages`, bodies, amount: bodies.length },
    ...{ connections: 64, rate: A_SECOND },
  });
  return times;
}

async function startTelling(url: string, teams: FakeTeams): Promise<void> {
  const { intake } = intakeApi(() => url);
  const before = teams.messages.length;
  await Promise.all(Array.from({ length: REFERRALS }, () => intake(inbound({ team: [] }), CONTOSO_KEY)));
  await until('the first cards', () => teams.messages.length > before + PEOPLE);
}
