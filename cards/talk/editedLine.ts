import { strong } from '#cards/deal/answer/sentence.ts';
import { formatDay, type Reader } from '#cards/format.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { clip, literal, oneLine } from '#cards/outside.ts';
import { say } from '#cards/say.ts';
import type { DealChanges } from '#domain/deal/decideDeal.ts';
import type { Referral } from '#domain/referral/referral.ts';

/**
 * What a line says of a deal that was edited by a sentence: what it is worth, when it closes or what it is called now.
 * Undefined for what is edited in a form.
 */
export function editedLine(
  reader: Reader,
  { customer, name: before }: Pick<Referral, 'customer' | 'name'>,
  { value, closeDate, name, ...others }: DealChanges,
): string | undefined {
  if (Object.keys(others).length > 0) return undefined;
  const { language } = reader;
  const named = [customer.name, before].map((text) => oneLine(text)).find(Boolean);
  const now = (text: string) => ({ customer: strong(clip(named ?? '…', 100)), now: strong(text) });
  const [only, ...more] = [
    value?.to && say(language, 'talk.value', now(literal(formatMoney(value.to, reader)))),
    closeDate?.to && say(language, 'talk.closeDate', now(formatDay(closeDate.to, reader))),
    name && say(language, 'talk.renamed', now(clip(oneLine(name.to), 100))),
  ].filter((line) => line !== undefined);
  return more.length === 0 ? only : undefined;
}
