import type { ExportTarget } from '#bot/telemetry/exporting.ts';
import { ConfigError } from '#ports/errors.ts';
import { misfitsOf } from './misfits.ts';
import { type PartnerCenterConfig, partnerCenterConfig } from './partnerCenterSettings.ts';
import { withSecretFiles } from './secretFiles.ts';
import { type Given, settings } from './settings.ts';
import { exportTarget } from './telemetrySettings.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface Config {
  port: number;
  /** Where readiness, health and metrics are served alone; absent where they are on `port` like everything else. */
  adminPort?: number | undefined;
  host: string;
  /** Absent in Local mode. */
  app?:
    | { id: string; password?: string | undefined; type: string; tenantId?: string | undefined }
    | undefined;
  organizationsFile?: string | undefined;
  /** Channels of the Bot Service whose word on who somebody is counts. */
  channels: ReadonlySet<string>;
  /** Hosts of Teams that show a targeted message to one person alone. */
  targetedHosts: ReadonlySet<string>;
  intakeKey?: string | undefined;
  store:
    | { kind: 'sqlite'; file: string }
    | { kind: 'cosmos'; endpoint: string; key?: string | undefined; database: string };
  /** `{id}` stands for the referral id. */
  partnerCenterUrl: string;
  /** Absent where no organization can be connected with Partner Center. */
  partnerCenter?: PartnerCenterConfig | undefined;
  timeZone: string;
  reminderHours: readonly number[];
  /** How long it goes on serving after SIGTERM, so that those who balance load can turn to others first. */
  drainSeconds: number;
  logLevel: string;
  /** Absent where nothing is exported. */
  telemetry?: ExportTarget | undefined;
}

/** Reads all settings, secrets from their files where those are named; throws ConfigError with every problem at once. */
export function readConfig(environment: Env): Config {
  const { config, problems } = readAllSettings(environment);
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** The settings with all that is wrong with them; where something is, `config` has what was to be read. */
export function readAllSettings(environment: Env): { config: Config; problems: readonly string[] } {
  const { env, unreadable } = withSecretFiles(environment);
  const malformed = settings.safeParse(env).error?.issues ?? [];
  const broken = [...unreadable.map(({ name }) => name), ...malformed.map(({ path }) => String(path[0]))];
  const sound = settings.parse(
    Object.fromEntries(Object.entries(env).filter(([name]) => !broken.includes(name))),
  );
  // What can't be read is known to be set, so that nobody is told it were missing.
  const marks = Object.fromEntries(broken.map((name) => [name, env[name] ?? `${name}_FILE`]));
  const problems = [
    ...unreadable.map(({ problem }) => problem),
    ...malformed.map(({ path, message }) => `${path.join('.')} ${message}`),
    ...misfitsOf({ ...sound, ...marks }, env),
  ];
  return { config: configOf(sound), problems };
}

function configOf(given: Given): Config {
  return {
    port: given.PORT,
    adminPort: given.ADMIN_PORT,
    host: given.HOST ?? (given.MicrosoftAppId ? '0.0.0.0' : '127.0.0.1'),
    app: given.MicrosoftAppId
      ? {
          id: given.MicrosoftAppId,
          password: given.MicrosoftAppPassword,
          type: given.MicrosoftAppType ?? 'SingleTenant',
          tenantId: given.MicrosoftAppTenantId,
        }
      : undefined,
    organizationsFile: given.ORGANIZATIONS_FILE,
    channels: new Set(given.CHANNELS),
    targetedHosts: new Set(given.TARGETED_MESSAGE_HOSTS.filter((host) => host !== 'none')),
    intakeKey: given.INTAKE_KEY,
    store: given.COSMOS_ENDPOINT
      ? {
          kind: 'cosmos',
          endpoint: given.COSMOS_ENDPOINT,
          key: given.COSMOS_KEY,
          database: given.COSMOS_DATABASE ?? 'cosell',
        }
      : { kind: 'sqlite', file: given.SQLITE_FILE ?? './data/cosell.db' },
    partnerCenterUrl: given.PARTNER_CENTER_URL ?? 'https://partner.microsoft.com/dashboard/home',
    partnerCenter: partnerCenterConfig(given),
    timeZone: given.TIME_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    reminderHours: [...given.REMINDER_HOURS].sort((one, other) => one - other),
    drainSeconds: given.DRAIN_SECONDS,
    logLevel: given.LOG_LEVEL ?? 'info',
    telemetry: exportTarget(given),
  };
}
