import { channel } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { promisify } from 'node:util';

/**
 * Loaded before a bot's own program: has its time run faster, whole and by the same measure, so that a lease, a pause and
 * a deadline keep their proportions. And every call that it makes says which one of which process it is, and each answer that
 * was heard is told on standard output.
 */
const speed = Number(process.env.CHAOS_SPEED ?? 1);
const since = Number(process.env.CHAOS_SINCE ?? Date.now());
const name = process.env.CHAOS_PROCESS ?? '';

const { now: realNow } = Date;
const RealDate = Date;
const now = () => Math.floor(since + (realNow() - since) * speed);

class FastDate extends RealDate {
  constructor(...given: unknown[]) {
    super(...((given.length === 0 ? [now()] : given) as [number]));
  }
  static override now(): number {
    return now();
  }
}
globalThis.Date = FastDate as DateConstructor;

const realTick = performance.now.bind(performance);
performance.now = () => realTick() * speed;

const require = createRequire(import.meta.url);
const timers = require('node:timers') as typeof import('node:timers');
const promises = require('node:timers/promises') as typeof import('node:timers/promises');
const { setTimeout: later, setInterval: again } = timers;
const { setTimeout: pause } = promises;
const fast = (milliseconds: number | undefined) => (milliseconds ?? 0) / speed;

const patient = <T>(milliseconds?: number, value?: T, options?: object) =>
  pause(fast(milliseconds), value, options);
const fastLater = Object.assign(
  (work: () => void, milliseconds?: number, ...given: []) => later(work, fast(milliseconds), ...given),
  { [promisify.custom]: patient },
);
const fastAgain = (work: () => void, milliseconds?: number, ...given: []) =>
  again(work, fast(milliseconds), ...given);
Object.assign(globalThis, { setTimeout: fastLater, setInterval: fastAgain });
Object.assign(timers, { setTimeout: fastLater, setInterval: fastAgain });
Object.assign(promises, { setTimeout: patient });
syncBuiltinESMExports();

const timeout = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = (milliseconds: number) => timeout(Math.ceil(fast(milliseconds)));

const calls = new WeakMap<ClientRequest, string>();
let made = 0;
channel('http.client.request.created').subscribe((message) => {
  const { request } = message as { request: ClientRequest };
  if (request.headersSent) return;
  const call = `${name}.${++made}`;
  calls.set(request, call);
  request.setHeader('x-process', call);
});
// Whoever answered cannot know whether that was heard in time.
channel('http.client.response.finish').subscribe((message) => {
  const { request } = message as { request: ClientRequest };
  const call = calls.get(request);
  if (call) process.stdout.write(`${JSON.stringify({ heard: call })}\n`);
});
