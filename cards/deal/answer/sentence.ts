/** Marks around what counts; private characters, which `strong` takes out of what comes from outside. */
const BEGIN = '\ue000';
const END = '\ue001';

/** A piece of a sentence; `strong`: it is what counts in it. */
export interface Run {
  text: string;
  strong: boolean;
}

/** A value of a text that counts in the sentence: a customer, a stage. Not for what knows markdown. */
export function strong(text: string): string {
  return BEGIN + textOf(text) + END;
}

/** The sentence in pieces, for the runs of a RichTextBlock. */
export function runsOf(sentence: string): Run[] {
  return sentence
    .split(/(\ue000[^\ue001]*\ue001)/)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: textOf(piece), strong: piece.startsWith(BEGIN) }));
}

/** The sentence as plain text. */
export function textOf(sentence: string): string {
  return sentence.replaceAll(BEGIN, '').replaceAll(END, '');
}
