import { readReferralRecord } from '#app/referral/referral.read.ts';
import { receiveReferral } from '#app/referral/referral.receive.ts';
import { hasMicrosoft } from '#domain/referral/dealType.ts';
import type { Instant } from '#domain/values/instant.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { WireObject } from '#ports/partnerCenter.ts';
import { takeMicrosofts } from './microsoft.take.ts';
import type { Reading } from './readDeps.ts';

/** What became of records that a list showed. */
export interface RowsTaken {
  /** Records of ours, whether they say something new or not. */
  read: number;
  /** Of these, how many wait for an answer of ours. */
  pending: number;
  /** How many can't be read as a referral, or could not be stored by a fault of ours. */
  failed: number;
  /** How many said something new. */
  changed: number;
  /** Microsoft's records. */
  microsofts: number;
  /** Ids of Microsoft's records of whose engagement nothing is here yet. */
  early: readonly string[];
  /** Ids of ours that said something new and in which Microsoft takes part: it may be Microsoft that moved. */
  stirred: readonly string[];
}

const AT_ONCE = 8;

interface TakeHow {
  quiet?: Instant | undefined;
  knownAlone?: boolean;
}

/**
 * Takes in records as a list showed them: ours as any delivery, Microsoft's as the word on how Microsoft stands in the
 * engagement, and those of anybody else not at all. One that can't be read holds up none. `knownAlone`: only what is here
 * already counts, because it is not known whose a record is. Throws UnavailableError when the store is away.
 */
export async function takeRows(
  reading: Reading,
  rows: readonly WireObject[],
  how: TakeHow = {},
): Promise<RowsTaken> {
  const { syncFormat, organization } = reading;
  const isMicrosofts = (row: WireObject) => syncFormat.isMicrosofts(row, organization);
  // Ours first: what Microsoft's copy says is kept with our record.
  const own = rows.filter((row) => !isMicrosofts(row) && isOurs(reading, row));
  const outcomes: RowOutcome[] = [];
  for (let from = 0; from < own.length; from += AT_ONCE) {
    const some = own.slice(from, from + AT_ONCE);
    outcomes.push(...(await Promise.all(some.map((row) => takeRow(reading, row, how)))));
  }
  const theirs = rows.filter(isMicrosofts);
  const early: string[] = [];
  let heard = 0;
  for (const row of theirs) {
    const outcome = await takeMicrosofts(reading, row);
    if (outcome === 'changed') heard++;
    const { id } = reading.format.glance(row);
    if (outcome === 'unknown' && id !== undefined) early.push(id);
  }
  const count = (which: keyof RowOutcome) => outcomes.filter((one) => one[which]).length;
  return {
    read: outcomes.length,
    pending: count('pending'),
    failed: count('failed'),
    changed: count('changed') + heard,
    microsofts: theirs.length,
    early,
    stirred: outcomes.flatMap(({ stirred }) => stirred ?? []),
  };
}

/** Whether a record is not known to be another organization's. */
function isOurs({ format, organization }: Reading, row: WireObject): boolean {
  const named = format.glance(row).partnerCenterOrganization;
  const own = organization.partnerCenterId?.toLowerCase();
  return named === undefined || own === undefined || named === own;
}

interface RowOutcome {
  pending?: boolean;
  failed?: boolean;
  changed?: boolean;
  stirred?: string;
}

async function takeRow(
  reading: Reading,
  row: WireObject,
  { quiet, knownAlone }: TakeHow,
): Promise<RowOutcome> {
  const { format, organization, onRead } = reading;
  const { id } = format.glance(row);
  if (
    knownAlone &&
    !(id && (await readReferralRecord(reading, { organization: organization.id, referralId: id })))
  )
    return {};
  const read = format.read(row, organization);
  if (!read.ok) {
    const paths = read.problems.map(({ path }) => path);
    onRead({ organization: organization.id, kind: 'unreadable', id, paths });
    return { failed: true };
  }
  const { delivery } = read;
  const { facts, status } = delivery.snapshot;
  try {
    const outcome = await receiveReferral(reading, { organization: organization.id, delivery, quiet });
    const changed = outcome !== 'unchanged';
    if (changed) onRead({ organization: organization.id, kind: 'taken', id: facts.id, outcome });
    return {
      changed,
      pending: status.stage === 'received' && facts.direction === 'inbound',
      ...(changed && status.stage === 'accepted' && hasMicrosoft(facts) && { stirred: facts.id }),
    };
  } catch (error) {
    if (error instanceof UnavailableError) throw error;
    onRead({ organization: organization.id, kind: 'faulty', id: facts.id, error });
    return { failed: true };
  }
}
