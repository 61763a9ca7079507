import {
  draftInputId,
  draftProblemAt,
  type FormBody,
  hintOf,
  inputText,
  isWanted,
  optionalLabel,
  requiredLabel,
  roomOf,
} from '#cards/draft/parts.ts';
import type { DraftCardView } from '#cards/draft/view.ts';
import type { CardJson } from '#cards/expand.ts';
import { choiceField, dateField, foldedPart, note, sideBySide, textField } from '#cards/form/field.ts';
import { MOST_ID, MOST_NAME, MOST_NOTES } from '#cards/form/limits.ts';
import { locationPart } from '#cards/form/location.ts';
import { problemText } from '#cards/form/problems.ts';
import { intlLocale } from '#cards/format.ts';
import { everyCurrency } from '#cards/money/currencies.ts';
import { formatAmount } from '#cards/money/formatMoney.ts';
import { clipBytes } from '#cards/outside.ts';
import { say } from '#cards/say.ts';
import { notesNeeded } from '#domain/draft/dealProblems.ts';

/** What the deal is (CR-21); what is optional stands under More. */
export function detailsStep(view: DraftCardView): FormBody {
  const { draft, language } = view;
  const more = draftInputId(view, 'more');
  const required = notesNeeded(draft, view.options);
  const folded = required ? (['crmId', 'campaignId'] as const) : (['crmId', 'campaignId', 'notes'] as const);
  const open = isWanted(view, folded) || folded.some((field) => draft[field] !== undefined);
  const currency = inputText(view, 'currency', draft.value?.currency ?? view.usualCurrency);
  return {
    intro: say(language, 'draft.details.intro'),
    items: [
      textField({
        id: draftInputId(view, 'name'),
        label: say(language, 'referral.accept.name'),
        hint: hintOf(view, 'draft.name.hint', 'name'),
        value: inputText(view, 'name', draft.name),
        max: MOST_NAME,
        missing: problemText({ code: 'name-missing' }, view),
        problem: draftProblemAt(view, 'name'),
      }),
      ...(view.locations.length > 0 ? [placePart(view)] : []),
      sideBySide(
        textField({
          id: draftInputId(view, 'value'),
          label: say(language, 'referral.accept.value'),
          value: inputText(view, 'value', draft.value && formatAmount(draft.value.amount, view)),
          max: 60,
          missing: problemText({ code: 'value-missing' }, view),
          problem: draftProblemAt(view, 'value'),
        }),
        choiceField({
          id: draftInputId(view, 'currency'),
          label: requiredLabel(view, 'referral.accept.currency'),
          value: currency,
          style: 'compact',
          choices: everyCurrency(currency),
          problem: draftProblemAt(view, 'currency'),
        }),
        '116px',
      ),
      { ...note(hintOf(view, 'draft.value.hint', 'value')), spacing: 'None' },
      dateField({
        id: draftInputId(view, 'closeDate'),
        label: say(language, 'referral.accept.closeDate'),
        hint: hintOf(view, 'draft.closeDate.hint', 'closeDate'),
        value: inputText(view, 'closeDate', draft.closeDate),
        missing: problemText({ code: 'close-date-missing' }, view),
        problem: draftProblemAt(view, 'closeDate'),
      }),
      ...(required ? [notesField(view, true)] : []),
      foldedPart(more, open, [...morePart(view), ...(required ? [] : [notesField(view, false)])]),
    ],
    folds: open ? [] : [{ id: more, title: say(language, 'draft.more') }],
    shown: { locale: intlLocale(view), preset: currency },
  };
}

function morePart(view: DraftCardView): CardJson[] {
  const { draft } = view;
  return [
    textField({
      id: draftInputId(view, 'crmId'),
      label: optionalLabel(view, 'referral.accept.crmId'),
      hint: hintOf(view, 'draft.crmId.hint', 'crmId'),
      value: inputText(view, 'crmId', draft.crmId),
      max: MOST_ID,
      problem: draftProblemAt(view, 'crmId'),
    }),
    textField({
      id: draftInputId(view, 'campaignId'),
      label: optionalLabel(view, 'referral.accept.campaignId'),
      hint: hintOf(view, 'draft.campaignId.hint', 'campaignId'),
      value: inputText(view, 'campaignId', draft.campaignId),
      max: MOST_ID,
      problem: draftProblemAt(view, 'campaignId'),
    }),
  ];
}

/** The notes, which a company can require (CR-21). */
function notesField(view: DraftCardView, required: boolean): CardJson {
  const label = 'referral.accept.notes';
  return textField({
    id: draftInputId(view, 'notes'),
    label: required ? say(view.language, label) : optionalLabel(view, label),
    hint: hintOf(view, 'draft.notes.hint', 'notes'),
    value: inputText(view, 'notes', view.draft.notes),
    max: MOST_NOTES,
    multiline: true,
    ...(required && { missing: problemText({ code: 'notes-missing' }, view) }),
    problem: draftProblemAt(view, 'notes'),
  });
}

/** The location: chosen now, locked afterwards; nothing to choose where there is one only. */
function placePart(view: DraftCardView): CardJson {
  const { draft, language, locations } = view;
  const label = say(language, 'draft.location.label');
  return locationPart(
    {
      locked: {
        label: say(language, 'draft.locked', { label }),
        hint: hintOf(view, 'draft.location.only', 'location'),
      },
      id: draftInputId(view, 'location'),
      label,
      hint: hintOf(view, 'draft.location.hint', 'location'),
      write: hintOf(view, 'draft.location.write', 'location'),
      value: inputText(view, 'location', draft.location),
      problem: draftProblemAt(view, 'location'),
      missing: say(language, 'problem.location-missing'),
    },
    locations,
  );
}

/** The notes as far as the form has room for them; whole as long as they are not longer than they may be. */
export function shownNotes(notes: string | undefined): string {
  return clipBytes(notes ?? '', roomOf('notes')).trim();
}
