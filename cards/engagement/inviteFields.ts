import type { CardJson } from '#cards/expand.ts';
import {
  choiceField,
  choiceTitle,
  dateField,
  foldedPart,
  sideBySide,
  suggestingField,
  textField,
} from '#cards/form/field.ts';
import { MOST_NOTES } from '#cards/form/limits.ts';
import type { FieldProblem } from '#cards/form/problems.ts';
import { formatAmount } from '#cards/format.ts';
import { currencyChoices } from '#cards/money/currencies.ts';
import { clipBytes } from '#cards/outside.ts';
import { type InviteInput, inviteAsks } from './invite.ts';
import { consentPart, contactPart, helpPart } from './microsoftParts.ts';
import { offered, solutionPart, ticks } from './solutionParts.ts';
import { type InviteFieldsView, idOf, optional, problemAt, textIn, words } from './view.ts';

/** The inputs of an invitation (CR-30): whom, their part, why, and what stays folded until somebody wants it. */
export function inviteFields(view: InviteFieldsView): { items: CardJson[]; fold: string; open: boolean } {
  const asks = inviteAsks(view.facts, view.today);
  const fold = idOf(view, 'more');
  const partner = view.facts.guest === 'partner';
  const extra: InviteInput[] = [
    'people',
    'solution',
    'search',
    ...(partner ? (['assistance'] as const) : []),
  ];
  const open = extra.some((field) => view.problems[field] || view.typed[field]);
  const items = [
    ...(asks.partner ? partnerPart(view) : []),
    ...(asks.part ? partPart(view) : []),
    ...(partner ? [] : [helpPart(view, true)]),
    ...(view.unread ? [] : [notesPart(view)]),
    ...(asks.solutions ? [ticks(view)].flat() : []),
    ...(asks.contact ? contactPart(view) : []),
    ...(asks.consent ? [consentPart(view)] : []),
    ...(partner
      ? [foldedPart(fold, open, [...solutionPart(view), helpPart(view, false), peoplePart(view)])]
      : asks.solutions
        ? solutionPart(view)
        : []),
  ];
  return { items, fold: partner && !open ? fold : '', open };
}

function partnerPart(view: InviteFieldsView): CardJson[] {
  const choices = view.partners.slice(0, offered(view)).map(({ organization, name }) => ({
    title: clipBytes(choiceTitle(name), 120),
    value: organization,
  }));
  const choice = { id: idOf(view, 'partner'), value: textIn(view, 'partner'), choices };
  const typed = (label: string) =>
    textField({
      id: idOf(view, 'partnerName'),
      label,
      value: textIn(view, 'partnerName'),
      max: 100,
      ...problemAt(view, 'partnerName'),
    });
  const open = isUnclear(view.problems.partner) || isUnclear(view.problems.partnerName);
  if (!open || choices.length === 0) {
    const label = words(view, 'invite.partner.label');
    const field = suggestingField({ ...choice, label, dataset: 'partners', ...problemAt(view, 'partner') });
    return [field, typed(words(view, 'invite.partner.type'))];
  }
  // Not every client shows what a field that suggests offers: who may be meant stands there to be ticked.
  const which = words(view, 'invite.partner.which');
  const field = choiceField({ ...choice, label: which, style: 'expanded', ...problemAt(view, 'partner') });
  return [typed(words(view, 'invite.partner.label')), field];
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
        id: idOf(view, 'value'),
        label: words(view, facts.guest === 'partner' ? 'invite.value' : 'referral.accept.value', true),
        value: textIn(view, 'value', amount, 240),
        max: 60,
        ...problemAt(view, 'value'),
      }),
      choiceField({
        id: idOf(view, 'currency'),
        label: words(view, 'referral.accept.currency', true),
        value: currency,
        style: 'compact',
        choices: currencyChoices(own, currency),
        ...problemAt(view, 'currency'),
      }),
      '116px',
    ),
    dateField({
      id: idOf(view, 'closeDate'),
      label: words(view, 'referral.accept.closeDate', true),
      value: textIn(view, 'closeDate', day, 40),
      ...problemAt(view, 'closeDate'),
    }),
  ];
}

function notesPart(view: InviteFieldsView): CardJson {
  return textField({
    id: idOf(view, 'notes'),
    label: optional(view, 'invite.notes'),
    hint: words(view, 'invite.notes.hint'),
    value: textIn(view, 'notes', '', 9000),
    max: MOST_NOTES,
    multiline: true,
    ...problemAt(view, 'notes'),
  });
}

function peoplePart(view: InviteFieldsView): CardJson {
  return textField({
    id: idOf(view, 'people'),
    label: optional(view, 'invite.people'),
    hint: words(view, 'invite.people.hint'),
    value: textIn(view, 'people', '', 3000),
    max: 2000,
    multiline: true,
    ...problemAt(view, 'people'),
  });
}
