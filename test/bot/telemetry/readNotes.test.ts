import assert from 'node:assert/strict';
import type { ReadEvent } from '#app/sync/reading/readDeps.ts';
import type { Log } from '#bot/telemetry/log.ts';
import { createMetrics } from '#bot/telemetry/metrics.ts';
import { createReadNotes } from '#bot/telemetry/readNotes.ts';

const organization = 'contoso';

describe('What reading from Partner Center leaves in log and metrics', () => {
  const noting = () => {
    const lines: Record<string, unknown>[] = [];
    const keep = (line: Record<string, unknown>) => void lines.push(line);
    const metrics = createMetrics();
    const note = createReadNotes({ info: keep, warn: keep, error: keep } as unknown as Log, metrics);
    return { lines, metrics, note };
  };

  it('given requests, then each is counted by what was asked for, and none is a line', async () => {
    const { lines, metrics, note } = noting();
    for (const what of ['changes', 'changes', 'pending'] as const)
      note({ organization, kind: 'asked', what, rows: 3 });
    const { values } = await metrics.partnerCenterRequests.get();
    assert.deepEqual(
      values.map(({ labels, value }) => [labels.what, value]),
      [
        ['changes', 2],
        ['pending', 1],
      ],
    );
    assert.deepEqual(lines, []);
  });

  it('given one that can’t be read is met again with every look, then it is one line, with paths and nothing it says', () => {
    const { lines, note } = noting();
    const event: ReadEvent = { organization, kind: 'unreadable', id: 'r1', paths: ['customerProfile.name'] };
    for (let look = 0; look < 50; look++) note(event);
    assert.deepEqual(lines, [
      {
        event: 'sync.unreadable',
        referralId: 'r1',
        organizationId: 'contoso',
        paths: ['customerProfile.name'],
      },
    ]);
  });

  it('given it is away for hours, then a line comes more and more rarely', () => {
    const { lines, note } = noting();
    for (let attempts = 1; attempts <= 1_000; attempts++)
      note({ organization, kind: 'away', code: 'throttled', attempts });
    assert.equal(lines.length, 10);
  });
});
