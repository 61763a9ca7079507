import { once } from 'node:events';
import {
  createServer as createHttp,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Handle } from './handling.ts';

const LONGEST_BODY = 4 * 1024 * 1024;

/** A server on 127.0.0.1; a handler that rejects ends the connection without an answer. */
export function serverOf(handle: () => Handle, tls?: { cert: string; key: string }): Server {
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    answered(handle(), request, response).catch(() => response.destroy());
  };
  return tls ? createHttps(tls, listener) : createHttp(listener);
}

export async function listening(server: Server, port = 0): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

export async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

async function answered(handle: Handle, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST_BODY) {
      response.statusCode = 413;
      return void response.end();
    }
    chunks.push(chunk);
  }
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  const {
    status,
    headers: shown,
    body,
  } = await handle({
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString('utf8'),
  });
  // In two steps: where restify is loaded, its writeHead returns nothing.
  response.writeHead(status, shown);
  response.end(body);
}
