import { z } from 'zod';
import { type CardJson, expand } from '#cards/expand.ts';
import { problemText } from '#cards/form/problems.ts';
import { otherReaders, readersText } from '#cards/form/readers.ts';
import { formatDay, intlLocale } from '#cards/format.ts';
import { currencyChoices } from '#cards/money/currencies.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { optional, optionalText } from '#cards/optional.ts';
import { clip, literal } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import {
  cancelButton,
  choices,
  commonData,
  commonFields,
  moreButton,
  typedIn,
} from '#cards/referral/view/formData.ts';
import { prefillOf } from '#cards/referral/view/prefill.ts';
import type { EditForm, ReferralCardView } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import { type EditField, editFields } from '#domain/deal/decideDeal.ts';
import template from './editForm.template.json' with { type: 'json' };
import { baseMarks } from './editMarks.ts';

export const editInputs = ['name', 'value', 'currency', 'closeDate', 'notes', 'crmId', 'campaignId'] as const;
type EditInput = (typeof editInputs)[number];
const picks = editFields.map((field) => `pick_${field}` as const);

const conflict = z.object({
  shown: z.boolean(),
  theirs: z.string(),
  yours: z.string(),
  picked: z.string(),
});
const editData = z.object({
  ...commonFields,
  values: z.record(z.enum(editInputs), z.string()),
  problems: z.record(z.enum([...editInputs, ...picks]), optionalText),
  conflicts: z.record(z.enum(editFields), conflict),
  currencies: choices,
  location: optionalText,
  moreOpen: z.boolean(),
  seenNotes: optionalText,
});

const SHOWN = 400;

/** The form of editing (CR-39), prefilled; or open with what was typed, what is wrong and what others changed. */
export function editForm(view: ReferralCardView): CardJson {
  const { referral, language } = view;
  const form = view.form?.kind === 'edit' ? view.form : undefined;
  const { values: start, adds } = prefillOf(referral, 'personal', view);
  const values = Object.fromEntries(
    editInputs.map((field) => [
      field,
      form?.typed[field] === undefined ? start[field] : typedIn(form, field),
    ]),
  ) as Record<EditInput, string>;
  const behind: readonly EditField[] = ['notes', 'crmId', 'campaignId'];
  const touched = (field: EditField) =>
    form?.conflicts.includes(field) || form?.problems[field] || values[field] !== start[field];
  const moreOpen = form !== undefined && behind.some((field) => touched(field));
  const more = { locale: intlLocale(view), adds, was: baseMarks(referral, view) };
  const { press, cancel, ...common } = commonData(view, form, { ...more, asked: form?.conflicts ?? [] });
  const data = editData.parse({
    ...common,
    values,
    problems: Object.fromEntries(
      [...editInputs, ...picks].map((field) => {
        const problem = form?.problems[field];
        return [field, optional(problem && problemText(problem, view))];
      }),
    ),
    conflicts: Object.fromEntries(editFields.map((field) => [field, conflictOf(view, form, field)])),
    currencies: currencyChoices(start.currency, values.currency),
    location: optional(locationText(view)),
    moreOpen,
    seenNotes: optional(otherReaders(referral, 'notes', 'value', view)),
    words: {
      name: say(language, 'referral.accept.name'),
      value: say(language, 'referral.accept.value'),
      currency: say(language, 'referral.accept.currency'),
      closeDate: say(language, 'referral.accept.closeDate'),
      notes: say(language, adds.includes('notes') ? 'referral.accept.addNotes' : 'referral.accept.notes'),
      seenPart: readersText(referral, 'value', view),
      crmId: say(language, 'referral.accept.crmId'),
      campaignId: say(language, 'referral.accept.campaignId'),
      nameMissing: problemText({ code: 'name-missing' }, view),
      conflict: say(language, 'deal.edit.conflict'),
      theirs: say(language, 'deal.edit.theirs'),
      yours: say(language, 'deal.edit.yours'),
      pick: say(language, 'deal.edit.pick'),
      takeTheirs: say(language, 'deal.edit.takeTheirs'),
      takeYours: say(language, 'deal.edit.takeYours'),
      pickMissing: problemText({ code: 'pick-missing' }, view),
    },
    actions: [
      pressAction({
        verb: 'deal.edit',
        title: say(language, 'deal.edit.submit'),
        style: 'positive',
        data: press,
      }),
      ...(form ? [cancelButton(view, cancel)] : []),
      ...(moreOpen ? [] : [moreButton(view, common.formVersion)]),
    ],
  });
  return expand(template, data);
}

/** The location, shown as what it is: locked (CR-21). */
function locationText({ referral, locationName, language }: ReferralCardView): string {
  if (!referral.location) return '';
  const location = clip(literal(locationName ?? referral.location), 100);
  return say(language, 'deal.edit.location', { location });
}

function conflictOf(view: ReferralCardView, form: EditForm | undefined, field: EditField) {
  const shown = form?.conflicts.includes(field) ?? false;
  if (!shown || !form) return { shown: false, theirs: '', yours: '', picked: '' };
  const { value, closeDate, ...texts } = view.referral;
  const theirs =
    field === 'value'
      ? value && formatMoney(value, view)
      : field === 'closeDate'
        ? closeDate && formatDay(closeDate, view)
        : texts[field];
  const typed = form.typed[field] ?? '';
  const yours =
    field === 'value'
      ? `${typed} ${form.typed.currency ?? ''}`
      : field === 'closeDate'
        ? formatDay(typed, view)
        : typed;
  const said = (text: string | undefined) => clip(literal(text ?? '').trim(), SHOWN) || '–';
  return { shown, theirs: said(theirs), yours: said(yours), picked: form.typed[`pick_${field}`] ?? '' };
}
