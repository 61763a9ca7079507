import { chatUrl } from '#cards/deal/link.ts';
import { statusOfParty } from '#cards/deal/partyStatus.ts';
import type { CardJson } from '#cards/expand.ts';
import { heading, note, plainLine } from '#cards/form/field.ts';
import { cardDateTime, formatDay, formatList } from '#cards/format.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { clip, clipBytes, literal, oneLine } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { positionOf } from '#cards/referral/view/around.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import { partners } from '#domain/engagement/engagement.ts';
import { isUndecided, standingOf } from '#domain/engagement/takingPart.ts';
import type { Party } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { plusHours } from '#domain/values/instant.ts';

/** So many parties have a line on a card. */
export const MOST_ON_BOARD = 8;
const MOST_NAMED = 4;
/** An invitation is answered within 14 days (CR-38). */
const ANSWER_HOURS = 14 * 24;

/**
 * The invitation board: every other party with its status, its part, since when, and who decided (CR-30). A channel
 * copy has organizations and no people; what is to be done about a party stands beside it on a personal copy.
 */
export function boardOf(view: ReferralCardView, most = MOST_ON_BOARD): CardJson[] {
  const parties = rankedParties(view.referral);
  if (parties.length === 0) return [];
  const shown = parties.slice(0, most);
  const more = parties.length - shown.length;
  return [
    { ...heading(say(view.language, 'invite.board')), spacing: 'None' },
    ...shown.map((party) => rowOf(view, party)),
    ...(more > 0 ? [note(say(view.language, 'referral.card.andMore', { count: more }))] : []),
  ];
}

/** Whether every party of a deal stands on its board. */
export function isOnBoard({ parties = [] }: Pick<Referral, 'parties'>): boolean {
  return parties.length <= MOST_ON_BOARD;
}

/** The parties in the order of who matters now: the one who invited us, then who has to be waited for, who is in, and who is not any more. */
export function rankedParties({ parties = [] }: Pick<Referral, 'parties'>): Party[] {
  return [...parties].sort((one, other) => rank(one) - rank(other));
}

function rank(party: Party): number {
  if (party.role === 'inviter') return 0;
  const { stage } = standingOf(party);
  return { received: 1, accepted: 2, closed: 3 }[stage];
}

function rowOf(view: ReferralCardView, party: Party): CardJson {
  const ways = waysTo(view, party);
  const items = [
    firstLine(view, party),
    ...partLine(view, party),
    ...refusalLine(view, party),
    ...peopleLine(view, party),
    ...teamLine(view, party),
    sinceLine(view, party),
  ];
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [{ type: 'Column', width: 'stretch', items }, ...ways],
  };
}

function firstLine(view: ReferralCardView, party: Party): CardJson {
  const name = nameOf(party);
  const status = statusOfParty(view, party);
  const role = party.role === 'inviter' ? say(view.language, 'invite.inviter') : '';
  const gap = say(view.language, 'list.separator');
  return plainLine(
    [{ text: name, weight: 'Bolder' }, { text: [`${gap}${status}`, role].filter(Boolean).join(gap) }],
    'None',
  );
}

/** Value and date of its part: what it said last, before that what it was invited with. */
function partLine(view: ReferralCardView, { view: told, invitation }: Party): CardJson[] {
  const value = told?.value ?? invitation?.value;
  const closeDate = told?.closeDate ?? invitation?.closeDate;
  const parts = [
    value ? clip(literal(formatMoney(value, view)), 40) : '',
    closeDate ? say(view.language, 'find.row.closes', { date: formatDay(closeDate, view) }) : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? [small(parts.join('  ·  '))] : [];
}

/** What was said with a refusal (CR-52); free text, so not where a team reads it. */
function refusalLine(view: ReferralCardView, { view: told }: Party): CardJson[] {
  const text = clip(oneLine(told?.closingNotes ?? ''), 200);
  return view.audience === 'channel' || text === '' ? [] : [small(text)];
}

/** Who decided over there; names stand on personal copies only. */
function peopleLine(view: ReferralCardView, party: Party): CardJson[] {
  const name = clipBytes(literal(party.seller?.name ?? '').trim(), 80);
  if (view.audience === 'channel' || name === '' || isUndecided(party)) return [];
  return [small(say(view.language, 'invite.seller', { name }))];
}

/** Everybody over there (CR-30), where it is not the seller alone; all of them stand in the form of the team. */
function teamLine(view: ReferralCardView, { seller, view: told }: Party): CardJson[] {
  const team = told?.team ?? [];
  const [only, ...others] = team;
  const known = others.length === 0 && seller?.email !== undefined && only?.email === seller.email;
  if (view.audience === 'channel' || !only || known) return [];
  const names = team.slice(0, MOST_NAMED).map(({ name }) => clipBytes(literal(name).trim(), 60));
  const more = team.length - names.length;
  if (more > 0) names.push(say(view.language, 'referral.card.andMore', { count: more }));
  return [small(say(view.language, 'invite.team', { names: formatList(names, view) }))];
}

/** Moments, in the reader's own zone; nothing that ages while it stands there. */
function sinceLine(view: ReferralCardView, party: Party): CardJson {
  const { language } = view;
  const { since } = standingOf(party);
  const sentences = [say(language, 'invite.since', cardDateTime(since))];
  if (isUndecided(party)) {
    const until = plusHours(party.invited?.at ?? since, ANSWER_HOURS);
    sentences.push(say(language, 'invite.until', cardDateTime(until)));
    if (party.reminded) sentences.push(say(language, 'invite.remindedAt', cardDateTime(party.reminded)));
  }
  return { ...note(sentences.join('  ·  ')), spacing: 'None' };
}

function small(text: string): CardJson {
  const run = { type: 'TextRun', text, size: 'Small', isSubtle: true };
  return { type: 'RichTextBlock', spacing: 'None', inlines: [run] };
}

/** *Remind* for who has not answered, *Chat now* with the seller of who has: no buttons, of which a card has six at most. */
export function waysTo(view: ReferralCardView, party: Party): CardJson[] {
  const { language, referral } = view;
  if (view.audience === 'channel') return [];
  const exchanged = partners(referral).includes(party);
  const email = party.seller?.email?.trim();
  if (isUndecided(party) && referral.stage !== 'closed') {
    const title = say(language, 'invite.remind');
    const data = { referral: referral.id, organization: party.organization, ...positionOf(view) };
    return [way(title, pressAction({ verb: 'partner.remind', title, data }))];
  }
  if (!exchanged || !email || isUndecided(party)) return [];
  const title = say(language, 'invite.chat');
  const topic = literal(referral.name).replace(/\s+/g, ' ').slice(0, 100);
  return [way(title, { type: 'Action.OpenUrl', title, url: chatUrl([email], topic) })];
}

function way(text: string, selectAction: CardJson): CardJson {
  const items = [{ type: 'TextBlock', text, wrap: true, color: 'Accent' }];
  return { type: 'Column', width: 'auto', verticalContentAlignment: 'Center', selectAction, items };
}

/** A party by its name on one line, or by its id. */
export function nameOf({ name, organization }: Party): string {
  return clipBytes(oneLine(name), 80) || literal(clip(organization, 40));
}
