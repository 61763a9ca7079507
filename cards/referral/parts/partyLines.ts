import { partyStatusText } from '#cards/deal/partyStatus.ts';
import type { CardJson } from '#cards/expand.ts';
import { formatInstantDay } from '#cards/format.ts';
import { clipBytes, oneLine } from '#cards/outside.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import { isUndecided, standingOf } from '#domain/engagement/takingPart.ts';
import type { Party } from '#domain/referral/party.ts';
import { MOST_ON_BOARD, nameOf, rankedParties, waysTo } from './board.ts';
import { microsoftAsked } from './dealType.ts';
import { senderOf } from './sender.ts';

type Colour = 'Good' | 'Warning' | 'Attention' | 'Default';

interface PartyLine {
  name: string;
  status: string;
  colour: Colour;
  /** Since when, and who: what is not the state. */
  more: string[];
  ways: CardJson[];
}

/** One line a party: its state, since when, and who decided there; the whole board stands in the details (CR-30). */
export function partyLines(view: ReferralCardView): CardJson[] {
  const { language, referral } = view;
  const parties = rankedParties(referral);
  if (parties.length === 0) return soleLines(view).map(lineOf);
  const shown = parties.slice(0, MOST_ON_BOARD);
  const more = parties.length - shown.length;
  const rest = more > 0 ? say(language, 'referral.card.andMore', { count: more }) : '';
  return [
    ...shown.map((party) => lineOf(partyLineOf(view, party))),
    ...(rest
      ? [{ type: 'TextBlock', text: rest, size: 'Small', isSubtle: true, wrap: true, spacing: 'None' }]
      : []),
  ];
}

function partyLineOf(view: ReferralCardView, party: Party): PartyLine {
  const { stage, outcome, since } = standingOf(party);
  const seller = view.audience === 'channel' || isUndecided(party) ? '' : (party.seller?.name ?? '');
  return {
    name: nameOf(party),
    status: partyStatusText(view.language, party),
    colour: colourOf(stage, outcome),
    more: [dayOf(since, view), clipBytes(oneLine(seller), 40)],
    ways: waysTo(view, party),
  };
}

function colourOf(stage: string, outcome: string | undefined): Colour {
  if (stage === 'received') return 'Warning';
  return stage === 'closed' && outcome !== 'won' ? 'Attention' : 'Good';
}

/** Where there is no party on record: who sent it, or that Microsoft was asked for help. */
function soleLines(view: ReferralCardView): PartyLine[] {
  const { referral, language } = view;
  if (referral.stage !== 'accepted') return [];
  const since = [dayOf(referral.createdAt, view)];
  const sender = referral.direction === 'inbound' ? senderOf(view) : '';
  if (sender) {
    const status = say(language, 'party.sent');
    return [{ name: sender, status, colour: 'Default', more: since, ways: [] }];
  }
  if (!microsoftAsked(referral)) return [];
  const status = say(language, 'party.asked');
  return [{ name: 'Microsoft', status, colour: 'Warning', more: since, ways: [] }];
}

function lineOf({ name, status, colour, more, ways }: PartyLine): CardJson {
  const rest = more.filter((part) => part !== '').join(' · ');
  const inlines = [
    { type: 'TextRun', text: name, weight: 'Bolder' },
    { type: 'TextRun', text: ` ${status}`, ...(colour !== 'Default' && { color: colour }) },
    ...(rest ? [{ type: 'TextRun', text: ` ${rest}`, isSubtle: true }] : []),
  ];
  const items = [{ type: 'RichTextBlock', spacing: 'None', inlines }];
  return {
    type: 'ColumnSet',
    spacing: 'None',
    columns: [{ type: 'Column', width: 'stretch', verticalContentAlignment: 'Center', items }, ...ways],
  };
}

function dayOf(at: string, view: ReferralCardView): string {
  return at ? formatInstantDay(at, view, 'short') : '';
}
