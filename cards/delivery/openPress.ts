import type { Reader } from '#cards/format.ts';
import type { Pressable } from '#cards/pressAction.ts';
import { say } from '#cards/say.ts';

/** No edit of the card it stands on: the answer is the deal's own card, in a message of its own. */
export function openPress(referral: string, { language }: Pick<Reader, 'language'>): Pressable {
  const data = { referral, audience: 'personal', from: 'reminder' };
  return { verb: 'referral.view', title: say(language, 'referral.view.open'), data };
}
