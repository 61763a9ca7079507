import {
  type Answer,
  type Fault,
  type SeenRequest,
  startFaultProxy,
} from '#test/support/store/faultProxy.ts';
import { choicesOf } from './choices.ts';
import { type History, startHistory } from './staleReads.ts';

/** The way from each process to the account: one line each, on which requests fail and replicas lag behind. */
export interface CosmosWire {
  /** The address at which a process finds the account. */
  lineOf(which: number): string;
  /** How many of a hundred requests fail, 0 to 1. */
  chance: number;
  /** Nobody answers at all. */
  away: boolean;
  close(): Promise<void>;
}

const LINES = 8;

/** What the real one does now and then; the throttled pauses are in milliseconds. */
const faults: readonly Fault[] = [
  { status: 429, headers: { 'x-ms-retry-after-ms': '100' } },
  { status: 449, headers: { 'x-ms-retry-after-ms': '20' } },
  { status: 503 },
  {},
  { afterCommit: true },
  { status: 503, afterCommit: true },
];

export async function startCosmosWire(target: string, seed: number): Promise<CosmosWire> {
  const history = startHistory();
  const proxies = await Promise.all(Array.from({ length: LINES }, () => startFaultProxy(target)));
  const wire: CosmosWire = {
    chance: 0,
    away: false,
    lineOf: (which) => proxies[(which - 1) % LINES]?.endpoint ?? '',
    close: async () => void (await Promise.all(proxies.map((proxy) => proxy.close()))),
  };
  for (const [number, proxy] of proxies.entries()) {
    const choices = choicesOf(seed, `store ${number}`);
    proxy.choose = (request) => {
      if (wire.away) return {};
      const { operation } = request;
      if (operation === 'other') return undefined;
      const [fails, lags, fault] = [choices.happens(wire.chance), choices.happens(0.3), choices.one(faults)];
      if (fails) return fault.afterCommit && operation === 'query' ? {} : fault;
      return lags && wire.chance > 0 ? older(history, request, number) : undefined;
    };
    proxy.heard = (request, answer) => history.heard(request, answer, number);
  }
  return wire;
}

/** What a replica answers that has not heard of the newest writes. */
function older(history: History, request: SeenRequest, line: number): Fault | undefined {
  const stale: Answer | undefined = history.older(request, line);
  return (
    stale && { status: stale.status, headers: stale.headers as Record<string, string>, body: stale.body }
  );
}
