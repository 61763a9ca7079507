import type { CardJson } from '#cards/expand.ts';
import {
  choiceField,
  choiceTitle,
  dateField,
  foldedPart,
  problemLine,
  sideBySide,
  suggestingField,
  textField,
  toggleField,
} from '#cards/form/field.ts';
import { MOST_NOTES } from '#cards/form/limits.ts';
import { currencyChoices } from '#cards/money/currencies.ts';
import { formatAmount } from '#cards/money/formatMoney.ts';
import { bytesOf, clipBytes, literal } from '#cards/outside.ts';
import { teamText } from '#cards/people/team.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import { say } from '#cards/say.ts';
import { type InviteInput, inviteAsks, wantedAtFirst } from './invite.ts';
import { consentPart, helpPart, microsoftContactPart } from './microsoftParts.ts';
import { offered, solutionPart, ticks } from './solutionParts.ts';
import {
  type InviteFieldsView,
  inviteInputId,
  inviteProblemAt,
  labelOf,
  optionalLabelOf,
  textIn,
} from './view.ts';

/** In bytes: a card that holds long notes has little room. */
const OURS_ROOM = 600;

/** The inputs of an invitation (CR-30): whom, their part, why, and what stays folded until somebody wants it. */
export function inviteFields(view: InviteFieldsView): { items: CardJson[]; fold: string; open: boolean } {
  const asks = inviteAsks(view.facts, view.today);
  const fold = inviteInputId(view, 'more');
  const partner = view.facts.guest === 'partner';
  // Where nothing in the deal is theirs to bring, what they bring has to be named.
  const named = wantedAtFirst(view.facts).length === 0;
  const extra: InviteInput[] = [
    'people',
    'ours',
    ...(named ? [] : (['solution', 'search'] as const)),
    ...(partner ? (['assistance'] as const) : []),
  ];
  const started = shownTeam(view);
  const touched = (field: InviteInput) => (field === 'ours' ? view.typed.ours !== started : true);
  const open = extra.some((field) => view.problems[field] || (view.typed[field] && touched(field)));
  const items = [
    ...(asks.partner ? partnerPart(view) : []),
    ...(asks.part ? partPart(view) : []),
    ...(partner ? [] : [helpPart(view, true)]),
    ...(view.unread ? [] : [notesPart(view)]),
    ...(asks.solutions ? ticks(view) : []),
    ...(asks.solutions && named ? solutionPart(view) : []),
    ...(asks.contact ? microsoftContactPart(view) : []),
    ...(asks.consent ? [consentPart(view)] : []),
    ...(partner
      ? [
          foldedPart(fold, open, [
            ...(named ? [] : solutionPart(view)),
            helpPart(view, false),
            peoplePart(view),
            oursPart(view),
            ...contactTooPart(view),
          ]),
        ]
      : []),
  ];
  return { items, fold: partner && !open ? fold : '', open };
}

function partnerPart(view: InviteFieldsView): CardJson[] {
  const choices = view.partners.slice(0, offered(view)).map(({ organization, name }) => ({
    title: clipBytes(choiceTitle(name), 120),
    value: organization,
  }));
  const choice = { id: inviteInputId(view, 'partner'), value: textIn(view, 'partner'), choices };
  const typed = (label: string) =>
    textField({
      id: inviteInputId(view, 'partnerName'),
      label,
      value: textIn(view, 'partnerName'),
      max: 100,
      ...inviteProblemAt(view, 'partnerName'),
    });
  const open = isUnclear(view.problems.partner) || isUnclear(view.problems.partnerName);
  if (!open || choices.length === 0) {
    const label = labelOf(view, 'invite.partner.label');
    const field = suggestingField({
      ...choice,
      label,
      dataset: 'partners',
      ...inviteProblemAt(view, 'partner'),
    });
    // Not every client suggests: who is not in the list is typed.
    const fold = inviteInputId(view, 'namePart');
    const needed =
      textIn(view, 'partnerName') !== '' || Boolean(view.problems.partner ?? view.problems.partnerName);
    const toggle = {
      type: 'Action.ToggleVisibility',
      title: labelOf(view, 'draft.hand.button'),
      targetElements: [fold],
    };
    return [
      field,
      ...(needed ? [] : [{ type: 'ActionSet', spacing: 'Small', actions: [toggle] }]),
      foldedPart(fold, needed, [typed(labelOf(view, 'invite.partner.type'))]),
    ];
  }
  // Not every client shows what a field that suggests offers: who may be meant stands there to be ticked.
  const which = labelOf(view, 'invite.partner.which');
  const field = choiceField({
    ...choice,
    label: which,
    style: 'expanded',
    ...inviteProblemAt(view, 'partner'),
  });
  return [typed(labelOf(view, 'invite.partner.label')), field];
}

function isUnclear(problem: FieldProblem | undefined): boolean {
  return ['partner-nearest', 'partner-several', 'partner-two'].includes(problem?.code ?? '');
}

/** Value, currency and date of the part that the other one takes. */
function partPart(view: InviteFieldsView): CardJson[] {
  const { reader, facts, today } = view;
  const own = facts.value?.currency ?? view.usualCurrency ?? '';
  const currency = textIn(view, 'currency', /^[A-Z]{3}$/.test(own) ? own : '', 40);
  const amount = facts.guest === 'microsoft' && facts.value ? formatAmount(facts.value.amount, reader) : '';
  const day = facts.closeDate && facts.closeDate >= today ? facts.closeDate : '';
  return [
    sideBySide(
      textField({
        id: inviteInputId(view, 'value'),
        label: labelOf(view, facts.guest === 'partner' ? 'invite.value' : 'referral.accept.value', true),
        value: textIn(view, 'value', amount, 240),
        max: 60,
        ...inviteProblemAt(view, 'value'),
      }),
      choiceField({
        id: inviteInputId(view, 'currency'),
        label: labelOf(view, 'referral.accept.currency', true),
        value: currency,
        style: 'compact',
        choices: currencyChoices(own, currency),
        ...inviteProblemAt(view, 'currency'),
      }),
      '116px',
    ),
    dateField({
      id: inviteInputId(view, 'closeDate'),
      label: labelOf(view, 'referral.accept.closeDate', true),
      value: textIn(view, 'closeDate', day, 40),
      ...inviteProblemAt(view, 'closeDate'),
    }),
  ];
}

function notesPart(view: InviteFieldsView): CardJson {
  return textField({
    id: inviteInputId(view, 'notes'),
    label: optionalLabelOf(view, 'invite.notes'),
    hint: labelOf(view, 'invite.notes.hint'),
    value: textIn(view, 'notes', '', 9000),
    max: MOST_NOTES,
    multiline: true,
    ...inviteProblemAt(view, 'notes'),
  });
}

function peoplePart(view: InviteFieldsView): CardJson {
  return textField({
    id: inviteInputId(view, 'people'),
    label: optionalLabelOf(view, 'invite.people'),
    hint: labelOf(view, 'invite.people.hint'),
    value: textIn(view, 'people', '', 3000),
    max: 2000,
    multiline: true,
    ...inviteProblemAt(view, 'people'),
  });
}

/** The team, where the form has room for all of it: what is left empty is the team as well. */
function shownTeam({ facts }: InviteFieldsView): string {
  const text = teamText(facts.team ?? []);
  return bytesOf(text) <= OURS_ROOM ? text : '';
}

/** Those of our own people who work with this partner: the team at first, to be changed before it is sent (CR-30). */
function oursPart(view: InviteFieldsView): CardJson {
  return textField({
    id: inviteInputId(view, 'ours'),
    label: optionalLabelOf(view, 'invite.ours'),
    hint: labelOf(view, 'invite.ours.hint'),
    value: textIn(view, 'ours', shownTeam(view), OURS_ROOM),
    max: OURS_ROOM,
    multiline: true,
    ...inviteProblemAt(view, 'ours'),
  });
}

/** The customer's contact for this partner: a choice of its own, with the customer's consent to just that (CR-59). */
function contactTooPart(view: InviteFieldsView): CardJson[] {
  const [contact] = view.facts.contacts;
  const { problem } = inviteProblemAt(view, 'contactToo');
  if (!contact) return problem ? [problemLine(problem)] : [];
  const { language } = view.reader;
  return [
    toggleField({
      id: inviteInputId(view, 'contactToo'),
      label: labelOf(view, 'invite.contactToo.label'),
      title: say(language, 'invite.contactToo', { name: literal(clipBytes(contact.name, 60)) }),
      value: view.typed.contactToo === 'true',
      problem,
    }),
  ];
}
