import { request } from 'node:https';
import type { TLSSocket } from 'node:tls';

/** How somebody outside answered, or why not. */
type Knocked =
  | {
      kind: 'answered';
      /** Such as `TLSv1.3`. */
      tls: string;
      /** How far its clock is before ours, in milliseconds; unknown where it does not tell the time. */
      ahead: number | undefined;
    }
  | { kind: 'silent'; code: string };

/** A date in a header has whole seconds: it lies half a second back in the middle. */
const HALF_A_SECOND = 500;

/**
 * Asks an https address for its first page and takes any answer as one, whatever it says; nothing is sent. `roots`:
 * certificates that are trusted; `within` in milliseconds.
 */
export function knockAt(address: string, roots: readonly string[], within: number): Promise<Knocked> {
  return new Promise((resolve) => {
    const began = Date.now();
    const sent = request(address, {
      method: 'HEAD',
      agent: false,
      ca: [...roots],
      signal: AbortSignal.timeout(within),
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      resolve({
        kind: 'silent',
        code: error.name === 'AbortError' ? 'no answer in time' : (error.code ?? error.name),
      });
    });
    sent.on('response', (response) => {
      const told = Date.parse(response.headers.date ?? '');
      const ahead = told + HALF_A_SECOND - (began + Date.now()) / 2;
      const tls = (response.socket as TLSSocket).getProtocol() ?? 'none';
      resolve({ kind: 'answered', tls, ahead: Number.isNaN(told) ? undefined : ahead });
      response.destroy();
    });
    sent.end();
  });
}
