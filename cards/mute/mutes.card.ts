import type { CardJson } from '#cards/expand.ts';
import { problemText } from '#cards/form/problems.ts';
import { formatInstant, type Reader } from '#cards/format.ts';
import { clip } from '#cards/outside.ts';
import { type PanelInput, panelCard } from '#cards/panel/panel.ts';
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

const MOST_SHOWN = 20;

/** What a person muted and until when, with the way to end each, and to mute everything. */
export function mutesCard(view: MutesCardView): CardJson {
  const { language, all, deals, formVersion, problem } = view;
  const on = { on: 'list', form: formVersion };
  const row = (title: string, until: string | undefined) => ({ title, lines: [untilText(view, until)] });
  const none = !all && deals.length === 0;
  const inputs: PanelInput[] = [
    ...(deals.length > 0
      ? [
          {
            kind: 'choice' as const,
            id: `deal.${formVersion}`,
            label: say(language, 'news.quiet.which'),
            value: deals.length === 1 ? deals[0]?.referralId : undefined,
            choices: deals.map((deal) => ({ title: titleOf(deal), value: deal.referralId })),
          },
        ]
      : []),
    {
      kind: 'text',
      id: `until.${formVersion}`,
      label: say(language, 'news.snooze.all'),
      placeholder: say(language, 'news.snooze.example'),
      value: clip(view.typed ?? '', 200),
      problem: problem && problemText(problem, view),
    },
  ];
  return panelCard({
    language,
    title: say(language, 'news.quiet.title'),
    resultLine: view.resultLine ? { text: view.resultLine, tone: 'good' } : undefined,
    intro: [say(language, none ? 'news.quiet.none' : 'news.quiet.what')],
    mostRows: MOST_SHOWN,
    rows: [
      ...(all ? [row(say(language, 'news.quiet.all'), all.until)] : []),
      ...deals.map((deal) => row(titleOf(deal), deal.until)),
    ],
    inputs,
    buttons: [
      deals.length > 0 ? [{ verb: 'news.unmute', title: say(language, 'news.unmute.button'), data: on }] : [],
      [
        { verb: 'news.snooze', title: say(language, 'news.snooze.button'), data: on },
        ...(all
          ? []
          : [
              {
                verb: 'news.mute' as const,
                title: say(language, 'news.mute.all'),
                data: { ...on, all: 'yes' },
                inputs: false,
              },
            ]),
        ...(none
          ? []
          : [
              {
                verb: 'news.unmute' as const,
                title: say(language, 'news.unmute.all'),
                data: { ...on, all: 'yes' },
                inputs: false,
              },
            ]),
      ],
    ],
    notes: none ? [say(language, 'news.quiet.what')] : [],
  });
}

function titleOf({ name, customer }: MutesCardView['deals'][number]): string {
  return name.trim() === customer.trim() ? customer : `${customer}: ${name}`;
}

function untilText(view: MutesCardView, until: string | undefined): string {
  if (until === undefined) return say(view.language, 'news.quiet.always');
  return say(view.language, 'news.quiet.until', { time: formatInstant(until, view) });
}
