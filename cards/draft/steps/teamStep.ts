import {
  draftInputId,
  draftProblemAt,
  type FormBody,
  hintOf,
  inputText,
  requiredLabel,
} from '#cards/draft/parts.ts';
import type { DraftCardView, DraftFormContext } from '#cards/draft/view.ts';
import { choiceField, choiceTitle, textField } from '#cards/form/field.ts';
import { clip } from '#cards/outside.ts';
import { isPhone } from '#cards/people/phone.ts';
import { isEmail, MOST_PEOPLE, teamText } from '#cards/people/team.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { Contact } from '#domain/referral/referral.ts';
import { keyOf } from './contactPart.ts';

const ownLabels = {
  ownEmail: 'draft.ownEmail.label',
  ownPhone: 'draft.ownPhone.label',
} satisfies Record<string, TextKey>;
const ownHints = {
  ownEmail: 'draft.ownEmail.hint',
  ownPhone: 'draft.ownPhone.hint',
} satisfies Record<string, TextKey>;

/** Stands for the person who fills the form in. */
export const ME = 'me';
/** Earlier contacts that are offered besides the team (CR-22). */
const MOST_RECENT = 20;

/** Who works on the deal (CR-22): oneself, people of earlier deals, and others written a line each. */
export function teamStep(view: DraftCardView): FormBody {
  const { draft, language, me } = view;
  const people = offeredPeople(view);
  const lacking = (draft.team ?? []).filter((one) => !isReachable(one) && !isMe(one, me));
  const start = draft.team
    ? [...(draft.team.some((one) => isMe(one, me)) ? [ME] : []), ...draft.team.filter(isReachable).map(keyOf)]
    : [ME];
  const chosen = (view.typed?.team?.split(',') ?? start).filter(
    (key) => key === ME || people.some((one) => keyOf(one) === key),
  );
  return {
    intro: say(language, 'draft.team.intro'),
    items: [
      choiceField({
        id: draftInputId(view, 'team'),
        label: requiredLabel(view, 'draft.team.label'),
        hint: hintOf(view, 'draft.team.hint', 'team'),
        value: [...new Set(chosen)].join(','),
        style: 'expanded',
        several: true,
        choices: [
          { title: choiceTitle(say(language, 'draft.team.me', { name: clip(me.name, 80) })), value: ME },
          ...people.map((one) => ({
            title: choiceTitle(
              clip(`${clip(one.name, 60)} · ${one.email ?? ''}`, people.length > 30 ? 60 : 100),
            ),
            value: keyOf(one),
          })),
        ],
        problem: draftProblemAt(view, 'team'),
      }),
      ...(me.email && isEmail(me.email) ? [] : [ownField(view, 'ownEmail')]),
      ...(me.phone && isPhone(me.phone) ? [] : [ownField(view, 'ownPhone')]),
      textField({
        id: draftInputId(view, 'people'),
        label: say(language, 'draft.people.label'),
        hint: hintOf(view, 'draft.people.hint', 'team'),
        value: inputText(view, 'people', teamText(lacking)),
        max: 4000,
        multiline: true,
        problem: draftProblemAt(view, 'people'),
      }),
    ],
    folds: [],
  };
}

function ownField(view: DraftCardView, field: 'ownEmail' | 'ownPhone') {
  const { draft, me } = view;
  const known = draft.team?.find((one) => isMe(one, me));
  return textField({
    id: draftInputId(view, field),
    label: requiredLabel(view, ownLabels[field]),
    hint: hintOf(view, ownHints[field], 'team'),
    value: inputText(view, field, field === 'ownPhone' ? known?.phone : known?.email),
    max: 250,
    style: field === 'ownPhone' ? 'tel' : 'email',
    problem: draftProblemAt(view, field),
  });
}

/** The people who can be ticked: the team as it is, then those of earlier deals, each once, oneself apart. */
export function offeredPeople(view: Pick<DraftFormContext, 'draft' | 'me' | 'recentContacts'>): Contact[] {
  const all = [...(view.draft.team ?? []), ...view.recentContacts.slice(0, MOST_RECENT)];
  const complete = all.filter((one) => isReachable(one) && !isMe(one, view.me));
  const unique = new Map(complete.toReversed().map((one) => [keyOf(one), one] as const));
  return [...unique.values()].reverse().slice(0, MOST_PEOPLE + MOST_RECENT);
}

/** Name, e-mail and telephone, all three (CR-22). */
export function isReachable(one: Contact): boolean {
  return one.name.trim() !== '' && isEmail(one.email ?? '') && isPhone(one.phone ?? '');
}

/** Whether a contact is the person who fills the form in. */
export function isMe(one: Contact, me: DraftFormContext['me']): boolean {
  if (one.email && me.email) return one.email.toLowerCase() === me.email.toLowerCase();
  return !me.email && one.name.trim().toLowerCase() === me.name.trim().toLowerCase();
}
