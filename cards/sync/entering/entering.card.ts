import { z } from 'zod';
import { type CardJson, expand } from '#cards/expand.ts';
import { choiceField, textField } from '#cards/form/field.ts';
import { optional, optionalText } from '#cards/optional.ts';
import { clip, clipBytes, literal } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { say } from '#cards/say.ts';
import { syncFieldName } from '#cards/sync/fieldWords.ts';
import { askedItems, refusedItems } from '#cards/sync/settling.ts';
import type { Unsynced } from '#domain/referral/unsynced.ts';
import { syncStanding } from '#domain/sync/syncStanding.ts';
import template from './entering.template.json' with { type: 'json' };
import { linesToEnter } from './toEnter.ts';
import type { EnteringView } from './view.ts';

const parts = z.object({ shown: z.boolean(), items: z.array(z.record(z.string(), z.unknown())) });
const enteringData = z.object({
  lang: z.string().length(2),
  title: z.string().min(1),
  resultLine: optionalText,
  nothing: optionalText,
  settling: parts,
  inputs: parts,
  actions: z.array(z.record(z.string(), z.unknown())),
});

/** What is copied is one text, and a card takes so many bytes of it. */
const MOST_BYTES = 12_000;
const MOST_SETTLED = 5;

/**
 * What has to be entered in Partner Center by hand, as one text to copy: clients let one select what stands in an input,
 * and nothing else of a card. Below it what of that was entered, and above it what both sides changed or what was refused.
 */
export function enteringCard(view: EnteringView): CardJson {
  const { referral, language, connection } = view;
  const { asked, refused, toEnter } = syncStanding(referral, connection);
  // What is closed there takes nothing any more.
  const enterable = [...refused.filter(({ refused: why }) => why?.code !== 'closed-there'), ...toEnter];
  const carried = view.place ? { place: view.place } : {};
  const settling = [
    ...asked.slice(0, MOST_SETTLED).flatMap((item) => askedItems(item, { ...view, carried })),
    ...refused.slice(0, MOST_SETTLED).flatMap((item) => refusedItems(item, { ...view, carried })),
  ];
  const deal = clip(literal(referral.name).replace(/\s+/g, ' ').trim(), 100);
  const data: z.infer<typeof enteringData> = {
    lang: language.slice(0, 2),
    title: enterable.length > 0 ? say(language, 'sync.title', { deal }) : deal || '…',
    resultLine: optional(view.resultLine && clip(literal(view.resultLine), 300)),
    nothing: optional(settling.length + enterable.length > 0 ? '' : say(language, 'sync.done')),
    settling: partsOf(settling),
    inputs: partsOf(inputsOf(view, enterable)),
    actions: actionsOf(view, enterable, carried),
  };
  return expand(template, enteringData.parse(data));
}

function partsOf(items: CardJson[]): z.infer<typeof parts> {
  return { shown: items.length > 0, items };
}

function inputsOf(view: EnteringView, items: readonly Unsynced[]): CardJson[] {
  const { referral, language, formVersion } = view;
  if (items.length === 0) return [];
  const fields = items.map(({ field }) => field);
  const text = clipBytes(linesToEnter(fields, referral, view).join('\n'), MOST_BYTES);
  const copied = textField({
    id: `copy.${formVersion}`,
    label: say(language, 'sync.copy'),
    value: text,
    max: text.length + 1,
    multiline: true,
  });
  if (items.length === 1) return [copied];
  const which = choiceField({
    id: `fields.${formVersion}`,
    label: say(language, 'sync.which'),
    value: view.nothingChosen ? '' : fields.join(','),
    style: 'expanded',
    several: true,
    choices: fields.map((field) => ({ title: syncFieldName(field, referral, view), value: field })),
    problem: view.nothingChosen ? say(language, 'sync.none') : undefined,
  });
  return [copied, which];
}

function actionsOf(view: EnteringView, items: readonly Unsynced[], carried: object): CardJson[] {
  const { referral, language, formVersion, partnerCenterUrl } = view;
  const [only, ...more] = items;
  const seen = { referral: referral.id, ...carried, seen: referral.revision, form: formVersion };
  const several = more.length > 0;
  const entered = pressAction({
    verb: 'sync.enter',
    title: say(language, 'sync.entered'),
    style: 'positive',
    data: several ? seen : { ...seen, fields: only?.field },
    inputs: several,
  });
  const back = { referral: referral.id, ...carried };
  return [
    ...(partnerCenterUrl && only
      ? [{ type: 'Action.OpenUrl', title: say(language, 'sync.openThere'), url: partnerCenterUrl }]
      : []),
    ...(only ? [entered] : []),
    pressAction({
      verb: 'referral.view',
      title: say(language, 'timeline.back'),
      data: back,
      inputs: false,
    }),
  ];
}
