import type { CardJson } from '#cards/expand.ts';
import { problemText } from '#cards/form/problems.ts';
import { formatInstant, type Reader } from '#cards/format.ts';
import { clip } from '#cards/outside.ts';
import { type FoldedForm, type PanelRow, panelCard } from '#cards/panel/panel.ts';
import type { Pressable } from '#cards/pressAction.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import { say } from '#cards/say.ts';

/** What a person muted or snoozed. */
export interface MutesCardView extends Reader {
  /** Everything. */
  all?: { until?: string | undefined } | undefined;
  deals: readonly { referralId: string; name: string; customer: string; until?: string | undefined }[];
  /** What came of the reader's press, in the reader's language. */
  resultLine?: string | undefined;
  /** A new number for each answer, so that clients show what was typed. */
  formVersion: number;
  typed?: string | undefined;
  problem?: FieldProblem | undefined;
}

const MOST_SHOWN = 10;

/** What a person muted and until when, with the way to end each, and to mute everything. */
export function mutesCard(view: MutesCardView): CardJson {
  const { language, all, deals, formVersion } = view;
  const on = { on: 'list', form: formVersion };
  const none = !all && deals.length === 0;
  const overall: Pressable = { verb: 'news.mute', title: say(language, 'news.mute.all') };
  const back: Pressable = { verb: 'news.unmute', title: say(language, 'news.unmute.all') };
  const ofAll = (press: Pressable): Pressable => ({ ...press, data: { ...on, all: 'yes' }, inputs: false });
  return panelCard({
    language,
    title: say(language, 'news.quiet.title'),
    resultLine: view.resultLine ? { text: view.resultLine, tone: 'good' } : undefined,
    intro: none ? [say(language, 'news.quiet.none')] : [],
    mostRows: MOST_SHOWN,
    rows: [
      ...(all ? [rowOf(view, say(language, 'news.quiet.all'), all.until, { all: 'yes' })] : []),
      ...deals.map((deal) => rowOf(view, titleOf(deal), deal.until, { deal: deal.referralId })),
    ],
    forms: [...(deals.length > MOST_SHOWN ? [unmuting(view)] : []), snoozing(view)],
    buttons: [...(all ? [] : [ofAll(overall)]), ...(none ? [] : [ofAll(back)])],
    notes: [say(language, 'news.quiet.what')],
  });
}

function rowOf(view: MutesCardView, title: string, until: string | undefined, what: object): PanelRow {
  const { language, formVersion } = view;
  return {
    title,
    lines: [untilText(view, until)],
    side: {
      verb: 'news.unmute',
      title: say(language, 'news.unmute.button'),
      data: { on: 'list', form: formVersion, ...what },
    },
  };
}

/** Those that find no room as rows are chosen. */
function unmuting({ language, deals, formVersion }: MutesCardView): FoldedForm {
  const title = say(language, 'news.unmute.button');
  return {
    title,
    inputs: [
      {
        kind: 'choice',
        id: `deal.${formVersion}`,
        label: say(language, 'news.quiet.which'),
        choices: deals.map((deal) => ({ title: titleOf(deal), value: deal.referralId })),
      },
    ],
    buttons: [{ verb: 'news.unmute', title, data: { on: 'list', form: formVersion } }],
  };
}

function snoozing(view: MutesCardView): FoldedForm {
  const { language, formVersion, problem } = view;
  const title = say(language, 'news.snooze.button');
  return {
    title,
    inputs: [
      {
        kind: 'text',
        id: `until.${formVersion}`,
        label: say(language, 'news.snooze.all'),
        placeholder: say(language, 'news.snooze.example'),
        value: clip(view.typed ?? '', 200),
        problem: problem && problemText(problem, view),
      },
    ],
    buttons: [{ verb: 'news.snooze', title, data: { on: 'list', form: formVersion } }],
  };
}

function titleOf({ name, customer }: MutesCardView['deals'][number]): string {
  return name.trim() === customer.trim() ? customer : `${customer}: ${name}`;
}

function untilText(view: MutesCardView, until: string | undefined): string {
  if (until === undefined) return say(view.language, 'news.quiet.always');
  return say(view.language, 'news.quiet.until', { time: formatInstant(until, view) });
}
