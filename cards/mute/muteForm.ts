import { z } from 'zod';
import { type CardJson, expand } from '#cards/expand.ts';
import { problemText } from '#cards/form/problems.ts';
import type { Reader } from '#cards/format.ts';
import { optional, optionalText } from '#cards/optional.ts';
import { clip } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import { say, type TextKey } from '#cards/say.ts';
import template from './muteForm.template.json' with { type: 'json' };

const snoozeTexts = {
  tomorrow: 'news.snooze.tomorrow',
  days3: 'news.snooze.days3',
  week: 'news.snooze.week',
} satisfies Record<string, TextKey>;

/** How long a snooze can be said to last by one choice. */
export const snoozeChoices = ['tomorrow', 'days3', 'week'] as const;

/** The form of muting and snoozing one deal, open in the body. */
export interface MuteForm {
  formVersion: number;
  typed: Readonly<Record<string, string>>;
  problems: Readonly<Record<string, FieldProblem>>;
}

const quietData = z.object({
  formVersion: z.number().int(),
  values: z.object({ for: z.string(), until: z.string() }),
  choices: z.array(z.object({ title: z.string(), value: z.string() })),
  problem: optionalText,
  words: z.object({ label: z.string(), day: z.string() }),
  actions: z.array(z.record(z.string(), z.unknown())),
});

/** `ids`: what the buttons of the card carry; `cancelled`: what shows the card again. */
export function muteForm(
  reader: Reader,
  form: MuteForm,
  ids: Readonly<Record<string, unknown>>,
  cancelled: 'referral.view' | 'news.snooze',
): CardJson {
  const { language } = reader;
  const { formVersion, typed, problems } = form;
  const known = snoozeChoices.find((choice) => choice === typed.for);
  const sent = { ...ids, form: formVersion };
  const cancel = cancelled === 'news.snooze' ? { ...sent, cancel: 'yes' } : sent;
  const data: z.input<typeof quietData> = {
    formVersion,
    values: { for: known ?? 'tomorrow', until: clip(typed.until ?? '', 40) },
    choices: snoozeChoices.map((value) => ({ title: say(language, snoozeTexts[value]), value })),
    problem: optional(problems.until && problemText(problems.until, reader)),
    words: { label: say(language, 'news.snooze.label'), day: say(language, 'news.snooze.day') },
    actions: [
      pressAction({
        verb: 'news.snooze',
        title: say(language, 'news.snooze.button'),
        data: sent,
        style: 'positive',
      }),
      pressAction({ verb: 'news.mute', title: say(language, 'news.mute.button'), data: ids, inputs: false }),
      pressAction({
        verb: cancelled,
        title: say(language, 'referral.view.cancel'),
        data: cancel,
        inputs: false,
      }),
    ],
  };
  return expand(template, quietData.parse(data));
}
