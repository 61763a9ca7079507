import { formatCountry, formatDay, formatList, formatMoney } from '../format.ts';
import { clip, literal, paragraphs } from '../outside.ts';
import { say, type TextKey } from '../say.ts';
import type { ReferralCardView } from './view.ts';
import { assistanceText, wantedText } from './wanted.ts';

interface Cell {
  label: string;
  text: string;
}

interface Figure extends Cell {
  missing: boolean;
  weight: 'Bolder' | 'Default';
}

/** City, state and country in the reader's language. */
export function placeOf(view: ReferralCardView): string {
  const { city, state, country } = view.referral.customer;
  const parts = [city, state, country && formatCountry(country, view)];
  return parts
    .filter((part) => part !== undefined && part.trim() !== '')
    .map((part) => clip(literal(part ?? ''), 60))
    .join(', ');
}

/** The two figures a decision hangs on; one that is missing must not look like one. */
export function headlineOf(view: ReferralCardView): { left: Figure; right: Figure } {
  const { value, closeDate } = view.referral;
  return {
    left: figure(view, 'referral.card.value', value && formatMoney(value, view)),
    right: figure(view, 'referral.card.closeDate', closeDate && formatDay(closeDate, view)),
  };
}

function figure({ language }: ReferralCardView, label: TextKey, text: string | undefined): Figure {
  return {
    label: say(language, label),
    text: text ? literal(text) : say(language, 'referral.card.notStated'),
    missing: !text,
    weight: text ? 'Bolder' : 'Default',
  };
}

/** The other facts, two in a row; empty ones are left out. */
export function factRowsOf(view: ReferralCardView): { left: Cell; right: Cell & { shown: boolean } }[] {
  const { referral, language } = view;
  const outside = (text: string | undefined) => {
    return clip(
      literal(text ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
      150,
    );
  };
  // An undecided one says in its first line who it is from.
  const undecided = referral.stage === 'received' && referral.direction === 'inbound';
  const samePhrase = referral.name.trim() === referral.customer.name.trim();
  const team = view.audience === 'personal' ? teamNames(view) : '';
  const wide: Cell[] = [
    { label: say(language, 'referral.card.deal'), text: samePhrase ? '' : outside(referral.name) },
    { label: say(language, 'referral.card.wanted'), text: wantedText(referral.wanted, view) },
  ];
  const narrow: Cell[] = [
    { label: say(language, 'referral.card.from'), text: undecided ? '' : senderOf(view) },
    { label: say(language, 'referral.card.help'), text: assistanceText(referral.assistance, view) },
    { label: say(language, 'referral.card.crmId'), text: outside(referral.crmId) },
    { label: say(language, 'referral.card.campaignId'), text: outside(referral.campaignId) },
    { label: say(language, 'referral.card.team'), text: team },
  ];
  const present = (cell: Cell) => cell.text !== '';
  const rows = wide.filter(present).map((left) => ({ left, right: { label: '', text: '', shown: false } }));
  // While a form stands open above, the facts that help to fill it in are enough.
  const pairs = view.form ? narrow.slice(0, 2).filter(present) : narrow.filter(present);
  for (let index = 0; index < pairs.length; index += 2) {
    const [left, right] = [pairs[index], pairs[index + 1]];
    if (left) rows.push({ left, right: { label: '', text: '', ...right, shown: right !== undefined } });
  }
  return rows;
}

/** The sender's name; Microsoft by its id, because its name is often left out. */
export function senderOf(view: ReferralCardView): string {
  const { sender } = view.referral;
  const name = clip(literal(sender?.name ?? '').trim(), 120);
  if (name === '' && sender?.organizationId?.toLowerCase() === 'msft') return 'Microsoft';
  return name;
}

/** What the sender wrote, and the notes of the deal, clipped; without people where a team reads it. */
export function notesOf(view: ReferralCardView): { title: string; lines: { line: string }[] }[] {
  const { referral, language } = view;
  const sender = senderOf(view);
  const notes = say(language, 'referral.card.notes');
  const boxes = [
    {
      title: sender ? say(language, 'referral.card.notesFrom', { sender }) : notes,
      text: referral.senderNotes,
    },
    { title: notes, text: referral.notes === referral.senderNotes ? '' : referral.notes },
  ];
  return boxes
    .map(({ title, text = '' }) => ({ title, lines: paragraphs(text, 600, 8).map((line) => ({ line })) }))
    .filter(({ lines }) => lines.length > 0);
}

function teamNames(view: ReferralCardView): string {
  const { team } = view.referral;
  const names = team.slice(0, 4).map((contact) => clip(literal(contact.name), 60));
  const more = team.length - names.length;
  if (more > 0) names.push(say(view.language, 'referral.card.andMore', { count: more }));
  return formatList(names, view);
}
