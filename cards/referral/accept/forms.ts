import { z } from 'zod';
import { closeReasonTexts } from '#cards/deal/dealWords.ts';
import { type CardJson, expand } from '#cards/expand.ts';
import { choiceTitle } from '#cards/form/field.ts';
import { markOf } from '#cards/form/mark.ts';
import { type AcceptField, type DeclineField, problemText } from '#cards/form/problems.ts';
import { otherReaders, readersText } from '#cards/form/readers.ts';
import { intlLocale } from '#cards/format.ts';
import { currencyChoices } from '#cards/money/currencies.ts';
import { optional, optionalText } from '#cards/optional.ts';
import { clipBytes } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import {
  cancelButton,
  choices,
  commonData,
  commonFields,
  moreButton,
} from '#cards/referral/view/formData.ts';
import { marksOf, prefillOf } from '#cards/referral/view/prefill.ts';
import type { DecisionForm, ReferralCardView } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import { closeReasons } from '#domain/referral/referral.ts';
import acceptTemplate from './acceptForm.template.json' with { type: 'json' };
import { SHOWN_SOLUTIONS } from './acceptSolutions.ts';
import declineTemplate from './declineForm.template.json' with { type: 'json' };

const acceptFields = [
  'name',
  'value',
  'currency',
  'closeDate',
  'notes',
  'crmId',
  'campaignId',
  'solutions',
  'solution',
  'search',
  'team',
] as const;
const declineFields = ['reason', 'closingNotes'] as const;
const acceptData = z.object({
  ...commonFields,
  values: z.record(z.enum(acceptFields), z.string()),
  problems: z.record(z.enum(acceptFields), optionalText),
  currencies: choices,
  moreOpen: z.boolean(),
  /** Where solutions are in it by id, they can be changed (CR-30). */
  hasSolutions: z.boolean(),
  present: choices,
  found: choices,
  seenNotes: optionalText,
  seenTeam: optionalText,
});
const declineData = z.object({
  ...commonFields,
  values: z.record(z.enum(declineFields), z.string()),
  problems: z.record(z.enum(declineFields), optionalText),
  reasons: choices,
});

/** What was typed goes back whole as far as a card can hold it. */
const TYPED_ROOM = {
  notes: 9000,
  closingNotes: 12_000,
  team: 5000,
  name: 1000,
  value: 240,
  currency: 40,
  closeDate: 40,
  crmId: 400,
  campaignId: 400,
  reason: 100,
  solutions: 1000,
  solution: 400,
  search: 400,
};

/** The form of acceptance, prefilled (CR-35), or open with what was typed and what is wrong with it. */
export function acceptForm(view: ReferralCardView): CardJson {
  const refused = view.form?.kind === 'accept' ? view.form : undefined;
  const { values: start, adds } = prefillOf(view.referral, view.audience, view);
  const word = (
    name: `referral.accept.${'name' | 'value' | 'currency' | 'closeDate' | 'crmId' | 'campaignId'}`,
  ) => say(view.language, name);
  const values = Object.fromEntries(
    acceptFields.map((field) => [
      field,
      refused?.typed[field] === undefined ? start[field] : typedText(refused, field),
    ]),
  ) as Record<AcceptField, string>;
  const more = ['notes', 'crmId', 'campaignId', 'solutions', 'solution', 'search', 'team'] as const;
  const present = view.referral.solutions ?? [];
  const facts = { locale: intlLocale(view), adds, was: marksOf(start) };
  const moreOpen =
    more.some((field) => refused && (refused.problems[field] || values[field] !== start[field])) === true;
  const { press, cancel, ...common } = commonData(view, refused, facts);
  const data = acceptData.parse({
    ...common,
    values,
    problems: problemsOf(refused, acceptFields, view),
    currencies: currencyChoices(start.currency, values.currency),
    moreOpen,
    hasSolutions: present.length > 0,
    present: present
      .slice(0, SHOWN_SOLUTIONS)
      .map(({ id, name }) => ({ title: clipBytes(choiceTitle(name), 80), value: markOf(id) })),
    seenNotes: optional(otherReaders(view.referral, 'notes', 'value', view)),
    seenTeam: optional(otherReaders(view.referral, 'team', 'value', view)),
    found: (refused?.found ?? [])
      .slice(0, 15)
      .map(({ id, name }) => ({ title: clipBytes(choiceTitle(name), 80), value: id })),
    words: {
      solutions: say(view.language, 'draft.step.solutions'),
      solution: say(view.language, 'deal.solutions.add'),
      solutionHint: say(view.language, 'deal.solutions.addHint'),
      search: say(view.language, 'deal.solutions.search'),
      name: word('referral.accept.name'),
      value: word('referral.accept.value'),
      currency: word('referral.accept.currency'),
      closeDate: word('referral.accept.closeDate'),
      crmId: word('referral.accept.crmId'),
      campaignId: word('referral.accept.campaignId'),
      notes: say(
        view.language,
        adds.includes('notes') ? 'referral.accept.addNotes' : 'referral.accept.notes',
      ),
      team: say(view.language, adds.includes('team') ? 'referral.accept.addTeam' : 'referral.accept.team'),
      teamHint: say(view.language, 'referral.accept.teamHint'),
      seenPart: readersText(view.referral, 'value', view),
      nameMissing: problemText({ code: 'name-missing' }, view),
      valueMissing: problemText({ code: 'value-missing' }, view),
      currencyMissing: problemText({ code: 'currency-missing' }, view),
      closeDateMissing: problemText({ code: 'close-date-missing' }, view),
    },
    actions: [
      pressAction({
        verb: 'referral.accept',
        title: say(view.language, 'referral.accept.submit'),
        style: 'positive',
        data: press,
      }),
      ...(refused ? [cancelButton(view, cancel), otherButton(view, 'referral.decline', cancel)] : []),
      ...(moreOpen ? [] : [moreButton(view, common.formVersion)]),
    ],
  });
  return expand(acceptTemplate, data);
}

/** The form of declining with the reasons of CR-37. */
export function declineForm(view: ReferralCardView): CardJson {
  const refused = view.form?.kind === 'decline' ? view.form : undefined;
  const { press, cancel, ...common } = commonData(view, refused, {});
  const data = declineData.parse({
    ...common,
    values: { reason: typedText(refused, 'reason'), closingNotes: typedText(refused, 'closingNotes') },
    problems: problemsOf(refused, declineFields, view),
    reasons: closeReasons.map((reason) => ({
      title: say(view.language, closeReasonTexts[reason]),
      value: reason,
    })),
    words: {
      reason: say(view.language, 'referral.decline.reason'),
      closingNotes: say(view.language, 'referral.decline.notes'),
      seenNotes: readersText(view.referral, 'declineNotes', view),
      reasonMissing: problemText({ code: 'reason-missing' }, view),
    },
    actions: [
      pressAction({
        verb: 'referral.decline',
        title: say(view.language, 'referral.decline.submit'),
        style: 'destructive',
        data: press,
      }),
      ...(refused ? [cancelButton(view, cancel), otherButton(view, 'referral.accept', cancel)] : []),
    ],
  });
  return expand(declineTemplate, data);
}

/** The other answer, which is still possible: a press without inputs, or the client would judge those of this form. */
function otherButton(
  { language }: ReferralCardView,
  verb: 'referral.accept' | 'referral.decline',
  ids: object,
): CardJson {
  const title = say(
    language,
    verb === 'referral.accept' ? 'referral.accept.button' : 'referral.decline.button',
  );
  return pressAction({ verb, title, data: { ...ids, opens: true }, inputs: false });
}

function typedText(form: DecisionForm | undefined, field: AcceptField | DeclineField): string {
  return clipBytes(form?.typed[field] ?? '', TYPED_ROOM[field]);
}

function problemsOf(
  form: DecisionForm | undefined,
  fields: readonly (AcceptField | DeclineField)[],
  view: ReferralCardView,
) {
  return Object.fromEntries(
    fields.map((field) => {
      const problem = form?.problems[field];
      return [field, optional(problem && problemText(problem, view))];
    }),
  );
}
