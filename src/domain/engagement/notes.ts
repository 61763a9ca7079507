import type { EngagementMessage, Party, PendingNote, SharedNote } from '#domain/referral/party.ts';
import { referenceOf } from '#domain/referral/people.ts';
import type { Contact, Referral } from '#domain/referral/referral.ts';
import type { TimelineChange } from '#domain/referral/timelineEntry.ts';
import type { Instant } from '#domain/values/instant.ts';
import { partners } from './engagement.ts';
import { passedOn } from './sharedNotes.ts';
import { takesPart } from './takingPart.ts';

/** The longest note: a line or two, so that ten of them fit on a page in any script. */
export const LONGEST_NOTE = 400;
/** So many notes to all wait at most until every party has them; they wait for a second, not for days. */
const MOST_PENDING = 3;
const MOST_WRITERS = 5;
/** What is kept of a party's notes beside the timeline: enough to tell people of them. */
export const LONGEST_KEPT = 100;

/** Who reads a note: our organization, or the people of every party. */
export const noteAudiences = ['us', 'all'] as const;
export type NoteAudience = (typeof noteAudiences)[number];

export interface NoteCommand {
  type: 'note.add';
  by: string;
  at: Instant;
  text: string;
  audience: NoteAudience;
  /** Who writes, as other parties shall read it. */
  writer: Contact;
}

/** Why a note is not added. */
export type NoteRejection =
  | 'already-closed'
  | 'note-empty'
  | 'note-too-long'
  | 'note-nobody'
  | 'note-too-many';
export type NoteDecision =
  | { ok: true; state: Referral; changed: boolean }
  | { ok: false; rejection: NoteRejection };

/** The parties whose people read a note to all: whoever takes part, and was not refused or run out of time. */
export function readersOf(referral: Pick<Referral, 'parties'>): readonly Party[] {
  return (referral.parties ?? []).filter(takesPart);
}

/** Decides a note: on open deals only (CR-50), with a text of bearable length, and to all only where there is somebody. */
export function decideNote(state: Referral, command: NoteCommand): NoteDecision {
  const refuse = (rejection: NoteRejection): NoteDecision => ({ ok: false, rejection });
  const text = noteText(command.text);
  if (state.stage === 'closed') return refuse('already-closed');
  if (text === '') return refuse('note-empty');
  if (text.length > LONGEST_NOTE) return refuse('note-too-long');
  // The note itself stands in the timeline alone.
  if (command.audience === 'us') return { ok: true, state, changed: true };
  const to = partners(state).filter(takesPart);
  if (to.length === 0) return refuse('note-nobody');
  if ((state.sharedNotes ?? []).length >= MOST_PENDING) return refuse('note-too-many');
  const people = { ...state.people };
  const by = referenceOf(people, command.writer);
  const writers = [...(state.writers ?? []).filter((ref) => ref !== by), by].slice(-MOST_WRITERS);
  const noted = withNotes({ ...state, people, writers }, [{ at: command.at, by, text }], to);
  return { ok: true, state: noted, changed: true };
}

/** A note as it is kept: one line, without what can't be seen. */
export function noteText(typed: string): string {
  const line = typed
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  // Signs without a shape hold emoji together; alone they are nothing.
  return /[^\s\p{C}]/u.test(line) ? line : '';
}

function withNotes(
  state: Referral,
  notes: readonly Omit<SharedNote, 'number'>[],
  to: readonly Party[],
): Referral {
  if (notes.length === 0 || to.length === 0) return state;
  const before = state.noteCount ?? 0;
  const pending = notes.map((note, at): PendingNote => {
    return { number: before + at + 1, ...note, to: to.map(({ referralId }) => referralId) };
  });
  return {
    ...state,
    sharedNotes: [...(state.sharedNotes ?? []), ...pending],
    noteCount: before + pending.length,
  };
}

/** The notes of a message that were not taken in before, in their order. */
function freshNotes(party: Party | undefined, { view }: EngagementMessage): SharedNote[] {
  const heard = party?.heard ?? 0;
  return view.notes.filter(({ number }) => number > heard).sort((one, other) => one.number - other.number);
}

/**
 * Takes in the notes of a message, each once, whatever comes late or twice. Those whom this record invited hear of each
 * other's notes through it: it passes them on in the same step.
 */
export function withHeard(state: Referral, before: Party, message: EngagementMessage): Referral {
  const fresh = freshNotes(before, message);
  const kept = [...(before.view?.notes ?? []), ...fresh]
    .slice(-MOST_PENDING)
    .map((note) => ({ ...note, text: [...note.text].slice(0, LONGEST_KEPT).join('') }));
  const heard = fresh.at(-1)?.number ?? before.heard;
  const parties = (state.parties ?? []).map((party) => {
    if (party.referralId !== before.referralId || !party.view) return party;
    return { ...party, ...(heard !== undefined && { heard }), view: { ...party.view, notes: kept } };
  });
  const next = { ...state, parties };
  if (before.role !== 'invited') return next;
  const others = partners(state).filter((one) => one.referralId !== before.referralId && takesPart(one));
  const { organization, name } = message.from;
  const notes = fresh.map(({ at, by, text }) => {
    return { at, by: passedOn(organization, by), from: { organization, name }, text };
  });
  return withNotes(next, notes, others);
}

/**
 * The record without what has reached every party, once all were told of the state `told`: notes, and what invitations say
 * beyond what is still shown of them. A record must stay small.
 */
export function withoutTold(referral: Referral, told: Pick<Referral, 'noteCount' | 'parties'>): Referral {
  const { sharedNotes = [], parties } = referral;
  const left = sharedNotes.filter(({ number }) => number > (told.noteCount ?? 0));
  const arrived = new Set((told.parties ?? []).map(({ referralId }) => referralId));
  return {
    ...referral,
    ...(parties && {
      parties: parties.map((party) => (arrived.has(party.referralId) ? shortened(party) : party)),
    }),
    sharedNotes: left.length > 0 ? left : undefined,
  };
}

function shortened(party: Party): Party {
  const { invitation } = party;
  if (!invitation) return party;
  const { closeDate, value, assistance, location, ours, contactToo } = invitation;
  const kept = { closeDate, value, assistance, location, ours, contactToo };
  return { ...party, invitation: { ...kept, solutions: [], contacts: [] } };
}

/** What a command says that no difference between two states shows: the notes, whole. */
export function saidBy(
  before: Pick<Referral, 'parties'>,
  command: NoteCommand | { type: 'engagement.receive'; message: EngagementMessage },
): TimelineChange[] {
  if (command.type === 'note.add') {
    const { audience, text } = command;
    return [{ field: 'note', to: { kind: 'note', text: noteText(text), audience } }];
  }
  const { from } = command.message;
  const party = before.parties?.find(({ referralId }) => referralId !== '' && referralId === from.referralId);
  if (!party || command.message.seq <= party.seq) return [];
  return freshNotes(party, command.message).map((note): TimelineChange => {
    const { organization, name } = note.from ?? from;
    const { text, by: ref } = note;
    const to = { kind: 'note', text, audience: 'all', writer: { of: from.organization, ref } } as const;
    return { field: 'note', party: { organization, name }, to };
  });
}
