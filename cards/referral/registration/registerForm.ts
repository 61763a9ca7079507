import type { CardJson } from '#cards/expand.ts';
import {
  choiceField,
  choiceTitle,
  dateField,
  note,
  plainLine,
  sideBySide,
  textField,
  toggleField,
} from '#cards/form/field.ts';
import { problemText } from '#cards/form/problems.ts';
import { formatDay, intlLocale } from '#cards/format.ts';
import { currencyChoices } from '#cards/money/currencies.ts';
import { clip, literal } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { cancelButton, commonData, typedIn } from '#cards/referral/view/formData.ts';
import type { ReferralCardView, RegisterForm } from '#cards/referral/view/view.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { RegistrationForm } from '#domain/referral/registration.ts';
import { askedFields } from '#domain/registration/decideRegistration.ts';
import { openInputs, type RegistrationInput } from '#domain/registration/registrationForm.ts';
import { eligibleSolutions } from '#domain/registration/registrationRules.ts';
import { ownRegistration, reviewerOf } from '#domain/registration/registrationView.ts';
import { type RegisterField, startOf } from './registerStart.ts';
import { registrationChoiceTexts, registrationFieldTexts } from './registrationWords.ts';

const hintTexts = {
  end: 'registration.hint.end',
  marketplaceDate: 'registration.hint.marketplaceDate',
} satisfies Record<string, TextKey>;

/**
 * The form of a registration (CR-47): all of it at first; after Microsoft asked for action just the fields in question,
 * with the reason, and what hangs on them once that is wrong (CR-48).
 */
export function registerForm(view: ReferralCardView): CardJson {
  const { referral, language } = view;
  const form = view.form?.kind === 'register' ? view.form : undefined;
  const present = ownRegistration(referral);
  const asked = askedFields(referral);
  const shown = asked
    ? openInputs(asked).filter((input) => asked.some((field) => field === input) || concerned(form, input))
    : openInputs(undefined);
  const reason = asked && present?.history.at(-1)?.reason;
  const elsewhere = reviewerOf(referral) === undefined;
  const data = commonData(view, form ?? { formVersion: 0 }, {
    locale: intlLocale(view),
    shown: [...shown],
  });
  return {
    type: 'Container',
    id: `register.${data.formVersion}`,
    items: [
      ...(reason ? [plainLine([{ text: clip(literal(reason), 500) }])] : []),
      ...(asked
        ? []
        : [note(say(language, elsewhere ? 'registration.form.introElsewhere' : 'registration.form.intro'))]),
      ...shown.map((input) => fieldOf(view, form, input, present?.filing?.form, data.formVersion)),
      {
        type: 'ActionSet',
        actions: [
          pressAction({
            verb: 'registration.register',
            title: say(language, asked ? 'registration.form.again' : 'registration.form.submit'),
            style: 'positive',
            data: data.press,
          }),
          cancelButton(view, data.cancel),
        ],
      },
    ],
  };
}

/** Whether something is wrong with an input, or it was answered already. */
function concerned(form: RegisterForm | undefined, input: RegistrationInput): boolean {
  return form !== undefined && (form.problems[input] !== undefined || form.typed[input] !== undefined);
}

function fieldOf(
  view: ReferralCardView,
  form: RegisterForm | undefined,
  input: RegistrationInput,
  former: RegistrationForm | undefined,
  formVersion: number,
): CardJson {
  const { referral, language } = view;
  const start = startOf(view, former);
  const at = (field: RegisterField) => {
    const problem = form?.problems[field];
    // These two are needed with some answers only; their hints say with which.
    const mark = field === 'end' || field === 'marketplaceDate' ? '' : ' *';
    return {
      id: `${field}.${formVersion}`,
      label: `${say(language, registrationFieldTexts[field])}${mark}`,
      value: form?.typed[field] === undefined ? start[field] : typedIn(form, field),
      problem: problem && problemText(problem, view),
    };
  };
  const choice = (
    field: RegisterField,
    values: readonly (
      | 'yes'
      | 'no'
      | 'perpetual'
      | 'finite'
      | 'customer'
      | 'partner'
      | 'pay-as-you-go'
      | 'other'
    )[],
  ) =>
    choiceField({
      ...at(field),
      style: 'expanded',
      choices: values.map((value) => ({ title: say(language, registrationChoiceTexts[value]), value })),
    });
  switch (input) {
    case 'solution':
      return choiceField({
        ...at(input),
        style: 'compact',
        choices: eligibleSolutions(referral)
          .slice(0, 15)
          .map(({ id, name }) => ({ title: clip(choiceTitle(name), 100), value: id })),
      });
    case 'value': {
      const value = textField({ ...at(input), max: 60 });
      if (former) return value;
      const currency = at('currency');
      const choices = currencyChoices(start.currency, currency.value);
      return sideBySide(value, choiceField({ ...currency, style: 'compact', choices }), '116px');
    }
    case 'solutionValue':
      return textField({ ...at(input), max: 60 });
    case 'term':
      return choice(input, ['finite', 'perpetual']);
    case 'marketplace':
    case 'azure':
      return choice(input, ['yes', 'no']);
    case 'tenant':
      return choice(input, ['customer', 'partner']);
    case 'pricing':
      return choice(input, ['pay-as-you-go', 'other']);
    case 'signed': {
      const { earliest } = form ?? {};
      const hint = earliest && say(language, 'registration.hint.signed', { date: formatDay(earliest, view) });
      return dateField({ ...at(input), hint });
    }
    case 'start':
      return dateField(at(input));
    case 'end':
    case 'marketplaceDate':
      return dateField({ ...at(input), hint: say(language, hintTexts[input]) });
    case 'confirmed': {
      const { value, ...rest } = at(input);
      return toggleField({ ...rest, value: value === 'true', title: say(language, 'registration.confirm') });
    }
    default:
      return input satisfies never;
  }
}
