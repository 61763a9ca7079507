/** Letters that are mistaken for each other, as one. */
const classes: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'v'],
  [/[ckqкг]/g, 'k'],
  [/[zszсзц]/g, 's'],
  [/[vwfвф]/g, 'v'],
  [/[dtдт]/g, 't'],
  [/[bpбп]/g, 'p'],
];
const silent = /[^a-zа-я]|[aeiouyhаеиоуыэюяьъй]/g;
const FEWEST = 3;

/**
 * The term of all words that are written with the same consonants, in whatever order and number: Nortwind and
 * Northwind, Mircosoft and Microsoft. Undefined for words with less than three, which too many would share.
 */
export function skeleton(word: string): string | undefined {
  const heard = classes.reduce((text, [letters, one]) => text.replace(letters, one), word);
  const consonants = [...new Set(heard.replace(silent, ''))].sort().join('');
  return consonants.length < FEWEST ? undefined : `~${consonants}`;
}

const latin = [...'abcdefghijklmnopqrstuvwxyz'];
const cyrillic = [...'абвгдежзийклмнопрстуфхцчшщъыьэюя'];

/** Every word that is one slip away: a letter too many, missing, wrong, or two swapped. Empty for scripts without letters. */
export function slips(word: string): string[] {
  const alphabet = /^[a-z\d]+$/.test(word) ? latin : /^[а-я\d]+$/.test(word) ? cyrillic : [];
  const found = new Set<string>();
  for (let at = 0; at <= word.length; at++) {
    const [head, rest, tail] = [word.slice(0, at), word.slice(at), word.slice(at + 1)];
    found.add(head + tail);
    if (tail) found.add(head + tail[0] + rest[0] + tail.slice(1));
    for (const letter of alphabet) {
      found.add(head + letter + rest);
      if (rest) found.add(head + letter + tail);
    }
  }
  found.delete(word);
  return [...found];
}
