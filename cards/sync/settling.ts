import type { CardJson } from '#cards/expand.ts';
import { escaped } from '#cards/outside.ts';
import { type Pressable, pressPart } from '#cards/pressAction.ts';
import { say } from '#cards/say.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { SyncField, Unsynced } from '#domain/referral/unsynced.ts';
import { isPlain } from '#domain/sync/differences.ts';
import { syncFieldName } from './fieldWords.ts';
import { refusalText } from './refusalWords.ts';
import { bothValues, isShort, type ValueReader } from './valueWords.ts';

/** A deal and its reader, and what the buttons carry beside the deal's id. */
export interface SettlingView extends ValueReader {
  referral: Referral;
  carried: object;
}

/** What both sides changed: both values, and a press for each. */
export function askedItems(item: Unsynced, view: SettlingView): CardJson[] {
  const { referral, language } = view;
  const { field } = item;
  const seen = referral.revision;
  const { ours, theirs } = bothValues(item, referral, view);
  const short = isShort(field) && item.there !== undefined && referral[field as 'crmId'] !== undefined;
  const titles = short
    ? [say(language, 'sync.keep.value', { value: ours }), say(language, 'sync.take.value', { value: theirs })]
    : [say(language, 'sync.keep.ours'), say(language, 'sync.take.theirs')];
  const [keep = '', take = ''] = titles;
  const fields = syncFieldName(field, referral, view);
  return [
    ...lines(say(language, 'sync.card.asked', { fields }), say(language, 'sync.both', { ours, theirs })),
    ways([
      press(view, { verb: 'sync.settle', title: keep }, { field, keep: 'ours', seen }),
      press(view, { verb: 'sync.settle', title: take }, { field, keep: 'theirs', seen }),
    ]),
  ];
}

/** What Partner Center did not take: why, and what can be done about it. */
export function refusedItems(item: Unsynced, view: SettlingView): CardJson[] {
  const { referral, language } = view;
  const { field, refused } = item;
  const seen = referral.revision;
  const mend = mendingPress(field, referral);
  const final = refused?.code === 'closed-there';
  const fields = syncFieldName(field, referral, view);
  return [
    ...lines(say(language, 'sync.card.refused', { fields }), refused ? refusalText(refused, view) : ''),
    ways([
      ...(mend ? [press(view, { ...mend, title: say(language, 'sync.mend') })] : []),
      ...(final ? [] : [press(view, { verb: 'sync.retry', title: say(language, 'sync.retry') })]),
      press(
        view,
        { verb: 'sync.drop', title: say(language, isPlain(field) ? 'sync.take.theirs' : 'sync.leave') },
        { field, seen },
      ),
    ]),
  ];
}

/** The form in which a field is put right; undefined where none is open to the deal. */
function mendingPress(field: SyncField, { stage }: Referral): Pick<Pressable, 'verb'> | undefined {
  if (field === 'registration') return { verb: 'registration.register' };
  if (stage !== 'accepted') return undefined;
  if (field === 'team') return { verb: 'deal.team' };
  if (field === 'solutions') return { verb: 'deal.solutions' };
  if (field === 'salesStage') return { verb: 'stage.mark' };
  return isPlain(field) || field === 'deal' ? { verb: 'deal.edit' } : undefined;
}

function press(
  { referral, carried }: SettlingView,
  button: Pick<Pressable, 'verb' | 'title'>,
  more: object = {},
): Pressable {
  return { ...button, data: { referral: referral.id, ...carried, ...more } };
}

/** Presses that are no buttons: a card has six of those at most, and they are for the deal. */
function ways(presses: readonly Pressable[]): CardJson {
  const columns = presses.map((one) => ({
    type: 'Column',
    width: 'stretch',
    selectAction: pressPart(one),
    items: [{ type: 'TextBlock', text: escaped(one.title), size: 'Small', color: 'Accent', wrap: true }],
  }));
  return { type: 'ColumnSet', spacing: 'Small', columns };
}

function lines(title: string, detail: string): CardJson[] {
  const block = (run: object, spacing: string) => ({
    type: 'RichTextBlock',
    spacing,
    inlines: [{ type: 'TextRun', ...run }],
  });
  return [
    block({ text: title, weight: 'Bolder' }, 'Small'),
    ...(detail ? [block({ text: detail }, 'None')] : []),
  ];
}
