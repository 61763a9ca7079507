import { randomBytes, randomUUID } from 'node:crypto';
import { countCustomers } from '#adapters/customers/counting.ts';
import { openCustomers } from '#adapters/customers/openCustomers.ts';
import { calendar } from '#adapters/luxon/calendar.ts';
import { createSyncFormat } from '#adapters/partner-center/api/syncFormat.ts';
import { createReferralFormat } from '#adapters/partner-center/referralFormat.ts';
import { createPartnerDirectory } from '#adapters/partners/partnerDirectory.ts';
import { createSolutionCatalog } from '#adapters/solutions/catalog.ts';
import { createSolutionImport } from '#adapters/solutions/solutionLoading.ts';
import { systemClock, systemTicking } from '#adapters/system/clock.ts';
import { receiveReferral } from '#app/referral/referral.receive.ts';
import { createGivingWay } from '#app/store/givingWay.ts';
import { hearingStore } from '#app/store/hearingStore.ts';
import type { Worker } from '#app/store/worker.ts';
import { createNoteWanted } from '#app/sync/reading/notingWanted.ts';
import type { Links } from '#dialogs/turn/links.ts';
import type { Clock } from '#ports/clock.ts';
import type { AnyDocumentStore, DocumentStore } from '#ports/documents.ts';
import type { SetupFacts } from './administration/setup.ts';
import { composeConnections, nobodySigns, type PartnerCenterAccess } from './composeConnections.ts';
import { composeLimits, type LimitReplacements } from './composeLimits.ts';
import { readOrganizations } from './composeOrganizations.ts';
import { bringIn, startRereading } from './composeRereading.ts';
import { openStore } from './composeStore.ts';
import { composeTelemetry } from './composeTelemetry.ts';
import { composeWorker } from './composeWorker.ts';
import type { Config } from './config/config.ts';
import type { ProveApp } from './config/identity/proveIdentity.ts';
import type { LoadedOrganizations } from './config/organizationsFile.ts';
import { createChats } from './dispatch/chats.ts';
import { closeServer } from './http/closing.ts';
import { createInTurn } from './http/inTurn.ts';
import { intakeKeys } from './http/intakeKeys.ts';
import { createIntakeNotes } from './http/intakeNotes.ts';
import { createHttpServers, type HttpServers, type ServerDeps } from './http/server.ts';
import { createSlowing } from './http/slowing.ts';
import { createDrafts } from './talk/drafts.ts';
import { createHearing } from './talk/hearing.ts';
import { createAccountOf } from './teams/arriving/account.ts';
import { startStanding } from './teams/arriving/standing.ts';
import { CosellBot } from './teams/bot.ts';
import { noticingStore } from './teams/changes.ts';
import { createCommandAnswer } from './teams/commandAnswer.ts';
import { createExtension } from './teams/extension.ts';
import { createIdentify } from './teams/identify.ts';
import { openTeams } from './teams/openTeams.ts';
import { createPersistAnswer } from './teams/persistAnswer.ts';
import { createPersonally } from './teams/personally.ts';
import { createAside } from './teams/sending/aside.ts';
import { createMessenger } from './teams/sending/messenger.ts';
import { createRender } from './teams/sending/render.ts';
import { createRoster } from './teams/sending/roster.ts';
import { createSubmitFallback } from './teams/submitFallback.ts';
import { createWelcoming } from './teams/welcoming.ts';
import type { Log } from './telemetry/log.ts';

/** A process that is wired but not yet started. */
export interface Composed extends HttpServers {
  log: Log;
  worker: Worker;
  store: DocumentStore;
  clock: Clock;
  organizations: LoadedOrganizations;
  /** The intake key of Local mode where none was configured: to be printed at start. */
  generatedIntakeKey?: string | undefined;
  /** For signing an organization in; absent where none can be connected with Partner Center. */
  partnerCenter?: PartnerCenterAccess['deps'] | undefined;
  /** Looks now whether the organizations file or a secret has changed; by itself it does every fifteen seconds. */
  reread(): Promise<void>;
  /** Goes on serving, but is no longer ready and keeps no connection open: those who balance load go elsewhere. */
  drain(): void;
  close(): Promise<void>;
}

/** What a test or the demo may put in place of the real thing. */
export interface Replacements extends LimitReplacements {
  organizations?: LoadedOrganizations;
  store?: AnyDocumentStore;
  clock?: Clock;
  /** Milliseconds for which news of a deal wait for more of it. */
  newsWait?: number;
  /** The settings as they are by now, secrets from their files; without it they stay as they are. */
  reread?: () => { config: Config; problems: readonly string[] };
  /** How it is found out whether the secret of the app counts. */
  proveApp?: ProveApp;
}

/** Long enough for what is one thing to those who do it, and too short for anybody to wait for. */
const NEWS_WAIT = 4_000;

/** The only place that wires: every part gets what it works with from here. */
export async function compose(config: Config, replaced: Replacements = {}): Promise<Composed> {
  const telemetry = await composeTelemetry(config);
  const { log, metrics, tracing } = telemetry;
  const clock = replaced.clock ?? systemClock;
  const intakeKey = config.intakeKey ?? randomBytes(24).toString('base64url');
  const { organizations, file } = readOrganizations(config, intakeKey, replaced.organizations);
  let hears: Worker | undefined;
  const opened = telemetry.store(replaced.store ?? (await openStore(config, { log })), clock);
  const store = noticingStore(hearingStore(opened, () => hears));
  await bringIn({ store, clock, log }, organizations);
  const solutions = createSolutionCatalog({
    store,
    vetted: (id) => organizations.byId(id)?.vetted ?? false,
  });

  const rereading = startRereading({ ...replaced, config, organizations, file, store, clock, log, metrics });
  const { secrets } = rereading;
  const common = { store, clock, newId: randomUUID, wake: () => worker.wake(), organizations };
  const joined = composeConnections(config, { ...common, tracing, tokenKeys: secrets.tokenKeys });
  await joined.look();

  const limits = composeLimits({ ticking: systemTicking, ...replaced, store, organizations, log }, replaced);
  const teams = openTeams(config.app, { limits, password: secrets.password }, log, metrics);
  const { connector } = teams;
  const givingWay = createGivingWay(clock);
  const links: Links = {
    partnerCenter: (id) => config.partnerCenterUrl.replaceAll('{id}', encodeURIComponent(id)),
    connection: (organization) => joined.connections.modeOf(organization),
  };
  const messenger = telemetry.messenger(
    createMessenger({ connector, limits, render: createRender(links), clock, metrics }),
  );

  const { reminderHours } = config;
  const format = createReferralFormat(calendar);
  const syncing = {
    connections: joined.connections,
    tokens: joined.access?.tokens,
    syncFormat: createSyncFormat(calendar),
    pollSeconds: config.partnerCenter?.pollSeconds ?? 30,
  };
  const worker: Worker = composeWorker(
    opened,
    {
      ...common,
      ...syncing,
      newsWait: replaced.newsWait ?? NEWS_WAIT,
      solutions,
      format,
      calendar,
      reminderHours,
      messenger,
      givingWay,
    },
    { log, metrics, tracing: telemetry.isOn ? tracing : undefined },
    organizations.during,
  );

  hears = worker;
  const setup: SetupFacts = {
    identity: config.app !== undefined,
    intakeKeys: (id) => organizations.keyDigests.filter(({ organizationId }) => organizationId === id).length,
    partnerCenterUrl: config.partnerCenterUrl,
    connectionMode: joined.modeFor,
    countCustomers: (most) => countCustomers(store, most),
  };
  const personally = createPersonally(connector, log);
  const aside = createAside({ connector, hosts: config.targetedHosts, clock, log });
  const customers = openCustomers(store);
  const partners = createPartnerDirectory(organizations);
  const drafting = { ...common, links, calendar, personally, customers, partners, solutions };
  const standing = startStanding({ ...common, roster: createRoster(connector), log });
  const chats = createChats(common);
  const identify = createIdentify({ ...common, accountOf: createAccountOf(), channels: config.channels });
  const bot = new CosellBot({
    actions: { ...drafting, messenger, chats, setup },
    identify,
    standing,
    hear: createHearing({ ...drafting, chats, drafts: createDrafts(drafting) }),
    submitFallback: createSubmitFallback(personally, aside),
    commandAnswer: createCommandAnswer(personally, aside),
    persistAnswer: createPersistAnswer(connector),
    welcoming: createWelcoming(common),
    aside,
    extension: createExtension({ store, identify, log, metrics }),
    log,
    metrics,
    tracing,
  });
  const intake: ServerDeps['intake'] = {
    keys: intakeKeys(() => organizations.keyDigests),
    slowing: createSlowing(clock),
    pause: (milliseconds) => clock.pause(milliseconds),
    organizations,
    format,
    store,
    clock,
    receive: (input) => receiveReferral({ ...common, solutions }, input),
    note: createIntakeNotes({ store, clock, log }),
    register: customers,
    solutionsInto: (organization) => createSolutionImport(store, organization),
    inTurn: createInTurn(TABLES_WAITING),
    log,
    metrics,
    tracing,
  };
  let stopping = false;
  const servers = createHttpServers({
    local: !config.app,
    platformApart: config.adminPort !== undefined,
    teams: { ...teams, receive: (...given) => givingWay.whileWaitedFor(() => teams.receive(...given)) },
    bot,
    intake,
    webhooks: {
      ...{ organizations, log, metrics, tracing },
      verifier: joined.access?.verifier ?? nobodySigns,
      noteWanted: createNoteWanted(common),
      slowing: createSlowing(clock),
      pause: (milliseconds) => clock.pause(milliseconds),
    },
    during: organizations.during,
    refused: rereading.refused,
    identity: rereading.identity,
    ready: () => store.ping(),
    stopping: () => stopping,
    ...{ metrics, log },
  });
  return {
    ...servers,
    log,
    worker,
    store,
    clock,
    organizations,
    partnerCenter: joined.access?.deps,
    generatedIntakeKey: config.organizationsFile || config.intakeKey ? undefined : intakeKey,
    reread: rereading.look,
    drain() {
      stopping = true;
    },
    async close() {
      stopping = true;
      standing.stop();
      rereading.stop();
      const worked = worker.stop();
      await closeServer(servers.server);
      await worked;
      await limits.close();
      joined.close();
      await store.close();
      await telemetry.close();
      // Last, so that whoever watches sees the process to its end.
      await closeServer(servers.platformServer);
    },
  };
}

/** Up to a megabyte each. */
const TABLES_WAITING = 10;
