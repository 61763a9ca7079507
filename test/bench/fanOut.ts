import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
import type { Recorder } from './frame/figure.ts';
import { watchMemory } from './memory.ts';

const PEOPLE = 50;
const REFERRALS = 60;
const PATIENCE = 10 * 60_000;

/**
 * Many referrals at once for many people: how much memory the bot takes meanwhile, as it says itself, and how long another
 * organization waits for a card of its own.
 */
export async function benchFanOut(record: Recorder): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cosell-bench-'));
  const names = Array.from({ length: PEOPLE }, (_, number) => `Admin Number${number}`);
  const members = names.map((name) => ({
    email: `${name.toLowerCase().replaceAll(' ', '.')}@contoso.example`,
    role: 'referrals-admin' as const,
  }));
  const organizations = await temporaryFile(twoOrganizations(members));
  const bot = await startBotProcess(join(folder, 'bench.db'), organizations.path);
  const teams = await startFakeTeams();
  teams.messagesUrl = `${bot.url}/api/messages`;
  const peak = watchMemory(bot.url);
  try {
    for (const name of names) {
      const person = teams.person(name);
      await teams.install(person, teams.chatOf(person));
    }
    const fay = teams.person('Fay Brik', { tenantId: FABRIKAM_TENANT, email: 'fay.brik@fabrikam.example' });
    await teams.install(fay, teams.chatOf(fay));
    const atRest = peak.megabytes();
    const { waited, all } = await fanOut(bot.url, teams, teams.chatOf(fay));
    const what = `${REFERRALS} referrals for ${PEOPLE} people each`;
    record.figure(`${what}: memory before`, atRest, 'MB');
    record.figure(`${what}: memory at most`, peak.megabytes(), 'MB');
    record.figure(`${what}: another organization waits for its card`, waited, 's');
    record.figure(
      `${what}: of the 50 calls a second that Teams takes`,
      (PEOPLE * REFERRALS) / all / 50,
      'share',
    );
  } finally {
    peak.stop();
    await bot.kill();
    await teams.close();
    await organizations.remove();
    rmSync(folder, { recursive: true });
  }
}

async function fanOut(
  url: string,
  teams: FakeTeams,
  other: ReturnType<FakeTeams['chatOf']>,
): Promise<{ waited: number; all: number }> {
  const { intake } = intakeApi(() => url);
  const before = teams.messages.length;
  const start = performance.now();
  await Promise.all(Array.from({ length: REFERRALS }, () => intake(inbound({ team: [] }), CONTOSO_KEY)));
  await until('the first cards', () => teams.messages.length > before + PEOPLE, PATIENCE);
  const had = teams.in(other).length;
  const asked = performance.now();
  await intake(inbound({ team: [], organizationId: FABRIKAM }), FABRIKAM_KEY);
  await until('the card of the other', () => teams.in(other).length > had, PATIENCE);
  const waited = (performance.now() - asked) / 1000;
  await until('all cards', () => teams.messages.length > before + PEOPLE * REFERRALS, PATIENCE);
  const all = (performance.now() - start) / 1000;
  return { waited, all };
}
