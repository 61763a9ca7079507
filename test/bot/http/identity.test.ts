import assert from 'node:assert/strict';
import { createProveApp } from '#bot/composeProving.ts';
import type { Config } from '#bot/config/config.ts';
import type { ProveApp } from '#bot/config/identity/proveIdentity.ts';
import { type IdentityWatch, watchIdentity } from '#bot/config/identity/watchIdentity.ts';
import { listen } from '#bot/http/listening.ts';
import { createPlatformServer } from '#bot/http/platform.ts';
import type { Log } from '#bot/telemetry/log.ts';
import { createMetrics } from '#bot/telemetry/metrics.ts';
import { UnavailableError } from '#ports/errors.ts';
import { type FakeClock, fakeClock } from '#test/support/app/fakeClock.ts';
import { APP_SECRET, type Outside, startOutside } from '#test/support/bot/outside.ts';
import { until } from '#test/support/bot/startBot.ts';

const APP = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const MINUTE = 60_000;

describe('GET /readyz, by what is known of the bot’s own identity', () => {
  let outside: Outside;
  let app: NonNullable<Config['app']>;
  let clock: FakeClock;
  let lines: unknown[];
  let asked: number;
  let watch: IdentityWatch;
  let server: ReturnType<typeof createPlatformServer>;
  before(async () => {
    outside = await startOutside();
  });
  after(() => outside.close());
  beforeEach(() => {
    app = { id: APP, type: 'SingleTenant', tenantId: APP, password: APP_SECRET };
    clock = fakeClock('2031-05-05T12:00:00.000Z');
    [lines, asked] = [[], 0];
  });
  afterEach(async () => {
    watch.stop();
    server.server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  /** A bot that asks for its tokens so, as far as its platform sees it. */
  const begin = async (prove: ProveApp, whose: () => Config['app'] = () => app) => {
    const note = (level: string) => (line: { event: string }) => lines.push([level, line.event]);
    const log = { error: note('error'), warn: note('warn') } as unknown as Log;
    const counted: ProveApp = async (one) => {
      asked += 1;
      return prove(one);
    };
    watch = watchIdentity({ app: whose, prove: counted, clock, log });
    server = createPlatformServer({
      ...{ local: false, log, metrics: createMetrics(), identity: watch.standing },
      ready: async () => {},
      refused: () => [],
      stopping: () => false,
      during: (work) => work(),
    });
    await listen(server, 0, '127.0.0.1');
  };
  const ready = async () => {
    const response = await fetch(`http://127.0.0.1:${server.address().port}/readyz`);
    return { status: response.status, text: await response.text() };
  };
  const becomes = (status: number, words: RegExp) =>
    until(`${status} and ${words}`, async () => {
      const answer = await ready();
      return answer.status === status && words.test(answer.text);
    });
  /** Asks again by the clock, once it waits for that. */
  const later = async (milliseconds: number) => {
    const before = asked;
    await until('it asks again', () => {
      clock.advance(milliseconds);
      return asked > before;
    });
  };
  const atOutside: ProveApp = (one) => createProveApp({ authority: outside.url, roots: outside.roots })(one);

  it('given a secret that is right, then it is ready, and probes ask for no token', async () => {
    await begin(atOutside);
    await becomes(200, /^\{"status":"ready"\}$/);
    await Promise.all([ready(), ready(), ready()]);
    assert.deepEqual([asked, lines], [1, []]);
  });

  it('given a secret that is wrong, then it is not ready and says what to do, until one is right', async () => {
    app = { ...app, password: 'wrong' };
    await begin(atOutside);
    await becomes(503, /MicrosoftAppPassword is wrong: .*\(AADSTS7000215\)/);
    await later(MINUTE);
    app = { ...app, password: APP_SECRET };
    await later(MINUTE);
    await becomes(200, /^\{"status":"ready"\}$/);
    // Once, however often it was asked.
    assert.deepEqual(lines, [['error', 'identity']]);
  });

  it('given nobody who answers, then it is ready with a warning, and the warning ends', async () => {
    let isAway = true;
    await begin(async (one) => {
      if (isAway) throw new UnavailableError('sign-in-away');
      return atOutside(one);
    });
    await becomes(200, /"warnings":\["no token for app .*: the sign-in of Microsoft does not answer/);
    isAway = false;
    await later(MINUTE);
    await becomes(200, /^\{"status":"ready"\}$/);
    assert.deepEqual(lines, [['warn', 'identity']]);
  });

  it('given a token that was given once and an answer that stays away later, then it stays ready', async () => {
    let isAway = false;
    await begin(async () => {
      if (isAway) throw new UnavailableError('sign-in-away');
      return undefined;
    });
    await becomes(200, /^\{"status":"ready"\}$/);
    isAway = true;
    await later(10 * MINUTE);
    await becomes(200, /"warnings"/);
  });

  it('given a definite no and nobody who answers later, then the no still counts', async () => {
    let isAway = false;
    app = { ...app, password: 'wrong' };
    await begin(async (one) => {
      if (isAway) throw new UnavailableError('sign-in-away');
      return atOutside(one);
    });
    await becomes(503, /AADSTS7000215/);
    isAway = true;
    await later(MINUTE);
    await later(MINUTE);
    await becomes(503, /AADSTS7000215/);
    assert.deepEqual(lines, [['error', 'identity']]);
  });

  it('given no answer yet, then it is not ready yet', async () => {
    await begin(() => new Promise(() => {}));
    assert.match((await ready()).text, /"not ready".*still being asked for/);
  });

  it('given Local mode, then nothing is asked', async () => {
    await begin(atOutside, () => undefined);
    await becomes(200, /^\{"status":"ready"\}$/);
    assert.equal(asked, 0);
  });

  const refusals: readonly (readonly [word: string, status: number])[] = [
    ['invalid_client', 503],
    ['unauthorized_client', 503],
    ['AADSTS7000222', 503],
    ['AADSTS700016', 503],
    ['AADSTS90002', 503],
    // Nothing that is known to last: it takes no replica out.
    ['temporarily_unavailable', 200],
    ['AADSTS90033', 200],
  ];
  for (const [word, status] of refusals) {
    it(`given ${word}, then ${status === 503 ? 'it is not ready' : 'only a warning'}, with that word`, async () => {
      await begin(async () => word);
      await becomes(status, new RegExp(`no token for app ${APP}: .*\\(${word}\\)`));
    });
  }

  it('given a machine without a managed identity, then only a warning', async () => {
    app = { id: APP, type: 'UserAssignedMSI', tenantId: APP };
    await begin(async () => Promise.reject(new Error('no identity here')));
    await becomes(200, /"warnings":\["no token for app .*managed identity/);
  });
});
