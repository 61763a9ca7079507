import type { TurnContext } from 'botbuilder';
import { readOnce } from '#app/store/readOnce.ts';
import { dispatch } from '#bot/dispatch/dispatch.ts';
import { type ActionDeps, isVerb, verbRow } from '#bot/dispatch/verbs.ts';
import type { Log } from '#bot/telemetry/log.ts';
import type { Metrics } from '#bot/telemetry/metrics.ts';
import type { Tracing } from '#bot/telemetry/tracing.ts';
import { ON_LINE } from '#cards/deal/answer/answer.card.ts';
import { helpCard } from '#cards/general/help/help.card.ts';
import { glanceCard, ON_GLANCE } from '#cards/referral/glance/glance.card.ts';
import { say } from '#cards/say.ts';
import type { SaidDeal } from '#dialogs/reading/said/said.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { listPositionIn } from '#dialogs/turn/listPosition.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import { inPersonalChat, isMoved } from '#dialogs/turn/turn.ts';
import { UnavailableError } from '#ports/errors.ts';
import { apologize, refusalOf, strangersLanguage } from './apology.ts';
import { countFromHere, noticingChanges, somethingWritten } from './changes.ts';
import { commandIdOf, withForm } from './formPress.ts';
import type { Identified, Identify } from './identify.ts';
import { afterAnswer, beforeAnswer } from './pressedCard.ts';

/** A press of a button, however it came: by Execute, as a message, or as a typed command. */
export interface Pressed {
  verb: string;
  /** The button's data and the inputs, unchecked. */
  data: Record<string, unknown>;
  /** A command that was typed. */
  typed?: boolean;
  /** Answered as if it had happened in the person's own chat. */
  alone?: boolean;
  /** The deal that a sentence is about. */
  said?: { deal: SaidDeal } | undefined;
  /** Who typed it and where, with what was asked there before; of a press that is found out here. */
  turn?: Turn | undefined;
}

/** Carries out a press. Always ends in an answer; what went wrong is answered in words. */
export type Presses = (
  context: TurnContext,
  pressed: Pressed,
) => Promise<{ turn: Turn | undefined; answer: Answer }>;

export function createPresses(
  deps: ActionDeps,
  identify: Identify,
  log: Log,
  metrics: Metrics,
  tracing: Tracing,
): Presses {
  const press: Presses = async (context, { verb, data, typed = false, alone, said, turn: typedTurn }) => {
    const row = verbRow(verb);
    const event = row ? verb : 'unknown';
    const stop = metrics.pressSeconds.startTimer({ verb: event });
    let turn: Turn | undefined;
    try {
      const own = { ...deps, store: readOnce(deps.store) };
      const at = deps.clock.now().toISOString();
      const elsewhere = data.on === ON_GLANCE;
      const identified = typedTurn
        ? { kind: 'known' as const, turn: typedTurn }
        : await identify(context, { store: own.store, elsewhere });
      // Whoever is met for the first time may have cards to get.
      if (somethingWritten()) deps.wake();
      countFromHere();
      if (identified.kind !== 'known') return { turn, answer: strangersAnswer(identified, context, verb) };
      turn = alone || row?.answers === 'personal' ? inPersonalChat(identified.turn) : identified.turn;
      turn = { ...turn, inLine: typed || (isMoved(turn) && !turn.aside) || data.on === ON_LINE };
      if (turn.audience === 'personal' && row?.card) turn = { ...turn, from: listPositionIn(data) };
      if (!row || !isVerb(verb))
        return { turn, answer: { text: say(turn.reader.language, 'notice.oldButton') } };
      const commandId = commandIdOf(turn, verb, data);
      const answer = withForm(await dispatch(own, row, { verb, turn, data, commandId }, said));
      const answered = { turn, row, data, answer, at };
      await beforeAnswer(own, log, answered);
      afterAnswer(deps, log, answered);
      metrics.presses.inc({ verb: event, outcome: 'answered' });
      tracing.note({ organization: turn.organization.id, outcome: 'answered' });
      log.info({ event, organizationId: turn.organization.id, personId: turn.person.personId });
      return { turn, answer };
    } catch (error) {
      const outcome = error instanceof UnavailableError ? 'unavailable' : 'bug';
      metrics.presses.inc({ verb: event, outcome });
      tracing.note({ outcome });
      return { turn, answer: { text: apologize(log, context, event, error, turn?.organization) } };
    } finally {
      stop();
    }
  };
  return (context, pressed) => {
    const name = `press ${isVerb(pressed.verb) ? pressed.verb : 'unknown'}`;
    return tracing.span({ name, kind: 'server' }, () => noticingChanges(() => press(context, pressed)));
  };
}

/**
 * Help is for everybody whose organization is served; anything else needs somebody who is known. A card in a chat asks by
 * itself whenever it is seen, so it is told on the card.
 */
function strangersAnswer(
  identified: Exclude<Identified, { kind: 'known' }>,
  context: TurnContext,
  verb: string,
): Answer {
  const sentence = refusalOf(identified, context);
  const language = strangersLanguage(identified, context.activity.locale);
  if (verb === 'deal.glance') return { card: glanceCard({ kind: 'hidden', language, sentence }) };
  if (verb !== 'help.show' || identified.kind !== 'nobody') return { text: sentence };
  return { card: helpCard({ language, audience: 'channel' }) };
}
