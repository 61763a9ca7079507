import { clockTime, digestTimes, weekdayName } from '#cards/delivery/digest/digestTimes.ts';
import type { CardJson } from '#cards/expand.ts';
import { problemText } from '#cards/form/problems.ts';
import type { Reader } from '#cards/format.ts';
import { clip } from '#cards/outside.ts';
import { panelCard } from '#cards/panel/panel.ts';
import type { Pressable } from '#cards/pressAction.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import { say } from '#cards/say.ts';
import type { DigestChoice } from '#domain/digest/digestChoice.ts';

/** When somebody's morning message comes, and the form to change that. */
export interface DigestSettingCardView extends Reader {
  choice: DigestChoice;
  /** Minutes after midnight and ISO weekdays as they are without a choice. */
  usual: { at: number; days: readonly number[] };
  /** A new number for each answer, so that clients show what was typed. */
  formVersion: number;
  typed?: string | undefined;
  problem?: FieldProblem | undefined;
}

/** One line that says when it comes, a time, days, and the way to end it. */
export function digestSettingCard(view: DigestSettingCardView): CardJson {
  const { language, choice, usual, formVersion, typed, problem } = view;
  const at = choice.at ?? usual.at;
  const press = (title: string, data: object): Pressable => ({
    verb: 'digest.set',
    title,
    data: { form: formVersion, ...data },
  });
  return panelCard({
    language,
    title: say(language, 'digest.set.title'),
    intro: [choice.off ? say(language, 'digest.set.isOff') : digestTimes('now', choice, at, view)],
    inputs: [
      {
        kind: 'text',
        id: `at.${formVersion}`,
        label: say(language, 'digest.set.at'),
        placeholder: say(language, 'digest.set.atExample'),
        value: clip(typed ?? clockTime(at, view), 100),
        problem: problem && problemText(problem, view),
      },
      {
        kind: 'choice',
        id: `days.${formVersion}`,
        label: say(language, 'digest.set.dayChoice'),
        choices: [1, 2, 3, 4, 5, 6, 7].map((day) => ({
          title: weekdayName(day, view, 'long'),
          value: String(day),
        })),
        value: (choice.days ?? usual.days).join(','),
        multi: true,
      },
    ],
    buttons: [
      { ...press(say(language, 'digest.set.save'), {}), style: 'positive' },
      choice.off
        ? { ...press(say(language, 'digest.set.on'), { on: 'yes' }), inputs: false }
        : { ...press(say(language, 'digest.set.off'), { off: 'yes' }), inputs: false },
      { verb: 'day.show', title: say(language, 'digest.set.now'), inputs: false },
    ],
    notes: [say(language, 'digest.set.what')],
  });
}
