import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { systemTicking } from '#adapters/system/clock.ts';
import { noteSetAside } from '#app/delivery/troubleNotes.ts';
import { patientStore } from '#app/store/patientStore.ts';
import { Worker } from '#app/store/worker.ts';
import { type WorkDeps, workHandlers } from '#app/work.ts';
import type { AnyDocumentStore, StoredDocument } from '#ports/documents.ts';
import type { Log } from './telemetry/log.ts';
import type { Metrics } from './telemetry/metrics.ts';
import { createReadNotes } from './telemetry/readNotes.ts';
import { tracedWork } from './telemetry/tracedWork.ts';
import type { Tracing } from './telemetry/tracing.ts';

type Given = { store: AnyDocumentStore } & Omit<
  WorkDeps,
  'store' | 'onNobody' | 'onFailed' | 'onSetAside' | 'onRead'
>;

interface Seen {
  log: Log;
  metrics: Metrics;
  /** Absent where nothing is followed. */
  tracing: Tracing | undefined;
}

/** Carries out work for which the organizations stay as they are when it begins. */
type During = <T>(work: () => T) => T;
type Handlers = ReturnType<typeof workHandlers>;

/** The worker with its effects, and what is counted and written down of it. `opened`: the store without its ear. */
export function composeWorker(
  opened: AnyDocumentStore,
  deps: Given,
  { log, metrics, tracing }: Seen,
  during: During,
): Worker {
  const { store, clock } = deps;
  const onSetAside = async (document: StoredDocument, reason: string) => {
    const { kind, partition, id } = document;
    await noteSetAside(deps, document, reason);
    metrics.setAside.inc();
    log.error({ event: 'work.set-aside', kind, partition, id, reason });
  };
  return new Worker({
    store: opened,
    clock,
    owner: `${hostname()}/${process.pid}/${randomUUID()}`,
    handlers: followed(
      workHandlers({
        ...deps,
        store: patientStore(store, clock),
        onNobody: ({ id, organization }) => {
          metrics.nobodyTold.inc();
          log.warn({ event: 'referral.nobody-told', referralId: id, organizationId: organization });
        },
        onFailed: ({ organization, referralId, contactId, delivery }) => {
          metrics.setAside.inc();
          const { reason, attempts } = delivery;
          log.error({
            event: 'notice.failed',
            organizationId: organization,
            referralId,
            contactId,
            reason,
            attempts,
          });
        },
        onRead: createReadNotes(log, metrics),
        onSetAside,
      }),
      during,
      tracing,
    ),
    onSetAside,
    rest: systemTicking.pause,
    onPoll: () => metrics.lastPoll.set(clock.now().getTime() / 1000),
    onError: (error, document) => {
      metrics.workerErrors.inc();
      log.error({
        event: 'work',
        kind: document?.kind,
        partition: document?.partition,
        id: document?.id,
        err: error,
      });
    },
  });
}

function followed(handlers: Handlers, during: During, tracing: Tracing | undefined): Handlers {
  const pinned: Handlers = Object.fromEntries(
    Object.entries(handlers).map(([kind, handle]) => [kind, (...given) => during(() => handle(...given))]),
  );
  return tracing ? tracedWork(pinned, tracing) : pinned;
}
