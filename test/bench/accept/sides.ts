import { quantile } from '#test/bench/quantile.ts';
import { load } from './children.ts';
import { processorTime } from './processorTime.ts';

/** One of those that are compared: a process that answers presses. */
export interface Side {
  name: string;
  url: string;
  pid: number;
  /** Presses that it has not been sent yet. */
  presses: (count: number) => Promise<readonly string[]>;
  /** How many it answers in a round. */
  amount: number;
}

/** What one side did in one round. */
export interface Round {
  perSecond: number;
  median: number;
  p99: number;
  /** Milliseconds of processor time for each answer, with all that follows from it meanwhile. */
  processor: number | undefined;
}

const CONNECTIONS = 16;

/** Sends it as much as it takes. */
export async function round({ url, pid, presses, amount }: Side): Promise<Round> {
  // Each connection prepares one that it does not send.
  const bodies = await presses(amount + 2 * CONNECTIONS);
  const before = processorTime(pid);
  const { times, seconds } = await load({
    url: `${url}/api/messages`,
    bodies,
    amount,
    connections: CONNECTIONS,
  });
  const after = processorTime(pid);
  const processor = after === undefined || before === undefined ? undefined : (after - before) / amount;
  return {
    perSecond: amount / seconds,
    median: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    processor,
  };
}

/** The median of what several rounds say. */
export function middle(rounds: readonly Round[], what: keyof Round): number {
  return quantile(
    rounds.map((one) => one[what] ?? Number.NaN),
    0.5,
  );
}
