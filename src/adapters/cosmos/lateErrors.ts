import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

/** By which requests to an account are known, whatever address it names. */
export const USER_AGENT = 'cosell-bot';

let listening = false;

/**
 * Has a second error of a request to the account end nothing. The SDK listens for the first one only: a request that is
 * given up in the very moment in which the other side hangs up has two, and the process would end with the second.
 */
export function outliveLateErrors(): void {
  if (listening) return;
  listening = true;
  subscribe('http.client.request.created', (message) => {
    const { request } = message as { request: ClientRequest };
    if (String(request.getHeader('user-agent')).includes(USER_AGENT)) request.on('error', () => undefined);
  });
}
