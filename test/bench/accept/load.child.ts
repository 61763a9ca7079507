import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import type { Load, Loaded } from './loading.ts';

/** Seconds. */
const MOST_BEHIND = 5;
/** Seconds: a busy machine is slow, and what is never answered still ends the part. */
const PATIENCE = 60;
const headers = { 'Content-Type': 'application/json' };
const isCard = (body: string) => body.includes('application/vnd.microsoft.card.adaptive');

/** As fast as the answers come. */
async function flood({ url, bodies, amount, connections }: Load): Promise<Loaded> {
  const times: number[] = [];
  let next = 0;
  const setupRequest = (one: autocannon.Request) => ({ ...one, body: bodies[next++ % bodies.length] ?? '' });
  const start = performance.now();
  let end = start;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(
      {
        ...{ url, connections, amount, timeout: PATIENCE, method: 'POST', headers },
        requests: [{ setupRequest }],
        verifyBody: (body) => isCard(String(body)),
      },
      (error, all) => (error ? reject(error) : resolve(all)),
    );
    running.on('response', (_client, _status, _bytes, milliseconds) => {
      times.push(milliseconds);
      end = performance.now();
    });
  });
  const { non2xx, mismatches, errors } = result;
  return { seconds: (end - start) / 1_000, times, wrong: non2xx + mismatches + errors };
}

/** At its own pace: autocannon sends what belongs to a second at its beginning. */
async function pace({ url, bodies, amount, connections, rate = 1 }: Load): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const start = performance.now();
  const times: number[] = [];
  let wrong = 0;
  const sending: Promise<void>[] = [];
  for (let at = 0; at < amount; at++) {
    const due = start + (at * 1_000) / rate;
    // Who is that far behind has been measured, and on a busy machine it would take an hour.
    if (at - times.length > rate * MOST_BEHIND) break;
    const early = due - performance.now();
    if (early > 0) await wait(early);
    sending.push(
      send(agent, url, bodies[at] ?? '').then((isRight) => {
        // From the moment at which it was due: an answer that holds up the next one counts for both.
        times.push(performance.now() - due);
        if (!isRight) wrong++;
      }),
    );
  }
  await Promise.all(sending);
  agent.destroy();
  return { seconds: (performance.now() - start) / 1_000, times, wrong };
}

function send(agent: Agent, url: string, body: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers, agent }, (response) => {
      text(response).then((answer) => resolve(response.statusCode === 200 && isCard(answer)), reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const load = JSON.parse(await text(process.stdin)) as Load;
process.stdout.write(JSON.stringify(await (load.rate ? pace(load) : flood(load))));
