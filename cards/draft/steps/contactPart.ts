import { draftInputId, draftProblemAt, hintOf, inputText, requiredLabel } from '#cards/draft/parts.ts';
import type { DraftCardView } from '#cards/draft/view.ts';
import type { CardJson } from '#cards/expand.ts';
import {
  choiceField,
  choiceTitle,
  heading,
  note,
  problemLine,
  textField,
  toggleField,
} from '#cards/form/field.ts';
import { markOf } from '#cards/form/mark.ts';
import { clip } from '#cards/outside.ts';
import { lineOf } from '#cards/people/team.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { Contact } from '#domain/referral/referral.ts';

/** In place of a person from an earlier deal. */
export const NOBODY = 'none';
export const contactFields = ['contactName', 'contactEmail', 'contactPhone'] as const;
export type ContactField = (typeof contactFields)[number];

/** Stands for a person in a choice: short, and no personal data. */
export function keyOf(contact: Contact): string {
  return markOf(contact.email?.toLowerCase() ?? lineOf(contact));
}

/** What stands in the three inputs at first. */
export function contactStart(contact: Contact | undefined): Record<ContactField, string> {
  return {
    contactName: contact?.name.trim() ?? '',
    contactEmail: contact?.email?.trim() ?? '',
    contactPhone: contact?.phone?.trim() ?? '',
  };
}

/** The customer's contact and the consent to share it (CR-19, CR-20); `needed` where help has been asked for. */
export function contactPart(
  view: DraftCardView,
  { title, hint, needed }: { title: string; hint?: TextKey; needed: boolean },
): CardJson[] {
  const { draft, language } = view;
  const start = contactStart(draft.customerContact);
  const known = view.recentCustomerContacts.slice(0, 20);
  const input = (
    field: ContactField,
    label: 'draft.contact.name' | 'draft.contact.email' | 'draft.contact.phone',
    style: 'text' | 'email' | 'tel',
  ) =>
    textField({
      id: draftInputId(view, field),
      label: needed ? requiredLabel(view, label) : say(language, label),
      value: inputText(view, field, start[field]),
      max: 250,
      style,
      problem: draftProblemAt(view, field),
    });
  const whole = draftProblemAt(view, 'customerContact');
  return [
    heading(title),
    note(hintOf(view, hint, 'contact')),
    ...(whole ? [problemLine(whole)] : []),
    ...(known.length > 0
      ? [
          choiceField({
            id: draftInputId(view, 'knownContact'),
            label: say(language, 'draft.contact.known'),
            value: inputText(view, 'knownContact', NOBODY),
            style: 'compact',
            choices: [
              { title: say(language, 'draft.contact.other'), value: NOBODY },
              ...known.map((contact) => ({
                title: choiceTitle(clip([contact.name, contact.email].filter(Boolean).join(' · '), 100)),
                value: keyOf(contact),
              })),
            ],
            problem: draftProblemAt(view, 'knownContact'),
          }),
        ]
      : []),
    input('contactName', 'draft.contact.name', 'text'),
    input('contactEmail', 'draft.contact.email', 'email'),
    input('contactPhone', 'draft.contact.phone', 'tel'),
    toggleField({
      id: draftInputId(view, 'consent'),
      label: needed ? requiredLabel(view, 'draft.consent.label') : say(language, 'draft.consent.label'),
      title: say(language, 'draft.consent.title'),
      value: inputText(view, 'consent', String(draft.consent === true)) === 'true',
      problem: draftProblemAt(view, 'consent'),
    }),
  ];
}
