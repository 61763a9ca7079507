import { namesOfAdmins } from '#app/organization/admins.ts';
import type { Colleague } from '#app/organization/colleague.find.ts';
import { locationsOf } from '#app/organization/locations.ts';
import type { Obstacle } from '#app/request/deal.grant.ts';
import { formatList } from '#cards/format.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import type { HandoverForm } from '#cards/referral/view/view.ts';
import { type Language, say } from '#cards/say.ts';
import { asking } from '#dialogs/talk/asking.ts';
import type { CardAnswer } from '#dialogs/turn/answer.ts';
import { customerInLine } from '#dialogs/turn/cardOrLine.ts';
import type { CardDeps } from '#dialogs/turn/dealCardAnswer.ts';
import { decidersIn } from '#dialogs/turn/decisionAnswer.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Referral } from '#domain/referral/referral.ts';

/** What is said to the one who handed a deal over; plainly where the colleague gets no card. */
export function handedLine(language: Language, { name, installed }: Colleague): string {
  return say(language, installed ? 'deal.handover.done' : 'deal.handover.doneNoBot', { name });
}

/** Why a colleague can't take a deal, and who can change that. */
export async function obstacleProblem(
  deps: CardDeps,
  turn: Turn,
  referral: Referral,
  { name }: Colleague,
  obstacle: Obstacle,
): Promise<FieldProblem> {
  if (obstacle === 'no-address') return { code: 'colleague-no-address', values: { name } };
  if (obstacle === 'no-member') {
    const who = await decidersIn(deps, turn, { ...referral, team: [] });
    return { code: 'colleague-no-member', values: { name, who } };
  }
  // Admins of named locations may change nobody who works elsewhere too.
  const admins = await namesOfAdmins(deps, turn.organization);
  const who =
    admins.length > 0 ? formatList(admins, turn.reader) : say(turn.reader.language, 'notice.noRights.admins');
  const locations = await locationsOf(deps, turn.organization);
  const known = locations.find(({ mpnId }) => mpnId === referral.location)?.name;
  const location = known ?? referral.location ?? '–';
  return { code: 'colleague-elsewhere', values: { name, location, who } };
}

/** What the next message can say while it is asked to whom a deal shall go. */
export function whomAsking(referral: Referral) {
  const data = { referral: referral.id, form: 0 };
  return { kind: 'person', verb: 'deal.handover', data, words: { field: 'person', data } } as const;
}

/** Which of several colleagues is meant. */
export function askWhich(turn: Turn, referral: Referral, people: HandoverForm['people']): CardAnswer {
  const title = say(turn.reader.language, 'talk.handover.which', { customer: customerInLine(referral) });
  const choices = people.map(({ id, name, email }) => ({
    title: name,
    lines: email ? [email] : [],
    words: email ? [email] : [],
    data: { chosen: id },
  }));
  return asking(turn, { ...whomAsking(referral), title, choices, about: referral.id });
}
