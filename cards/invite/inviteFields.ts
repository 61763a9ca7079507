import type { LocalDate } from '../../src/domain/instant.ts';
import { helpKinds } from '../../src/domain/referral.ts';
import type { CardJson } from '../expand.ts';
import {
  choiceField,
  choiceTitle,
  dateField,
  foldedPart,
  heading,
  note,
  sideBySide,
  suggestingField,
  textField,
  toggleField,
} from '../form/field.ts';
import { formatAmount, type Reader } from '../format.ts';
import { bytesOf, clip, clipBytes, escaped } from '../outside.ts';
import { currencyChoices } from '../referral/currencies.ts';
import { MOST_NOTES, markOf } from '../referral/prefill.ts';
import { type FieldProblem, problemText } from '../referral/problems.ts';
import { say, type TextKey } from '../say.ts';
import { type InviteFacts, type InviteInput, inviteAsks } from './invite.ts';

const MOST_OFFERED = 15;
const MOST_SHOWN = 25;
/** Beside long notes the card has less room: what is not offered is found while typing all the same. */
const FEW_OFFERED = 5;
const LONG_NOTES = 3000;

/** All that the inputs of inviting are made from. */
export interface InviteFieldsView {
  reader: Reader;
  today: LocalDate;
  facts: InviteFacts;
  /** Ends the ids of the inputs. */
  round: number;
  /** What was typed, and what is wrong with it. */
  typed: Readonly<Partial<Record<string, string>>>;
  problems: Readonly<Partial<Record<string, FieldProblem>>>;
  /** Partners to choose from: found by what was typed, or the first ones. */
  partners: readonly { organization: string; name: string }[];
  /** Solutions of the catalog to choose from, beside those of the deal. */
  found: readonly { id: string; name: string; publisher?: string | undefined }[];
  usualCurrency?: string | undefined;
}

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
    notesPart(view),
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

function idOf({ round }: InviteFieldsView, field: string): string {
  return `${field}.${round}`;
}

function words(view: InviteFieldsView, key: TextKey, required = false): string {
  const label = say(view.reader.language, key);
  return required ? `${label} *` : label;
}

function optional(view: InviteFieldsView, key: TextKey): string {
  return say(view.reader.language, 'draft.optional', { label: words(view, key) });
}

/** What goes back into an input, as far as a card can hold it, in bytes. */
function textIn(view: InviteFieldsView, field: InviteInput, start = '', room = 500): string {
  return clipBytes(view.typed[field] ?? start, room);
}

function problemAt(view: InviteFieldsView, field: InviteInput): { problem?: string } {
  const problem = view.problems[field];
  if (!problem) return {};
  const values = Object.entries(problem.values ?? {}).map(
    ([name, value]) => [name, typeof value === 'string' ? escaped(clip(value, 100)) : value] as const,
  );
  return { problem: problemText({ code: problem.code, values: Object.fromEntries(values) }, view.reader) };
}

function partnerPart(view: InviteFieldsView): CardJson[] {
  return [
    suggestingField({
      id: idOf(view, 'partner'),
      label: words(view, 'invite.partner.label'),
      value: textIn(view, 'partner'),
      choices: view.partners.slice(0, offered(view)).map(({ organization, name }) => ({
        title: clipBytes(choiceTitle(name), 120),
        value: organization,
      })),
      dataset: 'partners',
      ...problemAt(view, 'partner'),
    }),
    textField({
      id: idOf(view, 'partnerName'),
      label: words(view, 'invite.partner.type'),
      value: textIn(view, 'partnerName'),
      max: 100,
      ...problemAt(view, 'partnerName'),
    }),
  ];
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

/** The solutions of the deal, all of them ticked at first. */
function ticks(view: InviteFieldsView): CardJson[] {
  const { facts, reader } = view;
  const { problem } = problemAt(view, 'solutions');
  if (facts.solutions.length === 0) {
    const text = say(reader.language, 'invite.solutions.none');
    return [note(text), ...(problem ? [problemBlock(problem)] : [])];
  }
  const shown = facts.solutions.slice(0, MOST_SHOWN);
  return [
    choiceField({
      id: idOf(view, 'solutions'),
      label: words(view, 'invite.solutions', true),
      value: textIn(view, 'solutions', shown.map(({ id }) => markOf(id)).join(','), 1000),
      style: 'expanded',
      several: true,
      choices: shown.map(({ id, name, publisher }) => ({
        title: titleOf(name, publisher),
        value: markOf(id),
      })),
      ...(problem && { problem }),
    }),
  ];
}

function problemBlock(text: string): CardJson {
  const look = { color: 'Attention', size: 'Small', weight: 'Bolder', wrap: true, spacing: 'Small' };
  return { type: 'TextBlock', text, ...look };
}

function solutionPart(view: InviteFieldsView): CardJson[] {
  return [
    suggestingField({
      id: idOf(view, 'solution'),
      label: optional(view, 'deal.solutions.add'),
      value: textIn(view, 'solution'),
      choices: view.found.slice(0, offered(view)).map(({ id, name, publisher }) => ({
        title: titleOf(name, publisher),
        value: id,
      })),
      dataset: 'solutions',
      ...problemAt(view, 'solution'),
    }),
    textField({
      id: idOf(view, 'search'),
      label: words(view, 'deal.solutions.search'),
      value: textIn(view, 'search'),
      max: 100,
      ...problemAt(view, 'search'),
    }),
  ];
}

function offered({ typed }: InviteFieldsView): number {
  return bytesOf(typed.notes ?? '') > LONG_NOTES ? FEW_OFFERED : MOST_OFFERED;
}

function titleOf(name: string, publisher = ''): string {
  return clipBytes(choiceTitle([clip(name, 80), clip(publisher, 40)].filter(Boolean).join(' · ')), 120);
}

function helpPart(view: InviteFieldsView, required: boolean): CardJson {
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

function contactPart(view: InviteFieldsView): CardJson[] {
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

function consentPart(view: InviteFieldsView): CardJson {
  return toggleField({
    id: idOf(view, 'consent'),
    label: words(view, 'invite.consent.label', true),
    title: words(view, 'invite.consent'),
    value: view.typed.consent === 'true',
    ...problemAt(view, 'consent'),
  });
}
