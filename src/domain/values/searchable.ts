const SHORTEST = 3;
const pairScript = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]{2}/u;

/** Whether there is enough to search for (CR-16): a word of three letters, or two Chinese characters. */
export function isSearchable(text: string): boolean {
  // As typed: folding makes two letters of the `mue` of Mueller, and whoever types it means Müller.
  const words = text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.some((word) => [...word].length >= SHORTEST || pairScript.test(word));
}
