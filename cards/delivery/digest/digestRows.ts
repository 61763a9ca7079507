import { openPress } from '#cards/delivery/openPress.ts';
import type { CardJson } from '#cards/expand.ts';
import { cardDateTime, formatDay, formatInstantDay, formatList, type Reader } from '#cards/format.ts';
import { rowPart } from '#cards/frame/row.ts';
import { textPart } from '#cards/frame/text.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { clip, literal, oneLine } from '#cards/outside.ts';
import { say, type TextKey } from '#cards/say.ts';
import { syncFieldNames } from '#cards/sync/fieldWords.ts';
import type { DigestPart, DigestRow, DigestSection } from '#domain/digest/digest.ts';
import { isUndecided } from '#domain/engagement/takingPart.ts';
import { unansweredSince } from '#domain/engagement/unanswered.ts';
import { actionSince } from '#domain/list/dealList.ts';
import { lastHappened } from '#domain/list/dueDay.ts';
import type { Referral } from '#domain/referral/referral.ts';

const sectionTexts = {
  expiring: 'digest.section.expiring',
  waiting: 'digest.section.waiting',
  registration: 'digest.section.registration',
  refused: 'digest.section.refused',
  overdue: 'digest.section.overdue',
  unanswered: 'digest.section.unanswered',
  quiet: 'digest.section.quiet',
} satisfies Record<DigestSection, TextKey>;

/** What needs somebody, section by section, each deal opened by a press on it. */
export function digestRows({ rows, total, more }: DigestPart, reader: Reader): CardJson[] {
  const left = total - rows.length;
  const further = more
    ? say(reader.language, 'digest.manyMore')
    : left > 0 && say(reader.language, 'referral.card.andMore', { count: left });
  return [
    ...rows.flatMap((row, at) => [
      ...(rows[at - 1]?.section === row.section ? [] : [sectionTitle(row.section, reader)]),
      dealRow(row, reader),
    ]),
    ...(further ? [textPart(further, { subtle: true })] : []),
  ];
}

function sectionTitle(section: DigestSection, { language }: Reader): CardJson {
  const title = textPart(say(language, sectionTexts[section]), { bold: true, small: true, subtle: true });
  return { ...title, spacing: 'Medium' };
}

function dealRow({ section, referral }: DigestRow, reader: Reader): CardJson {
  const { customer, name, value } = referral;
  const waits = section === 'expiring' || section === 'waiting';
  const said = waits ? '' : whatIsUp(section, referral, reader);
  const called = name.trim() === customer.name.trim() ? '' : clip(oneLine(name), 80);
  return rowPart({
    title: clip(oneLine(customer.name), 80) || '…',
    value: value && clip(literal(formatMoney(value, reader)), 40),
    lines: [called, said],
    moment: waits
      ? say(reader.language, 'referral.card.answerBy', cardDateTime(referral.expiresAt))
      : undefined,
    press: openPress(referral.id, reader),
  });
}

function whatIsUp(
  section: Exclude<DigestSection, 'expiring' | 'waiting'>,
  referral: Referral,
  reader: Reader,
): string {
  const { language } = reader;
  switch (section) {
    case 'overdue':
      return say(language, 'find.row.overdue', { date: formatDay(referral.closeDate ?? '', reader) });
    case 'registration': {
      const asked = actionSince(referral)?.why === 'registration';
      return say(language, asked ? 'find.row.registration' : 'find.row.register');
    }
    case 'refused':
      return say(language, 'digest.row.refused', { fields: fieldsToDecide(referral, reader) });
    case 'unanswered': {
      const silent = (referral.parties ?? []).filter(isUndecided).map(({ name }) => clip(name, 60));
      const date = formatInstantDay(unansweredSince(referral) ?? '', reader);
      return say(language, 'digest.row.unanswered', { party: formatList(silent.slice(0, 3), reader), date });
    }
    case 'quiet':
      return say(language, 'digest.row.quiet', {
        date: formatInstantDay(lastHappened(referral) ?? '', reader),
      });
    default:
      return section satisfies never;
  }
}

function fieldsToDecide(referral: Referral, reader: Reader): string {
  const open = (referral.unsynced ?? []).filter(({ conflict, refused }) => conflict || refused);
  return syncFieldNames(open, referral, reader);
}
