import { Agent, request as httpsRequest } from 'node:https';
import { getCACertificates } from 'node:tls';
import { UnavailableError } from '#ports/errors.ts';

/** One request to Partner Center. */
export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Absolute, and of one of the client's origins. */
  url: string;
  headers?: Readonly<Record<string, string>>;
  /** Sent as it is. */
  body?: string | undefined;
}

/** What came back, whatever its status; redirects are answers like others and are not followed. */
export interface HttpAnswer {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  bytes: Buffer;
}

export interface HttpsClient {
  /** Throws `UnavailableError` where no whole answer came in time. An address of another origin is a bug and throws. */
  send(request: HttpRequest): Promise<HttpAnswer>;
  /** Lets go of connections that wait for the next request. */
  close(): void;
}

export interface HttpsOptions {
  /** Scheme, host and port of all that may ever be contacted; https only. */
  origins: readonly string[];
  /** Roots that are trusted beside the usual ones, in PEM. */
  trusted?: string | undefined;
  /** Milliseconds until a connection has to stand. */
  connectWithin?: number;
  /** Milliseconds until the whole answer has to be there. */
  within?: number;
  /** Bytes of the largest answer that is taken. */
  mostBytes?: number;
}

/** Requests over HTTPS to the configured hosts and to nobody else, each bounded in time and in size. */
export function createHttpsClient(options: HttpsOptions): HttpsClient {
  const { connectWithin = 10_000, within = 30_000, mostBytes = 8 * 1024 * 1024 } = options;
  const origins = new Set(options.origins.map(httpsOrigin));
  const agent = new Agent({
    keepAlive: true,
    maxSockets: 8,
    ...(options.trusted && { ca: [...getCACertificates('default'), options.trusted] }),
  });
  return {
    async send(request) {
      const url = new URL(request.url);
      if (!origins.has(url.origin) || url.username || url.password) {
        throw new Error(`asked for an address of a host that is not configured: ${url.host}`);
      }
      return exchange(url, request, { agent, connectWithin, within, mostBytes });
    },
    close: () => agent.destroy(),
  };
}

/** The origin of an address that must be an https one. */
function httpsOrigin(address: string): string {
  const { protocol, origin } = new URL(address);
  if (protocol !== 'https:') throw new Error(`is no https address: ${address}`);
  return origin;
}

interface Bounds {
  agent: Agent;
  connectWithin: number;
  within: number;
  mostBytes: number;
}

function exchange(url: URL, asked: HttpRequest, bounds: Bounds, again = true): Promise<HttpAnswer> {
  const { method, headers, body } = asked;
  const { agent, connectWithin, within, mostBytes } = bounds;
  return new Promise((resolve, reject) => {
    const sent = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    const request = httpsRequest(url, { method, agent, headers: { ...headers, ...sent } });
    const deadline = setTimeout(() => fail('partner-center-slow'), within);
    let connecting: NodeJS.Timeout | undefined;
    let over = false;
    // A connection that is used again stands already; one that is waited for is not late.
    request.on('socket', (socket) => {
      if (!socket.connecting) return;
      connecting = setTimeout(() => fail('partner-center-slow'), connectWithin);
      socket.once('secureConnect', () => clearTimeout(connecting));
    });
    function end() {
      over = true;
      clearTimeout(deadline);
      clearTimeout(connecting);
    }
    function fail(code: string, cause?: unknown) {
      end();
      reject(new UnavailableError(code, { cause }));
      request.destroy();
    }
    request.on('error', (error) => {
      if (over) return;
      // The other side let go of it in the moment in which it was used again: that says nothing of how it is.
      if (again && method === 'GET' && request.reusedSocket) {
        end();
        resolve(exchange(url, asked, bounds, false));
      } else fail('partner-center-away', error);
    });
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > mostBytes) fail('partner-center-too-much');
        else chunks.push(chunk);
      });
      response.on('error', (error) => fail('partner-center-away', error));
      response.on('end', () => {
        end();
        const { statusCode: status = 0 } = response;
        resolve({ status, headers: plainHeaders(response.headers), bytes: Buffer.concat(chunks) });
      });
    });
    request.end(body);
  });
}

function plainHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const given = Object.entries(headers).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, [value].flat().join(', ')]));
}
