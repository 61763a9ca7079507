import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { JsonObject } from '#bot/demo/standIn/exchange.ts';
import type { Webhooks } from './webhooks.ts';

const MINUTE = 60_000;
const A_MINUTE = 2;

export interface ValidationEvents {
  events: Map<string, JsonObject>;
  /** Sends a test event and answers its id, or the seconds until another may be asked for. */
  begin(): string | number;
}

export function validationEvents(webhooks: Webhooks, now: () => Date): ValidationEvents {
  const events = new Map<string, JsonObject>();
  let begun: number[] = [];
  return {
    events,
    begin() {
      const moment = now().getTime();
      begun = begun.filter((one) => moment - one < MINUTE);
      const [first] = begun;
      if (begun.length >= A_MINUTE && first !== undefined) {
        return Math.ceil((first + MINUTE - moment) / 1000);
      }
      begun.push(moment);
      const id = randomUUID();
      const base = 'http://api.partnercenter.microsoft.com/webhooks/v1/registration/validationEvents';
      const event: JsonObject = {
        EventName: 'test-created',
        ResourceUri: `${base}/${id}`,
        ResourceName: 'test',
        AuditUri: null,
        ResourceChangeUtcDate: now().toISOString().replace('Z', '+00:00'),
      };
      events.set(id, event);
      webhooks.tell(event);
      return id;
    },
  };
}

/** What became of a test event, attempt by attempt. */
export function validationStatus(
  webhooks: Webhooks,
  { events }: ValidationEvents,
  id: string,
  organizationId: string,
): JsonObject | undefined {
  const event = events.get(id);
  if (!event) return undefined;
  const attempts = webhooks.attemptsOf(event);
  const last = attempts.at(-1);
  const arrived = last?.status !== undefined && last.status < 300;
  return {
    correlationId: id,
    partnerId: organizationId,
    status: arrived || webhooks.givenUp.includes(event) ? 'completed' : 'inProgress',
    callbackUrl: webhooks.registration()?.url ?? null,
    results: attempts.map(({ status, at }) => ({
      responseCode: status === undefined ? '' : (STATUS_CODES[status] ?? String(status)).replaceAll(' ', ''),
      responseMessage: '',
      systemError: status === undefined,
      dateTimeUtc: at.replace('Z', ''),
    })),
  };
}
