import type { Reader } from '#cards/format.ts';
import { clip, literal } from '#cards/outside.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { SyncRefusal } from '#domain/referral/unsynced.ts';

// Partner Center's codes in lower case, as its contract lists and spells them, and those of this program.
const refusalTexts = new Map<string, TextKey>([
  ['accessdenied', 'sync.refusal.accessdenied'],
  ['generalexception', 'sync.refusal.generalexception'],
  ['invalidrequest', 'sync.refusal.invalidrequest'],
  ['itemnotfound', 'sync.refusal.itemnotfound'],
  ['preconditionfailed', 'sync.refusal.changing'],
  ['resourcemodified', 'sync.refusal.changing'],
  ['servicenotavailable', 'sync.refusal.servicenotavailable'],
  ['unauthenticated', 'sync.refusal.unauthenticated'],
  ['unauthorized', 'sync.refusal.unauthenticated'],
  ['ignored', 'sync.refusal.ignored'],
  ['not-sendable', 'sync.refusal.not-sendable'],
  ['closed-there', 'sync.refusal.closed-there'],
  ['missing', 'sync.refusal.missing'],
  ['unsure', 'sync.refusal.unsure'],
  ['unreadable', 'sync.refusal.unreadable'],
  ['microsoft-already', 'sync.refusal.microsoft-already'],
]);

/** The codes that have words of their own. */
export const refusalCodes: readonly string[] = [...refusalTexts.keys()];

/** Why Partner Center did not take something; a code that nobody knows as it is, with what its support asks for. */
export function refusalText(refusal: SyncRefusal, { language }: Reader): string {
  const known = refusalTexts.get(refusal.code.toLowerCase());
  if (known) return say(language, known);
  const code = clip(literal(refusal.code), 100);
  const says = say(language, 'sync.refusal.unknown', { code });
  if (!refusal.requestId) return says;
  const id = clip(literal(refusal.requestId), 100);
  return `${says} ${say(language, 'sync.refusal.support', { id })}`;
}
