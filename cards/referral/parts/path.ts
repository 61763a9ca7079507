import { stageName } from '#cards/deal/stages.ts';
import type { CardJson } from '#cards/expand.ts';
import { formatPercent } from '#cards/format.ts';
import { clipBytes } from '#cards/outside.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import { reachedStages, stageOf } from '#domain/deal/decideProgress.ts';
import { MICROSOFT } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { registrationOutlook } from '#domain/registration/registrationRules.ts';
import { ownRegistration } from '#domain/registration/registrationView.ts';
import { type StagePercent, stagePercents } from '#domain/values/options.ts';

const WAY = ' › ';
/** In bytes: six of them stand on a card that may be full. */
const MOST_NAME = 48;

/**
 * The sales stages as a visible path, with the present one (CR-40, CR-41): one text that wraps, so that it is read on a
 * telephone as well. Of a deal that was never won or worked on there is none.
 */
export function pathOf(view: ReferralCardView): CardJson[] {
  const { referral, language } = view;
  const present = presentOf(referral);
  if (present === undefined) return [];
  const named = (percents: readonly StagePercent[]) => percents.map((one) => textOf(view, one, present));
  const before = named(stagePercents.filter((one) => one < present));
  const after = [...named(stagePercents.filter((one) => one > present)), ...milestoneOf(view)];
  // As few runs as can be: a card has little room.
  const inlines = [
    ...(before.length > 0 ? [{ type: 'TextRun', text: before.join(WAY) + WAY, isSubtle: true }] : []),
    { type: 'TextRun', text: textOf(view, present, present), weight: 'Bolder', color: 'Accent' },
    ...(after.length > 0 ? [{ type: 'TextRun', text: WAY + after.join(WAY), isSubtle: true }] : []),
  ];
  const label = { type: 'TextBlock', size: 'Small', isSubtle: true, wrap: true };
  return [
    { ...label, text: say(language, 'progress.path.title') },
    { type: 'RichTextBlock', spacing: 'None', inlines },
  ];
}

/** The registration as what comes after Won (CR-46): done, on its way, or still to come; none where there can't be one. */
function milestoneOf(view: ReferralCardView): string[] {
  const { referral, language, options } = view;
  const won = referral.stage === 'closed' && referral.outcome === 'won';
  if (referral.organization === MICROSOFT || (referral.stage !== 'accepted' && !won)) return [];
  const title = say(language, 'timeline.field.registration');
  const own = won ? ownRegistration(referral) : undefined;
  if (own) return [`${own.state === 'closed' ? '✓' : '●'}\u00a0${title}`];
  const { never, conditions } = registrationOutlook(referral, {
    at: '9999',
    policy: options?.registrationPolicy,
  });
  const lacks = conditions.filter(({ met }) => met === false).map(({ condition }) => condition);
  // As long as it is open, only what no patience brings stands in its way.
  const possible = won ? lacks.length === 0 : !lacks.includes('solution') && !lacks.includes('invited');
  return !never && possible ? [title] : [];
}

/** How far it came: a lost one to where it stood. */
export function presentOf(referral: Referral): StagePercent | undefined {
  if (referral.stage === 'accepted') return stageOf(referral);
  if (referral.stage !== 'closed') return undefined;
  if (referral.outcome === 'won') return 100;
  return referral.outcome === 'lost' ? stageOf(referral) : undefined;
}

/** One stage: done, skipped, the present one, or still to come. */
function textOf(view: ReferralCardView, percent: StagePercent, present: StagePercent): string {
  // The figure stays with the last word of the name.
  const text = `${clipBytes(stageName(percent, view), MOST_NAME)}\u00a0${formatPercent(percent, view)}`;
  const reached = percent === 10 || reachedStages(view.referral).some((one) => one === percent);
  if (percent < present && !reached) return say(view.language, 'progress.path.skipped', { stage: text });
  if (percent < present) return `✓\u00a0${text}`;
  return percent === present ? `●\u00a0${text}` : text;
}
