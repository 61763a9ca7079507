import { draftInputId, draftProblemAt, type FormBody } from '#cards/draft/parts.ts';
import type { DraftCardView } from '#cards/draft/view.ts';
import type { InviteFacts } from '#cards/engagement/invite.ts';
import { inviteFields } from '#cards/engagement/inviteFields.ts';
import type { CardJson } from '#cards/expand.ts';
import { choiceField, choiceTitle, heading, note } from '#cards/form/field.ts';
import { markOf } from '#cards/form/mark.ts';
import { formatDay, intlLocale } from '#cards/format.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { clip } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { say } from '#cards/say.ts';
import { sharesContacts } from '#domain/engagement/engagement.ts';
import { MICROSOFT } from '#domain/referral/party.ts';
import { isAssessment } from '#domain/referral/solutions.ts';

/** What a draft says of the invitations to its deal. */
export function draftInviteFacts({ draft }: Pick<DraftCardView, 'draft'>): InviteFacts {
  const { value, closeDate, solutions = [], customerContact, consent, team } = draft;
  const contacts = customerContact ? [customerContact] : [];
  return { guest: 'partner', value, closeDate, solutions, contacts, consent, team };
}

/** Partners who are invited as the deal is created (CR-29 to CR-31): those there are, and one more. */
export function partnersStep(view: DraftCardView): FormBody {
  const { draft, language } = view;
  if (draft.solutions?.some(isAssessment)) {
    return { intro: say(language, 'invite.draft.assessment'), items: present(view), folds: [] };
  }
  const fields = inviteFields({
    reader: view,
    today: view.today,
    facts: draftInviteFacts(view),
    formVersion: draft.formVersion,
    typed: view.typed ?? {},
    problems: view.problems ?? {},
    partners: view.inviting?.partners ?? [],
    found: view.inviting?.solutions ?? [],
    usualCurrency: view.usualCurrency,
  });
  const organization = view.ofMicrosoft ? MICROSOFT : '';
  const along = sharesContacts({ organization, consent: view.draft.consent }, { organization: '' });
  const seen = say(language, along ? 'invite.seen.contacts' : 'invite.seen.noContacts');
  const what = say(language, 'invite.seen.partner');
  return {
    intro: say(language, 'invite.draft.intro'),
    items: [
      note(draft.customerContact ? say(language, 'draft.sentences', { one: what, other: seen }) : what),
      note(say(language, 'invite.partner.elsewhere')),
      ...present(view),
      ...fields.items,
      another(view),
    ],
    folds: fields.fold ? [{ id: fields.fold, title: say(language, 'referral.accept.more') }] : [],
    shown: { locale: intlLocale(view) },
  };
}

/** Who is invited already, each to be taken out again. */
function present(view: DraftCardView): CardJson[] {
  const { draft, language } = view;
  const invited = draft.invitations ?? [];
  if (invited.length === 0) return [];
  return [
    choiceField({
      id: draftInputId(view, 'removed'),
      label: say(language, 'invite.draft.remove'),
      value: view.typed?.removed ?? '',
      style: 'expanded',
      several: true,
      choices: invited.map(({ organization, name, value, closeDate }) => ({
        title: choiceTitle(
          [clip(name, 60), formatMoney(value, view), formatDay(closeDate, view)].join(' · '),
        ),
        value: markOf(organization),
      })),
      problem: draftProblemAt(view, 'removed'),
    }),
    heading(say(language, 'invite.draft.more')),
  ];
}

/** Several are invited one after another. */
function another(view: DraftCardView): CardJson {
  const title = say(view.language, 'invite.draft.another');
  const { id, formVersion } = view.draft;
  const data = { draft: id, step: 'partners', form: formVersion, locale: intlLocale(view), another: true };
  return {
    type: 'ActionSet',
    spacing: 'Small',
    actions: [pressAction({ verb: 'deal.answer', title, data })],
  };
}
