import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBotProcess } from '#test/support/bot/botProcess.ts';
import { type FakeTeams, startFakeTeams } from '#test/support/bot/fakeTeams.ts';
import { intakeApi } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { load, startEcho } from './accept/children.ts';
import { acceptEntries } from './accepting.ts';
import { quantile } from './distribution.ts';

const CONNECTIONS = 16;
const ROUNDS = 3;
const SPARE = 2 * CONNECTIONS;
const echoes = { botbuilder: 'echoBotbuilder.child.ts', agents: 'echoAgents.child.ts', apps: 'echoTeamsApps.child.ts' };

export async function benchAccept(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cosell-bench-accept-'));
  const bot = await startBotProcess(join(folder, 'bench.db'));
  const teams = await startFakeTeams();
  teams.messagesUrl = `${bot.url}/api/messages`;
  const running = await Promise.all(Object.values(echoes).map(startEcho));
  try {
    const anna = teams.person('Anna Berg');
    await teams.install(anna, teams.chatOf(anna));
    const all: Record<string, number[][]> = {};
    for (let round = 0; round <= ROUNDS; round++) {
      const amount = round === 0 ? 400 : 600;
      const presses = await waiting(bot.url, teams, amount + SPARE);
      for (const [name, url] of [['bot', bot.url], ...Object.keys(echoes).map((name, at) => [name, running[at]?.url ?? ''])] as const) {
        const bodies = name === 'bot' ? presses : echoed(teams, 600);
        const loaded = await load({ url: `${url}/api/messages`, bodies, amount: name === 'bot' ? amount : 4 * amount, connections: CONNECTIONS });
        process.stdout.write(`${round} ${name} ${Math.round(loaded.times.length / loaded.seconds)}/s p50 ${quantile(loaded.times, 0.5).toFixed(1)} p99 ${quantile(loaded.times, 0.99).toFixed(1)}\n`);
        (all[name] ??= []).push([...loaded.times]);
      }
    }
    const bodies = await waiting(bot.url, teams, 1000);
    const loaded = await load({ url: `${bot.url}/api/messages`, bodies, amount: 1000, rate: 200, connections: 64 });
    process.stdout.write(`200/s p50 ${quantile(loaded.times, 0.5).toFixed(1)} p99 ${quantile(loaded.times, 0.99).toFixed(1)}\n`);
  } finally {
    await bot.kill();
    await teams.close();
    await Promise.all(running.map((one) => one.end()));
    rmSync(folder, { recursive: true });
  }
}

async function waiting(url: string, teams: FakeTeams, count: number): Promise<string[]> {
  const { intake } = intakeApi(() => url);
  const anna = teams.person('Anna Berg');
  const bodies: string[] = [];
  for (let at = 0; at < count; at += 20) {
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const referral = inbound();
        await intake(referral);
        bodies.push(JSON.stringify(teams.written(anna, teams.chatOf(anna), 'referral.accept', acceptEntries(referral), { replyToId: `posted-${referral.id}` })));
      }),
    );
  }
  return bodies;
}

function echoed(teams: FakeTeams, count: number): string[] {
  const anna = teams.person('Anna Berg');
  return Array.from({ length: count }, () =>
    JSON.stringify(teams.written(anna, teams.chatOf(anna), 'referral.accept', acceptEntries(inbound()), { replyToId: 'posted' })),
  );
}
