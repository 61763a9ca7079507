import { helpTexts } from '#cards/deal/wanted.ts';
import { draftInputId, draftProblemAt, type FormBody, inputText } from '#cards/draft/parts.ts';
import type { DraftCardView } from '#cards/draft/view.ts';
import type { CardJson } from '#cards/expand.ts';
import { choiceField, choiceTitle, note, plainLine } from '#cards/form/field.ts';
import { formatList } from '#cards/format.ts';
import { clip, literal } from '#cards/outside.ts';
import { say } from '#cards/say.ts';
import { isPartnerLed } from '#domain/draft/dealProblems.ts';
import { type HelpKind, helpKinds, NO_HELP } from '#domain/referral/referral.ts';
import { isAssessment, isEligibleSolution } from '#domain/referral/solutions.ts';
import { contactPart } from './contactPart.ts';
import { asksForHelp } from './customerStep.ts';
import { isReachable } from './teamStep.ts';

/** No help, and Microsoft may see it all the same (CR-12). */
export const PARTNER_LED = 'PartnerLed' as const;
export type SellingChoice = HelpKind | typeof NO_HELP | typeof PARTNER_LED;

/** What can be answered: an assessment is nothing anybody can be invited to (CR-33). */
export function helpOffered({
  draft,
  options,
}: Pick<DraftCardView, 'draft' | 'options'>): readonly SellingChoice[] {
  if (draft.solutions?.some(isAssessment)) return [NO_HELP];
  return options?.partnerLed ? [NO_HELP, PARTNER_LED, ...helpKinds] : [NO_HELP, ...helpKinds];
}

/** What has been answered; no help, and so a private deal, where nothing was (CR-25). */
function chosenIn({ draft, options }: DraftCardView): SellingChoice {
  return isPartnerLed(draft, options) ? PARTNER_LED : (draft.assistance ?? NO_HELP);
}

/** The kind of help wanted from Microsoft, and what each answer means for who sees the deal (CR-25 to CR-27). */
export function sellingStep(view: DraftCardView): FormBody {
  const { draft, language } = view;
  const offered = helpOffered(view);
  const named = (help: SellingChoice) => {
    if (help === PARTNER_LED) return say(language, 'draft.help.partnerLed');
    return help === NO_HELP ? say(language, 'draft.help.none') : say(language, helpTexts[help]);
  };
  const incentive = (draft.solutions ?? []).filter(isEligibleSolution);
  return {
    intro: say(language, 'draft.selling.intro'),
    items: [
      choiceField({
        id: draftInputId(view, 'assistance'),
        label: say(language, 'draft.selling.label'),
        value: inputText(view, 'assistance', chosenIn(view)),
        style: 'expanded',
        choices: offered.map((help) => ({ title: choiceTitle(named(help)), value: help })),
        missing: say(language, 'problem.help-missing'),
        problem: draftProblemAt(view, 'assistance'),
      }),
      note(say(language, 'draft.selling.private')),
      ...(offered.includes(PARTNER_LED) ? [note(say(language, 'draft.selling.partnerLed'))] : []),
      note(say(language, offered.length > 1 ? 'draft.selling.cosell' : 'draft.selling.assessment')),
      ...(incentive.length > 0 && offered.length > 1
        ? [warning(say(language, 'draft.selling.incentive', { names: someNames(view, incentive) }))]
        : []),
      ...(offered.length > 1 ? contactOf(view) : []),
    ],
    folds: [],
  };
}

/** The contact and the consent, only where they are not there yet or have to be put right. */
function contactOf(view: DraftCardView): CardJson[] {
  const { draft, language, problems } = view;
  const wrong =
    problems !== undefined && Object.keys(problems).some((field) => /^(c|knownC)onta|^consent/.test(field));
  const contact = draft.customerContact;
  if (contact && isReachable(contact) && draft.consent && !wrong) {
    const name = literal(clip(contact.name, 100));
    return [plainLine([{ text: say(language, 'draft.contact.have', { name }), isSubtle: true }], 'Medium')];
  }
  return contactPart(view, {
    title: say(language, 'draft.contact.needed'),
    needed: wrong || asksForHelp(view),
  });
}

/** A line nobody should overlook, with words from outside. */
function warning(text: string): CardJson {
  return { type: 'Container', style: 'warning', spacing: 'Medium', items: [plainLine([{ text }], 'None')] };
}

/** The names of solutions, some of many. */
export function someNames(view: DraftCardView, solutions: readonly { name: string }[]): string {
  const most = 3;
  const names = solutions.slice(0, most).map(({ name }) => literal(clip(name, 80)));
  const more = solutions.length - most;
  if (more > 0) names.push(say(view.language, 'referral.card.andMore', { count: more }));
  return formatList(names, view);
}
