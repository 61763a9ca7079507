import {
  type DraftFormContext,
  type DraftProblems,
  draftFields,
  type ParsedDraft,
} from '#cards/draft/view.ts';
import { namesIn, readInvitation } from '#cards/engagement/inviteAnswer.ts';
import { readInputs } from '#cards/form/inputs.ts';
import { markOf } from '#cards/form/mark.ts';
import { MOST_INVITED } from '#domain/draft/dealProblems.ts';
import type { DraftInvitation } from '#domain/draft/draft.ts';
import { isAssessment } from '#domain/referral/solutions.ts';
import { draftInviteFacts } from './partnersStep.ts';

/**
 * Reads who is taken out and who is invited (CR-30). A form in which nobody is named invites nobody. The new invitation
 * has no id for its record yet: that is for whoever stores it.
 */
export function parsePartners(sent: unknown, context: DraftFormContext): ParsedDraft {
  const { draft, lookedUp } = context;
  const { typed, data } = readInputs(sent, draftFields.partners);
  const removed = (typed.removed ?? '').split(',').filter(Boolean);
  const kept = (draft.invitations ?? []).filter(
    ({ organization }) => !removed.includes(markOf(organization)),
  );
  const left = kept.length === draft.invitations?.length ? {} : { invitations: kept };
  const names = namesIn(sent);
  const named = [typed.partner, typed.partnerName, typed.value, typed.notes, typed.people].some(Boolean);
  const assessment = draft.solutions?.some(isAssessment);
  if (!named || assessment) return { ok: true, changes: left, picked: {}, typed };
  if (!lookedUp?.invited) return { ok: true, changes: left, picked: { invite: names }, typed };
  const { partner, further, problems: unclear } = lookedUp.invited;
  const read = readInvitation(sent, draftInviteFacts(context), { ...context, further });
  const problems: DraftProblems = { ...(read.problems as DraftProblems), ...unclear };
  if (partner && kept.some(({ organization }) => organization === partner.organization))
    problems.partner = { code: 'partner-already', values: { partner: partner.name } };
  if (kept.length >= MOST_INVITED)
    problems.partner = { code: 'partners-too-many', values: { max: MOST_INVITED } };
  if (!partner || Object.keys(problems).length > 0) {
    const { removed: _, ...rest } = typed;
    return { ok: false, problems, typed: rest, changes: left, picked: {} };
  }
  const { organization, name } = partner;
  const invitation: DraftInvitation = { ...read.invitation, organization, name, referralId: '' };
  const another = data.another === true || data.another === 'true';
  return { ok: true, changes: { invitations: [...kept, invitation] }, picked: { another }, typed };
}
