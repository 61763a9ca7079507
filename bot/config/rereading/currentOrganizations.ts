import { AsyncLocalStorage } from 'node:async_hooks';
import type { LoadedOrganizations } from '#bot/config/organizationsFile.ts';

/** The organizations as they are at the moment; others may take their place at any time. */
export interface CurrentOrganizations extends LoadedOrganizations {
  /** Carries out a request for which the organizations stay as they are when it begins. */
  during<T>(work: () => T): T;
  /** What begins from now on sees these. */
  replace(next: LoadedOrganizations): void;
}

export function createCurrentOrganizations(first: LoadedOrganizations): CurrentOrganizations {
  const pinned = new AsyncLocalStorage<LoadedOrganizations>();
  let present = first;
  const seen = () => pinned.getStore() ?? present;
  return {
    all: () => seen().all(),
    byId: (id) => seen().byId(id),
    byTenant: (tenantId) => seen().byTenant(tenantId),
    get keyDigests() {
      return seen().keyDigests;
    },
    during: (work) => pinned.run(present, work),
    replace(next) {
      present = next;
    },
  };
}
