import { answererOf } from './answering.ts';
import { type DeliveryCertificates, deliveryCertificates } from './certificates/deliveryCertificates.ts';
import type { JsonObject } from './exchange.ts';
import { connectionLost, faultPlan, type StandInFaults } from './faults.ts';
import type { Handle } from './handling.ts';
import { handlerOf } from './handling.ts';
import type { StandInOrganization } from './referrals/engagements.ts';
import { MSFT, ownerOf, recordsOf, type StandInRecord } from './referrals/records.ts';
import { type PortalDecision, referralsState, type StandInState } from './referrals/referralsState.ts';
import { type RequestSeen, requestLog } from './requestsSeen.ts';
import type { StandInAccount } from './signIn/accounts.ts';
import type { StandInHost } from './signIn/calling.ts';
import { type SignInDesk, signInOf } from './signIn/signIn.ts';
import { standInAudiences } from './signIn/tokens.ts';
import { stampsOf } from './stamps.ts';
import { type Switches, switchesWith } from './switches.ts';
import type { Deliver } from './webhooks/signedDelivery.ts';
import { eventOf } from './webhooks/webhookEvents.ts';
import { type StandInWebhooks, webhooksOf } from './webhooks/webhooks.ts';

export interface StandInCoreOptions {
  switches?: Partial<Switches>;
  now?: () => Date;
  /** Referrals that are there from the beginning; no events are told of them. */
  seed?: readonly JsonObject[];
  organization?: StandInOrganization;
  accounts?: readonly StandInAccount[];
  autoApprove?: boolean;
  tokenSeconds?: number;
  pollSeconds?: number;
  /** Rows of a page at most. */
  pageSize?: number;
  /** Where it is reached; the servers say so. */
  origin?: string;
  pageOrigin?: string;
  /** How deliveries of webhooks go out; without, nothing arrives. */
  deliver?: Deliver;
  /** Whether deliveries go out by themselves, or when they are flushed alone. */
  automatic?: boolean;
  /** How Microsoft answers by itself when it is invited, and after how many milliseconds. */
  msft?: { decision: PortalDecision; after: number };
}

/** All of the stand-in without sockets, so that thousands of steps are tried in a moment. */
export interface StandInCore {
  /** Answers one request. Rejects, or never ends, where a fault says so. */
  handle: Handle;
  state: StandInState;
  requests: readonly RequestSeen[];
  faults: StandInFaults;
  signIn: SignInDesk;
  webhooks: StandInWebhooks;
  /** May be set while it runs. */
  switches: Switches;
  tenantId: string;
  clientId: string;
  organization: StandInOrganization;
  /** A token as the first account gets it by signing in; for tests that are not about signing in. */
  tokenFor(host?: StandInHost, account?: StandInAccount): string;
  /** Ends what waits to be delivered. */
  stop(): void;
}

const tenantId = 'bbbb0000-0000-4000-8000-000000000001';
const clientId = 'bbbb0000-0000-4000-8000-000000000002';

const contoso: StandInOrganization = {
  id: '11110000-0000-4000-8000-000000000001',
  name: 'Contoso',
  locations: ['1234567'],
};

export function createStandInCore(options: StandInCoreOptions = {}): StandInCore {
  const { now: given = () => new Date(), organization = contoso } = options;
  const { origin = 'https://stand-in.invalid', pageOrigin = 'http://stand-in.invalid' } = options;
  const switches = switchesWith(options.switches);
  const faults = faultPlan();
  const now = () => new Date(given().getTime() + faults.now.clockSkew);
  const stamps = stampsOf(now, switches);
  const base = `${origin}/v1.0`;
  let files: DeliveryCertificates | undefined;
  const certificates = () => {
    files ??= deliveryCertificates(origin, switches);
    return files;
  };
  const { deliver = () => Promise.reject(connectionLost()), automatic = false } = options;
  const webhooks = webhooksOf({
    ...{ deliver, automatic, now, switches, certificates, origin },
    insecureOrigin: pageOrigin,
  });
  const organizationId = organization.id;
  const records = recordsOf(stamps, base, (record, what, by) => {
    const event = eventOf(record, what, by, { records, switches, organizationId });
    if (event) webhooks.tell(event);
    if (what === 'created' && by.kind === 'api' && ownerOf(record) === MSFT) microsoftAnswers(record);
  });
  const answering = new Set<NodeJS.Timeout>();
  const microsoftAnswers = ({ referral: { id } }: StandInRecord) => {
    if (!options.msft) return;
    const { decision, after } = options.msft;
    const timer = setTimeout(() => {
      answering.delete(timer);
      if (state.get(String(id))?.status === 'New') state.decide(String(id), decision);
    }, after);
    answering.add(timer);
  };
  const state = referralsState(records, stamps, organization);
  for (const referral of options.seed ?? []) state.put(referral);
  const signIn = signInOf({ ...options, now, switches, tenantId, clientId });
  const answer = answererOf({
    ...{ signIn, webhooks, certificates, organizationId, now },
    places: { authority: origin, devicePage: `${pageOrigin}/device` },
    api: {
      ...{ records, switches, stamps, organization, base },
      pageSize: options.pageSize ?? 100,
      snapshots: new Map(),
      answered: new Map(),
      listDelay: () => faults.now.listDelay,
      turning: () => faults.now.betweenPages?.(),
    },
  });
  const log = requestLog(now);

  return {
    ...{ state, faults, signIn, webhooks, switches, organization, tenantId, clientId },
    requests: log.requests,
    stop() {
      webhooks.stop();
      for (const timer of answering) clearTimeout(timer);
    },
    tokenFor: (host = 'referrals', account = signIn.accounts[0]) => {
      if (!account) throw new Error('the stand-in has no account');
      return signIn.accessToken(account, standInAudiences[host]);
    },
    handle: handlerOf(answer, { faults, log, now, before: state.expire }),
  };
}
