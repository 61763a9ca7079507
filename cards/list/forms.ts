import { z } from 'zod';
import { dealRegistrationTexts, dealStatusTexts } from '#cards/deal/dealWords.ts';
import { stageTitle } from '#cards/deal/stages.ts';
import { type CardJson, expand } from '#cards/expand.ts';
import { problemLine } from '#cards/form/field.ts';
import { formatCountry, type Reader } from '#cards/format.ts';
import { clip } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { say, type TextKey } from '#cards/say.ts';
import { markedStages } from '#domain/deal/decideProgress.ts';
import { type DealList, registrationStatuses, statusFilters } from '#domain/list/dealList.ts';
import { dealTypes } from '#domain/referral/dealType.ts';
import {
  dealTypeTexts,
  type FilterField,
  fieldsOf,
  filterProblemText,
  filterRows,
  MOST_TYPED,
  NO_FILTER,
  sortChoices,
  typedOf,
} from './filterForm.ts';
import { sortTexts } from './orderText.ts';
import searchTemplate from './searchForm.template.json' with { type: 'json' };
import type { ListCardView } from './view.ts';

const fieldTexts = {
  sort: 'find.sort.label',
  about: 'find.filter.words',
  status: 'find.filter.status',
  stage: 'find.filter.stage',
  over: 'find.filter.over',
  under: 'find.filter.under',
  closingFrom: 'find.filter.closingFrom',
  closingTo: 'find.filter.closingTo',
  customer: 'find.filter.customer',
  partner: 'find.filter.partner',
  type: 'find.filter.type',
  registration: 'find.filter.registration',
  country: 'find.filter.country',
  solution: 'find.filter.solution',
} satisfies Record<FilterField, TextKey>;

interface Choice {
  title: string;
  value: string;
}

/** The form of sorting and filtering (CR-15), with the present choice, or with what was typed and what is wrong. */
export function filterItems(view: ListCardView, list: DealList): CardJson[] {
  const { language, formVersion, form } = view;
  const asked = fieldsOf(list);
  const typed = { ...typedOf(view.choice, view), ...form?.typed };
  const fields = (names: readonly FilterField[]) =>
    names.filter((name) => asked.includes(name)).map((name) => fieldOf(view, list, name, typed[name]));
  const apply = {
    ...pressAction({
      verb: 'deals.list',
      title: say(language, 'find.apply'),
      data: { list, form: formVersion },
    }),
    style: 'positive',
  };
  return [
    ...(form?.problems ? [problemLine(say(language, 'find.refused'))] : []),
    ...filterRows.map(fields).flatMap(besideEachOther),
    { type: 'ActionSet', actions: [apply] },
  ];
}

/** Two inputs share a row: as many as find room on a telephone. */
function besideEachOther(fields: readonly (readonly CardJson[])[]): CardJson[] {
  if (fields.length < 2) return fields.flat();
  const columns = fields.map((items) => ({ type: 'Column', width: 'stretch', items: [...items] }));
  return [{ type: 'ColumnSet', columns }];
}

/** Made here and not bound by a template, which can't leave out what is as usual: a full page has no room for it. */
function fieldOf(view: ListCardView, list: DealList, name: FilterField, value: string): CardJson[] {
  const { language, formVersion, form } = view;
  const problem = form?.problems?.[name];
  const input = { id: `${name}.${formVersion}`, label: say(language, fieldTexts[name]) };
  return [
    { ...inputOf(view, list, name), ...input, ...(value && { value: clip(value, 300) }) },
    ...(problem ? [problemLine(filterProblemText(problem, view))] : []),
  ];
}

function inputOf(view: ListCardView, list: DealList, name: FilterField): CardJson {
  switch (name) {
    case 'sort':
    case 'status':
    case 'stage':
    case 'type':
    case 'registration':
      return { type: 'Input.ChoiceSet', choices: choicesOf(view, list, name) };
    case 'closingFrom':
    case 'closingTo':
      return { type: 'Input.Date' };
    default: {
      const placeholder = hintOf(name, view);
      return { type: 'Input.Text', maxLength: MOST_TYPED, ...(placeholder && { placeholder }) };
    }
  }
}

function choicesOf(
  view: ListCardView,
  list: DealList,
  name: 'sort' | 'status' | 'stage' | 'type' | 'registration',
): Choice[] {
  const { language } = view;
  const from = <T extends string>(values: readonly T[], texts: Readonly<Record<T, TextKey>>): Choice[] =>
    values.map((value) => ({ title: say(language, texts[value]), value }));
  const any = { title: say(language, 'find.filter.any'), value: NO_FILTER };
  switch (name) {
    case 'sort':
      return from(sortChoices, sortTexts);
    case 'status':
      return statusChoices(list, any, (values) => from(values, dealStatusTexts));
    case 'stage':
      return [
        any,
        ...markedStages.map((percent) => {
          const named = { ...view, referral: { direction: 'inbound' as const } };
          return { title: clip(stageTitle(percent, named), 60), value: String(percent) };
        }),
      ];
    case 'type': {
      const types = dealTypes.filter((value) => value !== 'partner-led' || view.partnerLed);
      return [any, ...from(types, dealTypeTexts)];
    }
    case 'registration':
      return [any, ...from(registrationStatuses, dealRegistrationTexts)];
    default:
      return name satisfies never;
  }
}

type Status = (typeof statusFilters)[number];

/** The two lists of what is open show that as long as nothing else is asked for. */
function statusChoices(list: DealList, any: Choice, from: (values: readonly Status[]) => Choice[]): Choice[] {
  const offered = statusFilters.filter((value) => value !== 'error' && value !== 'other');
  if (list !== 'mine' && list !== 'all') return [any, ...from(offered)];
  const [open] = from(['open']);
  return [
    { ...any, ...(open && { title: open.title }) },
    ...from(offered.filter((value) => value !== 'open')),
  ];
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

const searchData = z.object({
  id: z.string(),
  label: z.string(),
  value: z.string(),
  actions: z.array(z.record(z.string(), z.unknown())),
});

function hintOf(field: FilterField, reader: Reader): string | undefined {
  const { language } = reader;
  if (field === 'about') return say(language, 'find.filter.wordsHint');
  if (field === 'over') return say(language, 'find.filter.suchAs', { example: '50k' });
  if (field === 'solution') return say(language, 'find.filter.solutionHint');
  if (field !== 'country') return undefined;
  return say(language, 'find.filter.suchAs', { example: formatCountry('DE', reader) });
}
