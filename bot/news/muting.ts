import { visibleDeal } from '#app/list/deal.favorite.ts';
import { mutesOf, shownMute } from '#app/news/muteRecord.ts';
import { newsContent } from '#app/news/newsContent.ts';
import { readPosted } from '#app/notice/postedMessages.ts';
import type { MuteForm } from '#cards/mute/muteForm.ts';
import { mutesCard } from '#cards/mute/mutes.card.ts';
import { newsCard } from '#cards/news/news.card.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import { dealMeant } from '#dialogs/meant/dealMeant.ts';
import type { DealDeps, DealPress } from '#dialogs/turn/action.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { cardOrLine } from '#dialogs/turn/cardOrLine.ts';
import { type Found, viewableReferralOf } from '#dialogs/turn/dealOfPress.ts';
import { type Turn, todayOf } from '#dialogs/turn/turn.ts';
import type { Undoing } from '#dialogs/turn/undoOf.ts';
import { presentMutes } from '#domain/news/mute.ts';
import type { Referral } from '#domain/referral/referral.ts';

/** What is said about a press on a card of a deal, or the form that it opens. */
interface Said {
  resultLine?: string | undefined;
  form?: MuteForm | undefined;
  /** What takes it back. */
  undo?: Undoing | undefined;
}

/** Whether a press is about what holds for all deals: from the list of what is muted, or typed without a deal. */
export function isOverall(press: DealPress): boolean {
  return press.data.referral === undefined && wordsOf(press) === '';
}

/** The deal whose messages are to be muted, pressed or named by `text`, where the person may see it; else the polite answer. */
export async function dealToMute(deps: DealDeps, press: DealPress, text?: string): Promise<Found> {
  const meant = await dealMeant(deps, press, { text, how: 'news.how.deal' });
  return 'answer' in meant ? meant : viewableReferralOf(deps, meant);
}

function wordsOf({ data }: DealPress): string {
  return typeof data.text === 'string' ? data.text.trim() : '';
}

/** The card of a deal or of its news on which somebody pressed, as it is now. */
export async function answerMutedDeal(
  deps: DealDeps,
  press: DealPress,
  referral: Referral,
  { resultLine, form, undo }: Said,
): Promise<Answer> {
  const { turn } = press;
  const open = form && { open: true as const };
  const news = await newsAgain(deps, press, referral);
  if (news) {
    const mute = await shownMute(deps, turn.person.personId, referral);
    return { card: newsCard({ ...turn.reader, ...news, mute, resultLine, form }), undo, ...open };
  }
  const shown = form && { ...form, kind: 'quiet' as const };
  return { ...(await cardOrLine(deps, turn, referral, { resultLine, form: shown, undo })), ...open };
}

/** What the pressed message of news said, as far as it is still so. */
async function newsAgain(deps: DealDeps, { turn, data }: DealPress, referral: Referral) {
  const { on } = data;
  if (typeof on !== 'string' || !/^\d{1,9}$/.test(on) || !turn.contactId) return undefined;
  const here = { organization: turn.organization.id, referralId: referral.id, contactId: turn.contactId };
  const posted = await readPosted(deps, here, { type: 'news', occasion: on });
  if (!posted) return undefined;
  const content = await newsContent(deps, turn.organization, posted, referral, turn.person);
  return content && content.why !== 'channel' ? { ...content, why: content.why } : undefined;
}

/** What a person muted, with the deals that they may still see. */
export async function answerMutes(
  deps: DealDeps,
  turn: Turn,
  {
    undo,
    ...said
  }: {
    resultLine?: string | undefined;
    typed?: string | undefined;
    problem?: FieldProblem | undefined;
    formVersion?: number;
    undo?: Undoing | undefined;
  } = {},
): Promise<Answer> {
  const { organization, person, member } = turn;
  const silences = await mutesOf(deps, organization.id, person.personId);
  const { all, deals } = presentMutes(silences, deps.clock.now().toISOString());
  const listed = await Promise.all(
    deals.map(async ({ referralId, until }) => {
      const deal = await visibleDeal(deps, { organization: organization.id, member, referralId });
      return deal && { referralId, until, name: deal.name, customer: deal.customer.name };
    }),
  );
  const shown = listed.filter((deal) => deal !== undefined);
  return { card: mutesCard({ ...turn.reader, formVersion: 0, ...said, all, deals: shown }), undo };
}

/** What ends a mute of one deal, or of everything and of nothing beside it. */
export function unmuting(what: { referral: string } | { all: 'only' }): Undoing {
  return { verb: 'news.unmute', data: what };
}

/** The zone in which a person's mornings are. */
export function zoneOf({ reader, organization }: Turn): string {
  return reader.timeZone ?? organization.workingHours.timeZone;
}

/** The day that it is for the reader, for reading a day that was typed. */
export function dayContext(deps: DealDeps, turn: Turn) {
  const { language, locale } = turn.reader;
  const { fiscalYearStart } = turn.organization.options;
  return { language, locale, today: todayOf(deps, turn), fiscalYearStart };
}
