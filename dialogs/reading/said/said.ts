import type { ExplainedTerm } from '#cards/general/explanation.ts';
import type { Language } from '#cards/say.ts';
import type { DealFilters, DealList } from '#domain/list/dealList.ts';
import type { LocalDate } from '#domain/values/instant.ts';

/** The deal that is meant: by words of its name or customer, or the one just shown or asked about; absent where none was said. */
export type SaidDeal = { words: string } | 'it' | undefined;

/**
 * What somebody says about their deals, read from a sentence in any of six languages. `verb` is the capability, spelled as
 * on its button. Nothing in it is looked up: names are as typed.
 */
export type Said =
  | { verb: 'deals.list'; list: DealList; filters: DealFilters }
  | { verb: 'deals.search'; text: string }
  | { verb: 'day.show' | 'insights.show' | 'help.show' }
  | { verb: 'pipeline.show'; whose: 'mine' | 'all' | undefined }
  /** What follows the word: 8:30, off, mon wed fri. */
  | { verb: 'digest.set'; text: string }
  /** Until Friday, Ada; or back. */
  | { verb: 'away.set'; text: string }
  | { verb: DealVerb; deal: SaidDeal }
  | { verb: 'deal.favorite'; deal: SaidDeal; on: boolean }
  /** The reason in words as typed: because of price. */
  | { verb: 'referral.decline' | 'deal.lose'; deal: SaidDeal; reason: string | undefined }
  /** The stage in words as typed: negotiated, 80%; without one it is asked which there are. */
  | { verb: 'stage.mark'; deal: SaidDeal; stage: string | undefined }
  /** Without a currency the deal keeps its own. */
  | { verb: 'deal.value'; deal: SaidDeal; value: { amount: number; currency: string | undefined } }
  | { verb: 'deal.closeDate'; deal: SaidDeal; date: LocalDate }
  | { verb: 'deal.rename'; deal: SaidDeal; name: string }
  | { verb: 'deal.handover'; deal: SaidDeal; to: string }
  /** `text`: what else was said of the invitation, such as value and date. */
  | { verb: 'partner.invite'; deal: SaidDeal; partner: string | undefined; text: string }
  | { verb: 'partner.remind'; deal: SaidDeal; partner: string | undefined }
  | { verb: 'note.add'; deal: SaidDeal; text: string }
  | { verb: 'deal.start'; text: string }
  | { verb: 'explain'; term: ExplainedTerm };

/** What is said of a deal with nothing besides. */
export type DealVerb =
  | 'referral.view'
  | 'deal.summary'
  | 'timeline.show'
  | 'deal.edit'
  | 'deal.team'
  | 'deal.solutions'
  | 'referral.accept'
  | 'registration.register'
  | 'news.mute'
  | 'news.unmute'
  | 'deal.win'
  | 'deal.undo';

/** By whose words and in whose time a sentence is read. */
export interface SaidContext {
  language: Language;
  /** Full tag, such as `en-GB`. */
  locale: string;
  today: LocalDate;
  /** ISO 4217: what this person usually deals in; settles what a shared sign such as `$` means. */
  currency: string | undefined;
}
