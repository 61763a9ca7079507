/** When somebody wants the message of the morning; what is absent is as in the organization. */
export interface DigestChoice {
  /** Minutes after midnight on the person's own clock. */
  at?: number | undefined;
  /** ISO weekdays, 1 = Monday, in their order. */
  days?: readonly number[] | undefined;
  /** No message: only what is about to expire is told still (CR-54). */
  off?: true | undefined;
}

/** As somebody has it who never chose: the organization's working days, at the start of its hours. */
export const usualDigest: DigestChoice = {};

/** A choice with something else chosen; hour or days that are named switch it on again. */
export function withChoice(present: DigestChoice, chosen: DigestChoice & { on?: true }): DigestChoice {
  const { on: _on, ...named } = chosen;
  if (named.off) return { ...present, off: true };
  const { off: _off, ...rest } = present;
  return { ...rest, ...named };
}
