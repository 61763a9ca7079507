import type { Clock } from '#ports/clock.ts';
import { UnavailableError } from '#ports/errors.ts';

const PAUSE = 1_000;
/** About a minute: whoever ends this process waits no longer for it. */
const ATTEMPTS = 60;

/**
 * Writes down what was done outside and cannot be undone, again and again while the store is away, for about a minute:
 * what is known to be done must not be done twice because nobody could note it. Throws what `write` throws.
 */
export async function writtenDown<T>(clock: Clock, write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof UnavailableError) || attempt >= ATTEMPTS) throw error;
      await clock.pause(PAUSE);
    }
  }
}
