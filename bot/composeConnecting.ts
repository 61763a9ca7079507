import { access, constants } from 'node:fs/promises';
import { systemClock } from '#adapters/system/clock.ts';
import { patientStore } from '#app/store/patientStore.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { ConfigError } from '#ports/errors.ts';
import { openPartnerCenter, type PartnerCenterAccess } from './composeConnections.ts';
import { organizationsOf } from './composeOrganizations.ts';
import { openStore } from './composeStore.ts';
import type { Config } from './config/config.ts';
import type { LoadedOrganizations } from './config/organizationsFile.ts';
import type { PartnerCenterConfig } from './config/partnerCenterSettings.ts';

/** What a command line about the connection with Partner Center works with; the bot may be running on the same store. */
export interface Connecting {
  store: DocumentStore;
  organizations: LoadedOrganizations;
  access: PartnerCenterAccess;
  settings: PartnerCenterConfig;
  close(): Promise<void>;
}

/** Wires such a command line; nothing of the bot is started. Throws ConfigError where nothing is set for a connection. */
export async function composeConnecting(config: Config): Promise<Connecting> {
  const { partnerCenter: settings } = config;
  if (!settings) {
    throw new ConfigError([
      'PARTNER_CENTER_CLIENT_ID is missing: without an app registration nobody can sign in (see docs/deploying.md)',
    ]);
  }
  // A slip in the path must not leave an empty store behind.
  if (config.store.kind === 'sqlite') await access(config.store.file, constants.R_OK);
  const store = await openStore(config);
  const opened = openPartnerCenter(settings, { store, clock: systemClock });
  return {
    store: patientStore(store, systemClock),
    organizations: organizationsOf(config, ''),
    access: opened,
    settings,
    async close() {
      opened.close();
      await store.close();
    },
  };
}
