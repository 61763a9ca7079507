import type { ServerResponse } from 'node:http';
import type { ConnectorCall, Disturb } from '#test/support/bot/fakeConnector.ts';
import { reply } from '#test/support/bot/fakeConnector.ts';
import { type Choices, choicesOf } from './choices.ts';
import type { LoggedCall } from './wireLog.ts';

/** What can go wrong with a call to the connector, and before or after it was carried out. */
const faults = [
  '429',
  '429 later',
  '403',
  '404',
  '412',
  '500',
  '502',
  '504',
  'hangs',
  'reset',
  '500 after',
  '502 after',
  '504 after',
  'hangs after',
  'reset after',
] as const;
export type ConnectorFault = (typeof faults)[number];

/** The connector's faults: writes down every call, and makes some of them fail. */
export interface ConnectorFaults {
  log: LoggedCall[];
  disturb: Disturb;
  /** How many of a hundred calls fail, 0 to 1. */
  chance: number;
}

export function connectorFaults(seed: number): ConnectorFaults {
  // Each conversation meets faults in an order of its own, whoever calls, and whenever.
  const streams = new Map<string, Choices>();
  const streamOf = (name: string) => {
    const known = streams.get(name) ?? choicesOf(seed, `connector ${name}`);
    streams.set(name, known);
    return known;
  };
  const made: ConnectorFaults = {
    log: [],
    chance: 0,
    async disturb(call, response) {
      const logged = logOf(call);
      made.log.push(logged);
      const stream = streamOf(`${logged.kind} ${logged.conversation}`);
      const meets = stream.happens(made.chance);
      const fault = stream.one(faults);
      watch(logged, response);
      return meets ? fail(fault, logged, response) : false;
    },
  };
  return made;
}

function logOf({ kind, path, body, from = '', at }: ConnectorCall): LoggedCall {
  const channel = (body.channelData as { channel?: { id: string } } | undefined)?.channel?.id;
  const [, conversation = ''] = /^\/v3\/conversations\/([^/;]+)/.exec(path) ?? [];
  const content = (kind === 'thread' ? body.activity : body) as Record<string, unknown>;
  return {
    kind:
      kind === 'send' || kind === 'thread' ? 'post' : kind === 'edit' || kind === 'remove' ? kind : 'other',
    conversation: kind === 'thread' ? (channel ?? '') : conversation,
    from: from.split('.').slice(0, 2).join('.'),
    call: from,
    ...{ at, content, done: false, answered: 'open' },
  };
}

/** Notes how a call is answered where nothing goes wrong. */
function watch(logged: LoggedCall, response: ServerResponse): void {
  const end = response.end.bind(response);
  response.end = ((body: string) => {
    const well = response.statusCode < 300;
    if (well) done(logged, body);
    Object.assign(logged, { answered: well ? 'well' : 'refused', answer: String(response.statusCode) });
    return end(body);
  }) as ServerResponse['end'];
}

function done(logged: LoggedCall, body: string): void {
  logged.done = true;
  const { activityId, id } = JSON.parse(body || '{}') as { activityId?: string; id?: string };
  const given = activityId ?? id;
  if (logged.kind === 'post' && given) logged.activityId = given;
}

function fail(fault: ConnectorFault, logged: LoggedCall, response: ServerResponse): boolean {
  logged.answer = fault;
  const [what = '', when = ''] = fault.split(' ');
  if (when !== 'after') {
    // 5xx and what breaks off leave open what was done; the others say that nothing was.
    logged.answered = /^4/.test(what) ? 'refused' : 'lost';
    astray(what, when, response, response.end.bind(response));
    Object.assign(logged, { answered: /^4/.test(what) ? 'refused' : 'lost', answer: fault });
    return true;
  }
  const end = response.end.bind(response);
  const head = response.writeHead.bind(response);
  response.writeHead = (() => response) as ServerResponse['writeHead'];
  response.end = ((body: string) => {
    done(logged, body);
    Object.assign(logged, { answered: 'lost', answer: fault });
    response.writeHead = head as ServerResponse['writeHead'];
    astray(what, '', response, end);
    return response;
  }) as ServerResponse['end'];
  return false;
}

function astray(what: string, when: string, response: ServerResponse, end: ServerResponse['end']): void {
  if (what === 'hangs') return;
  if (what === 'reset') {
    response.socket?.destroy();
    return;
  }
  response.end = end;
  const headers = when === 'later' ? { 'Retry-After': '2' } : {};
  reply(response, { error: { code: 'Fault', message: 'injected' } }, Number(what), headers);
}
