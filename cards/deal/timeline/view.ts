import type { Reader } from '#cards/format.ts';
import type { PanelForm } from '#cards/panel/form.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { TimelineEntry } from '#domain/referral/timelineEntry.ts';
import type { StageNames } from '#domain/values/options.ts';

/** The data of a button that leads to another page. */
type Page = Readonly<Record<string, unknown>>;

interface OfDeal extends Reader {
  referral: Pick<Referral, 'id' | 'name' | 'organization' | 'parties' | 'people' | 'direction' | 'solutions'>;
  /** The company's own names of the sales stages. */
  stageNames?: StageNames | undefined;
  /** Whether the deal is open, so that notes can be added (CR-50). */
  open: boolean;
  /** What a button takes along so that the deal still leads back to the list it was opened from. */
  place?: Readonly<Record<string, unknown>> | undefined;
}

/** A page of a deal's timeline, in the personal chat. */
export interface TimelinePageView extends OfDeal {
  kind: 'page';
  /** The newest first. */
  entries: readonly TimelineEntry[];
  /** Names of our people by person id. */
  names: Readonly<Record<string, string>>;
  newer?: Page | undefined;
  older?: Page | undefined;
}

export type NoteField = 'note' | 'reader';

/** The form of a note, which says who reads it. */
export interface NoteView extends OfDeal {
  kind: 'note';
  /** The reader's organization, by name. */
  organizationName: string;
  form: PanelForm<NoteField>;
  /** It is a message of its own, and does not stand in place of the deal's card. */
  alone?: boolean | undefined;
}

export type TimelineCardView = TimelinePageView | NoteView;
