/**
 * Text that came from outside: names, notes. It is shown literally, whatever stands in it.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
const invisible = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** For a TextRun, which knows no markdown: only the date functions of the clients have to be broken. */
export function literal(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replace(invisible, '')
    .replace(/\{(?=\{)/g, '{\u2060');
}

/** The same on one line: for names and other short texts, whatever breaks and spaces were typed into them. */
export function oneLine(text: string): string {
  return literal(text).replace(/\s+/g, ' ').trim();
}

/** For a TextBlock, a Fact or a chat message, which read markdown. */
export function escaped(text: string): string {
  return literal(text)
    .replace(/[\\`*_[\]()<>#~|!]/g, '\\$&')
    .replace(/^(\s*)([-+])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/gm, '$1\\$2');
}

/** At most so many characters, an ellipsis included; never half a character. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${cut.replace(/[\ud800-\udbff]$/, '').trimEnd()}…`;
}

/** The same, cut between words where the last one is not too long for that. */
export function clipWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = clip(text, most);
  const end = cut.lastIndexOf(' ');
  return end > most / 2 ? `${cut.slice(0, end).replace(/[\s,;:.–-]+$/, '')}…` : cut;
}

/** The bytes a text takes in a card: quotes, line ends and controls take more there than elsewhere. */
export function bytesOf(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}

/** At most so many bytes in a card, an ellipsis included. */
export function clipBytes(text: string, most: number): string {
  if (bytesOf(text) <= most) return text;
  let bytes = 3;
  let kept = '';
  for (const character of text) {
    bytes += bytesOf(character);
    if (bytes > most) break;
    kept += character;
  }
  return `${kept}…`;
}

/** A long text as the lines to show: no empty ones, clipped as a whole. */
export function paragraphs(text: string, mostCharacters: number, mostLines: number): string[] {
  const lines = clip(literal(text).trim(), mostCharacters)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines - 1), clip(lines.slice(mostLines - 1).join(' '), mostCharacters)];
}
