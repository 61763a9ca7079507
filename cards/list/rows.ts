import type { CardJson } from '#cards/expand.ts';
import { rowPart } from '#cards/frame/row.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { clip, clipBytes, literal, oneLine } from '#cards/outside.ts';
import { say } from '#cards/say.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { dueText } from './dueText.ts';
import { groupedRows } from './groups.ts';
import { microsoftPart, type RowPiece, standingPieces, typeText, urgentText } from './rowText.ts';
import type { ListCardView } from './view.ts';

const GAP = '  ·  ';

/** What the rows of a page may take: the bytes of a deal's name and of its customer's. */
interface RowRoom {
  name: number;
  customer: number;
  /** Without hearts, which stand on the deal's own card as well. */
  heartless?: true;
}

/** The roomiest first; the last is for lists whose buttons carry much. */
const rooms: readonly RowRoom[] = [
  { name: 72, customer: 54 },
  { name: 48, customer: 40 },
  { name: 32, customer: 28 },
  { name: 32, customer: 28, heartless: true },
];
const narrowest: RowRoom = { name: 20, customer: 20, heartless: true };

/** The rows of a page (CR-17), in groups where their order has some; as much of each as finds room in so many bytes. */
export function dealRows(view: ListCardView, mostBytes: number): CardJson[] {
  const made = (room: RowRoom) => groupedRows(view, (referral) => dealRow(view, referral, room));
  const fits = (rows: CardJson[]) => Buffer.byteLength(JSON.stringify(rows)) <= mostBytes;
  for (const room of rooms) {
    const rows = made(room);
    if (fits(rows)) return rows;
  }
  return made(narrowest);
}

/** A deal: opened by one press on it, the heart beside it. */
function dealRow(view: ListCardView, referral: Referral, room: RowRoom): CardJson {
  const { language } = view;
  const { value } = referral;
  const heart = view.favorites.includes(referral.id);
  const ids = { referral: referral.id, ...listPositionOf(view) };
  const name = clipBytes(oneLine(referral.name), room.name);
  const due = dueText(view, referral);
  const urgent = urgentText(view, referral);
  return rowPart({
    title: clipBytes(oneLine(referral.customer.name), room.customer) || '…',
    value: value && clip(literal(formatMoney(value, view)), 40),
    lines: [
      lineOf([name], due === undefined ? [] : [due]),
      lineOf(standingPieces(view, referral), [typeText(view, referral)], [microsoftPart(view, referral)]),
      ...(urgent ? [[urgent]] : []),
    ],
    press: { verb: 'deal.open', title: say(language, 'referral.view.open'), data: ids },
    side: room.heartless
      ? undefined
      : {
          verb: 'deal.favorite',
          title: say(language, heart ? 'find.heart.remove' : 'find.heart.add'),
          data: { ...ids, on: heart ? 'no' : 'yes' },
          sign: { text: heart ? '♥' : '♡', colour: 'Attention' },
        },
  });
}

/**
 * What a button needs to lead back to this page: the list, what it is narrowed to this once and, behind its beginning, the
 * deal it starts with.
 */
export function listPositionOf(view: ListCardView): { first?: string; [name: string]: unknown } {
  const first = view.previous !== undefined ? view.deals[0]?.id : undefined;
  const { list, once: filters, text = '' } = view;
  return {
    ...(list === 'search' ? { text } : { list, ...(filters && { filters }) }),
    ...(first !== undefined && { first }),
  };
}

/** Parts of a line with a sign between them; what has no colour of its own is one piece. */
function lineOf(...parts: readonly (readonly RowPiece[])[]): RowPiece[] {
  const pieces = parts.flatMap((part, at) => (at === 0 || part.length === 0 ? part : [GAP, ...part]));
  const line: RowPiece[] = [];
  for (const piece of pieces) {
    const last = line.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') line[line.length - 1] = last + piece;
    else line.push(piece);
  }
  return line;
}
