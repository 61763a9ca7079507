import type { Reader } from '#cards/format.ts';
import {
  registrationChoiceTexts as choices,
  registrationFieldTexts as labels,
} from '#cards/referral/registration/registrationWords.ts';
import { say } from '#cards/say.ts';
import type { Referral } from '#domain/referral/referral.ts';

/** The form of a registration as it was handed in here (CR-47), line by line. */
export function registrationLines({ registrationFiling }: Referral, { language }: Reader): readonly string[] {
  const form = registrationFiling?.form;
  if (!form) return [];
  const { solution, value, solutionValue, term, signed, start, end, azure, tenant, pricing } = form;
  const { marketplace, marketplaceDate } = form;
  const yes = (is: boolean) => say(language, choices[is ? 'yes' : 'no']);
  const entries: readonly [keyof typeof labels, string | undefined][] = [
    ['solution', solution.name],
    ['marketplace', yes(marketplace)],
    ['marketplaceDate', marketplaceDate],
    ['value', String(value.amount)],
    ['solutionValue', String(solutionValue)],
    ['currency', value.currency],
    ['term', say(language, choices[term])],
    ['signed', signed],
    ['start', start],
    ['end', end],
    ['azure', yes(azure)],
    ['tenant', say(language, choices[tenant])],
    ['pricing', say(language, choices[pricing])],
  ];
  return entries.flatMap(([label, entry]) =>
    entry === undefined
      ? []
      : [say(language, 'timeline.line.set', { label: say(language, labels[label]), to: entry })],
  );
}
