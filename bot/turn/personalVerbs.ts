/**
 * Verbs whose answer is for the one who pressed and for nobody beside them: lists, finds, opened deals, what one silences and what
 * runs an organization. Their buttons may stand in a channel, on the card of `help`; the answer then goes to the person's chat.
 */
const personal =
  /^(deals\.|deal\.(open|favorite)$|members?\.|locations?\.|routes?\.|setup\.|whoami\.|news\.|timeline\.|note\.)/;

/** Whether a verb is answered in the personal chat, wherever it was pressed. */
export function isPersonal(verb: string): boolean {
  return personal.test(verb);
}
