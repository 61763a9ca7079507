import { namesOf } from '#app/contact/people.ts';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import { readTimeline, type TimelinePosition } from '#app/referral/timeline.ts';
import { timelineCard } from '#cards/deal/timeline/timeline.card.ts';
import type { NoteField } from '#cards/deal/timeline/view.ts';
import type { PanelForm } from '#cards/panel/form.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { DocumentStore } from '#ports/documents.ts';

type Deps = { store: DocumentStore };

// Neither is kept in the message: what stands there is the deal, and comes back by itself.
const inPassing = { open: true } as const;

/** A page of a deal's timeline in place of its card. */
export async function timelinePage(
  deps: Deps,
  turn: Turn,
  referral: Referral,
  position: TimelinePosition,
): Promise<Answer> {
  const { organization, id: referralId } = referral;
  const record = await readReferralRecord(deps, { organization, referralId });
  const page = record ? await readTimeline(deps, record, position) : { entries: [] };
  const { entries, newer, older } = page;
  const names = await namesOf(
    deps,
    organization,
    entries.map(({ by }) => by),
  );
  const view = { ...ofDeal(turn, record?.referral ?? referral), kind: 'page' as const };
  const ways = { newer: newer && { ...newer }, older: older && { ...older } };
  return { card: timelineCard({ ...view, entries, names, ...ways }), ...inPassing };
}

/** The form of a note in place of the deal's card. */
export function noteForm(turn: Turn, referral: Referral, form: PanelForm<NoteField>): Answer {
  const view = { ...ofDeal(turn, referral), kind: 'note' as const, form, alone: turn.inLine };
  return { card: timelineCard({ ...view, organizationName: turn.organization.name }), ...inPassing };
}

function ofDeal({ reader, from, organization: { stageNames } }: Turn, referral: Referral) {
  const place = from && { ...from };
  return { ...reader, referral, stageNames, open: referral.stage !== 'closed', place };
}
