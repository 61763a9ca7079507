import assert from 'node:assert/strict';
import { createLog } from '#bot/telemetry/log.ts';
import { createMetrics } from '#bot/telemetry/metrics.ts';
import { startExporting } from '#bot/telemetry/openTelemetry/startExporting.ts';
import { type OtlpReceiver, startOtlpReceiver } from '#test/support/telemetry/otlpReceiver.ts';

const plain = {
  headers: {},
  resource: {},
  serviceName: 'cosell-bot',
  sampler: { name: 'parentbased_always_on', share: 1 },
};
const followed = { name: 'press referral.accept', kind: 'server' as const };

describe('Exporting to a collector that fails', () => {
  let receiver: OtlpReceiver;
  beforeEach(async () => {
    receiver = await startOtlpReceiver();
  });
  afterEach(() => receiver.close());

  const begun = (signals = { traces: true, metrics: true, logs: true }) => {
    const metrics = createMetrics();
    const exporting = startExporting({ ...plain, signals, endpoint: receiver.url });
    exporting.begin(metrics, createLog('silent'));
    const lost = async () =>
      Object.fromEntries(
        (await metrics.telemetryLost.get()).values.map(({ labels, value }) => [labels.signal, value]),
      );
    return { exporting, lost };
  };

  it('given one that refuses, then the work goes on, and what was lost is counted by signal', async () => {
    receiver.status = 500;
    const { exporting, lost } = begun();
    assert.equal(await exporting.tracing.span(followed, async () => 'answer'), 'answer');
    exporting.line?.('{"level":30,"time":"2026-11-30T09:00:00.000Z","event":"referral.accept"}\n');
    await exporting.close();
    assert.deepEqual(await lost(), { traces: 1, metrics: 1, logs: 1 });
  });

  it('given one that never answers, then the process ends all the same', async () => {
    receiver.status = undefined;
    const { exporting } = begun({ traces: true, metrics: false, logs: false });
    await exporting.tracing.span(followed, async () => 'answer');
    await exporting.close();
    assert.equal(receiver.bodies.length, 1);
  });

  it('given work that throws, then its caller gets the error and the trace its code alone', async () => {
    const { exporting } = begun();
    const error = Object.assign(new Error('anna.berg@contoso.example was not there'), { code: 'ENOENT' });
    await assert.rejects(
      exporting.tracing.span(followed, async () => {
        throw error;
      }),
      error,
    );
    await exporting.close();
    const [{ attributes } = { attributes: [] }] = receiver.spans();
    assert.deepEqual(attributes, [{ name: 'error.type', value: 'ENOENT' }]);
    assert.ok(!JSON.stringify(receiver.bodies).includes('anna'));
  });

  it('given a share of none, then nothing is sent of a trace, and lines still carry its id', async () => {
    const metrics = createMetrics();
    const exporting = startExporting({
      ...plain,
      endpoint: receiver.url,
      signals: { traces: true, metrics: false, logs: false },
      sampler: { name: 'parentbased_traceidratio', share: 0 },
    });
    exporting.begin(metrics, createLog('silent'));
    const ids = await exporting.tracing.span(followed, async () => exporting.tracing.ids());
    assert.match(String(ids?.trace_id), /^[0-9a-f]{32}$/);
    await exporting.close();
    assert.deepEqual(receiver.bodies, []);
  });
});
