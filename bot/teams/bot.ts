import { randomUUID } from 'node:crypto';
import { ActivityHandler, ActivityTypes, type InvokeResponse, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import { languageOf, say } from '../../cards/say.ts';
import type { ContactDeps } from '../../src/app/contact.remember.ts';
import { adoptCard } from '../../src/app/notices.sync.ts';
import { whyTold } from '../../src/app/recipients.ts';
import { readReferralRecord } from '../../src/app/referral.read.ts';
import { UnavailableError } from '../../src/ports/errors.ts';
import type { Organizations } from '../../src/ports/organizations.ts';
import type { CommandRow } from '../commands/command.ts';
import { type Command, commands, readCommand } from '../commands/commands.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { type ActionDeps, actions } from './actions.ts';
import type { Conversing } from './conversing.ts';
import { type Identified, identify } from './identify.ts';
import { type Answer, invokeRefusal, invokeResponse, searchFault, searchResponse } from './invokeResponse.ts';
import type { Keeping } from './keeping.ts';
import { toActivity } from './outgoing.ts';
import { createRepeats } from './repeats.ts';
import { readSearch, suggest } from './search.ts';
import type { Submitted } from './submitted.ts';
import type { Turn } from './turn.ts';
import { inPersonalChat, type Typed, typedText } from './typed.ts';
import type { Welcoming } from './welcoming.ts';

export interface BotDeps {
  contacts: ContactDeps & { organizations: Organizations; wake: () => void };
  actions: ActionDeps;
  conversing: Conversing;
  submitted: Submitted;
  typed: Typed;
  keeping: Keeping;
  welcoming: Welcoming;
  log: Log;
  metrics: Metrics;
}

const executeValue = z.looseObject({
  action: z.looseObject({ verb: z.string(), data: z.record(z.string(), z.unknown()).optional() }),
});
const submitValue = z.looseObject({ verb: z.string() });

/** Buttons that stand on a deal's own card: the copy they are pressed on shows that deal. */
const ON_DEAL_CARDS: ReadonlySet<string> = new Set([
  'referral.accept',
  'referral.decline',
  'referral.view',
  'deal.ask',
  'deal.edit',
  'deal.handover',
  'deal.solutions',
  'deal.team',
]);

/** Every activity from Teams comes in here and leaves with an answer. */
export class CosellBot extends ActivityHandler {
  readonly #deps: BotDeps;
  readonly #isRepeat = createRepeats();

  constructor(deps: BotDeps) {
    super();
    this.#deps = deps;
    this.onMessage((context) => this.#message(context));
    this.onInstallationUpdateAdd((context) => this.#installed(context, true));
    this.onInstallationUpdateRemove((context) => this.#installed(context, false));
    this.onConversationUpdate((context) => this.#conversationUpdate(context));
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    if (context.activity.name === 'application/search') return this.#search(context);
    // The base class would answer 501, which shows as "Something went wrong" in Teams.
    if (context.activity.name !== 'adaptiveCard/action')
      return invokeRefusal('NotSupported', 'no such invoke');
    const value = executeValue.safeParse(context.activity.value);
    if (!value.success) return invokeRefusal('BadRequest', 'no verb');
    const { verb, data = {} } = value.data.action;
    const answer = await this.#press(context, verb, data);
    return invokeResponse(answer ?? { text: say(languageOf(context.activity.locale), 'notice.oldButton') });
  }

  /** What is typed into a field that suggests while one types. Never throws: the client shows nothing then. */
  async #search(context: TurnContext): Promise<InvokeResponse> {
    const { metrics, log } = this.#deps;
    const asked = readSearch(context.activity.value);
    if (!asked) return invokeRefusal('BadRequest', 'no such search');
    const stop = metrics.searchSeconds.startTimer({ dataset: asked.dataset });
    try {
      const identified = await identify(this.#deps.contacts, context);
      if (identified.kind !== 'known') return searchResponse([]);
      return searchResponse(await suggest(this.#deps.actions, identified.turn, asked));
    } catch (error) {
      const away = error instanceof UnavailableError;
      log[away ? 'warn' : 'error']({ event: 'search', dataset: asked.dataset, err: error });
      return searchFault(away ? 'Unavailable' : 'Failed');
    } finally {
      stop();
    }
  }

  async #message(context: TurnContext): Promise<void> {
    const { id, conversation } = context.activity;
    if (id && this.#isRepeat(`${conversation.id}|${id}`)) return;
    const pressed = submitValue.safeParse(context.activity.value);
    if (pressed.success) {
      const { turn, answer } = await this.#pressed(context, pressed.data.verb, pressed.data);
      await this.#deps.submitted.answer(context, turn, answer);
      return;
    }
    const command = readCommand(typedText(context));
    const press = command && commands[command.name].press;
    await this.#guarded(context, 'message', async () => {
      if (command && press) return this.#typed(context, command, press);
      const identified = await identify(this.#deps.contacts, context);
      if (identified.kind === 'known') await this.#deps.conversing.answer(identified.turn, command);
      else await context.sendActivity(refusalOf(identified, context));
      this.#deps.contacts.wake();
    });
  }

  /** Typing a command is pressing its button. */
  async #typed(
    context: TurnContext,
    { text }: Command,
    press: NonNullable<CommandRow['press']>,
  ): Promise<void> {
    const alone = press.private ?? false;
    const data = { ...press.data, text };
    const { turn, answer } = await this.#pressed(context, press.verb, data, alone);
    if (turn) await this.#deps.typed.answer(turn, answer, { private: alone });
    else await context.sendActivity(toActivity('card' in answer ? { card: answer.card } : answer));
    this.#deps.contacts.wake();
  }

  async #press(context: TurnContext, verb: string, data: Record<string, unknown>): Promise<Answer> {
    const { turn, answer } = await this.#pressed(context, verb, data);
    if (turn) this.#deps.keeping.keep(turn, verb, answer);
    return answer;
  }

  /** Carries out a press. Always ends in an answer; what went wrong is answered in words. */
  async #pressed(
    context: TurnContext,
    verb: string,
    data: Record<string, unknown>,
    alone = false,
  ): Promise<{ turn: Turn | undefined; answer: Answer }> {
    const { metrics, log } = this.#deps;
    const known = Object.hasOwn(actions, verb) ? actions[verb] : undefined;
    const event = known ? verb : 'unknown';
    const stop = metrics.pressSeconds.startTimer({ verb: event });
    let turn: Turn | undefined;
    try {
      const identified = await identify(this.#deps.contacts, context);
      if (identified.kind !== 'known') return { turn, answer: { text: refusalOf(identified, context) } };
      turn = alone ? inPersonalChat(identified.turn) : identified.turn;
      if (!known) return { turn, answer: { text: say(turn.reader.language, 'notice.oldButton') } };
      const { conversation, id } = context.activity;
      const commandId = `${conversation.id}|${id ?? randomUUID()}|${verb}`;
      const answer = await known(this.#deps.actions, { turn, data, commandId });
      this.#adopt(turn, verb, data);
      metrics.presses.inc({ verb: event, outcome: 'answered' });
      log.info({ event, organizationId: turn.organization.id, personId: turn.person.personId });
      return { turn, answer };
    } catch (error) {
      metrics.presses.inc({
        verb: event,
        outcome: error instanceof UnavailableError ? 'unavailable' : 'bug',
      });
      return { turn, answer: { text: this.#apology(context, event, error) } };
    } finally {
      stop();
    }
  }

  /** The copy that was pressed is kept true from now on, even if its first send was never confirmed. */
  #adopt(turn: Turn, verb: string, data: Record<string, unknown>): void {
    const activityId = turn.context.activity.replyToId;
    const referralId = data.referral;
    if (!activityId || typeof referralId !== 'string' || !turn.contactId || data.from === 'reminder') return;
    if (!ON_DEAL_CARDS.has(verb)) return;
    const input = { organization: turn.organization.id, referralId, contactId: turn.contactId, activityId };
    this.#whyOwn(turn, referralId)
      .then((why) => adoptCard(this.#deps.actions, { ...input, why }))
      .then(
        () => this.#deps.actions.wake(),
        (error: unknown) => this.#deps.log.warn({ event: 'notice.adopt', err: error }),
      );
  }

  /** Why a person in their own chat may see a deal: then a card of which nobody was told is kept true as well. */
  async #whyOwn({ audience, organization, person }: Turn, referralId: string) {
    if (audience !== 'personal') return undefined;
    const deps = this.#deps.actions;
    const record = await readReferralRecord(deps, { organization: organization.id, referralId });
    return record && whyTold(deps, organization, record.referral, person);
  }

  async #installed(context: TurnContext, installed: boolean): Promise<void> {
    await this.#guarded(context, 'installation', async () => {
      const identified = await identify(this.#deps.contacts, context, installed);
      // Two events announce an installation. What is stored tells them apart; of an unknown tenant nothing is.
      const first =
        identified.kind !== 'unknown-tenant' || context.activity.type === ActivityTypes.InstallationUpdate;
      if (installed && first) await this.#deps.welcoming.welcome(identified, context);
      // Now, and not when it was remembered: the welcome comes before the cards.
      this.#deps.contacts.wake();
    });
  }

  async #conversationUpdate(context: TurnContext): Promise<void> {
    const { membersAdded, membersRemoved, recipient } = context.activity;
    const botAdded = membersAdded?.some(({ id }) => id === recipient.id);
    const botRemoved = membersRemoved?.some(({ id }) => id === recipient.id);
    if (botAdded || botRemoved) await this.#installed(context, Boolean(botAdded));
  }

  async #guarded(context: TurnContext, event: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const apology = this.#apology(context, event, error);
      if (event === 'message') await context.sendActivity(apology);
    }
  }

  /** The one place that turns what went wrong into words, and writes it down. */
  #apology(context: TurnContext, event: string, error: unknown): string {
    const language = languageOf(context.activity.locale);
    if (error instanceof UnavailableError) {
      this.#deps.log.warn({ event, code: error.code, err: error });
      return say(language, 'notice.unavailable');
    }
    const correlationId = randomUUID().slice(0, 8);
    this.#deps.log.error({ event, correlationId, err: error });
    return say(language, 'notice.bug', { correlationId });
  }
}

function refusalOf(identified: Exclude<Identified, { kind: 'known' }>, context: TurnContext): string {
  const language = languageOf(context.activity.locale);
  if (identified.kind === 'unknown-tenant') {
    return say(language, 'notice.unknownTenant', { tenantId: identified.tenantId || '–' });
  }
  return say(language, 'notice.guest');
}
