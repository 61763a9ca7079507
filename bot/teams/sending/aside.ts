import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { asideCard, isAside, ownChatOf } from '#bot/teams/arriving/asides.ts';
import { TURN_BUDGET } from '#bot/teams/arriving/budget.ts';
import { tenantOf } from '#bot/teams/conversation.ts';
import { toActivity } from '#bot/teams/outgoing.ts';
import type { Log } from '#bot/telemetry/log.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import type { OutgoingMessage } from '#dialogs/turn/message.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Clock } from '#ports/clock.ts';
import type { Connector } from './connector.ts';

/** What is said to one person where others read: Teams calls it a targeted message. None of it throws. */
export interface Aside {
  /** Says something to the person of a turn, where it happened: the message's id, or undefined where Teams does not do that there. */
  say(turn: Turn, message: OutgoingMessage): Promise<string | undefined>;
  /** Makes the answer to a press on such a message what the message shows. Does not wait: the presser has it already. */
  persist(turn: Turn, answer: Answer): void;
  /** Where a turn was begun by a private message, nothing that is sent in it can be seen by others from here on. */
  guard(context: TurnContext): void;
}

export interface AsideDeps {
  connector: Pick<Connector, 'send' | 'aside'>;
  /** Hosts of Teams that are known to show a targeted message to one person: another one might show it to all. */
  hosts: ReadonlySet<string>;
  clock: Pick<Clock, 'now'>;
  log: Log;
}

/** What Teams answers where there are no such messages, or this person is not there. */
const REFUSALS: ReadonlySet<unknown> = new Set([400, 403, 404, 405, 501]);
/** For so long a place that refused is not asked again. */
const REFUSED = 3_600_000;
/** Milliseconds after which the person's own chat is the quicker way. */
const PATIENCE = 4_000;
const MOST_KEPT = 2_000;

export function createAside({ connector, hosts, clock, log }: AsideDeps): Aside {
  /** By conversation, until when. */
  const refused = new Map<string, number>();
  /** The thread of each message that was said, by its id. */
  const said = new Map<string, string>();
  const takes = (serviceUrl: string, threadId: string): boolean =>
    URL.canParse(serviceUrl) &&
    hosts.has(new URL(serviceUrl).hostname) &&
    (refused.get(placeOf(threadId)) ?? 0) <= clock.now().getTime();

  const attempt = async (
    serviceUrl: string,
    threadId: string,
    activity: Partial<Activity>,
    { left, tenantId }: { left: number; tenantId: string | undefined },
  ): Promise<string | undefined> => {
    if (!takes(serviceUrl, threadId)) return undefined;
    try {
      const within = Math.min(PATIENCE, left / 2);
      const id = await connector.aside.send(serviceUrl, threadId, activity, { within, tenantId });
      keep(said, id, threadId);
      return id;
    } catch (error) {
      const { statusCode } = error as { statusCode?: unknown };
      if (REFUSALS.has(statusCode)) keep(refused, placeOf(threadId), clock.now().getTime() + REFUSED);
      log.info({ event: 'aside.refused', statusCode });
      return undefined;
    }
  };

  const alone = async (context: TurnContext, sent: Partial<Activity>, endsAt: number) => {
    const { from, conversation, serviceUrl } = context.activity;
    const left = () => Math.max(1, endsAt - Date.now());
    const { type, text, textFormat, summary, attachments } = sent;
    const message = { type, text, textFormat, summary };
    const marked = attachments?.map((one) => ({ ...one, content: asideCard(one.content) }));
    const recipient = { id: from?.id ?? '', name: from?.name ?? '' };
    const aside = { ...message, ...(marked && { attachments: marked }), recipient } as Partial<Activity>;
    const tenantId = tenantOf(context.activity);
    const id = await attempt(serviceUrl, conversation.id, aside, { left: left(), tenantId });
    const chat = ownChatOf(context);
    if (id !== undefined || !chat) return id;
    const plain = { ...message, ...(attachments && { attachments }) } as Partial<Activity>;
    return connector
      .send(chat.serviceUrl, chat.conversationId, plain, { within: left(), tenantId })
      .catch((error: unknown) => void log.warn({ event: 'turn.given-up', err: error }));
  };

  return {
    async say({ conversation, person, accountId, endsAt }, message) {
      if (conversation.kind === 'personal' || accountId === '') return undefined;
      const recipient = { id: accountId, name: person.profile.name };
      const activity = { ...toActivity(asideMessage(message)), recipient };
      const { serviceUrl, threadId, tenantId } = conversation;
      return attempt(serviceUrl, threadId, activity, { left: Math.max(1, endsAt - Date.now()), tenantId });
    },
    persist({ replyToId, conversation }, answer) {
      const thread = replyToId === undefined ? undefined : said.get(replyToId);
      // What this process did not say aside may be read by everybody.
      if (!replyToId || thread === undefined || !('card' in answer) || answer.open) return;
      const activity = toActivity(asideMessage({ card: answer.card }));
      connector.aside
        .update(conversation.serviceUrl, thread, replyToId, activity, {
          within: PATIENCE,
          tenantId: conversation.tenantId,
        })
        .catch((error: unknown) => log.info({ event: 'aside.kept', err: error }));
    },
    guard(context) {
      if (!isAside(context)) return;
      const endsAt = Date.now() + TURN_BUDGET;
      context.onSendActivities(async (_same, activities, next) => {
        // The answer to a press goes to the presser alone, as the answer of the request.
        if (activities.every(({ type }) => type === ActivityTypes.InvokeResponse)) return next();
        const ids: { id: string }[] = [];
        for (const one of activities) ids.push({ id: (await alone(context, one, endsAt)) ?? '' });
        return ids;
      });
      context.onUpdateActivity(async () => {
        throw new Error('what is private is not put into a message of others');
      });
    },
  };
}

function asideMessage({ card, ...message }: OutgoingMessage): OutgoingMessage {
  return { ...message, ...(card && { card: asideCard(card) }) };
}

/** A channel without its thread. */
function placeOf(threadId: string): string {
  return threadId.split(';')[0] ?? threadId;
}

function keep<V>(kept: Map<string, V>, key: string, value: V): void {
  kept.delete(key);
  kept.set(key, value);
  if (kept.size > MOST_KEPT) for (const oldest of kept.keys().take(1)) kept.delete(oldest);
}
