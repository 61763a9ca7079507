import type { Config } from './config/config.ts';
import {
  type LoadedOrganizations,
  loadOrganizations,
  localOrganization,
} from './config/organizationsFile.ts';
import {
  type CurrentOrganizations,
  createCurrentOrganizations,
} from './config/rereading/currentOrganizations.ts';
import { fingerprintOf } from './config/rereading/rereadOrganizations.ts';
import { keyDigest } from './http/intakeKeys.ts';

/** The organizations of a configuration; `intakeKey` counts in Local mode only. */
export function organizationsOf(config: Config, intakeKey: string): LoadedOrganizations {
  return config.organizationsFile
    ? loadOrganizations(config.organizationsFile)
    : localOrganization(config.timeZone, keyDigest(intakeKey));
}

/** Ids of the organizations of a configuration, in the order of their file. */
export function organizationIds(config: Config): string[] {
  return organizationsOf(config, '')
    .all()
    .map(({ id }) => id);
}

/** A file of organizations with what it held when it was read. */
export interface OrganizationsSource {
  path: string;
  first: string;
}

/** The organizations of a configuration, or `instead`, and the file from which they come, as it was read. */
export function readOrganizations(
  config: Config,
  intakeKey: string,
  instead?: LoadedOrganizations,
): { organizations: CurrentOrganizations; file: OrganizationsSource | undefined } {
  const path = instead ? undefined : config.organizationsFile;
  // Before it is read: what changes meanwhile has changed since.
  const file = path ? { path, first: fingerprintOf(path) } : undefined;
  return { organizations: createCurrentOrganizations(instead ?? organizationsOf(config, intakeKey)), file };
}
