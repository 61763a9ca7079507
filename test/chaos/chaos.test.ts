import assert from 'node:assert/strict';
import { check } from './check/check.ts';
import type { Evidence } from './check/evidence.ts';
import { runChaos } from './run.ts';

describe('Processes that end, stand still and cannot reach anybody', () => {
  let evidence: Evidence;

  it('given presses, referrals and invitations meanwhile, when all is calm again, then everything is as it was promised', async function () {
    this.timeout(600_000);
    const seed = Math.floor(Math.random() * 1e9);
    const { complaints, counts, ...run } = await runChaos({
      ...{ seed, seconds: 14, processes: 3, cosmos: false, speed: 6 },
    });
    evidence = run.evidence;
    assert.deepEqual(complaints, [], `npm run test:chaos -- --seed ${seed}: ${JSON.stringify(counts)}`);
  });

  it('given what is left of that and something in it that is untrue, then the checker says so', () => {
    const { calls, messages, stored, acknowledged } = evidence;
    const posts = calls.filter(({ kind, done }) => kind === 'post' && done);
    const [post] = posts.filter(({ answered, from }) => answered === 'well' && livedOn(evidence, from));
    const [received] = acknowledged;
    assert.ok(post && received);
    const again = { ...post, at: post.at + 1 };
    assert.match(String(check({ ...evidence, calls: [...calls, again] })), /sent twice/);
    const gone = stored.filter(({ id }) => !id.endsWith(received.referral));
    assert.match(String(check({ ...evidence, stored: gone })), /acknowledged and not there/);
    assert.match(String(check({ ...evidence, messages: [] })), /nothing stands/);
    const old = messages.map((one) => ({ ...one, content: JSON.parse(asUndecided(one.content)) }));
    assert.match(String(check({ ...evidence, messages: old })), /untrue card/);
  });
});

function livedOn({ lives }: Evidence, name: string): boolean {
  const life = lives.find((one) => one.name === name);
  return life?.killedAt === undefined && life?.stills.length === 0;
}

/** A card as it was before anybody answered. */
function asUndecided(content: unknown): string {
  return JSON.stringify(content).replaceAll('"verb":"stage.mark"', '"verb":"referral.accept"');
}
