import { AsyncLocalStorage } from 'node:async_hooks';
import { format } from 'node:util';
import type { Log } from './log.ts';

const LONGEST = 300;
const quiet = new AsyncLocalStorage<true>();

/** Carries out what a library comments on the console although its outcome is told by us. */
export function withoutLibraryWords<T>(work: () => Promise<T>): Promise<T> {
  return quiet.run(true, work);
}

/** What libraries write to the console goes to the log, as one line with the first words of it. */
export function routeConsole(log: Log, target: Pick<Console, 'error' | 'warn'> = console): void {
  const route =
    (level: 'error' | 'warn') =>
    (...words: unknown[]): void => {
      if (quiet.getStore()) return;
      const [first] = words;
      // An error of a library may carry a whole request with its token.
      const message = first instanceof Error ? `${first.name}: ${first.message}` : format(...words);
      log[level]({ event: 'library', message: message.slice(0, LONGEST) });
    };
  target.error = route('error');
  target.warn = route('warn');
}
