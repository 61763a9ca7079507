import { z } from 'zod';
import { actorName } from '#app/contact/people.ts';
import type { DecideOutcome } from '#app/referral/decideRecord.ts';
import { formatInstant } from '#cards/format.ts';
import { say } from '#cards/say.ts';
import { enteringCard } from '#cards/sync/entering/entering.card.ts';
import type { EnteringView } from '#cards/sync/entering/view.ts';
import type { DealDeps } from '#dialogs/turn/action.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { cardForPresser } from '#dialogs/turn/dealCardAnswer.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';
import { partnerCenterUrl } from '#dialogs/turn/links.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Referral } from '#domain/referral/referral.ts';

/** The revision that a card showed, as its button carries it. */
export const revisionOf = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

type Shown = Pick<EnteringView, 'formVersion' | 'resultLine' | 'nothingChosen'>;

/** What has to be entered by hand or settled, in place of the deal's card; the deal comes back by itself. */
export function enteringAnswer(deps: DealDeps, turn: Turn, referral: Referral, shown: Shown): Answer {
  const { reader, from, organization } = turn;
  const card = enteringCard({
    ...reader,
    ...shown,
    referral,
    stageNames: organization.stageNames,
    connection: deps.links.connection(referral.organization),
    partnerCenterUrl: partnerCenterUrl(deps.links, referral),
    place: from && { ...from },
  });
  return { card, open: true };
}

/** What came of a press about what differs: the deal as it is now, and who was faster where somebody was. */
export async function answerSync(
  deps: DealDeps,
  turn: Turn,
  outcome: DecideOutcome,
  resultLine: string,
): Promise<Answer> {
  if (outcome.kind !== 'refused' || outcome.rejection !== 'sync-nothing') {
    return answerDecision(deps, turn, outcome, resultLine);
  }
  const { referral } = outcome;
  const faster = await whoWasFaster(deps, turn, referral);
  const extras = faster ? { resultLine: faster } : { rejection: 'sync-nothing' as const };
  return { card: await cardForPresser(deps, turn, referral, extras) };
}

/** The one of our people who dealt last with what differed, as far as the deal still knows. */
async function whoWasFaster(
  deps: DealDeps,
  { reader }: Turn,
  { recent = [], organization }: Referral,
): Promise<string | undefined> {
  const last = recent.findLast(({ what, by }) => what.startsWith('sync.') && by.kind === 'person');
  const name = last && (await actorName(deps, organization, last.by));
  return name && say(reader.language, 'sync.byWhom', { name, when: formatInstant(last.at, reader) });
}
