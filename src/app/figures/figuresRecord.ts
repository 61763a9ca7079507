import type { ChangePosition } from '#app/list/referrals.follow.ts';
import type { SumsName } from '#domain/figures/cellsOf.ts';
import type { CountedDeal } from '#domain/figures/counted.ts';
import type { Sums } from '#domain/figures/sums.ts';
import type { Instant } from '#domain/values/instant.ts';
import type { DraftOf, Lease } from '#ports/documents.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    figures: FiguresRecord;
    sums: SumsRecord;
    counted: CountedRecord;
  }
}

/** How far the deals of an organization are counted, and what is being added to its sums right now. */
export interface FiguresRecord {
  /** Of the last plan that was carried out. */
  number: number;
  /** The deals up to here are counted. */
  position?: ChangePosition | undefined;
  /** All deals from before have been counted once. */
  complete: boolean;
  plan?: Plan | undefined;
  /** Somebody said that a deal changed while others were being counted. */
  asked?: Instant | undefined;
  /** Deals that are about to be taken away, and since when. */
  gone?: readonly { referralId: string; at: Instant }[] | undefined;
}

/** What is to be done for some deals, written down before any of it is done. */
export interface Plan {
  number: number;
  changes: Readonly<Partial<Record<SumsName, Sums>>>;
  /** By id of the deal: what is counted of it from then on. */
  counted: Readonly<Record<string, CountedDeal | null>>;
}

/** Sums, and the number of the last plan that they took in. */
export interface SumsRecord {
  plan: number;
  sums: Sums;
}

/** What the sums hold of one deal, since which plan. */
export interface CountedRecord {
  plan: number;
  counted?: CountedDeal | undefined;
}

/** Raised whenever something else is counted: everything is counted anew then, beside what stands there. */
const FIGURES_SCHEMA = 1;

/** The document that says how far an organization's deals are counted; in the partition of its deals. */
export const FIGURES_ID = `figures:${FIGURES_SCHEMA}`;

/** Where an organization's sums stand, as they were counted under that schema. */
export function figuresPartition(organization: string, schema = FIGURES_SCHEMA): string {
  return `${organization}/figures/${schema}`;
}

/** The document of how far is counted; due then, or when the lease ends that somebody holds. */
export function figuresDraft(
  organization: string,
  body: FiguresRecord,
  due: { at: Instant; lease: Lease | undefined },
): DraftOf<'figures'> {
  const { at, lease } = due;
  return {
    partition: organization,
    id: FIGURES_ID,
    kind: 'figures',
    schema: 1,
    dueAt: lease?.until ?? at,
    lease,
    body,
  };
}

/** The id of sums among an organization's. */
export function sumsId(name: SumsName): string {
  return `sums:${name}`;
}

/** The id of what is counted of a deal. */
export function countedId(referralId: string): string {
  return `counted:${referralId.toLowerCase()}`;
}
