import { randomInt } from 'node:crypto';
import type { JsonObject } from '#bot/demo/standIn/exchange.ts';

/** How deliveries go out; changed while the stand-in runs. */
export interface DispatchOptions {
  /** After which an event is given up. */
  attempts: number;
  /** Milliseconds between attempts. */
  pause: number;
  /** Milliseconds before the first attempt. */
  delay: number;
  /** How often each event is sent, whether it arrived or not. */
  copies: number;
  /** Whether what waits goes out in any order. */
  shuffled: boolean;
}

export interface DeliveryAttempt {
  event: JsonObject;
  attempt: number;
  /** Undefined where there was no answer. */
  status: number | undefined;
  at: string;
}

interface Waiting {
  event: JsonObject;
  attempts: number;
}

export interface Dispatcher {
  options: DispatchOptions;
  attempts: DeliveryAttempt[];
  /** Events that nobody took in all their attempts. */
  givenUp: JsonObject[];
  waiting(): number;
  send(event: JsonObject): void;
  pause(): void;
  resume(): void;
  /** Everything that waits is attempted once, at once. */
  flush(): Promise<void>;
  stop(): void;
}

/** Sends by itself where it is automatic, else only when it is flushed. */
export function dispatcherOf(
  attempt: (event: JsonObject) => Promise<number | undefined>,
  now: () => Date,
  automatic: boolean,
): Dispatcher {
  const timers = new Set<NodeJS.Timeout>();
  let queue: Waiting[] = [];
  let paused = false;
  let running = false;
  let stopped = false;

  const later = (milliseconds: number, work: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, milliseconds);
    timers.add(timer);
  };
  const attempted = async (one: Waiting): Promise<boolean> => {
    const status = await attempt(one.event);
    one.attempts++;
    dispatcher.attempts.push({ event: one.event, attempt: one.attempts, status, at: now().toISOString() });
    if (status !== undefined && status >= 200 && status < 300) return true;
    if (one.attempts < dispatcher.options.attempts) return false;
    dispatcher.givenUp.push(one.event);
    return true;
  };
  const taken = (): Waiting | undefined => {
    const at = dispatcher.options.shuffled && queue.length > 1 ? randomInt(queue.length) : 0;
    return queue.splice(at, 1)[0];
  };
  const wait = (one: Waiting) => {
    queue.push(one);
    void drain();
  };
  const drain = async () => {
    if (!automatic || running) return;
    running = true;
    // What happens at once is in the queue together, so that it can be shuffled.
    await new Promise((resolve) => setImmediate(resolve));
    while (!paused && !stopped) {
      const one = taken();
      if (!one) break;
      if (!(await attempted(one)) && !stopped) later(dispatcher.options.pause, () => wait(one));
    }
    running = false;
  };
  const dispatcher: Dispatcher = {
    options: { attempts: 10, pause: 200, delay: 0, copies: 1, shuffled: false },
    attempts: [],
    givenUp: [],
    waiting: () => queue.length + timers.size,
    send(event) {
      for (let copy = 0; copy < dispatcher.options.copies; copy++) {
        const one = { event, attempts: 0 };
        const { delay } = dispatcher.options;
        if (automatic && delay > 0) later(delay, () => wait(one));
        else wait(one);
      }
    },
    pause() {
      paused = true;
    },
    resume() {
      paused = false;
      void drain();
    },
    async flush() {
      const round = queue;
      queue = [];
      while (round.length > 0) {
        const at = dispatcher.options.shuffled ? randomInt(round.length) : 0;
        const [one] = round.splice(at, 1);
        if (one && !(await attempted(one))) queue.push(one);
      }
    },
    stop() {
      stopped = true;
      queue = [];
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
  return dispatcher;
}
