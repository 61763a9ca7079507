import { z } from 'zod';
import { partnerCenterSettings } from './partnerCenterSettings.ts';
import { guidPattern, setting } from './setting.ts';
import { telemetrySettings } from './telemetrySettings.ts';
import { isTimeZone } from './timeZone.ts';
import { isWebAddress } from './webAddress.ts';

const address = setting.refine(
  (value) => value === undefined || isWebAddress(value.replaceAll('{id}', 'x')),
  {
    message: 'must be a complete web address such as https://example.com/deals/{id}',
  },
);

/** Kinds of identity of a bot registration, in lower case. */
export const appTypes: readonly string[] = ['singletenant', 'multitenant', 'userassignedmsi'];

const port = setting
  .transform((value) => (value === undefined ? undefined : Number(value)))
  .refine((one) => one === undefined || (Number.isInteger(one) && one >= 0 && one <= 65535), {
    message: 'must be a port number from 0 to 65535',
  });

/** Each setting by itself: how it is read, and what is wrong with it. */
export const settings = z.object({
  PORT: port.transform((value) => value ?? 3978),
  ADMIN_PORT: port,
  HOST: setting,
  MicrosoftAppId: setting.refine((value) => value === undefined || guidPattern.test(value), {
    message: 'must be a GUID: the application id of the bot registration',
  }),
  MicrosoftAppPassword: setting,
  MicrosoftAppType: setting.refine((value) => value === undefined || appTypes.includes(value.toLowerCase()), {
    message: 'must be SingleTenant, UserAssignedMSI or MultiTenant',
  }),
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
  ...telemetrySettings,
  LOG_LEVEL: setting.refine(
    (value) =>
      value === undefined || ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'].includes(value),
    { message: 'must be fatal, error, warn, info, debug, trace or silent' },
  ),
});

/** All settings, read. */
export type Given = z.output<typeof settings>;

/** Every setting the process knows, as they are named in its environment. */
export const settingNames = Object.keys(settings.shape);
