import type { OpenDraft } from '#app/draft/draftRecord.ts';
import type { DealDraft, DealEntries } from '#domain/draft/draft.ts';

/** What was typed, with everything looked up that it names. */
export interface Taken {
  changes: DealEntries;
  /** Taken from the line that the deal begins with. */
  entries?: readonly (keyof DealEntries)[] | undefined;
  from?: DealDraft['from'];
  resultLine?: string | undefined;
  refused?: OpenDraft['refused'];
  customers?: OpenDraft['customers'];
  solutions?: OpenDraft['solutions'];
  inviting?: OpenDraft['inviting'];
  /** Nothing is added, and the person goes on. */
  done?: boolean | undefined;
  /** Something has to be chosen first: the step is not answered yet. */
  open?: boolean | undefined;
}
