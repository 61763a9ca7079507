import { stageTitle } from '#cards/deal/stages.ts';
import { formatDay, formatList, type Reader } from '#cards/format.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { clip, oneLine } from '#cards/outside.ts';
import { say } from '#cards/say.ts';
import { FIRST_STAGE } from '#domain/deal/decideProgress.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { isTyped } from '#domain/referral/solutions.ts';
import type { SyncField, Theirs, Unsynced } from '#domain/referral/unsynced.ts';
import type { StageNames } from '#domain/values/options.ts';

/** The reader, and how their company calls the stages. */
export type ValueReader = Reader & { stageNames?: StageNames | undefined };

const LONGEST = 80;

/** What stands here and what stands in Partner Center of a field, in the reader's words. */
export function bothValues(
  item: Unsynced,
  referral: Referral,
  reader: ValueReader,
): { ours: string; theirs: string } {
  const nothing = say(reader.language, 'sync.nothing');
  const text = (side: Theirs | undefined) => valueText(item.field, side ?? {}, referral, reader) || nothing;
  return { ours: text(referral), theirs: text(item.there) };
}

/** Whether a field's values are short enough to stand on a button. */
export function isShort(field: SyncField): boolean {
  return ['value', 'closeDate', 'salesStage', 'crmId', 'campaignId'].includes(field);
}

function valueText(field: SyncField, side: Theirs, referral: Referral, reader: ValueReader): string {
  switch (field) {
    case 'value':
      return side.value ? plain(formatMoney(side.value, reader)) : '';
    case 'closeDate':
      return side.closeDate ? plain(formatDay(side.closeDate, reader)) : '';
    case 'salesStage':
      return plain(stageTitle(side.salesStage ?? FIRST_STAGE, { ...reader, referral }));
    case 'team':
      return plain(
        formatList(
          (side.team ?? []).map(({ name }) => name),
          reader,
        ),
      );
    case 'solutions':
      return plain(
        formatList(
          (side.solutions ?? []).filter((one) => !isTyped(one)).map(({ name }) => name),
          reader,
        ),
      );
    case 'name':
    case 'notes':
    case 'crmId':
    case 'campaignId':
      return plain(side[field] ?? '');
    default:
      return '';
  }
}

function plain(text: string): string {
  return clip(oneLine(text), LONGEST);
}
