import type { Reader } from '#cards/format.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { LostKind, NotArrivedWhy, StuckWork, TroubleRow } from './view.ts';

const whyTexts = {
  'not-installed': 'delivery.why.notInstalled',
  blocked: 'delivery.why.blocked',
  gone: 'delivery.why.gone',
  tried: 'delivery.why.tried',
  secret: 'delivery.why.secret',
  refused: 'delivery.why.refused',
} satisfies Record<NotArrivedWhy, TextKey>;

const kindTexts = {
  'referral-card': 'delivery.what.card',
  news: 'delivery.what.news',
  expired: 'delivery.what.expired',
  'last-reminder': 'delivery.what.reminder',
  handed: 'delivery.what.handed',
  ask: 'delivery.what.ask',
  asked: 'delivery.what.asked',
  forwarded: 'delivery.what.forwarded',
} satisfies Record<LostKind, TextKey>;

const workTexts = {
  deal: 'delivery.work.deal',
  person: 'delivery.work.person',
  member: 'delivery.work.member',
  partnerCenter: 'delivery.work.partnerCenter',
  lists: 'delivery.work.lists',
  other: 'delivery.work.other',
} satisfies Record<StuckWork, TextKey>;

/** What did not arrive, or is stuck. */
export function whatWords(trouble: TroubleRow, { language }: Reader): string {
  switch (trouble.what) {
    case 'message':
      return say(language, kindTexts[trouble.kind]);
    case 'nobody':
      return say(language, 'delivery.what.referral');
    case 'work':
      return say(language, workTexts[trouble.work], { name: nameIn(trouble, language) });
    default:
      return trouble satisfies never;
  }
}

/** Why, in plain words, and with whom. */
export function whyWords(trouble: TroubleRow, { language }: Reader): string {
  switch (trouble.what) {
    case 'message':
      return say(language, whyTexts[trouble.why], { name: nameIn(trouble, language) });
    case 'nobody':
      return say(language, 'delivery.why.nobody');
    case 'work':
      return say(language, 'delivery.why.work');
    default:
      return trouble satisfies never;
  }
}

function nameIn({ name }: TroubleRow, language: Reader['language']): string {
  return name ?? say(language, 'referral.someone');
}
