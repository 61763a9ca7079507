import type { CardJson } from '#cards/expand.ts';
import { heading, note, plainLine } from '#cards/form/field.ts';
import { intlLocale } from '#cards/format.ts';
import { clip, literal } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { cancelButton, commonData } from '#cards/referral/view/formData.ts';
import type { ReferralCardView, RegisterForm } from '#cards/referral/view/view.ts';
import { say, type TextKey } from '#cards/say.ts';
import { askedFields } from '#domain/registration/decideRegistration.ts';
import { openInputs, type RegistrationInput } from '#domain/registration/registrationForm.ts';
import { ownRegistration, reviewerOf } from '#domain/registration/registrationView.ts';
import { registerInputs, rowsOf } from './registerInputs.ts';

/** What belongs together in it, as it is asked. */
const groups = [
  { title: 'registration.group.contract', inputs: ['signed', 'start', 'term', 'end', 'confirmed'] },
  { title: 'registration.group.value', inputs: ['solution', 'value', 'solutionValue'] },
  {
    title: 'registration.group.running',
    inputs: ['azure', 'tenant', 'pricing', 'marketplace', 'marketplaceDate'],
  },
] as const satisfies readonly { title: TextKey; inputs: readonly RegistrationInput[] }[];

/**
 * The form of a registration (CR-47): all of it at first, in three groups; after Microsoft asked for action just the
 * fields in question, with the reason, and what hangs on them once that is wrong (CR-48).
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
  const inputs = registerInputs(view, { form, former: present?.filing?.form, formVersion: data.formVersion });
  return {
    type: 'Container',
    id: `register.${data.formVersion}`,
    items: [
      ...(reason ? [plainLine([{ text: clip(literal(reason), 500) }])] : []),
      ...(asked
        ? shown.map((input) => inputs.alone(input))
        : [
            note(say(language, elsewhere ? 'registration.form.introElsewhere' : 'registration.form.intro')),
            ...groups.flatMap((group) => [
              { ...heading(say(language, group.title)), separator: true },
              ...rowsOf(inputs, group.inputs),
            ]),
          ]),
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
