import type { Server } from 'restify';

/** Connections that may wait to be taken: more than the usual 511, for a thousand presses in the same second. */
const BACKLOG = 4_096;

/** Begins to listen; rejects with the system's own error where it can't, such as EADDRINUSE. */
export function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, BACKLOG, () => resolve());
  });
}
