import type { CardJson } from '#cards/expand.ts';
import { note } from '#cards/form/field.ts';
import { readInputs } from '#cards/form/inputs.ts';
import { locationField, locationNamed, type NamedLocation } from '#cards/form/location.ts';
import { problemText } from '#cards/form/problems.ts';
import { pressAction } from '#cards/pressAction.ts';
import { cancelButton, commonData, typedIn } from '#cards/referral/view/formData.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';

/** The form in which a referral gets the location that it came without (CR-30). */
export function locateForm(view: ReferralCardView): CardJson {
  const { language } = view;
  const form = view.form?.kind === 'locate' ? view.form : undefined;
  const { formVersion, spacing, press, cancel } = commonData(view, form, {});
  const problem = form?.problems.location;
  return {
    type: 'Container',
    id: `locate.${formVersion}`,
    spacing,
    items: [
      note(say(language, 'deal.locate.intro')),
      locationField(
        {
          id: `location.${formVersion}`,
          label: say(language, 'draft.location.label'),
          hint: say(language, 'deal.locate.hint'),
          write: say(language, 'deal.locate.write'),
          value: typedIn(form, 'location'),
          problem: problem && problemText(problem, view),
          missing: say(language, 'problem.location-missing'),
        },
        form?.locations ?? [],
      ),
      {
        type: 'ActionSet',
        spacing: 'Medium',
        actions: [
          pressAction({
            verb: 'deal.locate',
            title: say(language, 'deal.locate.submit'),
            style: 'positive',
            data: press,
          }),
          cancelButton(view, cancel),
        ],
      },
    ],
  };
}

/** What the form says: the location that is meant, if any, and what was typed. */
export function readLocate(
  sent: unknown,
  locations: readonly NamedLocation[],
): { location: string | undefined; typed: { location?: string } } {
  const { location = '' } = readInputs(sent, ['location']).typed;
  return { location: locationNamed(location, locations), typed: { location } };
}
