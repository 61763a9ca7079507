import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request as forward } from 'node:https';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { anyKey, type CosmosAccount, trustingAgent } from './cosmosServer.ts';

/** `batch`: several of the others in one request. `plan`: how a query would be split. */
export type Operation = 'create' | 'replace' | 'remove' | 'read' | 'query' | 'batch' | 'plan' | 'other';

/** What happens to a request instead of its answer. */
export interface Fault {
  /** Answers so; without it the socket is dropped. */
  status?: number;
  headers?: Record<string, string>;
  /** Body of the answer, an error of Cosmos DB by default. */
  body?: string;
  /** The server carries the request out first; only its answer is lost. */
  afterCommit?: boolean;
  /** No answer and no end. */
  silent?: boolean;
  /** Done before the fault shows: what others do meanwhile. */
  meanwhile?: () => Promise<unknown>;
}

export interface SeenRequest {
  operation: Operation;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** A server in front of a Cosmos DB server which can fail in all the ways the real one does. */
export interface FaultProxy extends CosmosAccount {
  /** Every request since the last `calm`. */
  seen: SeenRequest[];
  /** The next `times` requests of the kind meet the fault. */
  inject(operation: Operation, fault: Fault, times?: number): void;
  /** Forgets faults and requests. */
  calm(): void;
  /** Asked for each request that no planned fault meets. */
  choose: ((request: SeenRequest) => Fault | undefined) | undefined;
  /** Told how the server itself answered. */
  heard: ((request: SeenRequest, answer: Answer) => void) | undefined;
}

/** Starts a proxy on a free port of 127.0.0.1. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const folder = dirname(createRequire(import.meta.url).resolve('@vercel/cosmosdb-server/package.json'));
  const pem = (name: string) => readFileSync(join(folder, name));
  const upstream = trustingAgent();
  const agent = trustingAgent();
  const planned: { operation: Operation; fault: Fault; times: number }[] = [];
  const seen: SeenRequest[] = [];

  const next = (operation: Operation): Fault | undefined => {
    const plan = planned.find((one) => one.operation === operation && one.times > 0);
    if (plan) plan.times--;
    return plan?.fault;
  };

  const server = createServer({ key: pem('key.pem'), cert: pem('cert.pem') }, async (request, response) => {
    const body = await text(request);
    const operation = operationOf(request);
    const one: SeenRequest = { operation, url: request.url ?? '', headers: request.headers, body };
    if (!proxy.choose) seen.push(one);
    const fault = next(operation) ?? proxy.choose?.(one);
    if (!fault || fault.afterCommit) {
      const answer = await pass(target, upstream, request, body);
      proxy.heard?.(one, answer);
      // The account names its regions' endpoints: they must lead here, not past the proxy.
      if (!fault) return reply(response, { ...answer, body: answer.body.replaceAll(target, endpoint) });
    }
    await fault.meanwhile?.();
    fail(response, fault);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const proxy: FaultProxy = {
    endpoint,
    key: anyKey,
    agent,
    connectionPolicy: { enableEndpointDiscovery: false },
    seen,
    choose: undefined,
    heard: undefined,
    inject: (operation, fault, times = 1) => void planned.push({ operation, fault, times }),
    calm: () => {
      planned.length = 0;
      seen.length = 0;
    },
    close: async () => {
      agent.destroy();
      upstream.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}

function operationOf({ method, url, headers }: IncomingMessage): Operation {
  if (headers['x-ms-cosmos-is-query-plan-request']) return 'plan';
  if (headers['x-ms-cosmos-is-batch-request']) return 'batch';
  if (headers['content-type'] === 'application/query+json') return 'query';
  if (!/\/docs\b/.test(url ?? '')) return 'other';
  const operations: Record<string, Operation> = {
    POST: 'create',
    PUT: 'replace',
    DELETE: 'remove',
    GET: 'read',
  };
  return operations[method ?? ''] ?? 'other';
}

export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
}

function pass(
  target: string,
  agent: CosmosAccount['agent'],
  from: IncomingMessage,
  body: string,
): Promise<Answer> {
  const { host: _, ...headers } = from.headers;
  return new Promise((resolve, reject) => {
    const { method } = from;
    const out = forward(
      `${target}${from.url}`,
      { ...(method && { method }), headers, agent },
      async (answer) => {
        resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: await text(answer) });
      },
    );
    out.on('error', reject);
    out.end(body);
  });
}

function reply(response: ServerResponse, { status, headers, body }: Answer): void {
  const { 'content-length': _, 'transfer-encoding': __, ...rest } = headers;
  // In two steps: where restify is loaded, its writeHead returns nothing.
  response.writeHead(status, rest);
  response.end(status === 204 ? undefined : body);
}

function fail(response: ServerResponse, fault: Fault): void {
  if (fault.silent) return;
  const { status, headers = {}, body = JSON.stringify({ code: 'Fault', message: 'injected' }) } = fault;
  if (status === undefined) response.socket?.destroy();
  else reply(response, { status, headers: { 'content-type': 'application/json', ...headers }, body });
}

async function text(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part);
  return Buffer.concat(parts).toString();
}
