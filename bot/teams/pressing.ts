import type { TurnContext } from 'botbuilder';
import { holdCopy } from '#app/delivery/notice.hold.ts';
import { adoptCard } from '#app/delivery/notices.sync.ts';
import { whyTold } from '#app/notice/recipients.ts';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import { dispatch } from '#bot/dispatch/dispatch.ts';
import { type ActionDeps, verbRow } from '#bot/dispatch/verbs.ts';
import type { Log } from '#bot/telemetry/log.ts';
import type { Metrics } from '#bot/telemetry/metrics.ts';
import { helpCard } from '#cards/general/help/help.card.ts';
import { say } from '#cards/say.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { listPositionIn } from '#dialogs/turn/listPosition.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import { inPersonalChat } from '#dialogs/turn/turn.ts';
import { UnavailableError } from '#ports/errors.ts';
import { apologize, refusalOf, strangersLanguage } from './apology.ts';
import { countFromHere, noticingChanges } from './changes.ts';
import { commandIdOf, withForm } from './formPress.ts';
import type { Identified, Identify } from './identify.ts';

/** A press of a button, however it came: by Execute, as a message, or as a typed command. */
export interface Pressed {
  verb: string;
  /** The button's data and the inputs, unchecked. */
  data: Record<string, unknown>;
  /** Answered as if it had happened in the person's own chat. */
  alone?: boolean;
}

/** Carries out a press. Always ends in an answer; what went wrong is answered in words. */
export type Pressing = (
  context: TurnContext,
  pressed: Pressed,
) => Promise<{ turn: Turn | undefined; answer: Answer }>;

export function createPressing(deps: ActionDeps, identify: Identify, log: Log, metrics: Metrics): Pressing {
  const press: Pressing = async (context, { verb, data, alone }) => {
    const row = verbRow(verb);
    const event = row ? verb : 'unknown';
    const stop = metrics.pressSeconds.startTimer({ verb: event });
    let turn: Turn | undefined;
    try {
      const identified = await identify(context);
      countFromHere();
      if (identified.kind !== 'known') return { turn, answer: strangersAnswer(identified, context, verb) };
      turn = alone || row?.answers === 'personal' ? inPersonalChat(identified.turn) : identified.turn;
      if (turn.audience === 'personal' && row?.card) turn = { ...turn, from: listPositionIn(data) };
      if (!row) return { turn, answer: { text: say(turn.reader.language, 'notice.oldButton') } };
      const commandId = commandIdOf(turn, verb, data);
      const answer = withForm(await dispatch(deps, row, { turn, data, commandId }));
      // A message that shows a list now and then is no copy of the one deal.
      const open = 'card' in answer && answer.open === true;
      if (row.card && !turn.from && !open) adopt(deps, log, turn, data);
      if (row.card) await hold(deps, log, turn, data, open);
      metrics.presses.inc({ verb: event, outcome: 'answered' });
      log.info({ event, organizationId: turn.organization.id, personId: turn.person.personId });
      return { turn, answer };
    } catch (error) {
      const outcome = error instanceof UnavailableError ? 'unavailable' : 'bug';
      metrics.presses.inc({ verb: event, outcome });
      return { turn, answer: { text: apologize(log, context, event, error, turn?.organization) } };
    } finally {
      stop();
    }
  };
  return (context, pressed) => noticingChanges(() => press(context, pressed));
}

/** Help is for everybody whose organization is served; anything else needs somebody who is known. */
function strangersAnswer(
  identified: Exclude<Identified, { kind: 'known' }>,
  context: TurnContext,
  verb: string,
): Answer {
  if (verb !== 'help.show' || identified.kind !== 'nobody') return { text: refusalOf(identified, context) };
  const language = strangersLanguage(identified, context.activity.locale);
  return { card: helpCard({ language, audience: 'channel' }) };
}

/** The copy that was pressed is kept true from now on, even if its first send was never confirmed. */
function adopt(deps: ActionDeps, log: Log, turn: Turn, data: Record<string, unknown>): void {
  const activityId = turn.replyToId;
  const referralId = data.referral;
  if (!activityId || typeof referralId !== 'string' || !turn.contactId || data.from === 'reminder') return;
  // A message of news, or the list of what is muted, is no copy of a deal's card.
  if (data.on !== undefined) return;
  const input = { organization: turn.organization.id, referralId, contactId: turn.contactId, activityId };
  whyOwn(deps, turn, referralId)
    .then((why) => adoptCard(deps, { ...input, why }))
    .then(
      () => deps.wake(),
      (error: unknown) => log.warn({ event: 'notice.adopt', err: error }),
    );
}

/** The copy that was pressed is left alone while the form on it is open. Before the answer: news may come any moment. */
async function hold(
  deps: ActionDeps,
  log: Log,
  turn: Turn,
  data: Record<string, unknown>,
  open: boolean,
): Promise<void> {
  const activityId = turn.replyToId;
  const referralId = data.referral;
  if (!activityId || typeof referralId !== 'string' || !turn.contactId) return;
  if (turn.audience !== 'personal') return;
  const { contactId } = turn;
  try {
    await holdCopy(deps, { organization: turn.organization.id, referralId, contactId, activityId, open });
    if (!open) deps.wake();
  } catch (error) {
    // What was pressed is done all the same.
    log.warn({ event: 'notice.hold', err: error });
  }
}

/** Why a person in their own chat may see a deal: then a card of which nobody was told is kept true as well. */
async function whyOwn(deps: ActionDeps, { audience, organization, person }: Turn, referralId: string) {
  if (audience !== 'personal') return undefined;
  const record = await readReferralRecord(deps, { organization: organization.id, referralId });
  return record && whyTold(deps, organization, record.referral, person);
}
