import type { CardJson } from '#cards/expand.ts';
import {
  choiceField,
  choiceTitle,
  dateField,
  foldedPart,
  lockedPart,
  requiredMark,
  sideBySide,
  textField,
  toggleField,
} from '#cards/form/field.ts';
import { problemText } from '#cards/form/problems.ts';
import { formatDay } from '#cards/format.ts';
import { currencyChoices } from '#cards/money/currencies.ts';
import { clip } from '#cards/outside.ts';
import { typedIn } from '#cards/referral/view/formData.ts';
import type { ReferralCardView, RegisterForm } from '#cards/referral/view/view.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { RegistrationForm } from '#domain/referral/registration.ts';
import type { RegistrationInput } from '#domain/registration/registrationForm.ts';
import { eligibleSolutions } from '#domain/registration/registrationRules.ts';
import { onlySolution, type RegisterField, startOf } from './registerStart.ts';
import { registrationChoiceTexts, registrationFieldTexts } from './registrationWords.ts';

/** The inputs that are asked with some answers only, and what opens them. */
const dependent = {
  end: { of: 'term', when: 'finite', hint: 'registration.hint.end', show: 'registration.show.end' },
  marketplaceDate: {
    of: 'marketplace',
    when: 'yes',
    hint: 'registration.hint.marketplaceDate',
    show: 'registration.show.marketplaceDate',
  },
} as const satisfies Partial<
  Record<RegistrationInput, { of: RegistrationInput; when: string; hint: TextKey; show: TextKey }>
>;
type Dependent = keyof typeof dependent;

/** Two short inputs that stand in one row: the first of each. */
const beside: Readonly<Partial<Record<RegistrationInput, RegistrationInput>>> = {
  signed: 'start',
  azure: 'tenant',
  pricing: 'marketplace',
};

/** The inputs of a registration, each as it is shown now. */
export interface RegisterInputs {
  alone: (input: RegistrationInput) => CardJson;
  /** Folded away as long as nothing asks for it, with the button that opens it. */
  folded: (input: Dependent) => CardJson[];
}

/** What the inputs of a registration are made from. */
export interface RegisterShown {
  form: RegisterForm | undefined;
  /** What was handed in before. */
  former: RegistrationForm | undefined;
  formVersion: number;
}

/** The rows of one group of the form: short inputs side by side, what hangs on an answer folded under it. */
export function rowsOf(inputs: RegisterInputs, group: readonly RegistrationInput[]): CardJson[] {
  const seconds = Object.values(beside);
  return group.flatMap((input) => {
    if (seconds.includes(input)) return [];
    if (isDependent(input)) return inputs.folded(input);
    const second = beside[input];
    if (!second) return [inputs.alone(input)];
    return [sideBySide(inputs.alone(input), inputs.alone(second), 'stretch')];
  });
}

function isDependent(input: RegistrationInput): input is Dependent {
  return input in dependent;
}

/** The inputs of a registration (CR-47) with what was typed, else what the deal says, and what is wrong with it. */
export function registerInputs(view: ReferralCardView, shown: RegisterShown): RegisterInputs {
  const { form, former, formVersion } = shown;
  const start = startOf(view, former);
  const textOf = (field: RegisterField) =>
    form?.typed[field] === undefined ? start[field] : typedIn(form, field);
  const at = (field: RegisterField) => {
    const problem = form?.problems[field];
    // Only its button says that one of these may be needed.
    const name = say(view.language, registrationFieldTexts[field]);
    return {
      id: `${field}.${formVersion}`,
      label: field in dependent ? name : requiredMark(name),
      value: textOf(field),
      problem: problem && problemText(problem, view),
    };
  };
  return {
    alone: (input) => inputOf(view, shown, input, at),
    folded: (input) => {
      const { of, when, show } = dependent[input];
      const id = `${input}Part.${formVersion}`;
      const open = textOf(of) === when || textOf(input) !== '' || form?.problems[input] !== undefined;
      const toggle = {
        type: 'Action.ToggleVisibility',
        title: say(view.language, show),
        targetElements: [id],
      };
      return [
        ...(open ? [] : [{ type: 'ActionSet', spacing: 'Small', actions: [toggle] }]),
        foldedPart(id, open, [inputOf(view, shown, input, at)]),
      ];
    },
  };
}

type Around = (field: RegisterField) => {
  id: string;
  label: string;
  value: string;
  problem: string | undefined;
};

function inputOf(
  view: ReferralCardView,
  { form, former }: RegisterShown,
  input: RegistrationInput,
  at: Around,
): CardJson {
  const { referral, language } = view;
  const choice = (...values: readonly (keyof typeof registrationChoiceTexts)[]) =>
    choiceField({
      ...at(input),
      style: 'expanded',
      choices: values.map((value) => ({ title: say(language, registrationChoiceTexts[value]), value })),
    });
  switch (input) {
    case 'solution': {
      const only = onlySolution(referral);
      const title = (name: string) => clip(choiceTitle(name), 100);
      if (only) {
        const { problem } = at(input);
        return lockedPart({
          label: say(language, registrationFieldTexts.solution),
          text: title(only.name),
          problem,
        });
      }
      const solutions = eligibleSolutions(referral).slice(0, 15);
      const choices = solutions.map(({ id, name }) => ({ title: title(name), value: id }));
      return choiceField({ ...at(input), style: 'compact', choices });
    }
    case 'value': {
      const value = textField({ ...at(input), max: 60 });
      if (former) return value;
      const currency = at('currency');
      const own = referral.value?.currency ?? '';
      const choices = currencyChoices(own, currency.value);
      return sideBySide(value, choiceField({ ...currency, style: 'compact', choices }), '116px');
    }
    case 'solutionValue':
      return textField({ ...at(input), max: 60 });
    case 'term':
      return choice('finite', 'perpetual');
    case 'marketplace':
    case 'azure':
      return choice('yes', 'no');
    case 'tenant':
      return choice('customer', 'partner');
    case 'pricing':
      return choice('pay-as-you-go', 'other');
    case 'signed': {
      const earliest = form?.usual?.signed === undefined ? form?.earliest : undefined;
      const hint = earliest && say(language, 'registration.hint.signed', { date: formatDay(earliest, view) });
      return dateField({ ...at(input), hint });
    }
    case 'start':
      return dateField(at(input));
    case 'end':
    case 'marketplaceDate':
      return dateField({ ...at(input), hint: say(language, dependent[input].hint) });
    case 'confirmed': {
      const { value, ...rest } = at(input);
      return toggleField({ ...rest, value: value === 'true', title: say(language, 'registration.confirm') });
    }
    default:
      return input satisfies never;
  }
}
