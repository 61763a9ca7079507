/** Small numbers as words, as people say them before million and billion. */
const numbers: Readonly<Record<string, string>> = {
  '0.5': 'half a|half|eine halbe|halbe|en halv|halv|пол|mezzo',
  '1': 'a|an|one|eine|ein|en|один|un',
  '1.5': 'one and a half|anderthalb|eineinhalb|en och en halv|полтора',
  '2': 'two|zwei|två|два|due',
  '3': 'three|drei|tre|три',
  '4': 'four|vier|fyra|четыре|quattro',
  '5': 'five|fünf|fem|пять|cinque',
  '10': 'ten|zehn|tio|десять|dieci',
};
const byWord = new Map(
  Object.entries(numbers).flatMap(([number, words]) =>
    words.split('|').map((word) => [word, number] as const),
  ),
);
const longestFirst = [...byWord.keys()].sort((one, other) => other.length - one.length).join('|');
const units =
  'million|millionen|miljon|miljoner|milione|milioni|миллиона?|миллионов|billion|milliarde|milliarden|miljard|miljarder|miliardo|miliardi|миллиарда?|миллиардов';

/**
 * The pattern of a number in words. Only before a million or a billion: names of companies are full of numbers, and of
 * thousands of them.
 */
export const wordFigure = `(?<![\\p{L}\\p{N}])(?:${longestFirst})(?= ?(?:${units})(?!\\p{L}))`;
const figures = new RegExp(wordFigure, 'giu');

/** The text with such words in figures: half a million is 0.5 million. */
export function withWordFigures(text: string): string {
  return text.replace(figures, (word) => byWord.get(word.toLowerCase()) ?? word);
}
