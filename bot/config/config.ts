import { z } from 'zod';
import { ConfigError } from '#ports/errors.ts';
import {
  type PartnerCenterConfig,
  partnerCenterConfig,
  partnerCenterProblems,
  partnerCenterSettings,
} from './partnerCenterSettings.ts';
import { withSecretFiles } from './secretFiles.ts';
import { guidPattern, setting } from './setting.ts';
import { isTimeZone } from './timeZone.ts';
import { isWebAddress } from './webAddress.ts';

const address = setting.refine(
  (value) => value === undefined || isWebAddress(value.replaceAll('{id}', 'x')),
  {
    message: 'must be a complete web address such as https://example.com/deals/{id}',
  },
);

const settings = z.object({
  PORT: setting
    .transform((value) => Number(value ?? 3978))
    .refine((port) => Number.isInteger(port) && port >= 0 && port <= 65535, {
      message: 'must be a port number from 0 to 65535',
    }),
  HOST: setting,
  MicrosoftAppId: setting.refine((value) => value === undefined || guidPattern.test(value), {
    message: 'must be a GUID: the application id of the bot registration',
  }),
  MicrosoftAppPassword: setting,
  MicrosoftAppType: setting.refine(
    (value) =>
      value === undefined || ['singletenant', 'multitenant', 'userassignedmsi'].includes(value.toLowerCase()),
    { message: 'must be SingleTenant, UserAssignedMSI or MultiTenant' },
  ),
  MicrosoftAppTenantId: setting.refine((value) => value === undefined || guidPattern.test(value), {
    message: 'must be a GUID: the tenant in which the bot is registered',
  }),
  ORGANIZATIONS_FILE: setting,
  INTAKE_KEY: setting.refine((value) => value === undefined || /^[\x21-\x7e]{16,}$/.test(value), {
    message: 'must have at least 16 characters, without spaces: letters, digits and signs of ASCII',
  }),
  SQLITE_FILE: setting,
  COSMOS_ENDPOINT: address,
  COSMOS_KEY: setting,
  COSMOS_DATABASE: setting,
  CHANNELS: setting
    .transform((value) => (value ?? 'msteams').split(',').map((channel) => channel.trim()))
    .refine((channels) => channels.every((one) => /^[a-z0-9]+$/i.test(one)), {
      message: 'must be ids of channels of the Bot Service, separated by commas, such as msteams',
    }),
  TARGETED_MESSAGE_HOSTS: setting
    .transform((value) =>
      (value ?? 'smba.trafficmanager.net').split(',').map((host) => host.trim().toLowerCase()),
    )
    .refine((hosts) => hosts.every((one) => /^[a-z0-9.-]+$/.test(one)), {
      message: 'must be host names separated by commas, such as smba.trafficmanager.net, or none',
    }),
  PARTNER_CENTER_URL: address,
  ...partnerCenterSettings,
  TIME_ZONE: setting.refine((value) => value === undefined || isTimeZone(value), {
    message: 'must be an IANA time zone such as Europe/Berlin',
  }),
  REMINDER_HOURS: setting
    .transform((value) => (value ?? '24,72,168,240,312').split(',').map((hours) => Number(hours.trim())))
    .refine((hours) => hours.every((one) => Number.isFinite(one) && one > 0), {
      message: 'must be hours after receipt, separated by commas, such as 24,72,168,240,312',
    }),
  DRAIN_SECONDS: setting
    .transform((value) => Number(value ?? 5))
    .refine((seconds) => seconds >= 0 && seconds <= 300, { message: 'must be seconds, 0 to 300' }),
  LOG_LEVEL: setting.refine(
    (value) =>
      value === undefined || ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'].includes(value),
    { message: 'must be fatal, error, warn, info, debug, trace or silent' },
  ),
});

/** Every setting the process knows, as they are named in its environment. */
export const settingNames = Object.keys(settings.shape);

export interface Config {
  port: number;
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
}

/**
 * Reads all settings, secrets from their files where those are named; throws ConfigError with every problem at once, or
 * before them with what is wrong with those files.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const env = withSecretFiles(environment);
  const parsed = settings.safeParse(env);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  const given = parsed.data;
  const problems = [
    ...appProblems(given),
    ...hostProblems(given),
    ...storeProblems(given),
    ...keyProblems(given),
    ...partnerCenterProblems(given, env),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    port: given.PORT,
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
  };
}

type Given = z.output<typeof settings>;

function appProblems(given: Given): string[] {
  if (!given.MicrosoftAppId) {
    return given.MicrosoftAppPassword
      ? ['MicrosoftAppPassword is set but MicrosoftAppId is not: both come from the bot registration']
      : [];
  }
  const type = (given.MicrosoftAppType ?? 'SingleTenant').toLowerCase();
  const problems: string[] = [];
  if (!given.ORGANIZATIONS_FILE) {
    problems.push(
      'ORGANIZATIONS_FILE is missing: with an app id the bot serves only organizations that are listed (see docs/organizations.md)',
    );
  }
  if (type !== 'userassignedmsi' && !given.MicrosoftAppPassword) {
    problems.push(
      `MicrosoftAppPassword is missing: MicrosoftAppType ${given.MicrosoftAppType ?? 'SingleTenant'} needs it`,
    );
  }
  if (type !== 'multitenant' && !given.MicrosoftAppTenantId) {
    problems.push(
      `MicrosoftAppTenantId is missing: without it every message that the bot sends with MicrosoftAppType ${given.MicrosoftAppType ?? 'SingleTenant'} is refused (401)`,
    );
  }
  return problems;
}

function hostProblems(given: Given): string[] {
  const loopback = given.HOST === undefined || /^(127(\.\d+){3}|localhost|::1)$/.test(given.HOST);
  if (given.MicrosoftAppId || loopback) return [];
  return [`HOST is ${given.HOST}: without MicrosoftAppId nobody is checked, so only 127.0.0.1 is possible`];
}

function storeProblems(given: Given): string[] {
  if (given.COSMOS_ENDPOINT) {
    return given.SQLITE_FILE ? ['COSMOS_ENDPOINT and SQLITE_FILE are both set: choose one store'] : [];
  }
  return given.COSMOS_KEY || given.COSMOS_DATABASE
    ? ['COSMOS_ENDPOINT is missing although COSMOS_KEY or COSMOS_DATABASE is set']
    : [];
}

function keyProblems(given: Given): string[] {
  return given.INTAKE_KEY && given.ORGANIZATIONS_FILE
    ? [
        'INTAKE_KEY has no meaning with ORGANIZATIONS_FILE: each organization there lists the digests of its own keys',
      ]
    : [];
}
