import { isDuns } from '#domain/values/duns.ts';
import { fold } from './fold.ts';

/** A D-U-N-S number (CR-18): nine digits, with blanks and dashes as people put them; nothing for anything else. */
export function readDuns(text: string): string | undefined {
  const plain = fold(text.normalize('NFKC'))
    .trim()
    .replace(/^d-?u-?n-?s(?:[ -]?(?:number|nummer|no\.?|nr\.?|номер|编号))?[:#= ]*/i, '');
  const digits = plain.replace(/[ .-]/g, '');
  return isDuns(digits) ? digits : undefined;
}
