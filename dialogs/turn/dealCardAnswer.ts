import { shownMute } from '#app/news/muteRecord.ts';
import { cardFactsOf } from '#app/notice/cardFacts.ts';
import { readPosted } from '#app/notice/postedMessages.ts';
import { whyTold } from '#app/notice/recipients.ts';
import type { CardJson } from '#cards/expand.ts';
import { referralCard } from '#cards/referral/card/referral.card.ts';
import { rejectionLine } from '#cards/referral/parts/rejection.ts';
import type { Around, ReferralCardView, RefusedForm } from '#cards/referral/view/view.ts';
import type { ReferralRejection } from '#domain/decide/decideReferral.ts';
import type { Why } from '#domain/news/why.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { ownStep } from '#domain/referral/undoable.ts';
import type { Calendar } from '#ports/calendar.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { type Links, partnerCenterUrl } from './links.ts';
import { openedFrom } from './neighbours.ts';
import type { Turn } from './turn.ts';

export interface CardDeps {
  store: DocumentStore;
  links: Links;
  clock: Clock;
  calendar: Calendar;
}

/** What is different about a card that answers a press. */
export interface CardExtras {
  rejection?: ReferralRejection | undefined;
  /** What came of the press, in the reader's language; a rejection says it by itself. */
  resultLine?: string | undefined;
  /** What takes back what was just done; a decision that can still be taken back says so by itself. */
  undo?: ReferralCardView['undo'];
  form?: RefusedForm | undefined;
  formVersion?: number | undefined;
  /** Whether it is among the reader's favorites. */
  favorite?: boolean | undefined;
  /** The way through the list from which the card was opened. */
  around?: Around | undefined;
}

/** The referral's card as it is now, written for the person who pressed. */
export async function cardForPresser(
  deps: CardDeps,
  turn: Turn,
  referral: Referral,
  extras: CardExtras = {},
): Promise<CardJson> {
  const you = turn.audience === 'personal' ? turn.member : undefined;
  const facts = await cardFactsOf(deps, turn.organization, referral, you);
  const { rejection, resultLine, ...rest } = extras;
  const { favorite, around } = (turn.from && (await openedFrom(deps, turn, referral.id, turn.from))) ?? {};
  const at = deps.clock.now().toISOString();
  const { deciderName } = facts;
  return referralCard({
    ...turn.reader,
    ...facts,
    referral,
    audience: turn.audience,
    why: await whyHere(deps, turn, referral),
    mute: you && (await shownMute(deps, turn.person.personId, referral)),
    partnerCenterUrl: partnerCenterUrl(deps.links, referral),
    connection: deps.links.connection(referral.organization),
    resultLine: rejection
      ? rejectionLine({ ...turn.reader, rejection, referral, deciderName, at })
      : resultLine,
    favorite,
    around,
    undo: ownStep(referral, turn.person.personId),
    ...rest,
  });
}

/** Why the card that stands in this conversation came there. */
async function whyHere(deps: CardDeps, turn: Turn, referral: Referral): Promise<Why | undefined> {
  const { audience, organization, person, contactId } = turn;
  if (audience !== 'channel') return whyTold(deps, organization, referral, person);
  if (!contactId) return 'channel';
  const posted = await readPosted(deps, {
    organization: organization.id,
    referralId: referral.id,
    contactId,
  });
  return posted?.why ?? 'channel';
}
