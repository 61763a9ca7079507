import type { CardJson } from '#cards/expand.ts';
import { choiceField, choiceTitle, heading, textField, toggleField } from '#cards/form/field.ts';
import { say } from '#cards/say.ts';
import { helpKinds } from '#domain/referral/referral.ts';
import { type InviteFieldsView, idOf, optional, problemAt, textIn, words } from './view.ts';

/** The kind of help that is wanted (CR-25, CR-30). */
export function helpPart(view: InviteFieldsView, required: boolean): CardJson {
  const { language } = view.reader;
  return choiceField({
    id: idOf(view, 'assistance'),
    label: required ? words(view, 'draft.selling.label', true) : optional(view, 'invite.help'),
    value: textIn(view, 'assistance', '', 100),
    style: required ? 'expanded' : 'compact',
    choices: helpKinds.map((help) => ({
      title: choiceTitle(say(language, `referral.help.${help}`)),
      value: help,
    })),
    ...problemAt(view, 'assistance'),
  });
}

/** The customer’s contact, whom Microsoft needs (CR-19). */
export function contactPart(view: InviteFieldsView): CardJson[] {
  const [first] = view.facts.contacts;
  const input = (
    field: 'contactName' | 'contactEmail' | 'contactPhone',
    key: 'draft.contact.name' | 'draft.contact.email' | 'draft.contact.phone',
    start: string | undefined,
    style: 'text' | 'email' | 'tel',
  ) =>
    textField({
      id: idOf(view, field),
      label: words(view, key, true),
      value: textIn(view, field, start?.trim()),
      max: 250,
      style,
      ...problemAt(view, field),
    });
  return [
    heading(words(view, 'draft.contact.needed')),
    input('contactName', 'draft.contact.name', first?.name, 'text'),
    input('contactEmail', 'draft.contact.email', first?.email, 'email'),
    input('contactPhone', 'draft.contact.phone', first?.phone, 'tel'),
  ];
}

/** That the customer agreed to share contact data (CR-20). */
export function consentPart(view: InviteFieldsView): CardJson {
  return toggleField({
    id: idOf(view, 'consent'),
    label: words(view, 'invite.consent.label', true),
    title: words(view, 'invite.consent'),
    value: view.typed.consent === 'true',
    ...problemAt(view, 'consent'),
  });
}
