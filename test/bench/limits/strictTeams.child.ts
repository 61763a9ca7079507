import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StrictTeamsFacts, StrictTeamsOrder } from './strictTeams.ts';

/** Microsoft's page "Rate limiting for agents": calls in a stretch of milliseconds. */
const TENANT = { calls: 50, within: 1_000 };
const CONVERSATION = [
  { calls: 7, within: 1_000 },
  { calls: 8, within: 2_000 },
  { calls: 60, within: 30_000 },
  { calls: 1_800, within: 3_600_000 },
];
const ANSWERS_AFTER = 100;

/** Calls that came, over all and by conversation; milliseconds of this process, oldest first. */
const calls: number[] = [];
const conversations = new Map<string, number[]>();
const posted = new Map<string, number>();
let refused = 0;
let repeats = 0;
let mode: StrictTeamsOrder['mode'] = 'works';
/** A conversation whose id has this in it is never answered. */
const HANGS = 'hangs';

const server = createServer((request, response) => {
  const at = performance.now();
  // A connector that is gone takes the connection, if at all, and says nothing.
  if (mode === 'gone') return void response.socket?.destroy();
  const conversation = /^\/v3\/conversations\/([^/]+)\//.exec(request.url ?? '')?.[1] ?? 'thread';
  request.resume();
  request.on('end', () => {
    const full = !within(conversation, at);
    calls.push(at);
    if (conversation.includes(HANGS)) return;
    if (full) {
      refused++;
      return answer(response, 429, { error: { code: 'Throttled' } }, { 'Retry-After': '1' });
    }
    if (mode === 'hangs') return;
    const before = posted.get(conversation) ?? 0;
    if (request.method === 'POST') posted.set(conversation, before + 1);
    if (before > 0 && request.method === 'POST') repeats++;
    setTimeout(() => answer(response, 200, { id: `m${calls.length}` }), ANSWERS_AFTER);
  });
});

function within(conversation: string, at: number): boolean {
  const made = conversations.get(conversation) ?? [];
  const fits = [room(calls, TENANT, at), ...CONVERSATION.map((window) => room(made, window, at))].every(
    Boolean,
  );
  made.push(at);
  conversations.set(conversation, made);
  return fits;
}

function room(made: readonly number[], window: { calls: number; within: number }, at: number): boolean {
  const filling = made.at(-window.calls);
  return filling === undefined || at - filling >= window.within;
}

function answer(response: ServerResponse, status: number, body: object, headers = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

function facts(): StrictTeamsFacts {
  let busiest = 0;
  for (let first = 0, last = 0; last < calls.length; last++) {
    while ((calls[last] ?? 0) - (calls[first] ?? 0) >= TENANT.within) first++;
    busiest = Math.max(busiest, last - first + 1);
  }
  const last = calls.at(-1) ?? 0;
  return {
    calls: calls.length,
    refused,
    busiest,
    repeats,
    conversations: posted.size,
    lasted: last - (calls[0] ?? last),
    lastAgo: performance.now() - last,
  };
}

process.on('message', (order: StrictTeamsOrder) => {
  if (order.mode) mode = order.mode;
  if (order.forget) {
    calls.length = 0;
    conversations.clear();
    posted.clear();
    refused = 0;
    repeats = 0;
  }
  process.send?.(facts());
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
});
