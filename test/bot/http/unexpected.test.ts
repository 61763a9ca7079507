import assert from 'node:assert/strict';
import { createHttpServer, type ServerDeps } from '#bot/http/server.ts';
import { createMetrics } from '#bot/telemetry/metrics.ts';

const INSIDE = 'inner words: /var/lib/cosell.db';
const fails = (): never => {
  throw new Error(INSIDE);
};
const rejects = () => Promise.reject(new Error(INSIDE));

interface Broken {
  ask: [path: string, init?: RequestInit];
  deps: () => object;
  status: number;
}

/** Each route, and what in it does something that nobody expects. */
const broken: Readonly<Record<string, Broken>> = {
  'the metrics': {
    ask: ['/metrics'],
    deps: () => {
      const metrics = createMetrics();
      metrics.registry.metrics = rejects;
      return { metrics };
    },
    status: 500,
  },
  'what says whether it is ready': { ask: ['/readyz'], deps: () => ({ ready: rejects }), status: 500 },
  'the same, at once': { ask: ['/readyz'], deps: () => ({ ready: fails }), status: 500 },
  'who may send messages': {
    ask: ['/api/messages', { method: 'POST' }],
    deps: () => ({ teams: { admits: rejects } }),
    status: 500,
  },
  'the same of messages, at once': {
    ask: ['/api/messages', { method: 'POST' }],
    deps: () => ({ teams: { admits: fails } }),
    status: 500,
  },
  'a message': {
    ask: [
      '/api/messages',
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ type: 'message', serviceUrl: 'http://127.0.0.1/', conversation: { id: 'c' } }),
      },
    ],
    deps: () => ({ teams: { admits: async () => true, receive: fails } }),
    status: 500,
  },
  'who may send referrals': {
    ask: ['/api/referrals', { method: 'POST' }],
    deps: () => ({ intake: { keys: fails } }),
    status: 503,
  },
  'reading a referral': {
    ask: ['/api/referrals/r1'],
    deps: () => ({ intake: { keys: () => 'contoso', store: { read: rejects } } }),
    status: 503,
  },
  'following the changes': {
    ask: ['/api/referrals'],
    deps: () => ({ intake: { keys: () => 'contoso', store: { read: rejects } } }),
    status: 503,
  },
};

describe('A route in which something happens that nobody expected', () => {
  for (const [what, { ask, deps, status }] of Object.entries(broken)) {
    it(`given ${what} fails, then it is ${status} without a word of what is inside, and one line of the log`, async () => {
      const lines: unknown[] = [];
      const log = { error: (line: unknown) => lines.push(line) };
      const metrics = createMetrics();
      const around = { during: (work: () => void) => work(), refused: () => [] };
      const given = {
        local: false,
        identity: () => ({}),
        stopping: () => false,
        log,
        metrics,
        ...around,
        ...deps(),
      };
      const intake = { log, metrics, ...(given as { intake?: object }).intake };
      const server = createHttpServer({ ...given, intake } as unknown as ServerDeps);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
      try {
        const [path, init] = ask;
        const response = await fetch(`http://127.0.0.1:${server.address().port}${path}`, init);
        assert.equal(response.status, status);
        assert.doesNotMatch(await response.text(), /inner|cosell\.db|Error/);
        assert.equal(lines.length, 1);
      } finally {
        server.server.closeAllConnections();
        await new Promise<void>((resolve) => server.close(() => resolve()));
      }
    });
  }
});
