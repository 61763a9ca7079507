import type { z } from 'zod';
import { guidPattern, setting } from './setting.ts';
import { isWebAddress } from './webAddress.ts';

const secure = setting.refine((value) => value === undefined || isSecure(value), {
  message: 'must be a complete address that begins with https://',
});

const scope = setting.refine((value) => value === undefined || /^\S+$/.test(value), {
  message: 'must be one scope such as https://api.partner.microsoft.com/.default',
});

const keys = setting
  .transform((value) => value?.split(',').map((key) => key.trim()))
  .refine((list) => list === undefined || (list.length <= 2 && list.every(isKey)), {
    message:
      'must be a key of 32 bytes in base64 (openssl rand -base64 32 makes one), or two with a comma between them, the new one first',
  });

/** The settings of the connection with Partner Center, as they are named in the environment. */
export const partnerCenterSettings = {
  PARTNER_CENTER_CLIENT_ID: setting.refine((value) => value === undefined || guidPattern.test(value), {
    message:
      'must be a GUID: the application (client) id of the app registration that signs in to Partner Center',
  }),
  PARTNER_CENTER_MODE: setting.refine((value) => value === undefined || /^(read|write)$/.test(value), {
    message: 'must be write or read',
  }),
  PARTNER_CENTER_TOKEN_KEY: keys,
  KEY_VAULT_URL: secure,
  PARTNER_CENTER_API_URL: secure,
  PARTNER_CENTER_WEBHOOKS_URL: secure,
  PARTNER_CENTER_AUTHORITY: secure,
  PARTNER_CENTER_API_SCOPE: scope,
  PARTNER_CENTER_WEBHOOKS_SCOPE: scope,
  PARTNER_CENTER_CA_FILE: setting,
  PARTNER_CENTER_CERTIFICATE_HOSTS: setting
    .transform((value) => value?.split(',').map((host) => host.trim().toLowerCase()))
    .refine((hosts) => hosts === undefined || hosts.every((host) => /^[a-z0-9.-]+(:\d{1,5})?$/.test(host)), {
      message: 'must be names of hosts, separated by commas, such as account.blob.core.windows.net',
    }),
  PARTNER_CENTER_CERTIFICATE_SUBJECT: setting,
  PARTNER_CENTER_POLL_SECONDS: setting
    .transform((value) => Number(value ?? 30))
    .refine((seconds) => seconds >= 5 && seconds <= 3_600, { message: 'must be seconds, 5 to 3600' }),
};

type Given = z.output<z.ZodObject<typeof partnerCenterSettings>>;

/** What this deployment needs to be connected with Partner Center; an organization may differ in some of it. */
export interface PartnerCenterConfig {
  /** The app registration with which accounts sign in. */
  clientId: string;
  mode: 'read' | 'write';
  apiUrl: string;
  webhooksUrl: string;
  authority: string;
  apiScope: string;
  webhooksScope: string;
  /** Certificates that are trusted beside the usual ones. */
  caFile?: string | undefined;
  /** Where the certificates of webhooks may come from, and whose they are. */
  certificateHosts: readonly string[];
  certificateSubject: string;
  /** How often it looks for changes while there are some. */
  pollSeconds: number;
  /** Where sign-ins are kept: in the store under keys, the first of which encrypts, or in an Azure Key Vault. */
  vault: { kind: 'store'; keys: readonly string[] } | { kind: 'key-vault'; url: string };
}

/** The connection as it is set; undefined where none is wanted. */
export function partnerCenterConfig(given: Given): PartnerCenterConfig | undefined {
  const { PARTNER_CENTER_CLIENT_ID: clientId, KEY_VAULT_URL: url } = given;
  if (!clientId) return undefined;
  return {
    clientId,
    mode: given.PARTNER_CENTER_MODE === 'read' ? 'read' : 'write',
    apiUrl: trimmed(given.PARTNER_CENTER_API_URL ?? 'https://api.partner.microsoft.com/v1.0'),
    webhooksUrl: trimmed(
      given.PARTNER_CENTER_WEBHOOKS_URL ?? 'https://api.partnercenter.microsoft.com/webhooks/v1',
    ),
    authority: trimmed(given.PARTNER_CENTER_AUTHORITY ?? 'https://login.microsoftonline.com'),
    // Services are reached under another address behind a proxy, and take the same tokens.
    apiScope: given.PARTNER_CENTER_API_SCOPE ?? 'https://api.partner.microsoft.com/.default',
    webhooksScope: given.PARTNER_CENTER_WEBHOOKS_SCOPE ?? 'https://api.partnercenter.microsoft.com/.default',
    caFile: given.PARTNER_CENTER_CA_FILE,
    // Of the published sample; real deliveries may name another account.
    certificateHosts: given.PARTNER_CENTER_CERTIFICATE_HOSTS ?? ['3psostorageacct.blob.core.windows.net'],
    certificateSubject: given.PARTNER_CENTER_CERTIFICATE_SUBJECT ?? 'pcnotifications-dispatch.microsoft.com',
    pollSeconds: given.PARTNER_CENTER_POLL_SECONDS,
    vault: url ? { kind: 'key-vault', url } : { kind: 'store', keys: given.PARTNER_CENTER_TOKEN_KEY ?? [] },
  };
}

/** What does not fit together. `raw`: what was set, before anything was assumed. */
export function partnerCenterProblems(
  given: Given,
  raw: Readonly<Record<string, string | undefined>>,
): string[] {
  const { PARTNER_CENTER_CLIENT_ID: clientId, PARTNER_CENTER_TOKEN_KEY: key, KEY_VAULT_URL: vault } = given;
  if (!clientId) {
    const idle = Object.keys(partnerCenterSettings).filter((name) => raw[name]?.trim());
    return idle.length > 0
      ? [
          `PARTNER_CENTER_CLIENT_ID is missing although ${idle.join(', ')} is set: without it nobody can sign in to Partner Center (see docs/deploying.md)`,
        ]
      : [];
  }
  if (key && vault)
    return [
      'PARTNER_CENTER_TOKEN_KEY and KEY_VAULT_URL are both set: choose one place for the sign-in to Partner Center',
    ];
  return key || vault
    ? []
    : [
        'PARTNER_CENTER_TOKEN_KEY is missing: with PARTNER_CENTER_CLIENT_ID the sign-in has to be kept, encrypted under this key (openssl rand -base64 32 makes one) or in the Azure Key Vault of KEY_VAULT_URL',
      ];
}

function isSecure(value: string): boolean {
  return isWebAddress(value) && new URL(value).protocol === 'https:';
}

function isKey(value: string): boolean {
  return /^[A-Za-z0-9+/]{43}=$/.test(value);
}

function trimmed(address: string): string {
  return address.replace(/\/+$/, '');
}
