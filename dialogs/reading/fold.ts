/**
 * The text in plain signs, sign by sign, so that a place in it is the same place in the original: full width becomes
 * half, every blank a space, every dash a hyphen, every apostrophe the straight one.
 */
export function fold(text: string): string {
  return text.replace(/[^\n!-~\p{L}]|[\uff21-\uff5a]/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCodePoint(code - 0xfee0);
    if (/[\s\u200b]/u.test(sign)) return ' ';
    return plainer[sign] ?? sign;
  });
}

const plainer: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'‐‑‒–—−'].map((sign) => [sign, '-'])),
  ...Object.fromEntries([...'’ʼ´`'].map((sign) => [sign, "'"])),
  '、': ',',
  '。': '.',
};

/** How typed words are compared: without case, accents, outer punctuation and needless blanks. */
export function bare(text: string): string {
  return unaccented(text.normalize('NFKC').toLowerCase())
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'.,;:!¡¿…]+|[\s"'.,;:!。！，；：…]+$/gu, '')
    .trim();
}

/** Without the marks above and below letters; й stays, because it is a letter of its own. */
export function unaccented(text: string): string {
  return text
    .replace(/\p{Script=Latin}/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .replaceAll('ё', 'е');
}
