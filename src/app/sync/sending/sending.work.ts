import { leaseAfter } from '#app/store/outbox.ts';
import type { Holding } from '#app/store/workerDeps.ts';
import type { StoredDocument } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { Organizations } from '#ports/organizations.ts';
import { noteWrite } from './lastWrite.ts';
import { sendReferral } from './referral.send.ts';
import type { SendDeps } from './sending.ts';
import { createGate, type Gate } from './sendingGate.ts';
import { type SendingRecord, sendingDraft } from './sendingRecord.ts';

export type SendingWorkDeps = SendDeps & { organizations: Pick<Organizations, 'byId'> };

const MOST_WRITES = 12;

/**
 * What the worker does for a deal that has something for Partner Center: brings it there. While Partner Center is away,
 * throttles or nobody is signed in, deals wait without asking it; what is in the way of one deal holds up no other.
 */
export function createSendingWork(
  deps: SendingWorkDeps,
): (claimed: StoredDocument<SendingRecord>, holding: Holding) => Promise<void> {
  const gate = createGate(deps.clock);
  return async (claimed, holding) => {
    const { partition, body } = claimed;
    const organization = deps.organizations.byId(partition);
    // What waits for a connection is asked for once there is one.
    const open = organization && deps.connections.modeOf(partition) === 'write';
    const wait = open ? await throughGate(deps, gate, organization, body.referralId, holding) : undefined;
    await finish(deps, claimed, wait);
  };
}

/** Milliseconds to wait; undefined where all is done that can be. */
async function throughGate(
  deps: SendingWorkDeps,
  gate: Gate,
  organization: NonNullable<ReturnType<Organizations['byId']>>,
  referralId: string,
  holding: Holding,
): Promise<number | undefined> {
  const closed = gate.enter(organization.id);
  if (closed !== undefined) return closed;
  try {
    const { wait, wrote } = await sendReferral(deps, organization, referralId, holding);
    gate.leave(organization.id);
    if (wrote) await noteWrite(deps, organization.id);
    return wait;
  } catch (error) {
    if (!(error instanceof UnavailableError)) {
      gate.leave(organization.id);
      throw error;
    }
    return gate.leaveClosed(organization.id, error);
  }
}

/** Until when it waits; without, the document goes, unless it was asked for again in the meantime. */
async function finish(
  deps: SendingWorkDeps,
  claimed: StoredDocument<SendingRecord>,
  wait: number | undefined,
): Promise<void> {
  const { partition, id } = claimed;
  for (let writes = 0; writes < MOST_WRITES; writes++) {
    const present = await deps.store.read<'sending'>(partition, id);
    if (!present) return;
    const lease = leaseAfter(present.lease, claimed.lease);
    const again = present.body.asked !== claimed.body.asked && wait === undefined;
    const written =
      wait === undefined && !again && !lease
        ? await deps.store.remove(partition, id, present.etag)
        : await deps.store.replace(
            sendingDraft(
              partition,
              { ...present.body, nextAt: momentIn(deps, again ? 0 : (wait ?? 0)) },
              lease,
            ),
            present.etag,
          );
    if (written.ok) break;
  }
  deps.wake();
}

function momentIn({ clock }: SendingWorkDeps, milliseconds: number): string {
  return new Date(clock.now().getTime() + milliseconds).toISOString();
}
