import assert from 'node:assert/strict';
import { routeConsole, withoutLibraryWords } from '#bot/telemetry/libraryWords.ts';
import type { Log } from '#bot/telemetry/log.ts';
import { createOccasional } from '#bot/telemetry/occasional.ts';

describe('createOccasional', () => {
  it('given the same again and again, then it is told at once, and then once a minute with how often', () => {
    let at = 0;
    const told: [string, number][] = [];
    const tell = createOccasional(
      (reason, count) => told.push([reason, count]),
      () => at,
    );
    for (let second = 0; second <= 120; second++) {
      at = second * 1_000;
      tell('forged');
    }
    tell('no-token');
    assert.deepEqual(told, [
      ['forged', 1],
      ['forged', 60],
      ['forged', 60],
      ['no-token', 1],
    ]);
  });
});

describe('What libraries write to the console', () => {
  const lines: [string, Record<string, unknown>][] = [];
  const log = {
    error: (line: Record<string, unknown>) => lines.push(['error', line]),
    warn: (line: Record<string, unknown>) => lines.push(['warn', line]),
  } as unknown as Log;
  const library = { error: console.error, warn: console.warn };
  before(() => routeConsole(log, library));
  beforeEach(() => {
    lines.length = 0;
  });

  it('then it is one line of the log, without what hangs on an error', () => {
    library.error(Object.assign(new TypeError('bad'), { request: { headers: 'secret' } }));
    library.warn('%s is old', 'this');
    library.error('x'.repeat(10_000));
    assert.deepEqual(lines[0], ['error', { event: 'library', message: 'TypeError: bad' }]);
    assert.deepEqual(lines[1], ['warn', { event: 'library', message: 'this is old' }]);
    assert.equal(String(lines[2]?.[1].message).length, 300);
  });

  it('given its outcome is told by us, then nothing', async () => {
    await withoutLibraryWords(async () => library.error('no key'));
    assert.deepEqual(lines, []);
  });
});
