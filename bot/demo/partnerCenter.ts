import { randomBytes } from 'node:crypto';
import { beginSignIn } from '#app/sync/signIn/partnerCenter.connect.ts';
import type { Composed } from '#bot/compose.ts';
import { HOST } from './organizations.ts';
import { demoReferral } from './referrals.ts';
import { type StandIn, startStandIn } from './standIn/standIn.ts';

const PAGE_PORT = 56170;

/** Partner Center as the demo has it: a stand-in of ours, to which the newcomer's company is connected. */
export interface DemoPartnerCenter {
  /** The stand-in's own page. */
  pageUrl: string;
  /** What the bot is started with. */
  settings: Readonly<Record<string, string>>;
  /** Signs the company in and registers its webhooks, as `npm run partner-center:connect` and `:webhooks` do. */
  connect(composed: Composed, bot: string): Promise<void>;
  /** A new inbound referral is created there; answers what it is called. */
  create(count: number): string;
  stop(): Promise<void>;
}

/** Starts the stand-in, on another port where its usual one is taken. */
export async function startDemoPartnerCenter(): Promise<DemoPartnerCenter> {
  const standIn = await startStandIn({ pagePort: PAGE_PORT, autoApprove: true }).catch(() =>
    startStandIn({ autoApprove: true }),
  );
  return {
    pageUrl: standIn.pageUrl,
    settings: settingsFor(standIn),
    async connect({ partnerCenter, organizations }, bot) {
      const organization = organizations.byId(HOST);
      if (!partnerCenter || !organization) throw new Error('the stand-in for Partner Center is not set up');
      const signedIn = await beginSignIn(partnerCenter, organization, () => {});
      if (signedIn.kind === 'refused') throw new Error(`the stand-in did not sign in: ${signedIn.code}`);
      await signedIn.keep();
      standIn.webhooks.register(`${bot}/api/partner-center/webhooks/${HOST}`);
    },
    create(count) {
      const referral = demoReferral(count, new Date());
      standIn.state.put(referral);
      return String(referral.name);
    },
    stop: () => standIn.close(),
  };
}

function settingsFor({
  pageUrl,
  clientId,
  apiUrl,
  webhooksUrl,
  authority,
  caFile,
}: StandIn): Record<string, string> {
  return {
    PARTNER_CENTER_URL: `${pageUrl}/referrals/{id}`,
    PARTNER_CENTER_CLIENT_ID: clientId,
    PARTNER_CENTER_TOKEN_KEY: randomBytes(32).toString('base64'),
    PARTNER_CENTER_API_URL: apiUrl,
    PARTNER_CENTER_WEBHOOKS_URL: webhooksUrl,
    PARTNER_CENTER_AUTHORITY: authority,
    PARTNER_CENTER_CA_FILE: caFile,
    PARTNER_CENTER_CERTIFICATE_HOSTS: new URL(authority).host,
    PARTNER_CENTER_POLL_SECONDS: '5',
  };
}
