import { helpTexts } from '#cards/deal/wanted.ts';
import {
  backPress,
  cancelPress,
  draftInputId,
  draftProblemAt,
  type FormBody,
  formIds,
  nextTitle,
} from '#cards/draft/parts.ts';
import type { DraftCardView } from '#cards/draft/view.ts';
import type { CardJson } from '#cards/expand.ts';
import { choiceField, choiceTitle, foldedPart, note, plainLine } from '#cards/form/field.ts';
import { formatList } from '#cards/format.ts';
import { clip, literal } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { say } from '#cards/say.ts';
import { isPartnerLed } from '#domain/draft/dealProblems.ts';
import { type HelpKind, helpKinds, NO_HELP } from '#domain/referral/referral.ts';
import { isAssessment, isEligibleSolution } from '#domain/referral/solutions.ts';
import { contactPart } from './contactPart.ts';
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
function chosenIn(view: DraftCardView): SellingChoice | string {
  const { draft, options, typed } = view;
  if (typed?.assistance !== undefined) return typed.assistance;
  return isPartnerLed(draft, options) ? PARTNER_LED : (draft.assistance ?? NO_HELP);
}

/**
 * Private or with Microsoft: two plain answers, and what each means for who sees the deal (CR-25 to CR-27). What help
 * is wanted and the contact that it takes are asked only where Microsoft is (CR-19, CR-20).
 */
export function sellingStep(view: DraftCardView): FormBody {
  const { language } = view;
  const offered = helpOffered(view);
  const chosen = chosenIn(view);
  const asks = chosen !== NO_HELP && chosen !== PARTNER_LED && offered.length > 1;
  const possible = offered.length > 1;
  // Whoever is named in what Microsoft may see must have agreed: asked beside the answer that takes it (CR-20).
  const consents = chosen === PARTNER_LED && isWrong(view);
  const pages = { choice: draftInputId(view, 'choice'), ask: draftInputId(view, 'ask') };
  return {
    intro: say(language, possible ? 'draft.selling.intro' : 'draft.selling.assessment'),
    items: [
      ...(possible && !consents ? [foldedPart(pages.ask, asks, askPage(view, pages))] : []),
      foldedPart(pages.choice, !asks, choicePage(view, { offered, consents, pages })),
    ],
    folds: [],
    ownButtons: true,
  };
}

interface Pages {
  choice: string;
  ask: string;
}

interface Choice {
  offered: readonly SellingChoice[];
  consents: boolean;
  pages: Pages;
}

/** The first question: each answer with what it means, and a button for it. */
function choicePage(view: DraftCardView, { offered, consents, pages }: Choice): CardJson[] {
  const { language, draft } = view;
  const incentive = (draft.solutions ?? []).filter(isEligibleSolution);
  const possible = offered.length > 1;
  const led = offered.includes(PARTNER_LED);
  const press = (answer: typeof NO_HELP | typeof PARTNER_LED, title: string, style?: 'positive') =>
    pressAction({
      verb: 'deal.answer',
      title,
      ...(style && { style }),
      data: { ...formIds(view), selling: answer },
      inputs: answer === PARTNER_LED,
    });
  return [
    note(say(language, 'draft.selling.private')),
    ...(led ? [note(say(language, 'draft.selling.partnerLed'))] : []),
    ...(possible ? [note(say(language, 'draft.selling.cosell'))] : []),
    ...(incentive.length > 0 && possible
      ? [warning(say(language, 'draft.selling.incentive', { names: someNames(view, incentive) }))]
      : []),
    ...(consents ? contactOf(view) : []),
    {
      type: 'ActionSet',
      spacing: 'Medium',
      actions: [
        press(NO_HELP, possible ? say(language, 'draft.selling.privately') : nextTitle(view), 'positive'),
        ...(possible && !consents
          ? [toPage(say(language, 'draft.selling.ask'), pages.ask, pages.choice)]
          : []),
        ...(led ? [press(PARTNER_LED, say(language, 'draft.selling.led'))] : []),
        cancelPress(view),
        ...backPress(view),
      ],
    },
  ];
}

/** What asking Microsoft takes: the kind of help, the customer's contact, and the consent. */
function askPage(view: DraftCardView, pages: Pages): CardJson[] {
  const { language } = view;
  const chosen = chosenIn(view);
  return [
    choiceField({
      id: draftInputId(view, 'assistance'),
      label: say(language, 'draft.selling.label'),
      value: helpKinds.some((kind) => kind === chosen) ? chosen : '',
      style: 'expanded',
      choices: helpKinds.map((help) => ({ title: choiceTitle(say(language, helpTexts[help])), value: help })),
      problem: draftProblemAt(view, 'assistance'),
    }),
    ...contactOf(view),
    {
      type: 'ActionSet',
      spacing: 'Medium',
      actions: [
        pressAction({
          verb: 'deal.answer',
          title: nextTitle(view),
          style: 'positive',
          data: formIds(view),
        }),
        cancelPress(view),
        toPage(say(language, 'draft.back'), pages.choice, pages.ask),
      ],
    },
  ];
}

function toPage(title: string, to: string, from: string): CardJson {
  const targetElements = [
    { elementId: from, isVisible: false },
    { elementId: to, isVisible: true },
  ];
  return { type: 'Action.ToggleVisibility', title, targetElements };
}

/** Whether something of the contact or the consent has to be put right. */
function isWrong({ problems = {} }: DraftCardView): boolean {
  return Object.keys(problems).some((field) => /^(c|knownC)onta|^consent/.test(field));
}

/** The contact and the consent, only where they are not there yet or have to be put right. */
function contactOf(view: DraftCardView): CardJson[] {
  const { draft, language } = view;
  const contact = draft.customerContact;
  if (contact && isReachable(contact) && draft.consent && !isWrong(view)) {
    const name = literal(clip(contact.name, 100));
    return [plainLine([{ text: say(language, 'draft.contact.have', { name }), isSubtle: true }], 'Medium')];
  }
  return contactPart(view, { title: say(language, 'referral.card.contacts'), needed: true });
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
