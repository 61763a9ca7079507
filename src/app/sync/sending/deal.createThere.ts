import { noteGone } from '#app/figures/asking.ts';
import { addAlias } from '#app/referral/aliasRecord.ts';
import { type ReferralRecord, referralDocumentId } from '#app/referral/referralRecord.ts';
import { editableFields } from '#domain/referral/snapshot.ts';
import type { Fetched } from '#ports/partnerCenterApi.ts';
import { askFor, attemptAt, LOOK_AGAIN, refusalIn, wouldBeListed } from './creatingThere.ts';
import { findCreated } from './findCreated.ts';
import { conclude, idOf, noteBeside, refuse, type Sending, takeAnswer } from './sending.ts';

/**
 * Creates a deal of ours in Partner Center, once: the attempt is noted before it is made, and after an attempt of which
 * nobody answered it is made again only when the deal is not in the lists although it would have to be. Returns 'on', or
 * the milliseconds after which to look again. Throws UnavailableError when Partner Center or the store is away.
 */
export async function createThere(sending: Sending, record: ReferralRecord): Promise<'on' | number> {
  const { deps, organization } = sending;
  if (record.creating?.unsure) {
    const found = await findCreated(sending, record.creating);
    if (typeof found === 'object') return linked(sending, found);
    if (!wouldBeListed(sending, record.creating)) return LOOK_AGAIN;
    if (found === 'unsure') {
      await refuse(sending, record.referral, ['deal'], { code: 'unsure' });
      return 'on';
    }
  }
  const noted = await noteBeside(sending, record.referral, (now) => ({
    creating: attemptAt(sending, now, 'own'),
    created: editableFields(now.referral),
  }));
  if (!noted?.creating) return 'on';
  const body = deps.syncFormat.ownBody(noted.referral, organization);
  const outcome = await askFor(sending, noted, body);
  if (outcome.kind === 'done') return linked(sending, outcome.referral);
  await refuse(sending, noted.referral, ['deal'], refusalIn(outcome));
  return 'on';
}

/** It is there: from now on its id there leads to ours, and what it says of itself counts as its first delivery. */
async function linked(sending: Sending, answer: Fetched): Promise<'on' | number> {
  const { deps, organization, referralId } = sending;
  const id = idOf(answer.wire);
  // Without an id it has to be looked for, like one of which nobody answered.
  if (id === undefined) return LOOK_AGAIN;
  await addAlias(deps, organization.id, id, referralId);
  await removeTwin(deps, organization.id, id);
  if (await takeAnswer(sending, answer)) return 'on';
  await conclude(sending, (at) => ({ type: 'sync.sent', at, fields: ['deal'], created: { id } }));
  return 'on';
}

/** What was taken for another deal, because it was changed there before we heard that it is this one. */
async function removeTwin(deps: Sending['deps'], organization: string, id: string): Promise<void> {
  const twin = await deps.store.read<'referral'>(organization, referralDocumentId(id));
  if (!twin || twin.body.commands.length > 0) return;
  await noteGone(deps, organization, twin.body.referral.id);
  await deps.store.remove(organization, twin.id, twin.etag);
}
