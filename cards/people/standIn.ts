import type { Reader } from '#cards/format.ts';
import { clip, oneLine } from '#cards/outside.ts';
import { say } from '#cards/say.ts';

/** Why somebody gets what concerns a colleague who is away, and how to end that (CR-55). */
export function standInWhy(absent: string | undefined, { language }: Pick<Reader, 'language'>): string {
  const name = absent ? clip(oneLine(absent), 100) : say(language, 'referral.someone');
  return say(language, 'away.why', { name });
}
