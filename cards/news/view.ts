import type { News } from '../../src/domain/news.ts';
import type { Referral } from '../../src/domain/referral.ts';
import type { Reader } from '../format.ts';
import type { Why } from '../referral/view.ts';

/** Why somebody is told news of a deal (CR-52, CR-53, CR-55). */
type NewsWhy = Exclude<Why, 'channel' | 'route'> | 'inviter';

/** All that a message about news of a deal is made from. */
export interface NewsCardView extends Reader {
  referral: Referral;
  /** What happened, at least one. */
  news: readonly News[];
  why: NewsWhy;
}
