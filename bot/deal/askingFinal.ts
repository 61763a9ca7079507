import type { Question } from '#app/contact/chatMemory.ts';
import { closeReasonTexts } from '#cards/deal/dealWords.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { consequencesOf } from '#cards/referral/progress/consequences.ts';
import type { FinalForm } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import { readCloseReason } from '#dialogs/reading/readCloseReason.ts';
import { type AskedQuestion, asking, questionOf } from '#dialogs/talk/asking.ts';
import { reasonChoices } from '#dialogs/talk/reasonChoices.ts';
import type { CardAnswer } from '#dialogs/turn/answer.ts';
import { customerInLine } from '#dialogs/turn/cardOrLine.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Referral } from '#domain/referral/referral.ts';

/** Something final that somebody is asked about. */
interface Final {
  kind: FinalForm['kind'];
  referral: Referral;
  lacks?: FinalForm['lacks'];
  /** Why, as it was typed. */
  saidReason?: unknown;
}

/** The question in a line of its own; undefined for what is asked by its form alone. */
export function askedInLine(turn: Turn, final: Final): CardAnswer | undefined {
  const asked = askingOf(turn, final);
  return asked && asking(turn, asked);
}

/** What the next message can answer while the form stands open on the deal's card. */
export function finalQuestion(turn: Turn, final: Final): Question | undefined {
  const asked = askingOf(turn, final);
  return asked && questionOf(asked);
}

function askingOf(turn: Turn, { kind, referral, lacks, saidReason }: Final): AskedQuestion | undefined {
  const { reader } = turn;
  const { language } = reader;
  const customer = customerInLine(referral);
  const worth = referral.value ? [formatMoney(referral.value, reader)] : [];
  const hints = [...worth, ...consequencesOf({ ...reader, referral }, kind, lacks)];
  const common = { about: referral.id, data: { referral: referral.id, form: 0 }, hints };
  if (kind === 'win') {
    const title = say(language, 'talk.win.ask', { customer });
    const yes = { title: say(language, 'progress.win.submit'), style: 'positive' } as const;
    return { ...common, kind: 'confirm', verb: 'deal.win', title, yes };
  }
  if (kind !== 'lose') return undefined;
  const reason = typeof saidReason === 'string' ? readCloseReason(saidReason) : undefined;
  if (!reason) {
    const title = say(language, 'talk.lose.why', { customer });
    return { ...common, kind: 'reason', verb: 'deal.lose', title, choices: reasonChoices(language) };
  }
  const named = say(language, closeReasonTexts[reason]);
  return {
    ...common,
    kind: 'confirm',
    verb: 'deal.lose',
    data: { ...common.data, reason },
    title: say(language, 'talk.lose.ask', { customer, reason: named }),
    yes: { title: say(language, 'progress.lose.submit'), style: 'destructive' },
  };
}
