import { closeReasonTexts } from '#cards/deal/dealWords.ts';
import { cardDateTime, formatDay, formatList } from '#cards/format.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { clip, literal, oneLine, paragraphs } from '#cards/outside.ts';
import { registrationFieldTexts } from '#cards/referral/registration/registrationWords.ts';
import { say, type TextKey } from '#cards/say.ts';
import { LONGEST_KEPT } from '#domain/engagement/notes.ts';
import { MOST_DECLINE_NOTES } from '#domain/engagement/refusalNotes.ts';
import { type News, partyOfNews } from '#domain/news/news.ts';
import { MICROSOFT, type Party, type SharedNote } from '#domain/referral/party.ts';
import type { RegistrationField } from '#domain/referral/registration.ts';
import { filedBy, ownRegistration } from '#domain/registration/registrationView.ts';
import { same } from '#domain/values/canonical.ts';
import type { NewsCardView } from './view.ts';

const registrationTexts = {
  'action-required': 'news.registration.action-required',
  approved: 'news.registration.approved',
  passed: 'news.registration.passed',
  failed: 'news.registration.failed',
} satisfies Record<string, TextKey>;

const endTexts = {
  won: 'news.end.won',
  lost: 'news.end.lost',
} satisfies Record<string, TextKey>;

const answerNextTexts = {
  accepted: 'news.next.accepted',
  declined: 'news.next.declined',
  expired: 'news.next.expired',
} satisfies Record<string, TextKey>;

const answerTexts = {
  accepted: 'news.answer.accepted',
  declined: 'news.answer.declined',
  expired: 'news.answer.expired',
} satisfies Record<string, TextKey>;

type View = Pick<NewsCardView, 'referral' | 'place' | 'language' | 'locale' | 'timeZone'>;

/** One piece of news in words; all of it is shown literally, except for `when`. */
export interface Described {
  style: 'accent' | 'good' | 'attention' | 'warning' | 'emphasis';
  title: string;
  /** A moment, for a text that the client fills in. */
  when: string;
  lines: string[];
  /** What one can do now. */
  next: string;
}

/** What happened, when, by whom, and what one can do now. */
export function describe(news: News, view: View): Described {
  const { referral, language } = view;
  const party = partyOfNews(news, referral);
  const name = { party: partyName(news, party) };
  const [when, seller] = [moment(party?.view?.since, view), sellerLine(party, view)];
  switch (news.kind) {
    case 'answer': {
      const { answer } = news;
      const style = { accepted: 'good', declined: 'attention', expired: 'warning' } as const;
      return {
        style: style[answer],
        title: say(language, answerTexts[answer], name),
        when,
        lines: compact([
          seller,
          reasonLine(party, view),
          ...(answer === 'declined'
            ? paragraphs(party?.view?.closingNotes ?? '', MOST_DECLINE_NOTES, 8)
            : []),
          ...(answer === 'accepted' ? [partLine(party, view), invitedLine(party, view)] : []),
        ]),
        next: say(language, answerNextTexts[answer]),
      };
    }
    case 'end': {
      const style = news.outcome === 'won' ? 'good' : 'attention';
      const title = say(language, endTexts[news.outcome], name);
      const open = referral.stage !== 'closed';
      const next = open ? say(language, 'news.next.end') : '';
      return { style, title, when, lines: compact([seller, reasonLine(party, view)]), next };
    }
    case 'withdrawn': {
      const next = say(language, 'news.next.withdrawn');
      const title = say(language, 'news.withdrawn', name);
      return { style: 'emphasis', title, when, lines: compact([seller]), next };
    }
    case 'reminded': {
      const until = say(language, 'referral.card.answerBy', cardDateTime(referral.expiresAt));
      const next = say(language, 'news.next.reminded');
      const title = say(language, 'news.reminded', name);
      return { style: 'warning', title, when: until, lines: compact([seller]), next };
    }
    case 'unanswered': {
      const until = say(language, 'referral.card.answerBy', cardDateTime(referral.expiresAt));
      const title = unansweredTitle(news.days, view);
      return { style: 'warning', title, when: until, lines: [], next: say(language, 'news.next.reminded') };
    }
    case 'note': {
      const note = party?.view?.notes.find(({ number }) => number === news.number);
      const from = note?.from?.name ?? name.party;
      const title = say(language, 'news.note', { party: clip(literal(from), 100) });
      const lines = note ? [writerLine(note, party, view), ...noteLines(note.text)] : [];
      return { style: 'accent', title, when: moment(note?.at, view), lines: compact(lines), next: '' };
    }
    case 'registration': {
      const { came } = news;
      const last = ownRegistration(referral)?.history.findLast(({ state }) => state === came);
      const style = {
        'action-required': 'warning',
        approved: 'good',
        passed: 'good',
        failed: 'attention',
      } as const;
      return {
        style: style[came],
        title: say(language, registrationTexts[came]),
        when: moment(last?.at, view),
        lines: compact([saidReason(last?.reason, view), askedLine(last?.fields, view)]),
        next: came === 'action-required' ? say(language, 'news.next.action-required') : '',
      };
    }
    case 'review': {
      const filed = filedBy(referral, news.organization);
      const solution = filed && clip(literal(filed.filing.form.solution.name), 150);
      return {
        style: 'accent',
        title: say(language, 'news.review', name),
        when: moment(filed?.history.at(-1)?.at, view),
        lines: compact([solution]),
        next: say(language, 'news.next.review'),
      };
    }
    default:
      return news satisfies never;
  }
}

function unansweredTitle(days: number, { language, place }: View): string {
  return place
    ? say(language, 'news.unanswered.at', { count: days, place: clip(literal(place), 60) })
    : say(language, 'news.unanswered', { count: days });
}

/** Who wrote it, unless they were erased since. */
function writerLine({ by }: SharedNote, party: Party | undefined, { language }: View): string {
  const name = clip(literal(party?.view?.writers?.[by] ?? '').trim(), 100);
  return name ? say(language, 'news.noteBy', { name }) : '';
}

/** Of a long note the record keeps the beginning; the whole of it stands in the deal's history. */
function noteLines(text: string): string[] {
  const cut = [...text].length >= LONGEST_KEPT;
  return paragraphs(cut ? `${text}…` : text, 500, 6);
}

function askedLine(fields: readonly RegistrationField[] | undefined, { language }: View): string {
  if (!fields || fields.length === 0) return '';
  const names = fields.map((field) => say(language, registrationFieldTexts[field]));
  return say(language, 'registration.card.asked', { fields: formatList(names, { language }) });
}

function saidReason(reason: string | undefined, { language }: View): string {
  const text = reason && clip(oneLine(reason), 500);
  return text ? say(language, 'referral.state.reason', { reason: text }) : '';
}

/** What happened in one line, for a channel or a list: no person is named. */
export function headline(news: News, view: View): string {
  return describe(news, view).title;
}

function partyName({ organization }: News, party: Party | undefined): string {
  const name = clip(literal(party?.name ?? '').trim(), 100);
  return name || (organization === MICROSOFT ? 'Microsoft' : organization);
}

function sellerLine(party: Party | undefined, { language }: View): string {
  const name = clip(literal(party?.seller?.name ?? '').trim(), 100);
  return name ? say(language, 'news.seller', { name }) : '';
}

function reasonLine(party: Party | undefined, { language }: View): string {
  const reason = party?.view?.reason;
  return reason
    ? say(language, 'referral.state.reason', { reason: say(language, closeReasonTexts[reason]) })
    : '';
}

function partLine(party: Party | undefined, view: View): string {
  const { value, closeDate } = party?.view ?? {};
  if (!value || !closeDate) return '';
  const money = literal(formatMoney(value, view));
  return say(view.language, 'news.part', { value: money, day: literal(formatDay(closeDate, view)) });
}

/** What they were asked for, where they took on something else. */
function invitedLine(party: Party | undefined, view: View): string {
  const { invitation, view: told } = party ?? {};
  if (!invitation || !told?.value || !told.closeDate) return '';
  const { value, closeDate } = invitation;
  if (same(told.value, value) && told.closeDate === closeDate) return '';
  const money = literal(formatMoney(value, view));
  return say(view.language, 'news.part.asked', { value: money, day: literal(formatDay(closeDate, view)) });
}

function moment(at: string | undefined, { language }: View): string {
  return at ? say(language, 'referral.card.dateAndTime', cardDateTime(at)) : '';
}

function compact(lines: readonly (string | undefined)[]): string[] {
  return lines.filter((line) => line !== undefined && line !== '') as string[];
}
