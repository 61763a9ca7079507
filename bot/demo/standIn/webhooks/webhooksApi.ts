import { randomUUID } from 'node:crypto';
import {
  isObject,
  type JsonObject,
  jsonAnswer,
  listIn,
  parsedJson,
  type StandInAnswer,
  type StandInRequest,
} from '#bot/demo/standIn/exchange.ts';
import type { StandInAccount } from '#bot/demo/standIn/signIn/accounts.ts';
import { classicRefusal, throttled } from '#bot/demo/standIn/wireErrors.ts';
import type { WebhookRegistration } from './signedDelivery.ts';
import { type ValidationEvents, validationStatus } from './validationEvents.ts';
import { webhookEventNames } from './webhookEvents.ts';
import type { WebhookOptions, Webhooks } from './webhooks.ts';

const LISTED_ROLES = ['Billing admin', 'Admin agent', 'Sales agent', 'Helpdesk agent'];

/** Answers what lies below `/webhooks/v1/registration`; `rest` is what stands behind it. */
export function answerWebhooks(
  webhooks: Webhooks,
  validation: ValidationEvents,
  { switches, organizationId }: Pick<WebhookOptions, 'switches'> & { organizationId: string },
  account: StandInAccount,
  request: StandInRequest,
  rest: string,
): StandInAnswer {
  if (switches.webhookRoles === 'listed' && !account.roles.some((role) => LISTED_ROLES.includes(role))) {
    return classicRefusal(403, '403', 'Access denied');
  }
  if (rest === '/events' && request.method === 'GET') return jsonAnswer(200, webhookEventNames);
  if (rest === '') return ofRegistration(webhooks, switches.secondWebhook === 'fails', request);
  const [, id] = /^\/validationEvents(?:\/([^/]+))?$/i.exec(rest) ?? [];
  if (id !== undefined && request.method === 'GET') {
    const status = validationStatus(webhooks, validation, id, organizationId);
    return status ? jsonAnswer(200, status) : classicRefusal(404, '404', 'The event was not found.');
  }
  if (!/^\/validationEvents$/i.test(rest) || request.method !== 'POST') {
    return classicRefusal(404, '404', 'The resource was not found.');
  }
  if (!webhooks.registration()?.events.includes('test-created')) {
    return classicRefusal(400, '400', 'There is no registration for test-created.');
  }
  const begun = validation.begin();
  return typeof begun === 'number' ? throttled(begun) : jsonAnswer(200, { correlationId: begun });
}

function ofRegistration(webhooks: Webhooks, once: boolean, request: StandInRequest): StandInAnswer {
  const before = webhooks.registration();
  if (request.method === 'GET') {
    return before ? shown(before) : classicRefusal(404, '404', 'There is no registration.');
  }
  if (request.method !== 'POST' && request.method !== 'PUT') {
    return classicRefusal(405, '405', 'The method is not supported.');
  }
  if (request.method === 'PUT' && !before) return classicRefusal(404, '404', 'There is no registration.');
  if (request.method === 'POST' && before && once) {
    return classicRefusal(409, '409', 'A webhook is registered already.');
  }
  const sent = parsedJson(request.body);
  const problem = registrationProblem(sent);
  if (problem !== undefined || !isObject(sent)) return classicRefusal(400, '400', problem ?? 'No body.');
  const next: WebhookRegistration = {
    subscriberId: before?.subscriberId ?? randomUUID(),
    url: String(sent.WebhookUrl),
    events: listIn(sent, 'WebhookEvents').map((name) => String(name).toLowerCase()),
    signatureInOwnHeader: sent.SignatureTokenToMsSignatureHeader === true,
  };
  webhooks.replace(next);
  return shown(next);
}

function shown({ subscriberId, url, events }: WebhookRegistration): StandInAnswer {
  return jsonAnswer(200, { SubscriberId: subscriberId, WebhookUrl: url, WebhookEvents: events });
}

function registrationProblem(sent: unknown): string | undefined {
  const url = isObject(sent) && typeof sent.WebhookUrl === 'string' ? sent.WebhookUrl : '';
  const mayCall =
    URL.canParse(url) && (/^https:/.test(url) || /^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url));
  if (!mayCall) return 'WebhookUrl is not valid.';
  const names: readonly string[] = webhookEventNames;
  const events = listIn(sent as JsonObject, 'WebhookEvents');
  const wrong = events.find((name) => !names.includes(String(name).toLowerCase()));
  if (events.length === 0) return 'WebhookEvents is required.';
  return wrong === undefined ? undefined : `Event '${String(wrong)}' is not supported.`;
}
