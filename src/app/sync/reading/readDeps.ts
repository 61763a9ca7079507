import type { Calendar } from '#ports/calendar.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization, Organizations } from '#ports/organizations.ts';
import type { ReferralFormat } from '#ports/partnerCenter.ts';
import type { Connections, PartnerCenterApi, SyncFormat } from '#ports/partnerCenterApi.ts';
import type { SolutionCatalog } from '#ports/solutions.ts';

/** What reading does that somebody may want to count or to know of; nobody is named. */
export type ReadEvent = { organization: string } & (
  | { kind: 'asked'; what: 'everything' | 'changes' | 'pending' | 'engagement' | 'one'; rows: number }
  /** A record that can't be read as a referral; `paths`: what is wrong with it, never what it says. */
  | { kind: 'unreadable'; id: string | undefined; paths: readonly string[] }
  | { kind: 'taken'; id: string; outcome: 'created' | 'updated' | 'microsoft' }
  /** A record that could not be stored, by a fault of ours. */
  | { kind: 'faulty'; id: string; error: unknown }
  /** An id that was wanted and is not to be found. */
  | { kind: 'missing'; id: string }
  | { kind: 'imported'; read: number; pending: number; failed: number; incomplete: boolean }
  /** Partner Center could not be asked; `attempts` so many times in a row. */
  | { kind: 'away'; code: string; attempts: number }
);

/** What reading from Partner Center needs. */
export interface ReadDeps {
  store: DocumentStore;
  clock: Clock;
  calendar: Calendar;
  newId: () => string;
  wake: () => void;
  organizations: Organizations;
  solutions: Pick<SolutionCatalog, 'byId'>;
  connections: Connections;
  format: Pick<ReferralFormat, 'glance' | 'read'>;
  syncFormat: Pick<SyncFormat, 'isMicrosofts'>;
  /** Seconds between two looks for changes while people work. */
  pollSeconds: number;
  onRead: (event: ReadEvent) => void;
}

/** One organization's reading: who it is, how Partner Center is asked, and what happens there. */
export interface Reading extends ReadDeps {
  organization: Organization;
  api: PartnerCenterApi;
}
