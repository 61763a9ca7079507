import {
  draftInputId,
  draftProblemAt,
  type FormBody,
  hintOf,
  inputText,
  isWanted,
  optionalLabel,
  requiredLabel,
} from '#cards/draft/parts.ts';
import type { DraftCardView } from '#cards/draft/view.ts';
import type { CardJson } from '#cards/expand.ts';
import {
  choiceField,
  choiceTitle,
  foldedPart,
  heading,
  note,
  plainLine,
  problemLine,
  sideBySide,
  suggestingField,
  textField,
} from '#cards/form/field.ts';
import { markOf } from '#cards/form/mark.ts';
import { formatCountry } from '#cards/format.ts';
import { clip, clipBytes, literal } from '#cards/outside.ts';
import { say, type TextKey } from '#cards/say.ts';
import { assessmentNeeds } from '#domain/draft/dealProblems.ts';
import { contactFields, contactPart } from './contactPart.ts';
import { customerName, entityText } from './customerWords.ts';
import { type HandField, handFields, handParts } from './handParts.ts';

const MOST_FOUND = 10;

/** Which text was looked for; the same one again is no new search. */
export function searchMark(write: string, place: string): string {
  return markOf(`${write}|${place}`);
}

/**
 * Who the customer is (CR-18): place first, then the name with suggestions, or written and found by the bot, or typed
 * in by hand; and its contact (CR-19, CR-20).
 */
export function customerStep(view: DraftCardView): FormBody {
  const { draft, customers, language } = view;
  const found = customers?.found.slice(0, MOST_FOUND) ?? [];
  const hand = draft.customer?.byHand === true || isWanted(view, handFields);
  const needsHand = customers !== undefined && found.length === 0;
  const handOpen = hand || needsHand;
  const forAssessment = assessmentNeeds(draft, view.options);
  const contactTitle = forAssessment ? 'draft.contact.assessment' : 'draft.contact.title';
  const contactOpen =
    forAssessment ||
    draft.customerContact !== undefined ||
    isWanted(view, ['customerContact', 'consent', ...contactFields]);
  // Where something was looked for, its text holds the place as well.
  const write = customers ? clipBytes(customers.text, 500) : inputText(view, 'write', '');
  const folds = {
    hand: draftInputId(view, 'hand'),
    written: draftInputId(view, 'written'),
    contact: draftInputId(view, 'contact'),
  };
  const written = textField({
    id: draftInputId(view, 'write'),
    label: say(language, customers ? 'draft.write.again' : 'draft.write.label'),
    hint: say(language, 'draft.write.hint'),
    value: write,
    max: 250,
    problem: draftProblemAt(view, 'write'),
  });
  // Not every client suggests while one types: what is missing there leads to what is written.
  const writtenOpen = customers !== undefined || isWanted(view, ['write', 'customer']);
  return {
    intro: say(language, 'draft.customer.intro'),
    items: [
      ...(customers ? [foundPart(view, found)] : [suggestingPart(view)]),
      foldedPart(folds.written, writtenOpen, [written]),
      ...(customers || handOpen
        ? [foldedPart(folds.hand, handOpen, handPart(view, needsHand && !hand))]
        : []),
      foldedPart(
        folds.contact,
        contactOpen,
        contactPart(view, {
          title: say(language, contactTitle),
          hint: 'draft.contact.hint',
          // Whoever asks for help is asked for it there, at the step of the help (CR-19).
          needed: false,
        }),
      ),
    ],
    folds: [
      ...(customers && !handOpen ? [{ id: folds.hand, title: say(language, 'draft.hand.button') }] : []),
      ...(writtenOpen ? [] : [{ id: folds.written, title: say(language, 'draft.hand.button') }]),
      ...(contactOpen ? [] : [{ id: folds.contact, title: say(language, 'draft.contact.button') }]),
    ],
    shown: {
      ...(customers && { asked: searchMark(write, '') }),
      ...(handOpen && { hand: true }),
    },
  };
}

/** Whether this deal asks Microsoft for help, so that the contact can't be left out any more. */
export function asksForHelp({ draft }: Pick<DraftCardView, 'draft'>): boolean {
  return draft.assistance !== undefined && draft.assistance !== 'Unknown';
}

/** The place, which narrows the suggestions, and the name with suggestions while typing. */
function suggestingPart(view: DraftCardView): CardJson {
  const { customer } = view.draft;
  return {
    type: 'Container',
    items: [
      // Not as the value of the input: with suggestions clients show it, its id, or nothing.
      ...(customer && !customer.byHand
        ? [
            plainLine([
              {
                text: say(view.language, 'draft.customer.now', {
                  name: literal(clip(customerName(customer), 200)),
                }),
              },
            ]),
          ]
        : []),
      textField({
        id: draftInputId(view, 'place'),
        label: optionalLabel(view, 'draft.place.label'),
        hint: say(view.language, 'draft.place.hint'),
        value: inputText(view, 'place', ''),
        max: 100,
        problem: draftProblemAt(view, 'place'),
      }),
      suggestingField({
        id: draftInputId(view, 'customer'),
        label: requiredLabel(view, 'draft.customer.label'),
        hint: hintOf(view, 'draft.customer.hint', 'customer'),
        value: '',
        choices: [],
        dataset: 'customers',
        problem: draftProblemAt(view, 'customer'),
      }),
    ],
  };
}

/** What the directory has for the text, told apart by address and D-U-N-S number. */
function foundPart(view: DraftCardView, found: NonNullable<DraftCardView['customers']>['found']): CardJson {
  const { customers, language } = view;
  const kind = found.length === 0 ? 'none' : (customers?.kind ?? 'matches');
  const keys: Record<typeof kind, TextKey> = {
    matches: 'draft.found.matches',
    nearest: 'draft.found.nearest',
    none: 'draft.found.none',
  };
  const text = literal(clip(customers?.text ?? '', 120));
  const chosen = view.typed?.customer ?? '';
  const line = plainLine([{ text: say(language, keys[kind], { text }) }], 'Small');
  const problem = draftProblemAt(view, 'customer');
  if (found.length === 0) {
    return { type: 'Container', items: [line, ...(problem ? [problemLine(problem)] : [])] };
  }
  return {
    type: 'Container',
    items: [
      line,
      choiceField({
        id: draftInputId(view, 'customer'),
        label: requiredLabel(view, 'draft.found.label'),
        hint: hintOf(view, 'draft.found.hint', 'customer'),
        value: found.some(({ id }) => id === chosen) ? chosen : '',
        style: 'expanded',
        choices: found.map((one) => ({ title: choiceTitle(entityText(one, view)), value: one.id })),
        problem,
      }),
    ],
  };
}

/** By hand, and marked so; what was looked for stands in it already. */
function handPart(view: DraftCardView, fresh: boolean): CardJson[] {
  const { draft, language, customers } = view;
  const hand = draft.customer?.byHand ? draft.customer : undefined;
  const written = handParts(fresh ? (customers?.text ?? '') : '');
  const start: Record<HandField, string> = {
    handName: hand?.name ?? written.handName,
    address: hand?.addressLines.join(', ') ?? written.address,
    city: hand?.city ?? written.city,
    state: hand?.state ?? written.state,
    postalCode: hand?.postalCode ?? written.postalCode,
    country:
      countryText(view, hand?.country) ??
      (written.country || countryText(view, fresh ? customers?.country : undefined) || ''),
    duns: hand?.duns ?? '',
  };
  const field = (of: HandField, label: string, help?: TextKey) =>
    textField({
      id: draftInputId(view, of),
      label,
      hint: help && say(language, help),
      value: inputText(view, of, start[of]),
      max: of === 'duns' ? 30 : 250,
      problem: draftProblemAt(view, of),
    });
  const more = draftInputId(view, 'moreOfHand');
  const seldom = ['address', 'state', 'postalCode', 'duns'] as const;
  const open = seldom.some((of) => start[of] !== '') || isWanted(view, seldom);
  const toggle = { type: 'Action.ToggleVisibility', title: say(language, 'referral.accept.more') };
  return [
    heading(say(language, 'draft.hand.title')),
    note(say(language, 'draft.hand.hint')),
    field('handName', requiredLabel(view, 'draft.hand.name')),
    sideBySide(
      field('city', requiredLabel(view, 'draft.hand.city')),
      field('country', requiredLabel(view, 'draft.hand.country')),
      'stretch',
    ),
    ...(open
      ? []
      : [{ type: 'ActionSet', spacing: 'Small', actions: [{ ...toggle, targetElements: [more] }] }]),
    foldedPart(more, open, [
      field('address', say(language, 'draft.hand.address')),
      sideBySide(
        field('state', say(language, 'draft.hand.state')),
        field('postalCode', say(language, 'draft.hand.postalCode')),
        'stretch',
      ),
      field('duns', say(language, 'draft.hand.duns'), 'draft.hand.dunsHint'),
    ]),
  ];
}

function countryText(view: DraftCardView, code: string | undefined): string | undefined {
  return code ? formatCountry(code, view) : undefined;
}
