import { randomUUID } from 'node:crypto';
import { loadSolutions } from '#adapters/solutions/solutionLoading.ts';
import { beginDigests } from '#app/digest/digest.begin.ts';
import { startFigures } from '#app/figures/asking.ts';
import { startReindex } from '#app/list/deals.reindex.ts';
import { noteFile } from '#app/organization/file.note.ts';
import { loadMembers } from '#app/organization/members.load.ts';
import { startRetention } from '#app/person/retentionRecord.ts';
import type { Clock } from '#ports/clock.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import type { Organizations } from '#ports/organizations.ts';
import { type OrganizationsSource, organizationsOf } from './composeOrganizations.ts';
import { createProveApp, microsoft } from './composeProving.ts';
import type { Config } from './config/config.ts';
import type { ProveApp } from './config/identity/proveIdentity.ts';
import { type IdentityStanding, watchIdentity } from './config/identity/watchIdentity.ts';
import type { CurrentOrganizations } from './config/rereading/currentOrganizations.ts';
import { rereadOrganizations } from './config/rereading/rereadOrganizations.ts';
import { type CurrentSecrets, rereadSecrets } from './config/rereading/rereadSecrets.ts';
import type { Takeover } from './config/rereading/takeover.ts';
import type { Log } from './telemetry/log.ts';
import type { Metrics } from './telemetry/metrics.ts';

/** Two looks find the same before it is taken over: half a minute after it was written at the latest. */
const EVERY = 15_000;

/** Looks again and again at what may change while the process runs. */
export interface Rereading {
  /** Those in force. */
  secrets: CurrentSecrets;
  /** Looks now. */
  look(): Promise<void>;
  /** What changed outside and is not in force here, by its setting. */
  refused(): readonly string[];
  /** What is known of the bot's own identity, with the secret in force. */
  identity(): IdentityStanding;
  stop(): void;
}

interface Given {
  config: Config;
  organizations: CurrentOrganizations;
  /** Absent where the organizations come from no file. */
  file: OrganizationsSource | undefined;
  /** The settings as they are by now; without it secrets stay as they are. */
  reread?: (() => { config: Config; problems: readonly string[] }) | undefined;
  proveApp?: ProveApp | undefined;
  store: AnyDocumentStore;
  clock: Clock;
  log: Log;
  metrics: Metrics;
}

/** Begins to look at secrets and the organizations file. */
export function startRereading(given: Given): Rereading {
  const { config, organizations, file, clock, log } = given;
  const proveApp = given.proveApp ?? createProveApp(microsoft);
  const { secrets, takeovers } = rereadSecrets({
    ...given,
    reread: given.reread ?? (() => ({ config, problems: [] })),
    proveApp,
    takeIntakeKey: (key) => {
      if (!config.organizationsFile) organizations.replace(organizationsOf(config, key));
    },
  });
  const fromFile = file && [
    rereadOrganizations({
      ...{ ...given, ...file, current: organizations },
      bringIn: (next) => bringIn(given, next),
    }),
  ];
  const looking = lookingAt([...takeovers, ...(fromFile ?? [])], log);
  const watch = watchIdentity({
    app: () => config.app && { ...config.app, password: secrets.password() },
    prove: proveApp,
    ...{ clock, log },
  });
  return {
    ...looking,
    secrets,
    identity: watch.standing,
    stop() {
      looking.stop();
      watch.stop();
    },
  };
}

function lookingAt(takeovers: readonly Takeover[], log: Log): Omit<Rereading, 'secrets' | 'identity'> {
  let looking = Promise.resolve();
  const lookOnce = async () => {
    for (const { setting, look: lookAt } of takeovers) {
      await lookAt().catch((error: unknown) => log.error({ event: 'reread', setting, err: error }));
    }
  };
  // One after the other, because each remembers what it saw last.
  const look = () => {
    looking = looking.then(lookOnce);
    return looking;
  };
  const timer = setInterval(() => void look(), EVERY).unref();
  return {
    look,
    refused: () => takeovers.filter((one) => one.isRefused()).map(({ setting }) => setting),
    stop: () => clearInterval(timer),
  };
}

/** Brings into the store what it must know of the organizations. Carried out again it changes nothing. */
export async function bringIn(
  { store, clock, log }: { store: AnyDocumentStore; clock: Clock; log: Log },
  organizations: Organizations,
): Promise<void> {
  for (const organization of organizations.all()) {
    const { companyAdmins } = await loadMembers({ store, clock, newId: randomUUID }, organization);
    if (companyAdmins === 0 && !organization.open) {
      log.warn({ event: 'organization.no-admin', organizationId: organization.id });
    }
    await noteFile({ store, clock }, organization);
    await startReindex({ store, clock }, organization);
    await startFigures({ store, clock }, organization.id);
    await beginDigests({ store, clock }, organization);
    await startRetention({ store, clock }, organization);
    await loadSolutions(store, organization);
  }
}
