import { ActivityHandler, ActivityTypes, type InvokeResponse, type TurnContext } from 'botbuilder';
import { commands, readCommand } from '#bot/commands/commands.ts';
import type { ActionDeps } from '#bot/dispatch/verbs.ts';
import { readSearch, suggest } from '#bot/suggest/suggest.ts';
import type { Hear } from '#bot/talk/hearing.ts';
import type { Spoken } from '#bot/talk/spoken.ts';
import type { Log } from '#bot/telemetry/log.ts';
import type { Metrics } from '#bot/telemetry/metrics.ts';
import type { Tracing } from '#bot/telemetry/tracing.ts';
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
import type { Identify } from './identify.ts';
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
  hear: Hear;
  submitFallback: SubmitFallback;
  commandAnswer: CommandAnswer;
  persistAnswer: PersistAnswer;
  welcoming: Welcoming;
  extension: Extension;
  aside: Pick<Aside, 'guard' | 'persist'>;
  log: Log;
  metrics: Metrics;
  tracing: Tracing;
}

/** Every activity from Teams comes in here and leaves with an answer. */
export class CosellBot extends ActivityHandler {
  readonly #deps: BotDeps;
  readonly #pressed: Presses;
  readonly #isRepeat = createRepeats();

  constructor(deps: BotDeps) {
    super();
    this.#deps = deps;
    this.#pressed = createPresses(deps.actions, deps.identify, deps.log, deps.metrics, deps.tracing);
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
    await this.#guarded(context, 'message', () => this.#typed(context));
  }

  /** What is typed is the press that it stands for, or answered at once. */
  async #typed(context: TurnContext): Promise<void> {
    const command = readCommand(typedText(context));
    const identified = await this.#deps.identify(context);
    countFromHere();
    if (identified.kind === 'known') {
      const spoken = await this.#deps.hear(identified.turn, command);
      if (spoken) await this.#spoken(context, spoken);
    } else {
      const press = command && commands[command.name].press;
      const pressed = press && (await this.#pressed(context, { verb: press.verb, data: {}, typed: true }));
      await context.sendActivity(pressed ? toActivity(pressed.answer) : refusalOf(identified, context));
    }
    this.#deps.actions.wake();
  }

  async #spoken(context: TurnContext, { alone, turn: heard, ...spoken }: Spoken): Promise<void> {
    const { turn, answer } = await this.#pressed(context, { ...spoken, turn: heard, alone, typed: true });
    await this.#deps.commandAnswer.answer(turn ?? heard, answer, { private: alone });
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
      await this.#deps.tracing.span({ name: event, kind: 'server' }, () => noticingChanges(work));
    } catch (error) {
      const apology = apologize(this.#deps.log, context, event, error);
      if (event === 'message') await context.sendActivity(apology);
    }
  }
}
