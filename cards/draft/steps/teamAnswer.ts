import {
  type DraftFormContext,
  type DraftProblems,
  draftFields,
  type ParsedDraft,
} from '#cards/draft/view.ts';
import { readInputs } from '#cards/form/inputs.ts';
import { isPhone } from '#cards/people/phone.ts';
import { isEmail, joinTeams, MOST_PEOPLE, readTeam } from '#cards/people/team.ts';
import type { Contact } from '#domain/referral/referral.ts';
import { keyOf } from './contactPart.ts';
import { isMe, ME, offeredPeople } from './teamStep.ts';

/** Reads the team (CR-22): at least one person, each with name, phone and e-mail. */
export function readTeamStep(sent: unknown, context: DraftFormContext): ParsedDraft {
  const { typed, problems: unreadable } = readInputs(sent, draftFields.team);
  const problems: DraftProblems = unreadable;
  const offered = offeredPeople(context);
  const keys = [...new Set((typed.team ?? '').split(',').filter((key) => key !== ''))];
  const ticked = keys.flatMap((key) => offered.filter((one) => keyOf(one) === key));
  if (keys.some((key) => key !== ME && !offered.some((one) => keyOf(one) === key))) {
    problems.team = { code: 'choose-again' };
  }
  const me = keys.includes(ME) ? ownContact(typed, context, problems) : undefined;
  const lines = readTeam(typed.people ?? '', offered);
  if (!lines.ok) problems.people ??= lines.problem;
  const team = joinTeams([...(me ? [me] : []), ...ticked], lines.ok ? lines.team : []);
  if (team.length > MOST_PEOPLE) problems.team ??= { code: 'team-too-many', values: { max: MOST_PEOPLE } };
  // Whoever could not be read is not missing.
  if (team.length === 0 && Object.keys(problems).length === 0) problems.team = { code: 'team-missing' };
  const ownPhone = me?.phone && me.phone !== context.me.phone ? me.phone : undefined;
  const picked = ownPhone ? { ownPhone } : {};
  if (Object.keys(problems).length === 0) return { ok: true, changes: { team }, picked, typed };
  return { ok: false, problems, typed, changes: {}, picked };
}

/** Oneself, with the phone and the e-mail that were asked because the bot did not know them. */
function ownContact(
  typed: Partial<Record<'ownEmail' | 'ownPhone', string>>,
  { me, draft }: DraftFormContext,
  problems: DraftProblems,
): Contact | undefined {
  const earlier = draft.team?.find((one) => isMe(one, me));
  const email = me.email && isEmail(me.email) ? me.email : (typed.ownEmail ?? earlier?.email ?? '');
  const phone = me.phone && isPhone(me.phone) ? me.phone : (typed.ownPhone ?? earlier?.phone ?? '');
  if (!email) problems.ownEmail ??= { code: 'own-email-missing' };
  else if (!isEmail(email)) problems.ownEmail ??= { code: 'email-invalid' };
  if (!phone) problems.ownPhone ??= { code: 'own-phone-missing' };
  else if (!isPhone(phone)) problems.ownPhone ??= { code: 'phone-invalid' };
  if (problems.ownEmail || problems.ownPhone) return undefined;
  const title = earlier?.title;
  return { name: me.name, email, phone, ...(title && { title }) };
}
