import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message that stands in Teams, as it is now. */
export interface Posted {
  id: string;
  conversationId: string;
  activity: Record<string, unknown>;
  edits: number;
  /** The one account that sees it; absent: everybody there. */
  seenBy?: string | undefined;
}

/** One call to the connector: a look-up of a person, a new message or thread, an edit, a removal. */
export interface ConnectorCall {
  kind: 'member' | 'thread' | 'send' | 'edit' | 'remove' | 'other';
  at: number;
  path: string;
  body: Record<string, unknown>;
  /** Of a message that one person alone sees. */
  targeted: boolean;
  /** Which process it came from, where that says so. */
  from?: string | undefined;
}

/** Answers a call itself and resolves to true, or leaves it to the normal answer. */
export type Disturb = (call: ConnectorCall, response: ServerResponse) => boolean | Promise<boolean>;

/** The service that a bot sends to, over real HTTP: keeps what it is sent, as a chat would show it. */
export interface FakeConnector {
  url: string;
  messages: Posted[];
  calls: ConnectorCall[];
  disturb: Disturb | undefined;
  close(): Promise<void>;
}

export async function startFakeConnector(memberOf: (id: string) => object): Promise<FakeConnector> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const messages: Posted[] = [];
  const connector: FakeConnector = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    messages,
    calls: [],
    disturb: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await readCall(request);
    connector.calls.push(call);
    if (await connector.disturb?.(call, response)) return;
    const { path, body, targeted } = call;
    const recipient = (body.recipient as { id?: string } | undefined)?.id;
    const bad = (message: string) => reply(response, { error: { code: 'BadArgument', message } }, 400);
    const [, conversationId = '', id = ''] = /^\/v3\/conversations\/(.+?)\/\w+(?:\/(.+))?$/.exec(path) ?? [];
    switch (call.kind) {
      case 'member':
        return reply(response, memberOf(id));
      case 'thread': {
        const channel = (body.channelData as { channel: { id: string } }).channel.id;
        const activity = body.activity as Posted['activity'];
        const first = keep((activityId) => `${channel};messageid=${activityId}`, activity);
        return reply(response, { id: first.conversationId, activityId: first.id });
      }
      case 'send': {
        // A chat with the bot is private as it is.
        if (targeted && (!recipient || conversationId.startsWith('a:'))) return bad('no recipient here');
        const posted = keep(() => conversationId, body);
        if (targeted) posted.seenBy = recipient;
        return reply(response, { id: posted.id });
      }
      case 'edit': {
        const posted = messages.find((one) => one.id === id && one.conversationId === conversationId);
        if (!posted) return reply(response, { error: { code: 'ActivityNotFoundInConversation' } }, 404);
        if ((posted.seenBy !== undefined) !== targeted) return bad('who sees it cannot be changed');
        if (targeted && recipient) return bad('Cannot edit Recipient of Targeted Message');
        posted.activity = body;
        posted.edits++;
        return reply(response, { id });
      }
      case 'remove': {
        const at = messages.findIndex((one) => one.id === id && one.conversationId === conversationId);
        if (at < 0) return reply(response, { error: { code: 'ActivityNotFoundInConversation' } }, 404);
        if ((messages[at]?.seenBy !== undefined) !== targeted) return bad('who sees it cannot be changed');
        messages.splice(at, 1);
        return reply(response, {});
      }
      default:
        return reply(response, { error: { code: 'NotFound' } }, 404);
    }
  }

  function keep(conversationOf: (id: string) => string, activity: Posted['activity']): Posted {
    const id = randomUUID();
    const posted = { id, conversationId: conversationOf(id), activity, edits: 0 };
    messages.push(posted);
    return posted;
  }

  return connector;
}

async function readCall(request: IncomingMessage): Promise<ConnectorCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
  const path = decodeURIComponent(pathname);
  const targeted = searchParams.get('isTargetedActivity') === 'true';
  const body = text ? (JSON.parse(text) as Record<string, unknown>) : {};
  const kind = kindOf(request.method ?? '', path);
  const from = request.headers['x-process'] as string | undefined;
  return { kind, at: Date.now(), path, body, targeted, ...(from && { from }) };
}

function kindOf(method: string, path: string): ConnectorCall['kind'] {
  if (path === '/v3/conversations') return 'thread';
  if (/\/members\/[^/]+$/.test(path)) return 'member';
  if (!/\/activities(\/[^/]+)?$/.test(path)) return 'other';
  if (method === 'DELETE') return 'remove';
  return method === 'PUT' ? 'edit' : 'send';
}

/** Answers a call as the connector does. */
export function reply(response: ServerResponse, body: object, status = 200, headers = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
