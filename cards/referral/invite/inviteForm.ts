import type { InviteFacts, InviteTarget } from '#cards/engagement/invite.ts';
import { inviteFields } from '#cards/engagement/inviteFields.ts';
import type { CardJson } from '#cards/expand.ts';
import { note, plainLine } from '#cards/form/field.ts';
import { formatList, intlLocale } from '#cards/format.ts';
import { clip, literal } from '#cards/outside.ts';
import { type Pressable, pressAction } from '#cards/pressAction.ts';
import { positionOf } from '#cards/referral/view/around.ts';
import { cancelButton, commonData } from '#cards/referral/view/formData.ts';
import type { InviteForm, ReferralCardView } from '#cards/referral/view/view.ts';
import { say, type TextKey } from '#cards/say.ts';
import { partners, sharesContacts } from '#domain/engagement/engagement.ts';
import { isUndecided } from '#domain/engagement/takingPart.ts';
import type { Referral } from '#domain/referral/referral.ts';

const insteadTexts = {
  microsoft: 'invite.instead.microsoft',
  partner: 'invite.instead.partner',
} satisfies Record<string, TextKey>;

const seenTexts = {
  partner: 'invite.seen.partner',
  microsoft: 'invite.seen.microsoft',
} satisfies Record<string, TextKey>;

const MOST_NAMED = 3;

/** What a deal says itself of an invitation to it. */
export function inviteFacts(referral: Referral, guest: InviteTarget): InviteFacts {
  const { value, closeDate, solutions = [], customer, consent, team } = referral;
  return { guest, value, closeDate, solutions, contacts: customer.contacts, consent, team };
}

/** The form of inviting a partner, or Microsoft, to a deal (CR-29 to CR-31). */
export function inviteForm(view: ReferralCardView): CardJson {
  const form = view.form?.kind === 'invite' ? view.form : undefined;
  if (!form) return { type: 'Container', items: [] };
  const { referral, language } = view;
  const { guest } = form;
  const fields = inviteFields({
    reader: view,
    today: form.today,
    facts: inviteFacts(referral, guest),
    formVersion: form.formVersion,
    typed: form.typed,
    problems: form.problems,
    partners: form.partners,
    found: form.found,
    unread: guest === 'microsoft' && !form.microsoftHere,
  });
  return {
    type: 'Container',
    id: `invite.${form.formVersion}`,
    spacing: 'None',
    items: [
      note(seenText(view, guest)),
      ...(guest === 'microsoft' && !form.microsoftHere
        ? [note(say(language, 'invite.microsoft.elsewhere'))]
        : []),
      ...(guest === 'partner' ? [note(say(language, 'invite.partner.elsewhere'))] : []),
      ...openInvitations(view),
      ...fields.items,
      buttons(view, form, fields.fold),
    ],
  };
}

/** Who will see what, in sentences; of Microsoft the contact is asked where it is not there. */
function seenText({ language, referral }: ReferralCardView, guest: InviteTarget): string {
  const what = say(language, seenTexts[guest]);
  if (guest === 'microsoft' || referral.customer.contacts.length === 0) return what;
  const along = sharesContacts(referral, { organization: '' });
  const other = say(language, along ? 'invite.seen.contacts' : 'invite.seen.noContacts');
  return say(language, 'draft.sentences', { one: what, other });
}

/** Who is asked already: nobody should have to remember that while the board is hidden by the form. */
function openInvitations(view: ReferralCardView): CardJson[] {
  const open = partners(view.referral).filter(isUndecided);
  if (open.length === 0) return [];
  const names = open.slice(0, MOST_NAMED).map(({ name }) => literal(clip(name, 60)));
  const more = open.length - names.length;
  if (more > 0) names.push(say(view.language, 'referral.card.andMore', { count: more }));
  const text = say(view.language, 'invite.open', { partners: formatList(names, view) });
  return [plainLine([{ text, isSubtle: true }])];
}

function buttons(view: ReferralCardView, form: InviteForm, fold: string): CardJson {
  const { language, referral, audience } = view;
  const { guest } = form;
  const { press, cancel } = commonData(view, form, {
    guest,
    locale: intlLocale(view),
    ...(form.told && { told: form.told }),
  });
  const other = guest === 'partner' ? 'microsoft' : 'partner';
  const invite = (title: string, more: Omit<Pressable, 'verb' | 'title'>) =>
    pressAction({ verb: 'partner.invite', title, ...more });
  const actions = [
    invite(say(language, form.told ? 'invite.sendAnyway' : 'invite.send'), {
      data: press,
      style: 'positive',
    }),
    cancelButton(view, cancel),
    ...(guest === 'partner'
      ? [invite(say(language, 'invite.sendAnother'), { data: { ...press, another: true } })]
      : []),
    ...(fold
      ? [
          {
            type: 'Action.ToggleVisibility',
            title: say(language, 'referral.accept.more'),
            targetElements: [fold],
          },
        ]
      : []),
    ...(form.otherToo
      ? [
          invite(say(language, insteadTexts[other]), {
            data: { referral: referral.id, audience, guest: other, ...positionOf(view) },
            inputs: false,
          }),
        ]
      : []),
  ];
  return { type: 'ActionSet', spacing: 'Medium', actions };
}
