import type { Reader } from '#cards/format.ts';
import type { Instant } from '#domain/values/instant.ts';

/** What did not reach somebody. */
export type LostKind =
  | 'referral-card'
  | 'news'
  | 'expired'
  | 'last-reminder'
  | 'handed'
  | 'ask'
  | 'asked'
  | 'forwarded';

export type NotArrivedWhy = 'not-installed' | 'blocked' | 'gone' | 'tried' | 'secret' | 'refused';

/** What the worker gave up belongs to. */
export type StuckWork = 'deal' | 'person' | 'member' | 'partnerCenter' | 'lists' | 'other';

/** One thing that went wrong, as it is shown. */
export type TroubleRow = {
  id: string;
  at: Instant;
  /** The deal that it is about. */
  deal?: { id: string; customer: string; name: string } | undefined;
  /** Whom it did not reach, or for whom it was. */
  name?: string | undefined;
  /** In the words of the other side, or of the program. */
  reason?: string | undefined;
} & (
  | { what: 'message'; kind: LostKind; why: NotArrivedWhy }
  | { what: 'nobody' }
  | { what: 'work'; work: StuckWork }
);

export type DeliveryResult =
  | { code: 'trying' | 'nobody' | 'over' | 'notAllowed' | 'chooseFirst' }
  | { code: 'notInstalled' | 'forwarded'; name?: string | undefined };

export type DeliveryCardView = Reader & { resultLine?: DeliveryResult | undefined } & (
    | {
        kind: 'list';
        rows: readonly TroubleRow[];
        /** What leads to the pages before and after it. */
        previous?: object | undefined;
        next?: object | undefined;
      }
    | {
        kind: 'one';
        trouble: TroubleRow;
        /** To whom it can be sent instead. */
        candidates: readonly { personId: string; name: string }[];
      }
  );
