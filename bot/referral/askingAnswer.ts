import { closeReasonTexts } from '#cards/deal/dealWords.ts';
import { formatDay } from '#cards/format.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { prefillOf } from '#cards/referral/view/prefill.ts';
import { say } from '#cards/say.ts';
import { readCloseReason } from '#dialogs/reading/readCloseReason.ts';
import { type AskedQuestion, asking } from '#dialogs/talk/asking.ts';
import { reasonChoices } from '#dialogs/talk/reasonChoices.ts';
import type { CardAnswer } from '#dialogs/turn/answer.ts';
import { customerInLine } from '#dialogs/turn/cardOrLine.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Referral } from '#domain/referral/referral.ts';

/** Whether a referral is to be accepted as it is: nobody can take that back. */
export function askToAccept(turn: Turn, referral: Referral): CardAnswer {
  const { reader } = turn;
  const { language } = reader;
  const { value, closeDate } = referral;
  const facts = [
    value && formatMoney(value, reader),
    closeDate && say(language, 'find.row.closes', { date: formatDay(closeDate, reader) }),
  ];
  return asking(turn, {
    kind: 'confirm',
    verb: 'referral.accept',
    data: { referral: referral.id, form: 0, asItIs: true },
    title: say(language, 'talk.accept.ask', { customer: customerInLine(referral) }),
    hints: [facts.filter(Boolean).join('  ·  '), say(language, 'talk.accept.final')],
    yes: { title: say(language, 'talk.accept.yes'), style: 'positive' },
    about: referral.id,
  });
}

/** What the form of acceptance begins with: who says yes accepts that. */
export function asItIs({ reader, audience }: Turn, referral: Referral): Record<string, string> {
  const { name, value, currency, closeDate } = prefillOf(referral, audience, reader).values;
  return { name, value, currency, closeDate };
}

/** Why a referral is declined; once that is known, whether it shall be. */
export function askToDecline(turn: Turn, referral: Referral, said: unknown): CardAnswer {
  return asking(turn, declining(turn, referral, said));
}

/** The same as what the next message can answer, while the form of declining stands open. */
export function declining({ reader: { language } }: Turn, referral: Referral, said?: unknown): AskedQuestion {
  const customer = customerInLine(referral);
  const common = {
    verb: 'referral.decline',
    data: { referral: referral.id, form: 0 },
    about: referral.id,
  } as const;
  const reason = typeof said === 'string' ? readCloseReason(said) : undefined;
  if (!reason) {
    const title = say(language, 'talk.decline.why', { customer });
    return { ...common, kind: 'reason', title, choices: reasonChoices(language) };
  }
  return {
    ...common,
    kind: 'confirm',
    data: { ...common.data, reason },
    title: say(language, 'talk.decline.ask', { customer, reason: say(language, closeReasonTexts[reason]) }),
    yes: { title: say(language, 'talk.decline.yes'), style: 'destructive' },
  };
}
