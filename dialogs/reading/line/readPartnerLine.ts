import { type HelpKind, NO_HELP } from '#domain/referral/referral.ts';
import { type DealLineContext, readDealLine } from './readDealLine.ts';

/** What a line such as `Fabrikam 20k USD by 1 February` says of an invitation. */
export interface PartnerLine {
  /** Whatever is nothing else. */
  partner: string;
  value?: { amount: number; currency: string } | undefined;
  closeDate?: string | undefined;
  assistance?: HelpKind | undefined;
  /** E-mail addresses of people there. */
  emails: readonly string[];
}

/** Reads an invitation from one line. Locations and solutions are not looked for: a partner may be called like one. */
export function readPartnerLine(
  text: string,
  { language, locale, today, fiscalYearStart, currency }: Omit<DealLineContext, 'locations' | 'solutions'>,
): PartnerLine {
  const line = readDealLine(text, { language, locale, today, fiscalYearStart, currency });
  const { value, closeDate, assistance, emails } = line;
  return {
    partner: (line.customerText || line.name || '').replace(/^[\s,;:]+|[\s,;:]+$/g, ''),
    value: value?.currency ? { amount: value.amount, currency: value.currency } : undefined,
    closeDate,
    assistance: assistance === NO_HELP ? undefined : assistance,
    emails,
  };
}
