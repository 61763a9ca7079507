import { stageTitle } from '#cards/deal/stages.ts';
import { assistanceText } from '#cards/deal/wanted.ts';
import { formatDay, formatList, formatPercent, type Reader } from '#cards/format.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { literal, oneLine } from '#cards/outside.ts';
import { say } from '#cards/say.ts';
import type { Actor, Referral } from '#domain/referral/referral.ts';
import type { TimelineChange, TimelineEntry, TimelineValue } from '#domain/referral/timelineEntry.ts';
import { type StageNames, stagePercents } from '#domain/values/options.ts';
import {
  entryFieldTexts,
  entryNoteTexts,
  entryRegistrationTexts,
  entryStatusTexts,
  entryWhatTexts,
} from './entryWords.ts';

/** What the texts of a deal's changes are made with. */
export interface TimelineFacts {
  referral: Pick<Referral, 'organization' | 'parties' | 'people' | 'direction' | 'solutions'>;
  /** The reader's company's own names of the sales stages. */
  stageNames?: StageNames | undefined;
  /** Names of our people by person id; who is not in it was erased. */
  names: Readonly<Record<string, string>>;
  /** False where a whole team reads it: no names of people, and nothing that was written in notes. */
  withPeople: boolean;
}

/** What was done, in a word or two. */
export function whatOf(
  { what, undone }: Pick<TimelineEntry, 'what' | 'undone'>,
  reader: Pick<Reader, 'language'>,
): string {
  const { language } = reader;
  if (undone) return say(language, 'undo.back', { what: whatOf({ what: undone }, reader) });
  return say(language, entryWhatTexts.get(what) ?? 'timeline.what.changed');
}

/** Who did it; empty for a person where no names are shown. */
export function whoOf(by: Actor, facts: TimelineFacts, { language }: Reader): string {
  switch (by.kind) {
    case 'person':
      if (!facts.withPeople) return '';
      return nameOf(facts.names[by.personId]) || say(language, 'timeline.who.erased');
    case 'party':
      return partyName(by.organization, facts);
    case 'partner-center':
      return 'Partner Center';
    case 'clock':
      return say(language, 'timeline.who.clock');
    default:
      return by satisfies never;
  }
}

/** Every change of an entry, one line each; that a new deal counts as accepted goes without saying. */
export function linesOf(
  { changes, what }: Pick<TimelineEntry, 'changes' | 'what'>,
  facts: TimelineFacts,
  reader: Reader,
): string[] {
  const told = what === 'deal.create' ? changes.filter(({ field }) => field !== 'status') : changes;
  return told.map((change) => lineOf(change, facts, reader)).filter((line) => line !== '');
}

function lineOf(change: TimelineChange, facts: TimelineFacts, reader: Reader): string {
  const { language } = reader;
  const { field, party, to: after } = change;
  if (after?.kind === 'note') return noteLine(after, party, facts, reader);
  const [from, to] = [textOf(change.from, change, facts, reader), textOf(after, change, facts, reader)];
  const what = say(language, entryFieldTexts[field]);
  const ofParty = party && (field === 'party' ? nameOf(party.name) : `${nameOf(party.name)}, ${what}`);
  const label = ofParty ?? what;
  const undecided = after?.kind === 'status' && after.status === 'received';
  if (field === 'party' && !change.from && undecided)
    return say(language, 'timeline.line.invited', { name: label });
  if (
    field === 'teamAdded' ||
    field === 'teamRemoved' ||
    field === 'solutionsAdded' ||
    field === 'solutionsRemoved'
  ) {
    const whom = to || from;
    return whom ? say(language, 'timeline.line.set', { label, to: whom }) : label;
  }
  if (from && to) return say(language, 'timeline.line.changed', { label, from, to });
  if (to) return say(language, 'timeline.line.set', { label, to });
  return from ? say(language, 'timeline.line.cleared', { label, from }) : label;
}

function noteLine(
  { text, audience, writer }: Extract<TimelineValue, { kind: 'note' }>,
  party: TimelineChange['party'],
  facts: TimelineFacts,
  { language }: Reader,
): string {
  // A channel is told that there is one.
  if (!facts.withPeople) return say(language, 'timeline.field.note');
  const said = literal(text);
  if (!party) return say(language, entryNoteTexts[audience], { text: said });
  const told = facts.referral.parties?.find(({ organization }) => organization === writer?.of);
  const name = writer && told?.view?.writers?.[writer.ref];
  const organization = nameOf(party.name);
  const person = name === '' ? say(language, 'timeline.who.erased') : nameOf(name);
  const who = person ? say(language, 'timeline.who.of', { name: person, organization }) : organization;
  return say(language, 'timeline.line.note.from', { who, text: said });
}

function textOf(
  value: TimelineValue | undefined,
  { field, party }: TimelineChange,
  facts: TimelineFacts,
  reader: Reader,
): string {
  const { language } = reader;
  switch (value?.kind) {
    case undefined:
      return '';
    case 'text':
      return field === 'assistance' ? assistanceText(value.text, reader) : oneLine(value.text);
    case 'day':
      return literal(formatDay(value.day, reader));
    case 'money':
      return literal(formatMoney(value.money, reader));
    case 'percent':
      return percentText(value.percent, facts, reader);
    case 'status': {
      if (party && value.status === 'received') return say(language, 'invite.status.received');
      const key = entryStatusTexts.get(value.status);
      return key ? say(language, key) : literal(value.status);
    }
    case 'registration':
      return say(language, entryRegistrationTexts[value.state]);
    case 'people': {
      if (!facts.withPeople) return '';
      return formatList(
        value.refs.map((ref) => personText(ref, facts, reader)),
        reader,
      );
    }
    case 'names':
      return formatList(value.names.map(oneLine), reader);
    case 'note':
      return oneLine(value.text);
    default:
      return value satisfies never;
  }
}

/** A stage by the name that the reader knows (CR-40); a figure that is none alone. */
function percentText(percent: number, { referral, stageNames }: TimelineFacts, reader: Reader): string {
  const stage = stagePercents.find((one) => one === percent);
  return stage === undefined
    ? formatPercent(percent, reader)
    : stageTitle(stage, { ...reader, referral, stageNames });
}

function personText(ref: string, { referral }: TimelineFacts, { language }: Reader): string {
  const known = referral.people?.[ref];
  if (known?.name === '') return say(language, 'timeline.who.erased');
  return nameOf(known?.name) || say(language, 'timeline.who.someone');
}

function partyName(organization: string, { referral }: TimelineFacts): string {
  return nameOf(referral.parties?.find((party) => party.organization === organization)?.name ?? organization);
}

function nameOf(name: string | undefined): string {
  return oneLine(name ?? '').slice(0, 100);
}
