import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BotProcess, startBotProcess } from '#test/support/bot/botProcess.ts';
import { offers, pressOn } from '#test/support/bot/client.ts';
import { type FakeTeams, startFakeTeams } from '#test/support/bot/fakeTeams.ts';
import { referralArrives, type Scene } from '#test/support/bot/scene.ts';
import { intakeApi, KEY, until } from '#test/support/bot/startBot.ts';
import { type OtlpReceiver, type SentSpan, startOtlpReceiver } from '#test/support/telemetry/otlpReceiver.ts';

const TYPED = { name: 'Quokka harvest', value: '95,123', currency: 'EUR', closeDate: '2031-05-01' };

describe('What is exported of a journey', () => {
  let folder: string;
  let receiver: OtlpReceiver;
  let teams: FakeTeams;
  let bot: BotProcess;
  let scene: Scene;
  let read: ReturnType<typeof intakeApi>['read'];
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'telemetry-'));
    receiver = await startOtlpReceiver();
    teams = await startFakeTeams();
    bot = await startBotProcess(join(folder, 'store.db'), undefined, {
      OTEL_EXPORTER_OTLP_ENDPOINT: `${receiver.url}/`,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-seen-key=very%20secret',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
      LOG_LEVEL: 'info',
      DRAIN_SECONDS: '0',
    });
    teams.messagesUrl = `${bot.url}/api/messages`;
    const api = intakeApi(() => bot.url);
    read = api.read;
    scene = await referralArrives({ teams, ...api });
    const { anna, chat, card } = scene;
    await pressOn(teams, anna, chat, card, 'referral.accept', TYPED);
    await until('both copies are edited', () => card.edits === 1 && scene.channelCard.edits === 1);
    assert.ok(!offers(card.activity, 'referral.accept'));
    assert.equal((await read(scene.referral.id)).body.status, 'Active');
    assert.equal(await bot.terminate(), 0);
  });
  after(async () => {
    await teams.close();
    await receiver.close();
    rmSync(folder, { recursive: true });
  });

  const rootOf = (span: SentSpan): SentSpan => {
    const parent = receiver.spans().find(({ spanId }) => spanId === span.parentSpanId);
    return parent ? rootOf(parent) : span;
  };
  const named = (name: string) => receiver.spans().filter((span) => span.name === name);

  it('given a referral that came in and was sent, then one trace leads from the intake through store and worker to the send', () => {
    const [intake] = named('referral.receive');
    assert.ok(intake);
    const trace = receiver.spans().filter(({ traceId }) => traceId === intake.traceId);
    const names = new Set(trace.map(({ name }) => name));
    for (const name of ['store create', 'work referral', 'work notice', 'send referral-card']) {
      assert.ok(names.has(name), `${name} is not among ${[...names].join(', ')}`);
    }
    const sends = trace.filter(({ name }) => name === 'send referral-card');
    // Who is met just now may be told in the trace of their own installation.
    assert.ok(sends.length > 0);
    for (const send of sends) assert.equal(rootOf(send).spanId, intake.spanId);
  });

  it('given an acceptance, then the edits of both copies are in the trace of the press', () => {
    const [press] = named('press referral.accept');
    assert.ok(press);
    assert.equal(press.kind, 2, 'asked of us');
    const edits = named('send referral-card').filter(({ attributes }) =>
      attributes.some(({ name, value }) => name === 'cosell.how' && value === 'edit'),
    );
    assert.ok(edits.length > 0);
    for (const edit of edits) assert.equal(rootOf(edit).spanId, press.spanId);
  });

  it('then the metrics are those of /metrics under the same names, histograms between their bounds', () => {
    const { isMonotonic, dataPoints: points } = receiver.metrics('sum', 'cosell_intake_total');
    assert.ok(isMonotonic);
    assert.deepEqual(
      points?.map(({ asDouble, attributes }) => [asDouble, JSON.stringify(attributes)]),
      [[1, '[{"key":"outcome","value":{"stringValue":"created"}}]']],
    );
    const { dataPoints = [] } = receiver.metrics('histogram', 'cosell_press_seconds');
    assert.ok(dataPoints.length > 0);
    for (const { count, bucketCounts = [], explicitBounds = [] } of dataPoints) {
      assert.equal(bucketCounts.length, explicitBounds.length + 1);
      assert.equal(
        bucketCounts.reduce((sum, one) => sum + one, 0),
        count,
      );
    }
    assert.equal(receiver.metrics('gauge', 'cosell_worker_last_poll_seconds').dataPoints?.length, 1);
  });

  it('then a line of the log carries the trace that it belongs to', () => {
    const [intake] = named('referral.receive');
    const line = receiver.logs().find(({ body }) => JSON.stringify(body).includes('referral.receive'));
    assert.equal(line?.traceId, intake?.traceId);
    assert.equal(line?.severityText, 'INFO');
  });

  it('then everything is said under the name of the bot, with the headers of the settings', () => {
    for (const { text, headers } of receiver.bodies) {
      assert.match(text, /"service\.name","value":\{"stringValue":"cosell-bot"/);
      assert.match(text, /"deployment\.environment\.name","value":\{"stringValue":"test"/);
      assert.equal(headers['x-seen-key'], 'very secret');
    }
    assert.deepEqual(
      new Set(receiver.bodies.map(({ path }) => path)),
      new Set(['/v1/traces', '/v1/metrics', '/v1/logs']),
    );
  });

  it('then nothing of it says a name, an address, a customer, an amount or a key', () => {
    const said = receiver.bodies.map(({ text }) => text).join('\n');
    const ids = new Set([scene.referral.id, scene.referral.organizationId, scene.referral.engagementId]);
    const words = [...leaves(scene.referral)].filter((word) => !ids.has(word) && /[@\d ]/.test(word));
    assert.ok(words.length > 10);
    for (const word of [
      ...words,
      ...Object.values(TYPED),
      '95123',
      'Anna',
      'Fabrikam',
      'Berg',
      'anna.berg@',
      KEY,
      'very secret',
    ]) {
      // Digits of a moment may be an amount's as well.
      const whole = new RegExp(`(?<!\\d)${RegExp.escape(String(word))}(?!\\d)`);
      assert.ok(!whole.test(said), `${word} was exported`);
    }
  });
});

/** Texts of some length and numbers, wherever they stand; a word of two letters may be part of anything. */
function* leaves(value: unknown): Generator<string> {
  if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) yield* leaves(one);
  else if (String(value).length > 4 && typeof value !== 'boolean') yield String(value);
}
