import type { Config } from '#bot/config/config.ts';

/** An address outside that must be reached. */
export interface OutsidePlace {
  /** Origin, such as `https://smba.trafficmanager.net`. */
  url: string;
  why: string;
  /** It takes nothing older than TLS 1.3. */
  newestTls?: true;
  /** Certificates of `PARTNER_CENTER_CA_FILE` count there as well. */
  ownRoots?: true;
}

/** Where the Bot Service is; the same for everybody. */
export interface BotService {
  /** Where the app gets its token. */
  authority: string;
  /** Where the keys are that prove who calls. */
  keys: string;
  /** Where messages to Teams go. */
  teams: string;
}

export const botService: BotService = {
  authority: 'https://login.microsoftonline.com',
  keys: 'https://login.botframework.com',
  teams: 'https://smba.trafficmanager.net',
};

/**
 * Every address that a bot with these settings must reach, each once. The table in docs/deploy/README.md says the same; a
 * test compares them. The store is looked at by itself.
 */
export function placesOf(
  { app, partnerCenter, telemetry }: Config,
  service: BotService = botService,
): OutsidePlace[] {
  const places: OutsidePlace[] = [];
  if (app) {
    const ownSecret = app.type.toLowerCase() !== 'userassignedmsi';
    if (ownSecret) places.push({ url: service.authority, why: 'the token of the bot' });
    places.push({ url: service.keys, why: 'the keys that prove who calls' });
    places.push({ url: service.teams, why: 'sending to Teams', newestTls: true });
  }
  if (partnerCenter) {
    const { authority, apiUrl, webhooksUrl, certificateHosts, vault } = partnerCenter;
    const ofPartnerCenter = [
      [authority, 'signing in to Partner Center'],
      [apiUrl, 'referrals of Partner Center'],
      [webhooksUrl, 'webhooks of Partner Center'],
      ...certificateHosts.map((host) => [`https://${host}`, 'certificates of webhooks'] as const),
      ...(vault.kind === 'key-vault' ? ([[vault.url, 'keeping sign-ins in the Key Vault']] as const) : []),
    ] as const;
    for (const [url, why] of ofPartnerCenter) places.push({ url, why, ownRoots: true });
  }
  // A collector beside the bot is mostly asked without TLS.
  if (telemetry?.endpoint.startsWith('https:'))
    places.push({ url: telemetry.endpoint, why: 'traces, metrics and logs by OpenTelemetry' });
  const byOrigin = Map.groupBy(places, ({ url }) => new URL(url).origin);
  return [...byOrigin].map(([url, same]) => ({
    ...Object.assign({}, ...same),
    url,
    why: same.map(({ why }) => why).join(' and '),
  }));
}
