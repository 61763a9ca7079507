import { stageTitle } from '#cards/deal/stages.ts';
import type { CardJson } from '#cards/expand.ts';
import { choiceField, choiceTitle, note } from '#cards/form/field.ts';
import { readInputs } from '#cards/form/inputs.ts';
import { problemText } from '#cards/form/problems.ts';
import { formatList } from '#cards/format.ts';
import { pressAction } from '#cards/pressAction.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import { cancelButton, commonData, typedIn } from '#cards/referral/view/formData.ts';
import type { ReferralCardView, StagesForm } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import { type MarkedStage, markedStages, mayMark, mayWin, stageOf } from '#domain/deal/decideProgress.ts';
import { shareProblem } from '#domain/engagement/shareRules.ts';

/**
 * The form of the stage: any of them forward and back (CR-40), of an assessment those it may stand at, with the others
 * explained (CR-41); and the ways in which the deal ends (CR-42, CR-43) or is shown to Microsoft (CR-12).
 */
export function stagesForm(view: ReferralCardView): CardJson {
  const { referral, language } = view;
  const form = view.form?.kind === 'stages' ? view.form : undefined;
  const { formVersion, press, cancel } = commonData(view, form, { from: stageOf(referral) });
  const allowed = markedStages.filter((stage) => mayMark(referral, stage));
  const later = markedStages.filter((stage) => !allowed.includes(stage));
  const problem = form?.problems.stage;
  const picked = Number(typedIn(form, 'stage'));
  return {
    type: 'Container',
    id: `stages.${formVersion}`,
    spacing: 'None',
    items: [
      choiceField({
        id: `stage.${formVersion}`,
        label: say(language, 'progress.stages.choose'),
        value: String(allowed.find((stage) => stage === picked) ?? stageOf(referral)),
        style: 'expanded',
        choices: allowed.map((stage) => ({
          title: choiceTitle(stageTitle(stage, view)),
          value: String(stage),
        })),
        missing: problemText({ code: 'stage-missing' }, view),
        problem: problem && problemText(problem, view),
      }),
      ...(later.length > 0 ? [note(laterText(view, later))] : []),
      ...(mayWin(referral) ? [] : [note(say(language, 'progress.stages.notWon'))]),
      {
        type: 'ActionSet',
        actions: [
          pressAction({
            verb: 'stage.mark',
            title: say(language, 'progress.stages.submit'),
            data: press,
            style: 'positive',
          }),
          cancelButton(view, cancel),
        ],
      },
      { type: 'ActionSet', actions: endings(view, cancelWithoutForm(cancel)) },
    ],
  };
}

function laterText(view: ReferralCardView, later: readonly MarkedStage[]): string {
  const stages = formatList(
    later.map((stage) => stageTitle(stage, view)),
    view,
  );
  return say(view.language, 'progress.stages.later', { stages });
}

/** The first press of an ending opens its own form, which the number of a version would take for sent. */
function cancelWithoutForm({ form: _form, ...data }: Readonly<Record<string, unknown>>) {
  return data;
}

/** How the deal can end now, and who may be let see it. */
function endings(view: ReferralCardView, data: object): CardJson[] {
  const { referral, language, options } = view;
  const share = shareProblem(referral, { switchedOn: options?.partnerLed ?? false }) === undefined;
  return [
    ...(mayWin(referral)
      ? [pressAction({ verb: 'deal.win', title: say(language, 'progress.win.button'), data, inputs: false })]
      : []),
    pressAction({ verb: 'deal.lose', title: say(language, 'progress.lose.button'), data, inputs: false }),
    ...(options?.closeAsError
      ? [
          pressAction({
            verb: 'deal.error',
            title: say(language, 'progress.error.button'),
            data,
            inputs: false,
          }),
        ]
      : []),
    ...(share
      ? [
          pressAction({
            verb: 'deal.share',
            title: say(language, 'progress.share.button'),
            data,
            inputs: false,
          }),
        ]
      : []),
  ];
}

/** What a press of `stage.mark` says: where the deal stood on its card, and where it is to stand. */
export type ParsedStage =
  | { ok: true; stage: MarkedStage; from: MarkedStage | undefined }
  | { ok: false; problems: Readonly<Record<string, FieldProblem>>; typed: StagesForm['typed'] };

/** Reads the press of one button or of the form. Never throws. */
export function parseStage(sent: unknown): ParsedStage {
  const { typed, problems, data } = readInputs(sent, ['stage']);
  const stage = stageIn(typed.stage);
  if (stage !== undefined) return { ok: true, stage, from: stageIn(data.from) };
  const code = typed.stage ? ('stage-unknown' as const) : ('stage-missing' as const);
  return { ok: false, problems: { stage: problems.stage ?? { code } }, typed: { stage: typed.stage ?? '' } };
}

function stageIn(value: unknown): MarkedStage | undefined {
  return markedStages.find((stage) => String(stage) === String(value));
}
