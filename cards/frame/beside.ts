/**
 * Whether two texts find room beside each other where a card is narrowest. Only what stands at the left wraps, and no
 * client breaks a word, such as an e-mail address: the longest one counts.
 */
export function fitBeside(left: string, right: string, mostCharacters: number): boolean {
  const longest = Math.max(...left.split(/\s+/).map((word) => word.length));
  return longest + right.length <= mostCharacters;
}
