import { formatList, type Reader } from '#cards/format.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { clip, literal } from '#cards/outside.ts';
import type { FinalForm } from '#cards/referral/view/view.ts';
import { say, type TextKey } from '#cards/say.ts';
import { isUndecided, takesPart } from '#domain/engagement/takingPart.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { ConditionStanding } from '#domain/registration/registrationRules.ts';

const lackTexts = {
  invited: 'progress.lacks.invited',
  accepted: 'progress.lacks.accepted',
  solution: 'progress.lacks.solution',
  account: 'progress.lacks.account',
} satisfies Record<string, TextKey>;

const MOST_NAMES = 5;

/** A deal that is about to end, and who is asked whether it shall. */
type EndingView = Reader & { referral: Pick<Referral, 'parties'> };

/** What else ends, and what is lost for good. */
export function consequencesOf(
  view: EndingView,
  kind: FinalForm['kind'],
  lacks: FinalForm['lacks'] = [],
): string[] {
  const { referral, language } = view;
  if (kind === 'share') return [];
  const invited = (referral.parties ?? []).filter(({ role }) => role === 'invited');
  const undecided = invited.filter(isUndecided);
  const others = invited.filter((party) => takesPart(party) && !isUndecided(party));
  return [
    ...(undecided.length > 0
      ? [
          say(language, 'progress.ends', {
            count: undecided.length,
            names: someOf(
              view,
              undecided.map(({ name }) => name),
            ),
          }),
        ]
      : []),
    ...(others.length > 0 ? [say(language, 'progress.others')] : []),
    ...(lacks.length > 0
      ? [
          say(language, 'progress.unregistered', {
            missing: formatList(
              lacks.map((one) => lackText(view, one)),
              view,
            ),
          }),
        ]
      : []),
  ];
}

function someOf(view: EndingView, names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => clip(literal(name), 60));
  const more = names.length - shown.length;
  if (more > 0) shown.push(say(view.language, 'referral.card.andMore', { count: more }));
  return formatList(shown, view);
}

/** What a registration would miss, in a word. */
function lackText(view: EndingView, { condition, threshold = 0 }: ConditionStanding): string {
  const { language } = view;
  if (condition === 'value') {
    const amount = formatMoney({ amount: threshold, currency: 'USD' }, view);
    return say(language, 'progress.lacks.value', { amount });
  }
  if (condition === 'hours') return say(language, 'progress.lacks.hours', { hours: threshold });
  return say(language, lackTexts[condition]);
}
