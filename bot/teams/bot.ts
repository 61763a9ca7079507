import { ActivityHandler, ActivityTypes, type InvokeResponse, type TurnContext } from 'botbuilder';
import { readDraft } from '#app/draft/draftRecord.ts';
import type { CommandRow } from '#bot/commands/command.ts';
import { type Command, commands, readCommand } from '#bot/commands/commands.ts';
import type { Conversing } from '#bot/dispatch/conversing.ts';
import type { ActionDeps } from '#bot/dispatch/verbs.ts';
import { readSearch, suggest } from '#bot/suggest/suggest.ts';
import type { Log } from '#bot/telemetry/log.ts';
import type { Metrics } from '#bot/telemetry/metrics.ts';
import { languageOf, say } from '#cards/say.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { isMoved } from '#dialogs/turn/turn.ts';
import { UnavailableError } from '#ports/errors.ts';
import { apologize, refusalOf } from './apology.ts';
import { asideCard } from './arriving/asides.ts';
import { readPress, sentFields } from './arriving/sentValue.ts';
import type { StandingWatch } from './arriving/standing.ts';
import { countFromHere, noticingChanges } from './changes.ts';
import type { CommandAnswer } from './commandAnswer.ts';
import { conversationOf } from './conversation.ts';
import type { Extension } from './extension.ts';
import type { Identified, Identify } from './identify.ts';
import { invokeRefusal, invokeResponse, searchFault, searchResponse } from './invokeResponse.ts';
import { toActivity } from './outgoing.ts';
import type { PersistAnswer } from './persistAnswer.ts';
import { createPresses, type Presses } from './presses.ts';
import { createRepeats } from './repeats.ts';
import type { Aside } from './sending/aside.ts';
import type { SubmitFallback } from './submitFallback.ts';
import { typedText } from './typedText.ts';
import type { Welcoming } from './welcoming.ts';

export interface BotDeps {
  actions: ActionDeps;
  identify: Identify;
  standing: Pick<StandingWatch, 'again'>;
  conversing: Conversing;
  submitFallback: SubmitFallback;
  commandAnswer: CommandAnswer;
  persistAnswer: PersistAnswer;
  welcoming: Welcoming;
  extension: Extension;
  aside: Pick<Aside, 'guard' | 'persist'>;
  log: Log;
  metrics: Metrics;
}

/** Every activity from Teams comes in here and leaves with an answer. */
export class CosellBot extends ActivityHandler {
  readonly #deps: BotDeps;
  readonly #pressed: Presses;
  readonly #isRepeat = createRepeats();

  constructor(deps: BotDeps) {
    super();
    this.#deps = deps;
    this.#pressed = createPresses(deps.actions, deps.identify, deps.log, deps.metrics);
    this.onMessage((context) => this.#message(context));
    this.onInstallationUpdateAdd((context) => this.#installed(context, true));
    this.onInstallationUpdateRemove((context) => this.#installed(context, false));
    this.onConversationUpdate((context) => this.#conversationUpdate(context));
  }

  override async run(context: TurnContext): Promise<void> {
    this.#deps.aside.guard(context);
    await super.run(context);
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    if (context.activity.name === 'application/search') return this.#search(context);
    const extended = await this.#deps.extension.answer(context);
    if (extended) return extended;
    // The base class would answer 501, which shows as "Something went wrong" in Teams.
    if (context.activity.name !== 'adaptiveCard/action')
      return invokeRefusal('NotSupported', 'no such invoke');
    const sent = readPress(context.activity.value);
    if (!sent) return invokeResponse({ text: say(languageOf(context.activity.locale), 'notice.oldButton') });
    return invokeResponse(await this.#press(context, sent.verb, sent.data));
  }

  /** What is typed into a field that suggests while one types. Never throws: the client shows nothing then. */
  async #search(context: TurnContext): Promise<InvokeResponse> {
    const { metrics, log } = this.#deps;
    const asked = readSearch(sentFields(context.activity.value));
    if (!asked) return invokeRefusal('BadRequest', 'no such search');
    const stop = metrics.searchSeconds.startTimer({ dataset: asked.dataset });
    try {
      const identified = await this.#deps.identify(context);
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
    const sent = readPress(context.activity.value);
    if (sent) {
      const { turn, answer } = await this.#pressed(context, sent);
      if (turn && isMoved(turn)) await this.#deps.commandAnswer.answer(turn, answer, { private: true });
      else await this.#deps.submitFallback.answer(context, turn, answer);
      return;
    }
    const command = readCommand(typedText(context));
    const press = command && commands[command.name].press;
    await this.#guarded(context, 'message', async () => {
      // A colon says that something is told about what stands before it.
      const yielding = command && commands[command.name].yields && /^[^:：]+$/u.test(command.text);
      if (command && press && !yielding) return this.#typed(context, command, press);
      const identified = await this.#deps.identify(context);
      countFromHere();
      if (command && press && !(await asksForCustomer(this.#deps.actions, identified))) {
        return this.#typed(context, command, press);
      }
      const read = press ? undefined : command;
      if (identified.kind === 'known') await this.#deps.conversing.answer(identified.turn, read);
      else await context.sendActivity(refusalOf(identified, context));
      this.#deps.actions.wake();
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
    const { turn, answer } = await this.#pressed(context, { verb: press.verb, data, alone, typed: true });
    if (turn) await this.#deps.commandAnswer.answer(turn, answer, { private: alone });
    else await context.sendActivity(toActivity('card' in answer ? { card: answer.card } : answer));
    // Whoever begins a deal calls off that, and not what was asked before.
    if (turn && press.verb === 'deal.start') await this.#deps.conversing.leave(turn);
    this.#deps.actions.wake();
  }

  async #press(context: TurnContext, verb: string, data: Record<string, unknown>): Promise<Answer> {
    const { turn, answer } = await this.#pressed(context, { verb, data });
    if (turn?.aside) {
      this.#deps.aside.persist(turn, answer);
      return 'card' in answer ? { ...answer, card: asideCard(answer.card) } : answer;
    }
    if (turn && isMoved(turn)) return this.#deps.commandAnswer.move(turn, answer);
    if (turn) this.#deps.persistAnswer(turn, verb, answer);
    return answer;
  }

  async #installed(context: TurnContext, installed: boolean): Promise<void> {
    await this.#guarded(context, 'installation', async () => {
      const identified = await this.#deps.identify(context, { installed });
      // Two events announce an installation. What is stored tells them apart; of an unknown tenant nothing is.
      const first =
        identified.kind !== 'unknown-tenant' || context.activity.type === ActivityTypes.InstallationUpdate;
      if (installed && first) await this.#deps.welcoming.welcome(identified, context);
      // Now, and not when it was remembered: the welcome comes before the cards.
      this.#deps.actions.wake();
    });
  }

  async #conversationUpdate(context: TurnContext): Promise<void> {
    const { membersAdded, membersRemoved, recipient } = context.activity;
    const botAdded = membersAdded?.some(({ id }) => id === recipient?.id);
    const botRemoved = membersRemoved?.some(({ id }) => id === recipient?.id);
    if (botAdded || botRemoved) await this.#installed(context, Boolean(botAdded));
    // Whoever came or went may have become a guest, or left the company.
    const { tenantId } = conversationOf(context);
    for (const { aadObjectId } of [...(membersAdded ?? []), ...(membersRemoved ?? [])]) {
      if (tenantId && aadObjectId) this.#deps.standing.again(tenantId, aadObjectId.toLowerCase());
    }
  }

  async #guarded(context: TurnContext, event: string, work: () => Promise<void>): Promise<void> {
    try {
      await noticingChanges(work);
    } catch (error) {
      const apology = apologize(this.#deps.log, context, event, error);
      if (event === 'message') await context.sendActivity(apology);
    }
  }
}

/** Whether somebody is asked for the customer of a new deal in this chat. */
async function asksForCustomer({ store }: ActionDeps, identified: Identified): Promise<boolean> {
  if (identified.kind !== 'known' || identified.turn.conversation.kind !== 'personal') return false;
  const { organization, person } = identified.turn;
  const open = await readDraft({ store }, { organization: organization.id, personId: person.personId });
  return open?.draft.step === 'customer' && !open.cancelled;
}
