import { Agent, type RequestOptions, request } from 'node:https';
import { UnavailableError } from '#ports/errors.ts';

/** What MSAL asks its network for. */
interface Asked {
  headers?: Record<string, string>;
  body?: string;
}

interface Answer<T> {
  headers: Record<string, string>;
  body: T;
  status: number;
}

/** Why Entra said no: its word, its number where there is one, and what a policy adds. Never its text, which names people. */
export interface EntraRefusal {
  error: string;
  number?: string | undefined;
  suberror?: string | undefined;
}

/** The network of one request of MSAL, with what it loses on the way up to the caller. */
export interface SignInNetwork {
  sendGetRequestAsync<T>(url: string, options?: Asked): Promise<Answer<T>>;
  sendPostRequestAsync<T>(url: string, options?: Asked): Promise<Answer<T>>;
  /** The last refusal. */
  refusal(): EntraRefusal | undefined;
  /** Nobody answered, or not yet. */
  failure(): UnavailableError | undefined;
}

/** Waits for so many milliseconds. */
export type Pause = (milliseconds: number) => Promise<unknown>;

const PATIENCE = 15_000;
const MOST_BYTES = 1_000_000;
/** By how much RFC 8628 has a client slow down each time it is told to. */
const SLOWER = 5_000;
const PENDING = 'authorization_pending';

/** Speaks to the sign-in over TLS alone; `roots`: certificates that are trusted; `pause`: how it slows down. */
export function createNetwork(roots: readonly string[], pause: Pause = sleep): SignInNetwork {
  const agent = new Agent({ ca: [...roots], keepAlive: false });
  let refused: EntraRefusal | undefined;
  let failed: UnavailableError | undefined;
  let slower = 0;
  const send = async <T>(method: string, url: string, { headers, body }: Asked = {}): Promise<Answer<T>> => {
    refused = undefined;
    failed = undefined;
    try {
      const answer = await exchange<T>(url, { method, agent, ...(headers && { headers }) }, body);
      refused = refusalIn(answer.body);
      if (answer.status === 429 || answer.status >= 500) throw throttled(answer);
      const slowDown = refused?.error === 'slow_down';
      if (slowDown) slower += SLOWER;
      if (slower > 0 && (slowDown || refused?.error === PENDING)) await pause(slower);
      // MSAL ends on `slow_down`, which only asks for patience.
      return slowDown ? { ...answer, body: { ...answer.body, error: PENDING } } : answer;
    } catch (error) {
      failed =
        error instanceof UnavailableError ? error : new UnavailableError('sign-in-away', { cause: error });
      throw failed;
    }
  };
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
    refusal: () => refused,
    failure: () => failed,
  };
}

function exchange<T>(url: string, options: RequestOptions, body = ''): Promise<Answer<T>> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { ...options, signal: AbortSignal.timeout(PATIENCE) }, (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      response.on('data', (part: Buffer) => {
        size += part.length;
        if (size > MOST_BYTES) sent.destroy(new Error('too long an answer'));
        else parts.push(part);
      });
      response.on('error', reject);
      response.on('end', () => {
        try {
          const text = Buffer.concat(parts).toString('utf8');
          const headers = Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
          );
          resolve({ headers, body: JSON.parse(text) as T, status: response.statusCode ?? 0 });
        } catch (error) {
          reject(error);
        }
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function throttled({ status, headers }: Answer<unknown>): UnavailableError {
  const seconds = Number(headers['retry-after']);
  return new UnavailableError('sign-in-away', {
    cause: new Error(`status ${status}`),
    ...(seconds > 0 && { retryAfter: seconds * 1_000 }),
  });
}

function refusalIn(body: unknown): EntraRefusal | undefined {
  const {
    error,
    error_codes: numbers,
    error_description: words,
    suberror,
  } = (body ?? {}) as Record<string, unknown>;
  if (typeof error !== 'string') return undefined;
  const [number] = Array.isArray(numbers) ? numbers : [];
  const spelled = /^AADSTS(\d+)/.exec(String(words ?? ''))?.[1];
  return {
    error,
    number: number === undefined ? spelled : String(number),
    suberror: typeof suberror === 'string' ? suberror : undefined,
  };
}

function sleep(milliseconds: number): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
