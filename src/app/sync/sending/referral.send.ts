import type { ReferralRecord } from '#app/referral/referralRecord.ts';
import type { Holding } from '#app/store/workerDeps.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { SyncField } from '#domain/referral/unsynced.ts';
import { sendable } from '#domain/sync/decideSync.ts';
import { toldOf } from '#domain/sync/told.ts';
import type { Organization } from '#ports/organizations.ts';
import type { Fetched, Patch } from '#ports/partnerCenterApi.ts';
import { createThere } from './deal.createThere.ts';
import { inviteMicrosoft } from './microsoft.invite.ts';
import {
  conclude,
  noteBeside,
  recordOf,
  refuse,
  type SendDeps,
  type Sending,
  takeAnswer,
} from './sending.ts';

/** `wrote`: something was sent. `wait`: milliseconds after which to look again, where it can't be known yet what became of it. */
export interface Sent {
  wrote: boolean;
  wait?: number | undefined;
}

/** A deal has fifteen fields; some go once more, apart. Whoever changes it all the time there is waited for. */
const MOST_STEPS = 60;
const MOST_CLASHES = 6;
const LATER = 60_000;

/**
 * Brings to Partner Center what of a deal stands here and not there (CR-35 to CR-41), by comparing and never by repeating:
 * whatever was sent before, whether or not an answer came, it ends with both sides the same, or with what a person has to
 * settle. Throws UnavailableError when Partner Center or the store is away; what is not sent by then is still to be sent.
 */
export async function sendReferral(
  deps: SendDeps,
  organization: Organization,
  referralId: string,
  holding: Holding,
): Promise<Sent> {
  const api = await deps.connections.open(organization.id);
  if (!api) return { wrote: false };
  const sending: Sending = { deps, api, organization, referralId, holding };
  const course: Course = { there: undefined, apart: false, clashes: 0, wrote: false };
  for (let steps = 0; steps < MOST_STEPS && course.clashes < MOST_CLASHES; steps++) {
    const record = await recordOf(sending);
    const next = record && (await step(sending, course, record));
    if (next === 'on') continue;
    return { wrote: course.wrote, wait: next === 'done' ? undefined : next };
  }
  return { wrote: course.wrote, wait: LATER };
}

/** How far the sending of one deal is. */
interface Course {
  /** The record there as it was told last. */
  there: Fetched | undefined;
  /** Each field in a request of its own. */
  apart: boolean;
  /** How often somebody there was faster. */
  clashes: number;
  wrote: boolean;
}

/** One request at most; then it is decided anew. A number: milliseconds to wait. */
async function step(
  sending: Sending,
  course: Course,
  record: ReferralRecord,
): Promise<'on' | 'done' | number> {
  const { referral } = record;
  const fields = sendable(referral);
  if (fields.length === 0) return 'done';
  if (fields.includes('deal')) {
    course.wrote = true;
    return createThere(sending, record);
  }
  // What is not there, or of which nobody knows yet under which id, can't be changed.
  if (isUnknownThere(record)) return 'done';
  if (!course.there) return look(sending, course, record);
  const over = stageThere(sending, course.there) === 'closed';
  const late = over ? fields.filter((field) => field !== 'registration') : [];
  if (late.length > 0) {
    // How a patch of what is closed is refused is not certain, so none is sent.
    await refuse(sending, referral, late, { code: 'closed-there' });
    return 'on';
  }
  const plain = fields.filter((field) => field !== 'microsoft');
  const patches = sending.deps.syncFormat.patches(
    course.there.wire,
    referral,
    plain,
    sending.organization,
    course.apart,
  );
  if (patches[0]) return send(sending, course, record, patches[0]);
  if (plain.length > 0) {
    await refuse(sending, referral, plain, { code: 'not-sendable' });
    return 'on';
  }
  course.wrote = true;
  return inviteMicrosoft(sending, record, course.there);
}

/** A deal of ours that somebody entered by hand or that was refused, until a delivery tells its id. */
function isUnknownThere({ received, referral }: ReferralRecord): boolean {
  const { createdBy, partnerCenterId, unsynced } = referral;
  if (unsynced?.some(({ field }) => field === 'deal')) return true;
  return createdBy !== undefined && received === undefined && partnerCenterId === undefined;
}

async function look(sending: Sending, course: Course, { referral }: ReferralRecord): Promise<'on'> {
  course.there = await sending.api.one(idThere(referral));
  const code = !course.there
    ? 'missing'
    : (await takeAnswer(sending, course.there))
      ? undefined
      : 'unreadable';
  if (code) await refuse(sending, referral, sendable(referral), { code });
  return 'on';
}

async function send(
  sending: Sending,
  course: Course,
  { referral }: ReferralRecord,
  patch: Patch,
): Promise<'on'> {
  const { fields } = patch;
  const noted = await noteBeside(sending, referral, () => ({ told: toldOf(referral, fields) }));
  // Somebody was faster here: what would be sent is old already.
  if (!noted) return 'on';
  const about: readonly SyncField[] = patch.opens ? [...new Set([...fields, 'decision'] as const)] : fields;
  const outcome = await sending.api.change(idThere(referral), course.there?.etag, patch);
  if (outcome.kind === 'changed') {
    course.there = undefined;
    course.clashes++;
  } else if (outcome.kind === 'missing') {
    await refuse(sending, referral, about, { code: 'missing' });
  } else if (outcome.kind === 'done') {
    course.wrote = true;
    await taken(sending, course, referral, { ...patch, fields: about }, outcome.referral);
  } else if (about.length > 1 && !course.apart) {
    course.apart = true;
  } else {
    // It may stand otherwise there by now: what was closed there needs no word about an accept that came too late.
    course.there = await sending.api.one(idThere(referral));
    if (course.there) await takeAnswer(sending, course.there);
    await refuse(sending, referral, about, outcome.refusal);
  }
  return 'on';
}

/** It was taken; what stands otherwise there all the same, Partner Center did not heed. */
async function taken(
  sending: Sending,
  course: Course,
  sent: Referral,
  { fields, opens }: Patch,
  answer: Fetched,
): Promise<void> {
  course.there = answer.etag === undefined ? undefined : answer;
  const readable = await takeAnswer(sending, answer);
  await settleRegistration(sending, fields);
  // A deal that was closed since is only opened by now, so that it can be closed by what follows.
  const opened = opens && sent.stage === 'closed' && stageThere(sending, answer) !== 'received';
  const settled = opened ? fields.filter((field) => field !== 'decision') : fields;
  await refuse(sending, sent, settled, { code: readable ? 'ignored' : 'unreadable' });
}

function stageThere({ deps, organization }: Sending, { wire }: Fetched): Referral['stage'] | undefined {
  const read = deps.format.read(wire, organization);
  return read.ok ? read.delivery.snapshot.status.stage : undefined;
}

function idThere({ partnerCenterId, id }: Referral): string {
  return partnerCenterId ?? id;
}

/** A registration that was taken is there, whatever state it is in at first: it must not be handed in twice. */
async function settleRegistration(sending: Sending, fields: readonly SyncField[]): Promise<void> {
  if (!fields.includes('registration')) return;
  await conclude(sending, (at) => ({ type: 'sync.sent', at, fields: ['registration'] }));
}
