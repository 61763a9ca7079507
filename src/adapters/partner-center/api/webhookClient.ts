import { randomUUID } from 'node:crypto';
import type { SyncRefusal } from '#domain/referral/unsynced.ts';
import { UnavailableError } from '#ports/errors.ts';
import { type CallOptions, type CallResult, createCall } from './call.ts';
import { type Failure, unavailable } from './errors.ts';
import { isWireObject, jsonOf, lowered } from './wireBody.ts';

/** Who is told of changes: one address a company, so that registering takes them from whoever had them before. */
export interface WebhookSubscription {
  url: string;
  events: readonly string[];
}

export type RegistrationOutcome =
  | { kind: 'done'; registration: WebhookSubscription }
  | { kind: 'refused'; refusal: Omit<SyncRefusal, 'at'> };

/** How a test event fared. */
export interface WebhookTrial {
  /** In Partner Center's word, lower case: `completed` when it is over. */
  status: string;
  /** What our address answered, attempt by attempt: `OK`, `Unauthorized`. */
  answers: readonly string[];
}

/**
 * Registering for Partner Center's webhooks: another host than the referrals', and another token. Throws
 * `UnavailableError` as the referrals' API does, with `not-allowed` where the account's roles do not reach (section 9).
 */
export interface WebhookClient {
  /** Names of the events there are. */
  events(): Promise<readonly string[]>;
  /** Undefined where nobody is told. */
  registration(): Promise<WebhookSubscription | undefined>;
  /** Takes the place of the one there was: ask first. */
  register(wanted: WebhookSubscription): Promise<RegistrationOutcome>;
  /** Has a test event sent and answers its id; two a minute are allowed. Undefined where nobody is registered for it. */
  tryOut(): Promise<string | undefined>;
  /** How that event fared; undefined where it is not known (any more). */
  trial(id: string): Promise<WebhookTrial | undefined>;
}

export interface WebhookClientOptions extends Omit<CallOptions, 'clock' | 'newId'> {
  /** `https://api.partnercenter.microsoft.com/webhooks/v1`. */
  webhooksUrl: string;
  clock?: CallOptions['clock'] | undefined;
  newId?: CallOptions['newId'] | undefined;
  /** Deliveries have their signature in `x-ms-signature`, because a gateway keeps Authorization to itself. */
  signatureInOwnHeader?: boolean | undefined;
}

/** The client of Partner Center's webhooks, as one signed-in organization. */
export function createWebhookClient(options: WebhookClientOptions): WebhookClient {
  const {
    webhooksUrl,
    clock = { now: () => new Date() },
    newId = randomUUID,
    signatureInOwnHeader,
  } = options;
  const address = `${webhooksUrl.replace(/\/+$/, '')}/registration`;
  const call = createCall({ ...options, clock, newId });

  async function read(path: string, method: 'GET' | 'POST' = 'GET'): Promise<unknown> {
    const result = await call({ method, url: `${address}${path}` });
    if (result.ok) return jsonOf(result.answer);
    const { failure } = result;
    if (failure.status === 404 || failure.status === 410) return undefined;
    if (method === 'POST' && failure.kind === 'refused') return undefined;
    throw isForbidden(failure) ? new UnavailableError('not-allowed') : unavailable(failure);
  }

  function write(method: 'POST' | 'PUT', { url, events }: WebhookSubscription): Promise<CallResult> {
    const own = signatureInOwnHeader ? { SignatureTokenToMsSignatureHeader: true } : {};
    return call({
      method,
      url: address,
      body: JSON.stringify({ WebhookUrl: url, WebhookEvents: events, ...own }),
    });
  }

  const client: WebhookClient = {
    async events() {
      const body = await read('/events');
      const list = Array.isArray(body) ? body : lowered(body).value;
      return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : [];
    },
    registration: async () => registrationIn(await read('')),
    async register(wanted) {
      const order = (await client.registration()) ? (['PUT', 'POST'] as const) : (['POST', 'PUT'] as const);
      const first = await write(order[0], wanted);
      // Somebody was faster, or the one there was is gone; a second POST may be refused (point 31).
      const result =
        !first.ok && [404, 405, 409].includes(first.failure.status) ? await write(order[1], wanted) : first;
      if (result.ok) return { kind: 'done', registration: registrationIn(jsonOf(result.answer)) ?? wanted };
      const { kind, code, status, requestId } = result.failure;
      if (kind === 'unauthorized') throw unavailable(result.failure);
      return { kind: 'refused', refusal: { code, status, requestId } };
    },
    async tryOut() {
      const { correlationid: id } = lowered(await read('/validationEvents', 'POST'));
      return typeof id === 'string' && id !== '' ? id : undefined;
    },
    async trial(id) {
      const { status, results } = lowered(await read(`/validationEvents/${encodeURIComponent(id)}`));
      if (typeof status !== 'string') return undefined;
      const attempts = Array.isArray(results) ? results.filter(isWireObject) : [];
      return {
        status: status.toLowerCase(),
        answers: attempts.map(({ responsecode: code }) => asWord(code)),
      };
    },
  };
  return client;
}

function registrationIn(body: unknown): WebhookSubscription | undefined {
  const { webhookurl: url, webhookevents: events } = lowered(body);
  if (typeof url !== 'string' || url === '') return undefined;
  const names = Array.isArray(events) ? events : [];
  return { url, events: names.filter((one): one is string => typeof one === 'string') };
}

function isForbidden({ status }: Failure): boolean {
  return status === 403;
}

function asWord(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 100) : '';
}
