import { z } from 'zod';
import { dealRegistrationTexts, dealStatusTexts } from '#cards/deal/dealWords.ts';
import { type CardJson, expand } from '#cards/expand.ts';
import { formatCountry, type Reader } from '#cards/format.ts';
import { optional, optionalText } from '#cards/optional.ts';
import { clip } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { say, type TextKey } from '#cards/say.ts';
import { type DealList, registrationStatuses, statusFilters } from '#domain/list/dealList.ts';
import { dealTypes } from '#domain/referral/dealType.ts';
import filterTemplate from './filterForm.template.json' with { type: 'json' };
import {
  dealTypeTexts,
  type FilterField,
  fieldsOf,
  filterFields,
  filterProblemText,
  NO_FILTER,
  sortChoices,
  typedOf,
} from './filterForm.ts';
import searchTemplate from './searchForm.template.json' with { type: 'json' };
import type { ListCardView } from './view.ts';

const sortTexts = {
  'created.down': 'find.sort.created.down',
  'created.up': 'find.sort.created.up',
  'name.up': 'find.sort.name.up',
  'name.down': 'find.sort.name.down',
  'customer.up': 'find.sort.customer.up',
  'customer.down': 'find.sort.customer.down',
  'status.up': 'find.sort.status.up',
  'status.down': 'find.sort.status.down',
} satisfies Record<string, TextKey>;

const filterTexts = {
  country: 'find.filter.country',
  customer: 'find.filter.customer',
  type: 'find.filter.type',
  solution: 'find.filter.solution',
  status: 'find.filter.status',
  registration: 'find.filter.registration',
} satisfies Record<string, TextKey>;

const actions = z.array(z.record(z.string(), z.unknown()));
const choices = z.array(z.object({ title: z.string(), value: z.string() }));
const input = z.object({
  shown: z.boolean(),
  id: z.string(),
  label: z.string(),
  hint: z.string(),
  value: z.string(),
  problem: optionalText,
});
const filterData = z.object({
  refused: optionalText,
  fields: z.record(z.enum(filterFields), input),
  sorts: choices,
  types: choices,
  statuses: choices,
  registrations: choices,
  actions,
});
const searchData = z.object({
  id: z.string(),
  label: z.string(),
  value: z.string(),
  actions,
});

/** The form of sorting and filtering (CR-15), with the present choice, or with what was typed and what is wrong. */
export function filterItems(view: ListCardView, list: DealList): CardJson[] {
  const { language, formVersion, refused } = view;
  const typed = { ...typedOf(view.choice, view), ...refused?.typed };
  const asked = fieldsOf(list);
  const field = (name: FilterField) => {
    const problem = refused?.problems[name];
    return {
      shown: asked.includes(name),
      id: `${name}.${formVersion}`,
      label: say(language, name === 'sort' ? 'find.sort.label' : filterTexts[name]),
      hint: hintOf(name, view),
      value: clip(typed[name], 300),
      problem: optional(problem && filterProblemText(problem, view)),
    };
  };
  const any = { title: say(language, 'find.filter.any'), value: NO_FILTER };
  const data: z.infer<typeof filterData> = {
    refused: optional(refused && say(language, 'find.refused')),
    fields: Object.fromEntries(filterFields.map((name) => [name, field(name)])) as Record<
      FilterField,
      ReturnType<typeof field>
    >,
    sorts: sortChoices.map((value) => ({ title: say(language, sortTexts[value]), value })),
    types: [
      any,
      ...dealTypes
        .filter((value) => value !== 'partner-led' || view.partnerLed)
        .map((value) => ({ title: say(language, dealTypeTexts[value]), value })),
    ],
    statuses: [
      any,
      ...statusFilters
        .filter((value) => value !== 'error' && value !== 'other')
        .map((value) => ({ title: say(language, dealStatusTexts[value]), value })),
    ],
    registrations: [
      any,
      ...registrationStatuses.map((value) => ({ title: say(language, dealRegistrationTexts[value]), value })),
    ],
    actions: [
      {
        ...pressAction({
          verb: 'deals.list',
          title: say(language, 'find.apply'),
          data: { list, form: formVersion },
        }),
        style: 'positive',
      },
    ],
  };
  return [expand(filterTemplate, filterData.parse(data))];
}

/** A field to search in, with its button (CR-16). */
export function searchItems(reader: Reader, text: string, formVersion: number): CardJson[] {
  const data: z.infer<typeof searchData> = {
    id: `words.${formVersion}`,
    label: say(reader.language, 'find.search.label'),
    value: clip(text, 300),
    actions: [
      {
        ...pressAction({
          verb: 'deals.search',
          title: say(reader.language, 'find.search.button'),
          data: { form: formVersion },
        }),
        style: 'positive',
      },
    ],
  };
  return [expand(searchTemplate, searchData.parse(data))];
}

function hintOf(field: FilterField, reader: Reader): string {
  const { language } = reader;
  if (field === 'country') {
    return say(language, 'find.filter.countryHint', { example: formatCountry('DE', reader) });
  }
  return field === 'solution' ? say(language, 'find.filter.solutionHint') : ' ';
}
