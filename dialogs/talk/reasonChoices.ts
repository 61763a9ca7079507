import { closeReasonTexts } from '#cards/deal/dealWords.ts';
import { type Language, say } from '#cards/say.ts';
import { closeReasonWords } from '#dialogs/reading/readCloseReason.ts';
import { closeReasons } from '#domain/referral/referral.ts';
import type { Choice } from './asking.ts';

/** Why a deal is lost or a referral declined (CR-37), as answers with numbers. */
export function reasonChoices(language: Language): readonly Choice[] {
  return closeReasons.map((reason) => ({
    title: say(language, closeReasonTexts[reason]),
    words: closeReasonWords(reason),
    data: { reason },
  }));
}
