import { closeReasonTexts } from '#cards/deal/dealWords.ts';
import type { CardJson } from '#cards/expand.ts';
import { moneyList, quarterName } from '#cards/figures/amounts.ts';
import { formatNumber, formatPercent, intlLocale, type Reader } from '#cards/format.ts';
import { type Fold, foldButton, foldPart } from '#cards/frame/fold.ts';
import { frameCard } from '#cards/frame/frame.ts';
import { type CardRow, rowPart } from '#cards/frame/row.ts';
import { textPart } from '#cards/frame/text.ts';
import { dateTimeFormat } from '#cards/intl.ts';
import { formatShortMoney } from '#cards/money/formatMoney.ts';
import { clip } from '#cards/outside.ts';
import type { Pressable } from '#cards/pressAction.ts';
import { say } from '#cards/say.ts';
import { type AnswerTime, activityOf, type Outcome, type Reasoned } from '#domain/figures/outcome.ts';
import type { Quarter } from '#domain/figures/periods.ts';
import type { Money } from '#domain/values/parts.ts';

/** What became of deals, for who runs a company or its locations; always in the personal chat. */
export interface InsightsCardView extends Reader {
  span: { by: 'quarter'; now: Quarter; before: Quarter } | { by: 'month'; now: string; before: string };
  now: Outcome;
  before: Outcome;
  /** The one location that it is about. */
  location?: { mpnId: string; name: string } | undefined;
  places: readonly InsightsRow[];
  people: readonly InsightsRow[];
  /** Deals from before are still being counted. */
  counting: boolean;
  /** Quarters are those of the company's fiscal year. */
  fiscal: boolean;
}

interface InsightsRow {
  name: string;
  location?: string | undefined;
  outcome: Outcome;
}

const GAP = ' · ';

/** Answers, wins and losses of a quarter or a month against the one before, by location and by person. */
export function insightsCard(view: InsightsCardView): CardJson {
  const { language, now, location, span } = view;
  const folds = [placesFold(view), peopleFold(view)].filter((fold) => fold !== undefined);
  const anything = activityOf(now) + activityOf(view.before) + now.came > 0;
  return frameCard({
    language,
    title: say(language, 'figures.insights'),
    figure: periodName(view, span.now),
    hints: [
      [
        location ? clip(location.name, 60) : say(language, 'figures.everywhere'),
        say(language, 'figures.against', { period: periodName(view, span.before) }),
      ].join(GAP),
    ],
    body: [
      ...(anything ? rowsOf(view).map(rowPart) : [textPart(say(language, 'figures.nothing'))]),
      ...folds.map(foldPart),
    ],
    buttons: [...folds.map(foldButton), ...buttonsOf(view)],
    notes: [view.counting ? say(language, 'figures.counting') : ''],
  });
}

function periodName(view: InsightsCardView, period: Quarter | string): string {
  if (typeof period !== 'string') return quarterName(period, view.fiscal, view);
  const at = Date.parse(`${period}-01T00:00:00Z`);
  return dateTimeFormat(intlLocale(view), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at);
}

type Counts = 'came' | 'accepted' | 'declined' | 'expired' | 'won' | 'lost';

function rowsOf(view: InsightsCardView): CardRow[] {
  const { language, now, before } = view;
  const counted = (title: string, of: Counts, lines: readonly string[] = []) => {
    return { title, value: changed(now[of], before[of], view), lines };
  };
  return [
    counted(say(language, 'figures.came'), 'came'),
    {
      title: say(language, 'figures.time'),
      value: halfText(view, now.time),
      lines: [timeText(view, now.time)],
    },
    counted(say(language, 'find.status.accepted'), 'accepted'),
    counted(say(language, 'find.status.declined'), 'declined', [reasonsText(view, now.declinedFor)]),
    counted(say(language, 'find.status.expired'), 'expired'),
    counted(say(language, 'find.status.won'), 'won', [worthText(view, now.wonMoney)]),
    counted(say(language, 'find.status.lost'), 'lost', [
      reasonsText(view, now.lostFor),
      worthText(view, now.lostMoney),
    ]),
  ];
}

/** A number, and by how much it is more or less than before. */
function changed(now: number, before: number, reader: Reader): string {
  const number = formatNumber(now, reader);
  if (now === before) return number;
  return `${number} ${now > before ? '▲' : '▼'} ${formatNumber(Math.abs(now - before), reader)}`;
}

function halfText(view: InsightsCardView, { half }: AnswerTime): string {
  const { language } = view;
  if (half === undefined) return '–';
  if (half === 'more') return say(language, 'figures.halfLonger');
  return say(language, 'figures.half', { time: hoursText(view, half) });
}

function hoursText({ language }: Reader, count: number): string {
  return say(language, 'figures.hours', { count });
}

function timeText(view: InsightsCardView, { answers, day, threeDays }: AnswerTime): string {
  const { language, before } = view;
  if (answers === 0) return say(language, 'figures.untimed');
  const share = (count: number, of: number) => formatPercent(Math.round((100 * count) / of), view);
  const line = (count: number, of: number, hours: number) =>
    say(language, 'figures.within', { share: share(count, of), time: hoursText(view, hours) });
  const earlier = before.time.answers > 0 ? ` (${share(before.time.day, before.time.answers)})` : '';
  return `${line(day, answers, 24)}${earlier}${GAP}${line(threeDays, answers, 72)}`;
}

function reasonsText(view: InsightsCardView, reasons: readonly Reasoned[]): string {
  const named = reasons.map(({ reason, count }) => {
    const key = Object.hasOwn(closeReasonTexts, reason)
      ? closeReasonTexts[reason as keyof typeof closeReasonTexts]
      : closeReasonTexts.other;
    return `${say(view.language, key)} ${formatNumber(count, view)}`;
  });
  return named.join(GAP);
}

function worthText(view: InsightsCardView, money: readonly Money[]): string {
  return money.length > 0 ? say(view.language, 'figures.worth', { amounts: moneyList(money, view) }) : '';
}

function placesFold(view: InsightsCardView): Fold | undefined {
  const { language, places, span } = view;
  if (places.length === 0) return undefined;
  const items = places.map((row) => {
    const title = rowName(view, row.name);
    const data = { by: span.by, location: row.location };
    return rowPart({
      ...outcomeRow(view, title, row.outcome),
      ...(row.location !== undefined && { press: { verb: 'insights.show', title, data } }),
    });
  });
  return { id: 'places', title: say(language, 'figures.byLocation'), items };
}

function peopleFold(view: InsightsCardView): Fold | undefined {
  const { language, people } = view;
  if (people.length === 0) return undefined;
  const items = people.map((row) => rowPart(outcomeRow(view, rowName(view, row.name), row.outcome)));
  return { id: 'people', title: say(language, 'figures.byPerson'), items };
}

function rowName({ language }: Reader, name: string): string {
  if (name === 'others') return say(language, 'figures.others');
  return name === 'none' ? say(language, 'figures.nowhere') : clip(name, 60);
}

function outcomeRow(view: InsightsCardView, title: string, outcome: Outcome): CardRow {
  const { language } = view;
  const number = (count: number) => formatNumber(count, view);
  const { accepted, declined, expired, won, lost, time, wonMoney } = outcome;
  const answered = accepted + declined + expired > 0;
  const [most] = wonMoney;
  return {
    title,
    value: most && formatShortMoney(most, view),
    lines: [
      [
        ...(answered
          ? [
              say(language, 'figures.row', {
                accepted: number(accepted),
                declined: number(declined),
                expired: number(expired),
              }),
            ]
          : []),
        ...(won + lost > 0
          ? [say(language, 'figures.rowEnded', { won: number(won), lost: number(lost) })]
          : []),
        ...(time.half === undefined ? [] : [halfText(view, time)]),
      ].join(GAP),
    ],
  };
}

function buttonsOf(view: InsightsCardView): Pressable[] {
  const { language, span, location } = view;
  const shown = (title: string, data: object): Pressable => ({ verb: 'insights.show', title, data });
  const place = location ? { location: location.mpnId } : {};
  return [
    ...(location ? [shown(say(language, 'figures.everywhere'), { by: span.by })] : []),
    span.by === 'quarter'
      ? shown(say(language, 'figures.byMonth'), { ...place, by: 'month' })
      : shown(say(language, 'figures.byQuarter'), { ...place, by: 'quarter' }),
    shown(say(language, 'figures.export'), { ...place, by: span.by, csv: 'yes' }),
  ];
}
