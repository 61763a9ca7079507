import { addressesOf, type ContactRecord, contactDraft } from '#app/contact/contactRecord.ts';
import { planDigest } from '#app/digest/digest.plan.ts';
import { openPairs } from '#app/list/dealScope.ts';
import { reviveCard, updatePosted } from '#app/notice/targetRevision.ts';
import { tellOfChannel } from '#app/organization/channel.ask.ts';
import { teamTerm } from '#app/referral/dealIndex.ts';
import { allDocuments } from '#app/store/allDocuments.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { leaseAfter } from '#app/store/outbox.ts';
import { carryOut, type OnSetAside, withoutDone } from '#app/store/outboxWork.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { StoredDocument } from '#ports/documents.ts';
import type { Messenger } from '#ports/messenger.ts';
import type { Organizations } from '#ports/organizations.ts';
import { tellListed } from './imported.tell.ts';
import type { NoticeDeps } from './noticeDeps.ts';
import { tellRecipients } from './recipients.tell.ts';

export type ContactWorkDeps = NoticeDeps & {
  messenger: Messenger;
  newId: () => string;
  organizations: Organizations;
  wake: () => void;
  onSetAside: OnSetAside;
};

/** Brings somebody who became reachable what was missed, and the cards of everything undecided. */
export async function workContact(
  deps: ContactWorkDeps,
  claimed: StoredDocument<ContactRecord>,
): Promise<void> {
  const organization = deps.organizations.byId(claimed.partition);
  const { missed = [] } = claimed.body;
  const results = await carryOut(deps, claimed, claimed.body.outbox, async (event) => {
    if (!organization) return;
    if (event.type === 'channel.ask') return tellOfChannel(deps, claimed, event);
    if (claimed.body.kind === 'person') await planDigest(deps, organization, claimed.body);
    for (const referralId of missed) {
      await reviveCard(deps, { organization: organization.id, referralId, contactId: claimed.id });
    }
    const undecided = await allDocuments<'referral'>(deps.store, {
      partition: organization.id,
      kind: 'referral',
      where: { stage: 'received', direction: 'inbound' },
      orderBy: { field: 'created', direction: 'ascending' },
    });
    const deals = [...undecided.map(({ body }) => body.referral), ...(await dealsInHandOf(deps, claimed))];
    for (const referral of deals) {
      const cards = await updatePosted(deps, referral, claimed.id);
      await tellRecipients(deps, organization, referral, cards, claimed.id);
    }
    await tellListed(deps, organization, claimed.id, deals);
  });
  const madeUp = claimed.body.outbox.some(
    ({ id, type }) => type === 'recipient.added' && results.has(id) && results.get(id) === undefined,
  );
  await changeDocument<'person' | 'channel', void>(deps, claimed.partition, claimed.id, (document) => ({
    draft:
      document &&
      contactDraft(
        claimed.partition,
        {
          ...document.body,
          outbox: withoutDone(document.body.outbox, results),
          missed: madeUp ? document.body.missed?.filter((id) => !missed.includes(id)) : document.body.missed,
        },
        leaseAfter(document.lease, claimed.lease),
      ),
    result: undefined,
  }));
  deps.wake();
}

/** The accepted deals that somebody has in hand, which may have been handed over before the bot was there. */
async function dealsInHandOf(
  { store }: ContactWorkDeps,
  { partition, body }: StoredDocument<ContactRecord>,
): Promise<Referral[]> {
  if (body.kind !== 'person') return [];
  const found: Referral[] = [];
  for (const address of addressesOf(body.profile)) {
    const deals = await allDocuments<'referral'>(store, {
      partition,
      kind: 'referral',
      where: { stage: 'accepted' },
      terms: [openPairs.map((shelf) => teamTerm(shelf, address))],
    });
    found.push(...deals.map((deal) => deal.body.referral).filter(({ holder }) => holder === address));
  }
  return found;
}
