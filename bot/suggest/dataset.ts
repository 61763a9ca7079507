import type { Turn } from '#dialogs/turn/turn.ts';
import type { Membership } from '#domain/referral/rights.ts';

/** A suggestion of a field that suggests while one types: what is shown, and what the field then holds. */
export interface Suggestion {
  title: string;
  value: string;
}

/** What somebody has typed so far into a field that suggests. */
export interface DatasetQuery {
  text: string;
  /** What stands in other fields of the card, by their plain names (without the form's version). */
  inputs: Readonly<Record<string, string>>;
  limit: number;
}

/** Someone with rights who types. */
export type MemberTurn = Turn & { member: Membership };

/** Where the suggestions of a field come from; the rights are checked, what is typed is not. */
export type Dataset<Deps> = (
  deps: Deps,
  turn: MemberTurn,
  query: DatasetQuery,
) => Promise<readonly Suggestion[]>;

const LONGEST = 80;

/** A part of a title, cut so that several fit into a row of suggestions. */
export function titlePart(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : text;
}
