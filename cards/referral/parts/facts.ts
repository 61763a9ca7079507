import { addressParts } from '#cards/address.ts';
import { markdownLink } from '#cards/deal/link.ts';
import { assistanceText, wantedText } from '#cards/deal/wanted.ts';
import { cardDateTime, formatCountry, formatInstant, formatList } from '#cards/format.ts';
import { clip, literal, oneLine, paragraphs } from '#cards/outside.ts';
import { decidedAt, type ReferralCardView } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import type { ReferralFacts } from '#domain/referral/referral.ts';
import { holderOf } from '#domain/referral/team.ts';
import { ownRegistration } from '#domain/registration/registrationView.ts';
import type { Instant } from '#domain/values/instant.ts';
import { dealTypeText, microsoftText, solutionLines } from './dealType.ts';
import { senderOf } from './sender.ts';
import { similarText } from './similar.ts';
import { saysWish } from './wish.ts';

/** `link`: where the text leads, as an address. */
interface Fact {
  label: string;
  text: string;
  link?: string | undefined;
}

/** A text in plain runs, or one in markdown with a link. */
interface Cell {
  label: string;
  text: string;
  plain: boolean;
  linked: boolean;
}

/** Where the customer is: on personal copies with the whole address, elsewhere city, state and country. */
function addressOfCustomer(view: ReferralCardView): string {
  const { customer } = view.referral;
  const { city, state, country } = customer;
  const shown =
    view.audience === 'personal'
      ? { ...customer, addressLines: customer.addressLines.slice(0, 3) }
      : { city, state, country };
  const parts = [...addressParts(shown), country ? formatCountry(country, view) : ''];
  return parts
    .filter((part) => part.trim() !== '')
    .map((part) => clip(literal(part), 60))
    .join(', ');
}

/** Which legal entity the customer is (CR-18), and whether somebody typed it in. */
function entityOf({ referral, language }: ReferralCardView): string {
  const { duns, byHand } = referral.customer;
  const parts = [
    ...(duns ? [say(language, 'deal.card.duns', { duns: clip(literal(duns), 20) })] : []),
    ...(byHand ? [say(language, 'deal.card.byHand')] : []),
  ];
  return parts.join(' · ');
}

/** The facts that stand behind *Details*, two in a row; empty ones are left out. */
export function factRowsOf(view: ReferralCardView): { left: Cell; right: Cell & { shown: boolean } }[] {
  const present = ({ text }: Fact) => text !== '';
  const nothing = { label: '', text: '', plain: false, linked: false, shown: false };
  const rows = wideFacts(view)
    .filter(present)
    .map((fact): { left: Cell; right: Cell & { shown: boolean } } => ({ left: cell(fact), right: nothing }));
  const pairs = narrowFacts(view).filter(present);
  for (let index = 0; index < pairs.length; index += 2) {
    const [left, right] = [pairs[index], pairs[index + 1]];
    if (left) rows.push({ left: cell(left), right: right ? { ...cell(right), shown: true } : nothing });
  }
  return rows;
}

function cell({ label, text, link }: Fact): Cell {
  const linked = link !== undefined;
  return { label, text: linked ? markdownLink(text, link) : text, plain: !linked, linked };
}

function outside(text: string | undefined, most = 150): string {
  const line = oneLine(text ?? '');
  return clip(line, most);
}

function wideFacts(view: ReferralCardView): Fact[] {
  const { referral, language } = view;
  const address = addressOfCustomer(view);
  return [
    {
      label: say(language, 'referral.card.customer'),
      text: [address, entityOf(view)].filter(Boolean).join('\n'),
    },
    { label: say(language, 'deal.card.type'), text: dealTypeText(view) },
    {
      label: say(language, 'referral.card.wanted'),
      text: saysWish(view) ? '' : wantedText(otherThanSolutions(referral), view),
    },
    { label: say(language, 'deal.card.solutions'), text: solutionLines(view).join('\n') },
    { label: say(language, 'referral.card.similar'), text: similarText(view) },
  ];
}

/** What the customer looks for and does not stand among the deal's solutions anyway. */
function otherThanSolutions({ wanted, solutions = [] }: ReferralFacts): ReferralFacts['wanted'] {
  const told = new Set(solutions.map(({ name }) => name.trim().toLowerCase()));
  return { ...wanted, solutions: wanted.solutions.filter((name) => !told.has(name.trim().toLowerCase())) };
}

function narrowFacts(view: ReferralCardView): Fact[] {
  const { referral, language } = view;
  // An undecided one says in its first line who it is from.
  const undecided = referral.stage === 'received' && referral.direction === 'inbound';
  const crm = outside(referral.crmId);
  return [
    {
      label: say(language, 'referral.card.answer'),
      text: undecided ? momentText(referral.expiresAt, view) : '',
    },
    { label: say(language, 'referral.card.decided'), text: decidedText(view) },
    { label: say(language, 'deal.card.holder'), text: holderText(view) },
    { label: say(language, 'referral.card.from'), text: undecided ? '' : senderOf(view) },
    {
      label: say(language, 'referral.card.help'),
      text: saysWish(view) ? '' : assistanceText(referral.assistance, view),
    },
    { label: say(language, 'deal.card.microsoft'), text: microsoftText(view) },
    { label: say(language, 'deal.card.location'), text: outside(view.locationName ?? referral.location, 80) },
    { label: say(language, 'deal.card.place'), text: outside(view.placeName ?? referral.assessmentPlace) },
    {
      label: say(language, 'referral.card.crmId'),
      text: crm,
      ...(crm && view.crmUrl && { link: view.crmUrl }),
    },
    { label: say(language, 'referral.card.campaignId'), text: outside(referral.campaignId) },
    { label: say(language, 'deal.card.registration'), text: registrationText(view) },
    { label: say(language, 'referral.card.team'), text: view.audience === 'personal' ? teamNames(view) : '' },
    { label: say(language, 'deal.card.created'), text: createdText(view) },
  ];
}

/** When it was decided, and that it happened in Partner Center where no other line says so. */
function decidedText(view: ReferralCardView): string {
  const { referral, language } = view;
  const at = decidedAt(referral);
  const told = referral.stage !== 'closed' || referral.outcome === 'declined';
  if (!at || told || referral.closedBy.kind !== 'partner-center') return momentText(at, view);
  return say(language, 'referral.state.inPartnerCenter', cardDateTime(at));
}

/** A moment in each reader's own zone. */
function momentText(at: Instant | undefined, { language }: ReferralCardView): string {
  return at ? say(language, 'referral.card.dateAndTime', cardDateTime(at)) : '';
}

/** What Partner Center reports in a word of its own; what is known stands in a part of its own. */
function registrationText({ referral }: ReferralCardView): string {
  const none = /^none$/i.test(referral.registration ?? '');
  return ownRegistration(referral) || none ? '' : outside(referral.registration, 60);
}

function holderText({ referral, holderUnreached, language }: ReferralCardView): string {
  const name = outside(holderOf(referral)?.name, 60);
  return name && holderUnreached ? say(language, 'deal.card.holderNoBot', { name }) : name;
}

function createdText(view: ReferralCardView): string {
  const { createdBy, createdAt } = view.referral;
  // The first line of a deal that was created here says it already.
  const saysSo = view.referral.direction === 'outbound' && view.referral.stage === 'accepted';
  if (createdBy?.kind !== 'person' || saysSo) return '';
  const time = formatInstant(createdAt, view);
  const name = outside(view.creatorName, 60);
  return name ? say(view.language, 'deal.card.createdBy', { name, time }) : time;
}

/** What the sender wrote, and the notes of the deal, clipped; without people where a team reads it. */
export function notesOf(
  view: ReferralCardView,
  most = { characters: 600, lines: 8 },
): { title: string; lines: { line: string }[] }[] {
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
    .map(({ title, text = '' }) => ({
      title,
      lines: paragraphs(text, most.characters, most.lines).map((line) => ({ line })),
    }))
    .filter(({ lines }) => lines.length > 0);
}

function teamNames(view: ReferralCardView): string {
  const { team } = view.referral;
  const names = team.slice(0, 4).map((contact) => clip(literal(contact.name), 60));
  const more = team.length - names.length;
  if (more > 0) names.push(say(view.language, 'referral.card.andMore', { count: more }));
  return formatList(names, view);
}
