/** How taking something over ended; `again`: it is tried again with the next look, though nothing changes. */
export type TakenOver = 'taken' | 'refused' | 'again';

/** Something in force that may change outside of this process. */
export interface Takeover {
  /** The setting that names it. */
  setting: string;
  /** Takes over what changed, once two looks have found the same. */
  look(): Promise<void>;
  /** What is there now is not what is in force. */
  isRefused(): boolean;
}

/** `first`: what is in force, as `read` says it. What `take` refuses is not asked of it a second time. */
export function createTakeover(
  setting: string,
  first: string,
  read: () => string,
  take: (content: string) => Promise<TakenOver>,
): Takeover {
  let inForce = first;
  let seen = first;
  let refused: string | undefined;
  let outcome: TakenOver = 'taken';
  return {
    setting,
    isRefused: () => outcome !== 'taken',
    async look() {
      const present = read();
      // By now half of it may be written.
      const stands = present === seen;
      seen = present;
      if (present === inForce) {
        [refused, outcome] = [undefined, 'taken'];
        return;
      }
      if (!stands || present === refused) return;
      outcome = await take(present);
      if (outcome === 'taken') inForce = present;
      refused = outcome === 'refused' ? present : undefined;
    },
  };
}
