/** Lower case, single spaces, without the punctuation at its end: how typed words are compared. */
export function plainText(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.!,:;…。！，：；]+$/u, '');
}
