import { helpTexts } from '#cards/deal/wanted.ts';
import type { CardJson } from '#cards/expand.ts';
import { choiceField, choiceTitle, heading, textField, toggleField } from '#cards/form/field.ts';
import { say } from '#cards/say.ts';
import { helpKinds } from '#domain/referral/referral.ts';
import {
  type InviteFieldsView,
  inviteInputId,
  inviteProblemAt,
  labelOf,
  optionalLabelOf,
  textIn,
} from './view.ts';

/** The kind of help that is wanted (CR-25, CR-30). */
export function helpPart(view: InviteFieldsView, required: boolean): CardJson {
  const { language } = view.reader;
  return choiceField({
    id: inviteInputId(view, 'assistance'),
    label: required ? labelOf(view, 'draft.selling.label', true) : optionalLabelOf(view, 'invite.help'),
    value: textIn(view, 'assistance', '', 100),
    style: required ? 'expanded' : 'compact',
    choices: helpKinds.map((help) => ({
      title: choiceTitle(say(language, helpTexts[help])),
      value: help,
    })),
    ...inviteProblemAt(view, 'assistance'),
  });
}

/** The customer’s contact, whom Microsoft needs (CR-19). */
export function microsoftContactPart(view: InviteFieldsView): CardJson[] {
  const [first] = view.facts.contacts;
  const input = (
    field: 'contactName' | 'contactEmail' | 'contactPhone',
    key: 'draft.contact.name' | 'draft.contact.email' | 'draft.contact.phone',
    start: string | undefined,
    style: 'text' | 'email' | 'tel',
  ) =>
    textField({
      id: inviteInputId(view, field),
      label: labelOf(view, key, true),
      value: textIn(view, field, start?.trim()),
      max: 250,
      style,
      ...inviteProblemAt(view, field),
    });
  return [
    heading(labelOf(view, 'referral.card.contacts')),
    input('contactName', 'draft.contact.name', first?.name, 'text'),
    input('contactEmail', 'draft.contact.email', first?.email, 'email'),
    input('contactPhone', 'draft.contact.phone', first?.phone, 'tel'),
  ];
}

/** That the customer agreed to share contact data (CR-20). */
export function consentPart(view: InviteFieldsView): CardJson {
  return toggleField({
    id: inviteInputId(view, 'consent'),
    label: labelOf(view, 'invite.consent.label', true),
    title: labelOf(view, 'invite.consent'),
    value: view.typed.consent === 'true',
    ...inviteProblemAt(view, 'consent'),
  });
}
