import type { Reader } from '#cards/format.ts';
import type { MuteForm } from '#cards/mute/muteForm.ts';
import type { ShownMute } from '#domain/news/mute.ts';
import type { News } from '#domain/news/news.ts';
import type { Why } from '#domain/news/why.ts';
import type { Referral } from '#domain/referral/referral.ts';

/** Why somebody is told news of a deal (CR-52, CR-53, CR-55). */
type NewsWhy = Exclude<Why, 'channel' | 'route'> | 'inviter' | 'reviewer' | 'escalated';

/** All that a message about news of a deal is made from. */
export interface NewsCardView extends Reader {
  referral: Referral;
  /** What happened, at least one. */
  news: readonly News[];
  why: NewsWhy;
  /** Name of the deal's location, where nobody there answered. */
  place?: string | undefined;
  /** Of `deputy`: the name of the colleague for whom they stand in. */
  absent?: string | undefined;
  /** Tells the messages about one deal apart: by it a press finds what the message said. */
  occasion: string;
  /** They muted it, and so did everybody else who could answer. */
  despite?: boolean | undefined;
  mute?: ShownMute | undefined;
  /** What came of the reader's press, in the reader's language. */
  resultLine?: string | undefined;
  form?: MuteForm | undefined;
}
