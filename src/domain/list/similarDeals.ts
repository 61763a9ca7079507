import { type CloseReason, type Customer, closeReasons, type Referral } from '#domain/referral/referral.ts';
import { isSameSolution } from '#domain/referral/solutions.ts';
import { foldText } from '#domain/values/searchTerms.ts';

/** How a deal that was worth an answer can have ended; what was withdrawn or an error teaches nothing. */
export const telling = ['won', 'lost', 'declined', 'expired'] as const;

/** What became of deals like one that waits for an answer (CR-57): so many of each ending. */
export type SimilarDeals = Record<(typeof telling)[number], number> & {
  /** The reason that was given most often where they were declined or lost; absent where none was given twice. */
  reason?: CloseReason | undefined;
};

/** Amounts up to this many times each other are of one size. */
const ONE_SIZE = 2;

/**
 * Whether a deal is like another one (CR-57): for the same customer, or with a solution in common and from the same sender
 * or of about the same size in the same currency.
 */
export function isSimilar(one: Referral, other: Referral): boolean {
  if (one.id === other.id) return false;
  if (isSameCustomer(one.customer, other.customer)) return true;
  return sharesSolution(one, other) && (isSameSender(one, other) || isSameSize(one, other));
}

/** What became of those among some deals that are like one; undefined where none is. */
export function becameOf(referral: Referral, others: readonly Referral[]): SimilarDeals | undefined {
  const similar = others.filter((other) => isSimilar(referral, other));
  const ended = (outcome: string) =>
    similar.filter((one) => one.stage === 'closed' && one.outcome === outcome).length;
  const [won = 0, lost = 0, declined = 0, expired = 0] = telling.map(ended);
  if (won + lost + declined + expired === 0) return undefined;
  return { won, lost, declined, expired, reason: usualReason(similar) };
}

function usualReason(deals: readonly Referral[]): CloseReason | undefined {
  const given = deals.flatMap((one) => (one.stage === 'closed' && one.reason ? [one.reason] : []));
  const times = (reason: CloseReason) => given.filter((one) => one === reason).length;
  const [most] = closeReasons.toSorted((one, other) => times(other) - times(one));
  return most && times(most) > 1 ? most : undefined;
}

function isSameCustomer(one: Customer, other: Customer): boolean {
  if (one.duns && other.duns) return one.duns === other.duns;
  return one.country === other.country && foldText(one.name.trim()) === foldText(other.name.trim());
}

function sharesSolution(one: Referral, other: Referral): boolean {
  const names = ({ solutions = [], wanted }: Referral) =>
    new Set([...solutions.map(({ name }) => name), ...wanted.solutions].map((name) => foldText(name.trim())));
  const theirs = names(other);
  return (
    (one.solutions ?? []).some((mine) => other.solutions?.some((its) => isSameSolution(mine, its))) ||
    [...names(one)].some((name) => name !== '' && theirs.has(name))
  );
}

function isSameSender({ sender }: Referral, { sender: other }: Referral): boolean {
  const id = sender?.organizationId?.toLowerCase();
  return id !== undefined && id === other?.organizationId?.toLowerCase();
}

function isSameSize({ value }: Referral, { value: other }: Referral): boolean {
  if (!value || !other || value.currency !== other.currency) return false;
  const [small, large] = [value.amount, other.amount].toSorted((one, two) => one - two);
  return small !== undefined && large !== undefined && small > 0 && large <= small * ONE_SIZE;
}
