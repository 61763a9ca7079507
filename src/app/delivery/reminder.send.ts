import { addressOf } from '#app/contact/contactRecord.ts';
import { listeners, muteEffect } from '#app/news/muteEffect.ts';
import { whyTold } from '#app/notice/recipients.ts';
import { hoursOf, nextWorkingMoment } from '#app/notice/workingTime.ts';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import { allDocuments } from '#app/store/allDocuments.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { backoff } from '#app/store/outbox.ts';
import type { PersonalWhy, Why } from '#domain/news/why.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { pendingOf } from '#domain/referral/undoable.ts';
import type { StoredDocument } from '#ports/documents.ts';
import type { Delivery } from '#ports/messenger.ts';
import type { Organization } from '#ports/organizations.ts';
import type { DeliverDeps } from './notice.deliver.ts';
import { type ReminderRecord, reminderDraft } from './reminderRecord.ts';

const ATTEMPTS = 8;
const PAUSE = 60_000;
const SOON = 1_000;

/**
 * Sends a person's reminder of the day (CR-54). Everything missed while the process was down becomes part of this
 * one message; what was decided meanwhile is left out, and where nothing is left nothing is sent.
 */
export async function sendReminder(
  deps: DeliverDeps,
  claimed: StoredDocument<ReminderRecord>,
): Promise<void> {
  const { organization: organizationId, contactId } = claimed.body;
  const organization = deps.organizations.byId(organizationId);
  const contact = await deps.store.read<'person'>(organizationId, contactId);
  const address = contact && addressOf(contact.body, organization);
  if (!organization || !contact || !address) return drop(deps, claimed, [claimed.id]);

  const now = deps.clock.now().toISOString();
  const moment = nextWorkingMoment(deps.calendar, now, hoursOf(organization, address.timeZone));
  if (moment > now) return postpone(deps, claimed, moment, 0);

  const open = await allDocuments<'reminder'>(deps.store, {
    partition: claimed.partition,
    where: { sent: false },
  });
  // Another one that was due at the same time has brought it.
  if (!open.some(({ id }) => id === claimed.id)) return;
  const missed = open.filter(({ body }) => body.at <= now);
  // Of several that are due at once the last one brings all, so that it is one message.
  if (missed.some(({ id }) => id > claimed.id)) {
    return postpone(deps, claimed, plusMilliseconds(deps, PAUSE), claimed.body.attempts);
  }
  const ids = missed.map(({ id }) => id);
  const referralIds = new Set(
    [claimed.body, ...missed.map(({ body }) => body)].flatMap((body) => body.referralIds),
  );
  const referrals: Referral[] = [];
  const reasons = new Set<PersonalWhy>();
  let despite = false;
  for (const referralId of referralIds) {
    const record = await readReferralRecord(deps, { organization: organizationId, referralId });
    const pending = record && pendingOf(record.referral);
    // Whether it still waits for an answer is known in a moment.
    if (pending) return postpone(deps, claimed, later(deps, pending.until), claimed.body.attempts);
    if (record?.referral.stage !== 'received' || record.referral.expiresAt <= now) continue;
    const why = await whyTold(deps, organization, record.referral, contact.body);
    if (!why) continue;
    if (!isOfTeam(why) && (await teamHears(deps, organization, record.referral))) continue;
    const missed = { referralId: record.referral.id, what: 'waits' as const };
    const gate = await muteEffect(deps, organization, record.referral, contact.body, missed);
    if (gate === 'held') continue;
    despite ||= gate === 'despite';
    referrals.push(record.referral);
    reasons.add(why);
  }
  if (referrals.length === 0) return drop(deps, claimed, ids);

  referrals.sort((one, other) => (one.expiresAt < other.expiresAt ? -1 : 1));
  const [only, ...others] = reasons;
  const why = others.length > 0 || !only ? 'mixed' : only;
  const list = [claimed.body, ...missed.map(({ body }) => body)].some((body) => body.list);
  const delivery = await deps.messenger.post(address, {
    ...{ type: 'reminder', referrals, why, despite },
    ...(list && { list }),
  });
  await settle(deps, claimed, ids, delivery);
}

async function settle(
  deps: DeliverDeps,
  claimed: StoredDocument<ReminderRecord>,
  ids: readonly string[],
  delivery: Delivery,
): Promise<void> {
  if (delivery.outcome !== 'later') return finish(deps, claimed, ids);
  const attempts = claimed.body.attempts + (delivery.counts ? 1 : 0);
  if (attempts >= ATTEMPTS) return finish(deps, claimed, ids);
  const wait = delivery.after ?? backoff(attempts);
  await postpone(deps, claimed, plusMilliseconds(deps, wait), attempts);
}

/** That moment, where it is still to come; else soon. */
function later(deps: DeliverDeps, moment: string): string {
  const soon = plusMilliseconds(deps, SOON);
  return moment > soon ? moment : soon;
}

function plusMilliseconds(deps: DeliverDeps, milliseconds: number): string {
  return new Date(deps.clock.now().getTime() + milliseconds).toISOString();
}

/** Whether somebody of the team can be reached and wants to hear of it: then only the team is reminded (CR-54). */
async function teamHears(
  deps: DeliverDeps,
  organization: Organization,
  referral: Referral,
): Promise<boolean> {
  return (await listeners(deps, organization, referral)).some(({ why }) => isOfTeam(why));
}

function isOfTeam(why: Why): boolean {
  return why === 'team' || why === 'handed';
}

async function postpone(
  deps: DeliverDeps,
  claimed: StoredDocument<ReminderRecord>,
  until: string,
  attempts: number,
): Promise<void> {
  await changeDocument<'reminder', void>(deps, claimed.partition, claimed.id, (document) => ({
    draft: document && reminderDraft({ ...document.body, attempts }, undefined, until),
    result: undefined,
  }));
  deps.wakeIn(Date.parse(until) - deps.clock.now().getTime());
}

async function finish(
  deps: DeliverDeps,
  claimed: StoredDocument<ReminderRecord>,
  ids: readonly string[],
): Promise<void> {
  // Its own last: while it is open, the others know that their message is on the way.
  for (const id of new Set([...ids.filter((id) => id !== claimed.id), claimed.id])) {
    await changeDocument<'reminder', void>(deps, claimed.partition, id, (document) => ({
      draft: document && reminderDraft({ ...document.body, sent: true }, undefined),
      result: undefined,
    }));
  }
}

/** Nothing was said, so another reminder may be planned for the same day. */
async function drop(
  deps: DeliverDeps,
  claimed: StoredDocument<ReminderRecord>,
  ids: readonly string[],
): Promise<void> {
  for (const id of new Set([...ids, claimed.id])) {
    const document = await deps.store.read<'reminder'>(claimed.partition, id);
    if (document && !document.body.sent) await deps.store.remove(claimed.partition, id, document.etag);
  }
}
