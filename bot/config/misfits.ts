import { partnerCenterProblems } from './partnerCenterSettings.ts';
import { appTypes, type Given } from './settings.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * What does not fit together. `given`: where a setting could not be read, any text in its place, so that it counts as set.
 * `raw`: what was set, before anything was assumed.
 */
export function misfitsOf(given: Given, raw: Env): string[] {
  return [
    ...appProblems(given),
    ...hostProblems(given),
    ...portProblems(given),
    ...storeProblems(given),
    ...keyProblems(given),
    ...partnerCenterProblems(given, raw),
  ];
}

function appProblems(given: Given): string[] {
  if (!given.MicrosoftAppId) {
    return given.MicrosoftAppPassword
      ? ['MicrosoftAppPassword is set but MicrosoftAppId is not: both come from the bot registration']
      : [];
  }
  const problems: string[] = [];
  if (!given.ORGANIZATIONS_FILE) {
    problems.push(
      'ORGANIZATIONS_FILE is missing: with an app id the bot serves only organizations that are listed (see docs/organizations.md)',
    );
  }
  const type = (given.MicrosoftAppType ?? 'SingleTenant').toLowerCase();
  // What else a type needs is known when it is one.
  if (!appTypes.includes(type)) return problems;
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

function portProblems({ PORT, ADMIN_PORT }: Given): string[] {
  // Two that are any free one are not the same.
  if (ADMIN_PORT !== PORT || PORT === 0) return [];
  return [
    `ADMIN_PORT and PORT are both ${PORT}: health and metrics need a port of their own, or no ADMIN_PORT`,
  ];
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
