/** Choices that a seed decides: the same seed and name, the same choices in the same order. */
export interface Choices {
  /** 0 up to 1. */
  fraction(): number;
  /** Whether something happens that has this chance, 0 to 1. */
  happens(chance: number): boolean;
  /** A number from `least` up to `most`. */
  between(least: number, most: number): number;
  /** Throws where there is nothing to choose from. */
  one<T>(of: readonly T[]): T;
}

/**
 * The choices of one who chooses. Each has a name of their own, so that what one of them does later than usual leaves
 * the choices of the others as they are.
 */
export function choicesOf(seed: number, name: string): Choices {
  let state = mixed(seed, name);
  const fraction = () => {
    state = (state + 0x9e3779b9) >>> 0;
    return scattered(state) / 2 ** 32;
  };
  return {
    fraction,
    happens: (chance) => fraction() < chance,
    between: (least, most) => least + fraction() * (most - least),
    one: <T>(of: readonly T[]): T => {
      if (of.length === 0) throw new Error('there is nothing to choose from');
      return of[Math.floor(fraction() * of.length)] as T;
    },
  };
}

function mixed(seed: number, name: string): number {
  let mix = scattered(seed >>> 0);
  for (const sign of name) mix = scattered((mix ^ (sign.codePointAt(0) ?? 0)) >>> 0);
  return mix;
}

/** Each bit of the number changes about half of the result's. */
function scattered(number: number): number {
  let mix = number;
  mix = Math.imul(mix ^ (mix >>> 16), 0x21f0aaad);
  mix = Math.imul(mix ^ (mix >>> 15), 0x735a2d97);
  return (mix ^ (mix >>> 15)) >>> 0;
}
