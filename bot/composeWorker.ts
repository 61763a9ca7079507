import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { systemTicking } from '#adapters/system/clock.ts';
import { patientStore } from '#app/store/patientStore.ts';
import { Worker } from '#app/store/worker.ts';
import { type WorkDeps, workHandlers } from '#app/work.ts';
import type { AnyDocumentStore, StoredDocument } from '#ports/documents.ts';
import type { Log } from './telemetry/log.ts';
import type { Metrics } from './telemetry/metrics.ts';
import { createReadNotes } from './telemetry/readNotes.ts';

type Given = { store: AnyDocumentStore } & Omit<
  WorkDeps,
  'store' | 'onNobody' | 'onFailed' | 'onSetAside' | 'onRead'
>;

/** The worker with its effects, and what is counted and written down of it. `opened`: the store without its ear. */
export function composeWorker(opened: AnyDocumentStore, deps: Given, log: Log, metrics: Metrics): Worker {
  const { store, clock } = deps;
  const onSetAside = ({ kind, partition, id }: StoredDocument, reason: string) => {
    metrics.setAside.inc();
    log.error({ event: 'work.set-aside', kind, partition, id, reason });
  };
  return new Worker({
    store: opened,
    clock,
    owner: `${hostname()}/${process.pid}/${randomUUID()}`,
    handlers: workHandlers({
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
