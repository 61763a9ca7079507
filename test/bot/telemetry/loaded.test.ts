import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { pathOf } from '#test/support/repository.ts';

const run = promisify(execFile);

describe('OpenTelemetry', () => {
  it('given no collector, or switched off, then nothing of it is loaded; given one, then it is', async () => {
    const { stdout } = await run(process.execPath, [pathOf('test/bot/telemetry/loaded.child.ts')]);
    const { off, disabled, on } = JSON.parse(stdout);
    assert.deepEqual([off, disabled], [[], []]);
    assert.ok(on.includes('sdk-trace') && on.includes('exporter-trace-otlp-http'));
  });
});
