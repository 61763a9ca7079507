/** Does work when all that was given before is done; undefined where too many wait already. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T> | undefined;

/** One at a time, in their order, so that many who send at once are no heavier than one. At most `most` wait. */
export function createInTurn(most: number): InTurn {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    if (waiting > most) return undefined;
    waiting++;
    const mine = last.then(work).finally(() => {
      waiting--;
    });
    // Whoever comes next waits for the end, whatever it was.
    last = mine.catch(() => undefined);
    return mine;
  };
}
