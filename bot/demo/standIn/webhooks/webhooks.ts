import { randomUUID } from 'node:crypto';
import {
  CERTIFICATE_PATH,
  type DeliveryCertificates,
} from '#bot/demo/standIn/certificates/deliveryCertificates.ts';
import type { JsonObject } from '#bot/demo/standIn/exchange.ts';
import type { Switches } from '#bot/demo/standIn/switches.ts';
import { type DeliveryAttempt, type DispatchOptions, dispatcherOf } from './dispatcher.ts';
import { type Forgery, forgedDelivery } from './forgedDelivery.ts';
import { type Deliver, deliveryText, signedDelivery, type WebhookRegistration } from './signedDelivery.ts';
import { referralEvent, type WebhookEventName, webhookEventNames } from './webhookEvents.ts';

/** What a test, the demo or the page sees of the webhooks and does to them. */
export interface StandInWebhooks {
  registration(): WebhookRegistration | undefined;
  /** As if another client, such as a connector of a CRM, had registered. */
  register(url: string, more?: { events?: readonly string[]; signatureInOwnHeader?: boolean }): void;
  unregister(): void;
  set(options: Partial<DispatchOptions>): void;
  pause(): void;
  resume(): void;
  /** Everything that was ever told goes out once more. */
  redeliverAll(): void;
  /** An event of any kind about any id, signed as it should be. */
  send(name: WebhookEventName, id: string): void;
  /** Attempts everything that waits once; answers when it is done. */
  flush(): Promise<void>;
  /** Sends something that must not be believed, and answers the status it got. */
  forge(forgery: Forgery, event?: JsonObject): Promise<number>;
  attempts: readonly DeliveryAttempt[];
  givenUp: readonly JsonObject[];
  waiting(): number;
  /** Of the authority between root and leaf, for switches under which nothing says where it is. */
  issuerPem(): string;
}

export interface Webhooks extends StandInWebhooks {
  /** Tells of something, where somebody has registered for it. */
  tell(event: JsonObject): void;
  replace(registration: WebhookRegistration | undefined): void;
  attemptsOf(event: JsonObject): DeliveryAttempt[];
  stop(): void;
}

export interface WebhookOptions {
  deliver: Deliver;
  automatic: boolean;
  now: () => Date;
  switches: Switches;
  certificates: () => DeliveryCertificates;
  origin: string;
  /** Where certificates are served by plain http, which nobody may fetch them from. */
  insecureOrigin: string;
}

export function webhooksOf(options: WebhookOptions): Webhooks {
  const { deliver, switches, now, certificates, origin } = options;
  let registration: WebhookRegistration | undefined;
  const told: JsonObject[] = [];
  const certificateUrl = () => {
    const host = switches.certificateHost === 'other' ? origin.replace('127.0.0.1', 'localhost') : origin;
    return `${host}${CERTIFICATE_PATH}`;
  };
  const dispatcher = dispatcherOf(
    async (event) => {
      if (!registration) return undefined;
      const signing = { key: certificates().leafKey, certificateUrl: certificateUrl() };
      const text = deliveryText(event, switches);
      return deliver(signedDelivery(registration, text, signing)).catch(() => undefined);
    },
    now,
    options.automatic,
  );
  const wanted = (event: JsonObject) => registration?.events.includes(String(event.EventName)) ?? false;
  const { attempts, givenUp, pause, resume, flush, stop, waiting } = dispatcher;
  const webhooks: Webhooks = {
    ...{ attempts, givenUp, pause, resume, flush, stop, waiting },
    registration: () => registration,
    replace: (next) => {
      registration = next;
    },
    register(url, { events = webhookEventNames, signatureInOwnHeader = false } = {}) {
      registration = { subscriberId: randomUUID(), url, events, signatureInOwnHeader };
    },
    unregister: () => webhooks.replace(undefined),
    set: (changes) => void Object.assign(dispatcher.options, changes),
    tell(event) {
      if (!wanted(event)) return;
      told.push(event);
      dispatcher.send(event);
    },
    redeliverAll() {
      for (const event of told) dispatcher.send(event);
    },
    send: (name, id) => webhooks.tell(referralEvent(name, id, now().toISOString())),
    attemptsOf: (event) => attempts.filter((one) => one.event === event),
    issuerPem: () => certificates().issuerPem,
    async forge(forgery, event = referralEvent('referral-updated', randomUUID(), now().toISOString())) {
      if (!registration) throw new Error('nobody has registered a webhook');
      const places = { certificateUrl: certificateUrl(), ...options };
      const delivery = forgedDelivery(forgery, registration, deliveryText(event, switches), places);
      return deliver(delivery);
    },
  };
  return webhooks;
}
