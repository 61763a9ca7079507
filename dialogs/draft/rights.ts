import { namesOfAdmins } from '#app/organization/admins.ts';
import { isOutsider } from '#app/organization/member.ts';
import { formatList } from '#cards/format.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import { type DraftContext, type DraftingDeps, draftContextOf, type NoDraftContext } from './draftContext.ts';

const whyNotTexts = {
  'not-a-member': 'create.not-a-member',
  'no-location': 'create.no-location',
} satisfies Record<string, TextKey>;

/** The context of somebody who may create deals, or the polite answer: why not, and whom to ask (CR-3, CR-4). */
export async function draftContextOrWhyNot(
  deps: DraftingDeps,
  turn: Turn,
): Promise<{ context: DraftContext } | { answer: Answer }> {
  const context = await draftContextOf(deps, turn);
  return typeof context === 'string' ? { answer: { text: await whyNot(deps, turn, context) } } : { context };
}

async function whyNot(deps: DraftingDeps, turn: Turn, reason: NoDraftContext): Promise<string> {
  const { reader, organization, person } = turn;
  // Nothing about colleagues leaves the organization.
  if (isOutsider(organization, person)) return say(reader.language, 'notice.guest');
  const names = await namesOfAdmins(deps, organization);
  const who = names.length > 0 ? formatList(names, reader) : say(reader.language, 'notice.noRights.admins');
  return say(reader.language, whyNotTexts[reason], { who });
}
