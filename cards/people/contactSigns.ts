// All of it for folded texts, and with limits, because a text of ten thousand signs must not take seconds.

const letters = "[\\p{L}\\p{N}._+'%\\-]";
const notHan = `(?:(?!\\p{Script=Han})${letters}){1,64}`;
// Chinese has no blank between a word and the address behind it.
const local = `(?<!(?!\\p{Script=Han})${letters})(?:${notHan}|\\p{Script=Han}{1,20})`;
const label = '[\\p{L}\\p{N}\\-]{1,63}';
const spelledAt = '\\s{0,3}[(\\[{<]\\s?(?:at|aet|a|@)\\s?[)\\]}>]\\s{0,3}';
const spelledDot = '\\s{0,3}(?:\\.|[(\\[{<]\\s?(?:dot|punkt|punto|point|tochka)\\s?[)\\]}>])\\s{0,3}';

/** E-mail addresses: in any letters, and in the spellings by which people hide them from machines. */
export const anyAddress: readonly RegExp[] = [
  new RegExp(`${local}\\s?@\\s?${label}(?:\\.${label}){1,8}`, 'gu'),
  new RegExp(`${local}${spelledAt}${label}(?:${spelledDot}${label}){1,8}`, 'gu'),
  new RegExp(`${local}\\s(?:at|@)\\s${label}(?:\\sdot\\s${label}){1,8}`, 'gu'),
];

/** What each of these has, and hardly any other text: looked for first, because it is found in a hundredth of the time. */
export const addressSign = /@|[([{<]\s?(?:at|aet|a)\s?[)\]}>]|\sat\s/u;

const before = '(?<![\\p{L}\\d.,:/\\-])';
const date = '\\d{1,2}[\\/\\-]\\d{1,2}[\\/\\-]\\d{2,4}(?!\\d)';

/** Phone numbers: international, and national ones that can hardly be anything else. */
export const anyPhone: readonly RegExp[] = [
  /(?:\+|\b00)\d[\d\s()./-]{5,30}\d/gu,
  new RegExp(`${before}\\(0?\\d{2,5}\\)[\\s\\/\\-]?\\d[\\d\\s\\/\\-.]{4,14}\\d`, 'gu'),
  new RegExp(`${before}(?!${date})0\\d{1,5}[\\s\\/\\-]{1,3}\\d[\\d\\s\\/\\-]{4,14}\\d`, 'gu'),
  new RegExp(`${before}0\\d{9,11}(?!\\d)`, 'gu'),
  new RegExp(`${before}\\d{3}[\\-. ]\\d{3}[\\-.]\\d{4}(?!\\d)`, 'gu'),
];
