import { ON_LINE } from '#cards/deal/answer/answer.card.ts';
import { stageTitle } from '#cards/deal/stages.ts';
import { linesOf, whatOf, whoOf } from '#cards/deal/timeline/entryText.ts';
import type { CardJson } from '#cards/expand.ts';
import { formatDay, formatInstant, formatList, type Reader } from '#cards/format.ts';
import { frameCard } from '#cards/frame/frame.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { clip, clipBytes, literal, oneLine } from '#cards/outside.ts';
import { say } from '#cards/say.ts';
import { standing } from '#cards/talk/dealLines.ts';
import type { NextStep } from '#domain/list/nextStep.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { StageNames } from '#domain/values/options.ts';

/** How a deal is going, in three lines: where it stands, what happened last, what is next. */
export interface SummaryCardView extends Reader {
  referral: Referral;
  /** Names of our people by person id. */
  names: Readonly<Record<string, string>>;
  next: NextStep;
  stageNames?: StageNames | undefined;
}

const GAP = '  ·  ';
const MOST_BYTES = 300;

/** The summary, with the way to the deal's card. */
export function summaryCard(view: SummaryCardView): CardJson {
  const { referral, language } = view;
  const { id, customer, name, value } = referral;
  const title = clip(oneLine(customer.name), 100) || clip(oneLine(name), 100) || '…';
  const called = oneLine(name) === oneLine(customer.name) ? [] : [clip(oneLine(name), 100)];
  return frameCard({
    language,
    title,
    figure: value && formatMoney(value, view),
    hints: called,
    body: [
      labelled(say(language, 'talk.summary.now'), nowText(view)),
      labelled(say(language, 'talk.summary.last'), lastText(view)),
      labelled(say(language, 'talk.summary.next'), nextText(view)),
    ],
    buttons: [
      {
        verb: 'deal.open',
        title: say(language, 'answer.open'),
        data: { referral: id, on: ON_LINE },
      },
      {
        verb: 'deal.summary',
        title: say(language, 'talk.summary.again'),
        data: { referral: id, on: ON_LINE },
      },
    ],
  });
}

function labelled(label: string, text: string): CardJson {
  const bold = { type: 'TextRun', text: `${label}  `, weight: 'Bolder' };
  return {
    type: 'RichTextBlock',
    spacing: 'Small',
    inlines: [bold, { type: 'TextRun', text: literal(text) }],
  };
}

function nowText(view: SummaryCardView): string {
  const { referral, language } = view;
  const { closeDate } = referral;
  const closes = closeDate && say(language, 'find.row.closes', { date: formatDay(closeDate, view) });
  return [standing(referral, view), closes].filter(Boolean).join(GAP);
}

function lastText(view: SummaryCardView): string {
  const { referral, names, language, stageNames } = view;
  const entry = referral.recent?.at(-1);
  if (!entry) {
    return say(language, 'talk.summary.created', { at: formatInstant(referral.createdAt, view) });
  }
  const facts = { referral, names, stageNames, withPeople: true };
  const changes = linesOf(entry, facts, view).map(oneLine).join('; ');
  const said = clipBytes(changes || whatOf(entry, view), MOST_BYTES);
  return [formatInstant(entry.at, view), whoOf(entry.by, facts, view), said].filter(Boolean).join(GAP);
}

function nextText(view: SummaryCardView): string {
  const { next, language, referral } = view;
  switch (next.next) {
    case 'decide':
      return say(language, 'talk.next.decide', { until: formatInstant(next.until, view) });
    case 'waits': {
      const names = next.for.slice(0, 3).map((name) => clip(literal(name), 60));
      if (names.length === 0) return say(language, 'talk.next.waits');
      return say(language, 'talk.next.waitsFor', { names: formatList(names, view) });
    }
    case 'stage':
      return say(language, 'talk.next.stage', { stage: stageTitle(next.stage, { ...view, referral }) });
    case 'overdue':
      return say(language, 'talk.next.overdue');
    case 'finish':
      return say(language, 'talk.next.finish');
    case 'register':
      return say(language, 'talk.next.register');
    case 'registration':
      return say(language, 'talk.next.registration');
    case 'review':
      return say(language, 'talk.next.review');
    case 'registered':
      return say(language, 'talk.next.registered');
    case 'sync':
      return say(language, 'talk.next.sync');
    case 'nothing':
      return say(language, 'talk.next.nothing');
    default:
      return next satisfies never;
  }
}
