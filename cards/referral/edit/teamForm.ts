import { z } from 'zod';
import { type CardJson, expand } from '#cards/expand.ts';
import { readInputs } from '#cards/form/inputs.ts';
import { markOf } from '#cards/form/mark.ts';
import { problemText } from '#cards/form/problems.ts';
import { optional, optionalText } from '#cards/optional.ts';
import { clip, clipBytes, literal } from '#cards/outside.ts';
import { isPhone } from '#cards/people/phone.ts';
import { isEmail, MOST_PEOPLE } from '#cards/people/team.ts';
import { pressAction } from '#cards/pressAction.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import { cancelButton, choices, commonData, commonFields, typedIn } from '#cards/referral/view/formData.ts';
import type { ReferralCardView, TeamForm } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import { partners } from '#domain/engagement/engagement.ts';
import type { Contact, Referral } from '#domain/referral/referral.ts';
import { contactKey } from '#domain/referral/team.ts';
import template from './teamForm.template.json' with { type: 'json' };

const inputs = ['remove', 'personName', 'personEmail', 'personPhone'] as const;
const MOST_NAME = 250;
const MOST_OTHERS = 30;

const teamData = z.object({
  ...commonFields,
  values: z.record(z.enum(inputs), z.string()),
  problems: z.record(z.enum(inputs), optionalText),
  people: choices,
  hasPeople: z.boolean(),
  confirm: optionalText,
  others: z.array(z.object({ title: z.string(), lines: z.string() })),
});

/** The form of the team: who is taken off it, and one who joins (CR-22). */
export function teamForm(view: ReferralCardView): CardJson {
  const { referral, language } = view;
  const form = view.form?.kind === 'team' ? view.form : undefined;
  const { press, cancel, ...common } = commonData(view, form, form?.confirm ? { confirmed: true } : {});
  const data = teamData.parse({
    ...common,
    values: Object.fromEntries(inputs.map((field) => [field, typedIn(form, field)])),
    problems: Object.fromEntries(
      inputs.map((field) => {
        const problem = form?.problems[field];
        return [field, optional(problem && problemText(problem, view))];
      }),
    ),
    people: referral.team.map((contact) => ({ title: titleOf(contact), value: choiceOf(contact) })),
    hasPeople: referral.team.length > 0,
    others: othersIn(view),
    confirm: optional(form?.confirm ? say(language, 'deal.team.confirm') : ''),
    words: {
      remove: say(language, 'deal.team.remove'),
      add: say(language, 'deal.team.add'),
      personName: say(language, 'deal.team.name'),
      personEmail: say(language, 'deal.team.email'),
      personPhone: say(language, 'deal.team.phone'),
    },
    actions: [
      pressAction({
        verb: 'deal.team',
        title: say(language, form?.confirm ? 'deal.team.confirmed' : 'deal.team.submit'),
        style: 'positive',
        data: press,
      }),
      cancelButton(view, cancel),
    ],
  });
  return expand(template, data);
}

/**
 * The people of the other parties (CR-30): whoever works on the deal may write to them, and takes nobody of them off. As
 * many as a card has room for.
 */
function othersIn(view: ReferralCardView): { title: string; lines: string }[] {
  const { language, referral } = view;
  let left = MOST_OTHERS;
  return partners(referral).flatMap(({ name, view: told }) => {
    const team = told?.team ?? [];
    const shown = team.slice(0, left).map((one) => clipBytes(titleOf(one), 150));
    if (shown.length === 0) return [];
    left -= shown.length;
    const more = team.length - shown.length;
    if (more > 0) shown.push(say(language, 'referral.card.andMore', { count: more }));
    const title = say(language, 'invite.teamOf', { partner: clipBytes(literal(name).trim(), 80) });
    return [{ title, lines: shown.join('\n') }];
  });
}

/** What the form of the team says. */
export type ParsedTeam =
  | { ok: true; add: Contact[]; remove: string[]; confirmed: boolean; typed: TeamForm['typed'] }
  | { ok: false; problems: TeamForm['problems']; typed: TeamForm['typed'] };

/** Reads the form: name, e-mail and phone of the one who joins are all required (CR-22). Never throws. */
export function parseTeam(sent: unknown, referral: Pick<Referral, 'team'>): ParsedTeam {
  const { typed, problems: unread, data } = readInputs(sent, inputs);
  const problems: Record<string, FieldProblem> = { ...unread };
  const marks = (typed.remove ?? '').split(',').filter(Boolean);
  const remove = referral.team.filter((one) => marks.includes(choiceOf(one))).map(contactKey);
  const [name = '', email = '', phone = ''] = [
    typed.personName?.replace(/\s+/g, ' '),
    typed.personEmail?.normalize('NFKC'),
    typed.personPhone?.normalize('NFKC'),
  ];
  const add: Contact[] = [];
  if (name || email || phone) {
    if (!name) problems.personName ??= { code: 'person-name-missing' };
    else if (name.length > MOST_NAME)
      problems.personName = { code: 'name-too-long', values: { length: name.length, max: MOST_NAME } };
    if (!email) problems.personEmail ??= { code: 'person-email-missing' };
    else if (!isEmail(email)) problems.personEmail = { code: 'email-invalid' };
    if (!phone) problems.personPhone ??= { code: 'person-phone-missing' };
    else if (!isPhone(phone)) problems.personPhone = { code: 'phone-invalid' };
    if (referral.team.length - remove.length >= MOST_PEOPLE)
      problems.personName = { code: 'team-too-many', values: { max: MOST_PEOPLE } };
    add.push({ name, email, phone });
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems, typed };
  return { ok: true, add, remove, confirmed: data.confirmed === true, typed };
}

function titleOf({ name, email, phone }: Contact): string {
  return clip(literal([name, email, phone].filter(Boolean).join(' · ')), 200);
}

/** A mark, because what several choices post is divided by commas, and names may hold some. */
function choiceOf(contact: Contact): string {
  return markOf(contactKey(contact));
}
