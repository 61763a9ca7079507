import { closeReasonTexts, errorReasonTexts } from '#cards/deal/dealWords.ts';
import type { CardJson } from '#cards/expand.ts';
import { choiceField, plainLine, problemLine, textField, toggleField } from '#cards/form/field.ts';
import { MOST_NOTES } from '#cards/form/limits.ts';
import { problemText } from '#cards/form/problems.ts';
import { readersText } from '#cards/form/readers.ts';
import { pressAction } from '#cards/pressAction.ts';
import { cancelButton, commonData, typedIn } from '#cards/referral/view/formData.ts';
import type { FinalForm, ReferralCardView } from '#cards/referral/view/view.ts';
import { say, type TextKey } from '#cards/say.ts';
import { needsConsent } from '#domain/engagement/shareRules.ts';
import { closeReasons, errorReasons } from '#domain/referral/referral.ts';
import { consequencesOf } from './consequences.ts';
import { reasonMissing } from './finalAnswer.ts';

const reasonLabels = {
  lose: 'progress.lose.reason',
  error: 'progress.error.reason',
} satisfies Record<string, TextKey>;

const submitTexts = {
  win: 'progress.win.submit',
  lose: 'progress.lose.submit',
  error: 'progress.error.submit',
  share: 'progress.share.submit',
} satisfies Record<string, TextKey>;

const finalTexts = {
  win: 'progress.win.final',
  lose: 'progress.lose.final',
  error: 'progress.error.final',
  share: 'progress.share.final',
} satisfies Record<string, TextKey>;

/** The verb of each, as a literal that can be found by its name. */
const verbs = {
  win: { verb: 'deal.win' },
  lose: { verb: 'deal.lose' },
  error: { verb: 'deal.error' },
  share: { verb: 'deal.share' },
} as const;

/**
 * What is asked once more before something final (CR-12, CR-42, CR-43): that it is, what follows from it, and for a deal
 * that is lost or an error the reason (CR-37).
 */
export function finalForm(view: ReferralCardView, kind: FinalForm['kind']): CardJson {
  const { language } = view;
  const form = view.form?.kind === kind ? view.form : undefined;
  const { verb } = verbs[kind];
  const { formVersion, press, cancel } = commonData(view, form, {});
  const ids = { formVersion, form };
  return {
    type: 'Container',
    id: `${kind}.${formVersion}`,
    spacing: 'None',
    items: [
      plainLine([{ text: say(language, finalTexts[kind]), weight: 'Bolder' }]),
      ...consequencesOf(view, kind, form?.lacks).map((text) => plainLine([{ text }])),
      ...(kind === 'lose' || kind === 'error' ? reasonOf(view, kind, ids) : []),
      ...(kind === 'share' && needsConsent(view.referral) ? [consentOf(view, ids)] : []),
      {
        type: 'ActionSet',
        actions: [
          pressAction({
            verb,
            title: say(language, submitTexts[kind]),
            data: press,
            style: kind === 'win' || kind === 'share' ? 'positive' : 'destructive',
          }),
          cancelButton(view, cancel),
        ],
      },
    ],
  };
}

interface Ids {
  formVersion: number;
  form: FinalForm | undefined;
}

function reasonOf(view: ReferralCardView, kind: 'lose' | 'error', { formVersion, form }: Ids): CardJson[] {
  const { language } = view;
  const problem = (field: string) => {
    const found = form?.problems[field];
    return found && problemText(found, view);
  };
  const choices =
    kind === 'lose'
      ? closeReasons.map((reason) => ({ title: say(language, closeReasonTexts[reason]), value: reason }))
      : errorReasons.map((reason) => ({ title: say(language, errorReasonTexts[reason]), value: reason }));
  return [
    choiceField({
      id: `reason.${formVersion}`,
      label: say(language, reasonLabels[kind]),
      value: typedIn(form, 'reason'),
      style: 'expanded',
      choices,
      missing: problemText({ code: reasonMissing[kind] }, view),
      problem: problem('reason'),
    }),
    textField({
      id: `closingNotes.${formVersion}`,
      label: say(language, 'progress.notes'),
      hint: readersText(view.referral, 'closingNotes', view),
      value: typedIn(form, 'closingNotes'),
      max: MOST_NOTES,
      multiline: true,
      problem: problem('closingNotes'),
    }),
  ];
}

function consentOf(view: ReferralCardView, { formVersion, form }: Ids): CardJson {
  const problem = form?.problems.consent;
  const toggle = toggleField({
    id: `consent.${formVersion}`,
    label: say(view.language, 'draft.consent.label'),
    title: say(view.language, 'progress.share.consent'),
    value: typedIn(form, 'consent') === 'true',
  });
  return problem ? { type: 'Container', items: [toggle, problemLine(problemText(problem, view))] } : toggle;
}
