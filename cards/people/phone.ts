import { isValidPhoneNumber, validatePhoneNumberLength } from 'libphonenumber-js';

const form = /^\+?[\d(][\d ()./-]{3,48}(?:\s?(?:ext|x)\.?\s?\d{1,6})?$/i;
const FEWEST_DIGITS = 4;
/** With a country in front: people leave the area away, but hardly more. */
const FEWEST_ABROAD = 7;
/** ITU-T E.164, and a prefix to dial out. */
const MOST_DIGITS = 18;

/** Digits in groups as money is written; `0` in front is an area. */
const amounts = [
  /^[1-9]\d{0,2}(?:[.,']\d{3})+(?:[.,]\d{1,2})?$/,
  // With blanks it is one only where that is plain: 250 000 and 1 000 000, but 600 123 456 can be dialled.
  /^[1-9]\d{0,2} \d{3}$/,
  /^[1-9]\d{0,2}(?: \d{3})* 000$/,
  // A round number.
  /^[1-9]\d{0,3}0{3,}$/,
  /^\d+\.\d{1,2}$/,
];
const dates = [
  /^\d{1,2}([./-])\d{1,2}\1(?:\d\d){1,2}$/,
  /^\d{4}([./-])\d{1,2}\1\d{1,2}$/,
  /^\d{1,2}\. ?\d{1,2}\. ?\d{4}$/,
];

/**
 * Whether it is a telephone number: an international one if there is such a country and its numbers may be so long, one
 * without a country as far as its form tells. Never an amount or a date.
 */
export function isPhone(text: string): boolean {
  const written = text.trim();
  if (!form.test(written) || isFigure(written)) return false;
  const digits = written.replace(/(?:ext|x).*$/i, '').replace(/\D/g, '').length;
  if (!written.startsWith('+')) return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS;
  const wrong = validatePhoneNumberLength(written);
  return wrong === undefined || (wrong === 'TOO_SHORT' && digits >= FEWEST_ABROAD);
}

/** In a running text less than this is an amount that grows: +50 000. */
const FEWEST_IN_TEXT = 8;

/**
 * How much of a text that begins with an international number belongs to it, in characters; 0 for none. The longest part
 * that is a number of its country, else the longest that can be one: what stands behind it may have digits too.
 */
export function phoneLength(text: string): number {
  const parts = [...text.matchAll(/(?<=\d)(?= |$)/g)]
    .map(({ index }) => text.slice(0, index))
    .filter((part) => part.replace(/\D/g, '').length >= FEWEST_IN_TEXT)
    .filter((part) => !isFigure(part.slice(part.lastIndexOf(' ') + 1)) && isPhone(part))
    .reverse();
  return (parts.find((part) => isValidPhoneNumber(part)) ?? parts[0])?.length ?? 0;
}

/** Whether digits are an amount or a date, which have the form of a telephone number. */
export function isFigure(text: string): boolean {
  return [...amounts, ...dates].some((shape) => shape.test(text.trim()));
}
