import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { type FakeConnector, type Posted, startFakeConnector } from './fakeConnector.ts';

export const TENANT = '00000000-0000-4000-8000-0000000000aa';
const BOT = { id: '28:bot', name: 'Co-sell' };

/** Someone who writes and presses. */
export interface TestPerson {
  id: string;
  aadObjectId: string;
  name: string;
  email: string;
  /** Of the conversations they are in. */
  tenantId?: string;
  /** Where their account is at home, when that is elsewhere. */
  homeTenantId?: string;
  userRole?: string;
  locale?: string;
  timeZone?: string;
}

export interface Place {
  kind: 'personal' | 'channel' | 'group';
  conversationId: string;
  teamId?: string;
}

export interface InvokeAnswer {
  status: number;
  body: { statusCode?: number; type?: string; value?: unknown } | undefined;
}

/** The card that a press is made on and the id that tells it from other presses. */
export interface PressOptions {
  replyToId?: string;
  activityId?: string;
}

/** What people do in Teams and what they see there. */
export interface FakeTeams extends FakeConnector {
  /** Where the bot takes activities. */
  messagesUrl: string;
  person(name: string, more?: Partial<TestPerson>): TestPerson;
  chatOf(person: TestPerson): Place;
  group(id: string): Place;
  /** A team's General channel, or another one of its channels. */
  channel(teamId: string, channelId?: string): Place;
  install(person: TestPerson, place: Place, action?: 'add' | 'remove'): Promise<number>;
  /** The other event about an installation; Teams sends both, in any order. */
  botJoins(person: TestPerson, place: Place): Promise<number>;
  botLeaves(person: TestPerson, place: Place): Promise<number>;
  say(person: TestPerson, place: Place, text: string, more?: object): Promise<number>;
  /** A private message to the bot among others: Teams shows it to nobody else. */
  aside(person: TestPerson, place: Place, text: string, more?: object): Promise<number>;
  press(
    person: TestPerson,
    place: Place,
    verb: string,
    data: object,
    options?: PressOptions,
  ): Promise<InvokeAnswer>;
  /** What such a press is on the wire. */
  written(person: TestPerson, place: Place, verb: string, data: object, options?: PressOptions): object;
  /** A press as an older client sends it: the fallback's data in a message. */
  submit(person: TestPerson, place: Place, data: object, options?: PressOptions): Promise<number>;
  /** Any activity; `more` is laid over what every activity has. */
  send(person: TestPerson, place: Place, more: object): Promise<InvokeAnswer>;
  /** All messages in a chat, or in a channel with its threads. */
  in(place: Place): Posted[];
}

/** The other side of the Bot Framework protocol over real HTTP. */
export async function startFakeTeams(): Promise<FakeTeams> {
  const people = new Map<string, TestPerson>();
  const connector = await startFakeConnector((id) => memberOf(id, people.get(id)));

  const { close } = connector;
  // Given up long before the bot would do so: a connection may be closed at the moment it is used again.
  const agent = new Agent({ keepAlive: true, timeout: 1_000 });

  const send = (person: TestPerson, place: Place, more: object): Promise<InvokeAnswer> =>
    post(agent, teams.messagesUrl, { ...activityOf(connector.url, person, place), ...more });
  const status = async (answer: Promise<InvokeAnswer>): Promise<number> => (await answer).status;
  // In a channel a thread is a conversation of its own.
  const inThread = (person: TestPerson, place: Place, firstId: string) =>
    place.kind === 'channel' && { conversation: conversationOf(person, place, `;messageid=${firstId}`) };
  const pressed = (person: TestPerson, place: Place, { replyToId, activityId }: PressOptions) => ({
    ...(activityId && { id: activityId }),
    ...(replyToId && { replyToId, ...inThread(person, place, replyToId) }),
  });
  const execute = (verb: string, data: object) => {
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
    return { type: 'invoke', name: 'adaptiveCard/action', value };
  };

  const teams: FakeTeams = Object.assign(connector, {
    messagesUrl: '',
    send,
    close: () => {
      agent.destroy();
      return close();
    },
    person(name: string, more: Partial<TestPerson> = {}) {
      const plain = name.toLowerCase().replaceAll(' ', '.');
      const ids = { id: `29:${plain}`, aadObjectId: `aad-${plain}`, email: `${plain}@contoso.example` };
      const person: TestPerson = { ...ids, name, ...more };
      people.set(person.id, person);
      return person;
    },
    chatOf: (person: TestPerson): Place => ({ kind: 'personal', conversationId: `a:${person.id}` }),
    group: (id: string): Place => ({ kind: 'group', conversationId: id }),
    channel: (teamId: string, channelId = teamId): Place => ({
      kind: 'channel',
      conversationId: channelId,
      teamId,
    }),
    install: (person: TestPerson, place: Place, action: 'add' | 'remove' = 'add') =>
      status(send(person, place, { type: 'installationUpdate', action })),
    botJoins: (person: TestPerson, place: Place) =>
      status(send(person, place, { type: 'conversationUpdate', membersAdded: [BOT] })),
    botLeaves: (person: TestPerson, place: Place) =>
      status(send(person, place, { type: 'conversationUpdate', membersRemoved: [BOT] })),
    say(person: TestPerson, place: Place, text: string, more: object = {}) {
      const id = randomUUID();
      return status(
        send(person, place, { id, ...inThread(person, place, id), type: 'message', text, ...more }),
      );
    },
    aside: (person: TestPerson, place: Place, text: string, more: object = {}) =>
      teams.say(person, place, text, { recipient: { ...BOT, isTargeted: true }, ...more }),
    press(person: TestPerson, place: Place, verb: string, data: object, options: PressOptions = {}) {
      return send(person, place, { ...pressed(person, place, options), ...execute(verb, data) });
    },
    written: (person: TestPerson, place: Place, verb: string, data: object, options: PressOptions = {}) => ({
      ...activityOf(connector.url, person, place),
      ...pressed(person, place, options),
      ...execute(verb, data),
    }),
    submit: (person: TestPerson, place: Place, data: object, options: PressOptions = {}) =>
      status(send(person, place, { ...pressed(person, place, options), type: 'message', value: data })),
    in: (place: Place) =>
      connector.messages.filter(
        ({ conversationId }) => conversationId.split(';')[0] === place.conversationId,
      ),
  });
  return teams;
}

function post(agent: Agent, url: string, activity: object): Promise<InvokeAnswer> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json' };
    const sent = request(url, { method: 'POST', headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const body = text.startsWith('{') ? JSON.parse(text) : undefined;
        resolve({ status: response.statusCode ?? 0, body });
      });
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(activity));
  });
}

function memberOf(id: string, person: TestPerson | undefined): object {
  return {
    id,
    name: person?.name,
    email: person?.email,
    userPrincipalName: person?.email,
    aadObjectId: person?.aadObjectId,
    tenantId: person?.homeTenantId ?? person?.tenantId ?? TENANT,
    userRole: person?.userRole ?? 'user',
  };
}

function activityOf(serviceUrl: string, person: TestPerson, place: Place): object {
  const tenant = { id: person.tenantId ?? TENANT };
  const team = place.teamId && { id: place.teamId, name: 'Sales' };
  return {
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl,
    timestamp: new Date().toISOString(),
    locale: person.locale ?? 'en-US',
    ...(person.timeZone && { localTimezone: person.timeZone }),
    from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
    recipient: BOT,
    conversation: conversationOf(person, place, ''),
    channelData: { tenant, ...(team && { team, channel: { id: place.conversationId } }) },
  };
}

function conversationOf(person: TestPerson, place: Place, thread: string): object {
  return {
    tenantId: person.tenantId ?? TENANT,
    id: `${place.conversationId}${thread}`,
    conversationType: place.kind === 'group' ? 'groupChat' : place.kind,
    isGroup: place.kind !== 'personal',
  };
}
