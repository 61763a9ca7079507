import { closeReasonTexts, errorReasonTexts } from '#cards/deal/dealWords.ts';
import { formatInstant, formatInstantDay } from '#cards/format.ts';
import { optional } from '#cards/optional.ts';
import { clip, literal, paragraphs } from '#cards/outside.ts';
import { formTitle } from '#cards/referral/view/formTitle.ts';
import { decidedAt, type ReferralCardView } from '#cards/referral/view/view.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { senderOf } from './sender.ts';

const endedTexts = {
  won: 'referral.state.won',
  lost: 'referral.state.lost',
  expired: 'referral.state.expired',
  withdrawn: 'referral.state.withdrawn',
  error: 'referral.state.error',
  other: 'referral.state.other',
} satisfies Record<string, TextKey>;

const endedByTexts = {
  won: 'referral.state.wonBy',
  lost: 'referral.state.lostBy',
  error: 'referral.state.errorBy',
} satisfies Record<string, TextKey>;

const decidedTexts = {
  accepted: 'referral.state.accepted',
  declined: 'referral.state.declined',
} satisfies Record<string, TextKey>;

const decidedByTexts = {
  accepted: 'referral.state.acceptedBy',
  declined: 'referral.state.declinedBy',
} satisfies Record<string, TextKey>;

const elsewhereTexts = {
  accepted: 'referral.state.acceptedElsewhere',
  declined: 'referral.state.declinedElsewhere',
} satisfies Record<string, TextKey>;

type Style = 'accent' | 'good' | 'attention' | 'warning' | 'emphasis';

/** The state of a referral in one line, and its colour: what is understood first. */
function stateOf(view: ReferralCardView): { style: Style; title: string } {
  const { referral, language } = view;
  const name = view.deciderName && clip(literal(view.deciderName), 100);
  const decided = (here: 'accepted' | 'declined', elsewhere: boolean) => {
    if (elsewhere) return say(language, elsewhereTexts[here]);
    return name ? say(language, decidedByTexts[here], { name }) : say(language, decidedTexts[here]);
  };
  if (referral.stage === 'received') {
    if (referral.direction === 'outbound')
      return { style: 'emphasis', title: say(language, 'referral.state.sent') };
    const sender = senderOf(view);
    const title = sender
      ? say(language, 'referral.card.newFrom', { sender })
      : say(language, 'referral.card.new');
    return { style: 'accent', title };
  }
  if (referral.stage === 'accepted' && referral.direction === 'outbound' && referral.createdBy) {
    const creator = view.creatorName && clip(literal(view.creatorName), 100);
    const title = creator
      ? say(language, 'deal.state.createdBy', { name: creator })
      : say(language, 'deal.state.created');
    return { style: 'good', title };
  }
  if (referral.stage === 'accepted') {
    return { style: 'good', title: decided('accepted', referral.acceptedBy.kind === 'partner-center') };
  }
  const { outcome } = referral;
  if (outcome === 'declined') {
    return { style: 'attention', title: decided('declined', referral.closedBy.kind === 'partner-center') };
  }
  const styles = {
    won: 'good',
    lost: 'attention',
    expired: 'warning',
    withdrawn: 'emphasis',
    error: 'emphasis',
    other: 'emphasis',
  } as const;
  const style = styles[outcome];
  const ended = outcome === 'won' || outcome === 'lost' || outcome === 'error';
  if (ended && name) return { style, title: say(language, endedByTexts[outcome], { name }) };
  return { style, title: say(language, endedTexts[outcome]) };
}

/** The strip on top: where it stands, when or until when, and why it ended. */
export function stripOf(view: ReferralCardView) {
  const { referral, language } = view;
  const notes = referral.stage === 'closed' ? (referral.closingNotes ?? '') : '';
  const expired = referral.stage === 'closed' && referral.outcome === 'expired';
  const { style, title, refused } = view.form
    ? formTitle(view.form, language)
    : { ...stateOf(view), refused: '' };
  const lines = [
    refused,
    reasonOf(referral, view),
    ...paragraphs(notes, 600, 6),
    expired ? say(language, 'referral.state.expiredAdvice') : '',
  ];
  return {
    style,
    title,
    day: optional(isDecided(view) ? dayOf(view) : ''),
    lines: lines.filter((line) => line !== '').map((line) => ({ line })),
  };
}

/** Whether the state is what is in question: other forms have their own. */
function isDecided({ form }: ReferralCardView): boolean {
  return form === undefined || form.kind === 'accept' || form.kind === 'decline';
}

/** Until when there is time to answer, or when it was decided; to the minute it stands in the details. */
function dayOf(view: ReferralCardView): string {
  const { referral, language } = view;
  if (referral.stage === 'received') {
    if (referral.direction === 'outbound') return '';
    return say(language, 'referral.strip.answerBy', {
      day: formatInstantDay(referral.expiresAt, view, 'short'),
    });
  }
  return formatInstantDay(decidedAt(referral) ?? referral.createdAt, view);
}

function reasonOf(referral: Referral, view: ReferralCardView): string {
  if (referral.stage !== 'closed') return '';
  const own = referral.reasonText && clip(literal(referral.reasonText), 200);
  const { reason: code, errorReason } = referral;
  const error = errorReason && say(view.language, errorReasonTexts[errorReason]);
  const reason = code ? say(view.language, closeReasonTexts[code]) : (error ?? own);
  return reason ? say(view.language, 'referral.state.reason', { reason }) : '';
}

/** The card in one line, for clients that can't show it, for notifications and for screen readers. */
export function summaryOf(view: ReferralCardView, value: string): string {
  const { referral, language } = view;
  const customer = clip(literal(referral.customer.name), 100);
  if (referral.stage !== 'received' || referral.direction === 'outbound') {
    return say(language, 'referral.card.summary', { customer, state: stateOf(view).title });
  }
  const deadline = formatInstant(referral.expiresAt, view);
  if (value === '') return say(language, 'referral.card.summaryDeadline', { customer, deadline });
  return say(language, 'referral.card.summaryValue', { customer, deadline, value });
}
