import type { Config } from './config/config.ts';
import {
  type LoadedOrganizations,
  loadOrganizations,
  localOrganization,
} from './config/organizationsFile.ts';
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
