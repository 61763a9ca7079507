import type { CardJson } from '#cards/expand.ts';
import { choiceField, textField } from '#cards/form/field.ts';
import { frameCard } from '#cards/frame/frame.ts';
import { clip, clipBytes, oneLine } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { say } from '#cards/say.ts';
import { syncFieldName } from '#cards/sync/fieldWords.ts';
import { askedItems, refusedItems } from '#cards/sync/settling.ts';
import type { Unsynced } from '#domain/referral/unsynced.ts';
import { syncStanding } from '#domain/sync/syncStanding.ts';
import { linesToEnter } from './toEnter.ts';
import type { EnteringView } from './view.ts';

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
  const deal = clip(oneLine(referral.name), 100);
  const [settled, empty] = [view.resultLine, settling.length + enterable.length === 0];
  return frameCard({
    language,
    strips: settled ? [{ text: settled, tone: 'emphasis' }] : [],
    title: enterable.length > 0 ? say(language, 'sync.title', { deal }) : deal,
    hints: empty ? [say(language, 'sync.done')] : [],
    body: [...settling, ...inputsOf(view, enterable)],
    buttons: actionsOf(view, enterable, carried),
  });
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
