import { isInvitationHeard } from '#app/notice/invitationHeard.ts';
import { type DealDraft, wantsMicrosoft } from '#domain/draft/draft.ts';
import { MICROSOFT } from '#domain/referral/party.ts';
import type { DraftContext, DraftingDeps } from './draftContext.ts';

/**
 * The parties of this deployment that a draft invites although nobody there would hear of it now (CR-30): its creator is
 * told before it is created.
 */
export async function unheardIn(
  deps: DraftingDeps,
  { turn }: DraftContext,
  draft: DealDraft,
): Promise<string[]> {
  if (draft.step !== 'review') return [];
  const { customer, invitations = [] } = draft;
  const microsoft = wantsMicrosoft(draft) && turn.organization.id !== MICROSOFT;
  const asked = [
    ...(microsoft ? [{ organization: MICROSOFT, name: 'Microsoft', contacts: [] }] : []),
    ...invitations,
  ];
  const heard = await Promise.all(
    asked.map(({ organization, contacts }) => isInvitationHeard(deps, organization, { customer, contacts })),
  );
  return asked.filter((_, at) => !heard[at]).map(({ name }) => name);
}
