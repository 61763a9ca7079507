const digits = '〇一二三四五六七八九';
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
// Only before a unit that makes a sum of it: names of companies are full of numbers.
const figures = /[一二两三四五六七八九十][一二两三四五六七八九十百千〇零]*(?=[万亿])/gu;

/** The text with its Chinese numbers in figures, as far as they count ten thousands: 三百万元 is 300万元. */
export function withFigures(text: string): string {
  return text.replace(figures, (number) => String(sumOf(number)));
}

function sumOf(number: string): number {
  let sum = 0;
  let digit = 0;
  for (const sign of number.replaceAll('两', '二').replaceAll('零', '〇')) {
    const power = powers[sign];
    if (power === undefined) digit = digits.indexOf(sign);
    else {
      sum += (digit || 1) * power;
      digit = 0;
    }
  }
  return sum + digit;
}
