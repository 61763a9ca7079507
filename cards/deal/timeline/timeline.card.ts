import { ON_LINE } from '#cards/deal/answer/answer.card.ts';
import type { CardJson } from '#cards/expand.ts';
import { problemText } from '#cards/form/problems.ts';
import { formatInstant, formatList } from '#cards/format.ts';
import { bytesOf, clip, clipBytes, literal, oneLine } from '#cards/outside.ts';
import type { PanelInput } from '#cards/panel/inputs.ts';
import { type PanelRow, panelCard } from '#cards/panel/panel.ts';
import type { Pressable } from '#cards/pressAction.ts';
import { say } from '#cards/say.ts';
import { LONGEST_NOTE, readersOf } from '#domain/engagement/notes.ts';
import type { TimelineEntry } from '#domain/referral/timelineEntry.ts';
import { linesOf, whatOf, whoOf } from './entryText.ts';
import type { NoteView, TimelineCardView, TimelinePageView } from './view.ts';

/** The timeline of a deal, a page of it, or the form by which a note is added to it. */
export function timelineCard(view: TimelineCardView): CardJson {
  return view.kind === 'page' ? pageCard(view) : noteCard(view);
}

function pageCard(view: TimelinePageView): CardJson {
  const { language, entries, open, newer, older } = view;
  const way = (title: string, data: object | undefined): Pressable[] =>
    data ? [pressOf(view, { verb: 'timeline.show', title }, data)] : [];
  return panelCard({
    language,
    title: say(language, 'timeline.title', { deal: nameOf(view) }),
    intro: entries.length > 0 ? [] : [say(language, 'timeline.empty')],
    rows: fitting(entries.map((entry) => rowOf(entry, view))),
    buttons: [
      ...(open ? [pressOf(view, { verb: 'note.add', title: say(language, 'note.button') })] : []),
      ...way(say(language, 'timeline.newer'), newer),
      ...way(say(language, 'timeline.older'), older),
      pressOf(view, { verb: 'referral.view', title: say(language, 'timeline.back') }),
    ],
    notes: open ? [] : [say(language, 'note.closed')],
  });
}

function rowOf(entry: TimelineEntry, view: TimelinePageView): PanelRow {
  const { referral, names, stageNames } = view;
  const facts = { referral, names, stageNames, withPeople: true };
  const title = [whatOf(entry, view), whoOf(entry.by, facts, view), formatInstant(entry.at, view)];
  return { title: title.filter(Boolean).join(' · '), lines: linesOf(entry, facts, view) };
}

/** So many bytes the rows of a page may take: every entry must stand on it, so long texts are cut before any is left out. */
const MOST_BYTES = 14_500;
const STEPS = [1_400, 900, 600, 400, 250, 120] as const;
const MOST_LINES = 12;

function fitting(rows: readonly PanelRow[]): PanelRow[] {
  const cut = (most: number) =>
    rows.map(({ title, lines }): PanelRow => {
      // What many lines say together is no longer than what one may say.
      const shown = lines.slice(0, MOST_LINES);
      const each = Math.max(60, Math.floor((2 * most) / Math.max(2, shown.length)));
      return { title: clipBytes(title, 300), lines: shown.map((line) => clipBytes(line, each)) };
    });
  const fits = (shown: PanelRow[]) => bytesOf(JSON.stringify(shown)) <= MOST_BYTES;
  return STEPS.map(cut).find(fits) ?? cut(60).map((row) => ({ ...row, lines: row.lines.slice(0, 3) }));
}

function noteCard(view: NoteView): CardJson {
  const { language, form, organizationName, referral } = view;
  const organization = clip(literal(organizationName), 100);
  const parties = readersOf(referral).map(({ name }) => clip(literal(name), 60));
  const problem = (field: 'note' | 'reader') => {
    const wrong = form.problems[field];
    return wrong && problemText(wrong, view);
  };
  const reader: PanelInput = {
    kind: 'choice',
    id: `reader.${form.formVersion}`,
    label: say(language, 'note.reader'),
    value: form.typed.reader ?? 'us',
    expanded: true,
    choices: [
      { title: say(language, 'note.reader.us', { organization }), value: 'us' },
      { title: say(language, 'note.reader.all', { parties: named(parties, view) }), value: 'all' },
    ],
    problem: problem('reader'),
  };
  return panelCard({
    language,
    title: say(language, 'note.title', { deal: nameOf(view) }),
    intro: parties.length > 0 ? [] : [say(language, 'note.reader.only', { organization })],
    inputs: [
      {
        kind: 'text',
        id: `note.${form.formVersion}`,
        label: say(language, 'note.label'),
        value: form.typed.note,
        placeholder: say(language, 'note.hint', { max: LONGEST_NOTE }),
        problem: problem('note'),
      },
      ...(parties.length > 0 ? [reader] : []),
    ],
    buttons: [
      {
        ...pressOf(
          view,
          { verb: 'note.add', title: say(language, 'note.submit') },
          { form: form.formVersion, ...(view.alone && { on: ON_LINE }) },
        ),
        style: 'positive',
        inputs: true,
      },
      pressOf(view, { verb: 'timeline.show', title: say(language, 'referral.view.cancel') }),
    ],
  });
}

const MOST_PARTIES = 6;

function named(parties: readonly string[], view: NoteView): string {
  const more = parties.length - MOST_PARTIES;
  const rest = more > 0 ? [say(view.language, 'referral.card.andMore', { count: more })] : [];
  return formatList([...parties.slice(0, MOST_PARTIES), ...rest], view);
}

function nameOf({ referral }: TimelineCardView): string {
  return clip(oneLine(referral.name), 100);
}

function pressOf(
  { referral, place }: TimelineCardView,
  button: Pick<Pressable, 'verb' | 'title'>,
  more: object = {},
): Pressable {
  return { ...button, data: { referral: referral.id, ...(place && { place }), ...more }, inputs: false };
}
