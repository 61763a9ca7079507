import { readHand } from '#cards/draft/steps/customerAnswer.ts';
import { handParts, partsOf } from '#cards/draft/steps/handParts.ts';
import { readDate } from '#dialogs/reading/date/readDate.ts';
import { bare } from '#dialogs/reading/fold.ts';
import { findHelp } from '#dialogs/reading/helpWords.ts';
import { readChoice } from '#dialogs/reading/readChoice.ts';
import { readContact } from '#dialogs/reading/readContact.ts';
import { readMoney } from '#dialogs/reading/readMoney.ts';
import { readAgreed, readYesNo } from '#dialogs/reading/readYesNo.ts';
import { isPartnerLed } from '#domain/draft/dealProblems.ts';
import type { DealEntries } from '#domain/draft/draft.ts';
import { type HelpKind, helpKinds, NO_HELP } from '#domain/referral/referral.ts';
import { isAssessment } from '#domain/referral/solutions.ts';
import { createWords } from './createWords.ts';
import { withAgreement } from './readAgreement.ts';
import { type LineReading, readLine } from './readLine.ts';
import { isLocationAsked, locationIn, placeIn, unknownLocation } from './readLocation.ts';
import { readNameAlone } from './readNameAlone.ts';
import { onlyNotesMissing, saysPartnerLed } from './readOptions.ts';
import { others, readTeamText } from './readTeamText.ts';
import type { TextContext, TextReading } from './textContext.ts';

/** What was typed as the answer to the present step. Text that is no answer comes back as `unread`. */
export function readText(text: string, context: TextContext): TextReading {
  const read = {
    customer: readCustomer,
    details: readDetails,
    team: readTeamText,
    solutions: readSolutions,
    selling: readSelling,
    partners: readPartners,
    review: readReview,
  }[context.view.draft.step];
  return read(text, context);
}

function readCustomer(text: string, context: TextContext): TextReading {
  const { customers } = context.view;
  if (customers) {
    const choices = customers.found.map((one) => ({
      value: one.id,
      words: [one.name, [one.name, one.city].join(' '), one.duns ?? '', one.addressLines.join(' ')],
    }));
    const chosen = readChoice(text, choices);
    if (chosen.ok && chosen.chosen.length === 1) return { changes: {}, customerId: chosen.chosen[0] };
    if (choices.length === 0 && readYesNo(text)) {
      const [parts, problems] = [handParts(customers.text), {}];
      const typed = { ...parts, country: parts.country || (customers.country ?? '') };
      const customer = readHand(typed, context.view, problems);
      return customer
        ? { changes: { customer } }
        : { changes: {}, refused: { customer: { typed, problems } } };
    }
    const [only, ...more] = choices;
    if (only && more.length === 0 && readYesNo(text)) return { changes: {}, customerId: only.value };
    const named = handParts(customers.text).handName;
    if (choices.length === 0 && named !== '' && isAddress(text))
      return { changes: {}, customerText: `${named}, ${text}` };
  }
  // Nobody is called so: it answers a question that was not asked.
  if (readYesNo(text) !== undefined) return { changes: {}, unread: text };
  if (text.includes('@')) {
    const agreement = withAgreement(text);
    const contact = readContact(agreement.text);
    if (contact.ok) return { changes: { customerContact: contact.contact, ...agreement.changes } };
  }
  const { customerText, ...line } = readLine(text, context);
  return { ...line, customerText, unread: line.unread ?? (says(line) || customerText ? undefined : text) };
}

/** Whether somebody says where the customer is whom they named before: `5 Storgata, Oslo, Norway`, `Storgata 5, Oslo`. */
function isAddress(text: string): boolean {
  const [first = '', ...place] = partsOf(text);
  return place.length > 0 && /^\d+\w?\s+\p{L}|\p{L}\.?\s+\d+\w?$/u.test(first);
}

function readDetails(text: string, context: TextContext): TextReading {
  const { draft, assumed = [] } = context.view;
  if (onlyNotesMissing(context)) return { changes: { notes: text } };
  const alone = readNameAlone(text);
  if (alone !== undefined) return { changes: { name: alone } };
  const { customerText: _customer, rest, ...line } = readLine(text, context);
  const asked = isLocationAsked(context);
  // An MPN id is nothing but figures, and would be read as what the deal is worth.
  const said = says(line) && !(asked && /^\d+$/.test(text.trim()));
  if (!said) {
    const alone = locationIn(text, context) ?? (asked && says(line) ? undefined : oneThing(text, context));
    if (alone) return { changes: alone };
  }
  const named = line.changes.name !== undefined || (draft.name !== undefined && !assumed.includes('name'));
  // At the start of a line quotes may be part of a company's name; here no company is asked.
  const name = rest.replace(/^["„“”«»「『]+|["„“”«»」』]+$/gu, '').trim();
  const quoted = name !== rest && name !== '';
  if (asked && !quoted && !said) return unknownLocation(text);
  if ((quoted || !named) && /\p{L}/u.test(name)) return { ...line, changes: { ...line.changes, name } };
  return { ...line, unread: line.unread ?? (rest || (says(line) ? undefined : text)) };
}

function readSolutions(text: string, context: TextContext): TextReading {
  const { offered, draft } = context.view;
  const choices = offered.map(({ id, name }) => ({ value: id, words: [name, id] }));
  const read = readChoice(text, choices);
  if (read.ok) return { changes: {}, solutionIds: read.chosen };
  if (draft.solutions?.some(isAssessment) && !draft.assessmentPlace) return placeIn(text, context);
  const texts = [...read.unknown, ...read.open.map((one) => one.text)];
  if (!/[\p{L}\p{N}]/u.test(text)) return { changes: {}, unread: text };
  return { changes: {}, solutionIds: read.chosen, solutionTexts: read.chosen.length > 0 ? texts : [text] };
}

function readSelling(text: string, { view }: TextContext): TextReading {
  const { assistance, customerContact } = view.draft;
  const partnerLed = isPartnerLed(view.draft, view.options);
  if (saysPartnerLed(text, view)) {
    return { changes: { assistance: NO_HELP, partnerLed: true } };
  }
  const help = helpIn(text);
  if (text.includes('@')) {
    const agreement = withAgreement(text);
    const contact = readContact(help ? agreement.text.replace(help.text, ' ') : agreement.text);
    const changes: DealEntries = help ? { assistance: help.kind } : {};
    if (contact.ok)
      return { changes: { ...changes, customerContact: contact.contact, ...agreement.changes } };
    const { found, wrong } = contact;
    const typed = {
      ...(help ? { assistance: help.kind } : assistance && { assistance }),
      contactName: found.name ?? '',
      contactEmail: wrong.email ?? found.email ?? '',
      contactPhone: wrong.phone ?? found.phone ?? '',
    };
    return {
      changes,
      refused: { selling: { typed, problems: { customerContact: { code: 'contact-needed' } } } },
    };
  }
  const agreed = readAgreed(text);
  const shares = partnerLed || (assistance !== undefined && assistance !== NO_HELP);
  if (agreed !== undefined && customerContact && shares) return { changes: { consent: agreed } };
  if (agreed === false) return { changes: { assistance: NO_HELP } };
  const before = view.draft.partnerLed ? { partnerLed: undefined } : {};
  return help ? { changes: { assistance: help.kind, ...before } } : { changes: {}, unread: text };
}

/** Whom to invite, and with what: names are looked up by whoever has a directory. */
function readPartners(text: string): TextReading {
  if (readYesNo(text) === false) return { changes: {}, partnerText: '' };
  return /[\p{L}\p{N}]/u.test(text) ? { changes: {}, partnerText: text } : { changes: {}, unread: text };
}

function readReview(text: string, context: TextContext): TextReading {
  if (readYesNo(text) === true || createWords.has(bare(text))) return { changes: {}, create: true };
  const name = readNameAlone(text);
  if (name !== undefined) return { changes: { name } };
  const person = text.includes('@') ? readContact(text) : undefined;
  if (person?.ok) {
    const { team = [] } = context.view.draft;
    return { changes: { team: [...others(team, person.contact), person.contact] } };
  }
  const { customerText: _customer, rest, ...line } = readLine(text, context);
  if (says(line)) return { ...line, unread: line.unread ?? (rest || undefined) };
  // One thing alone, as it would be said at its own step.
  const alone = oneThing(text, context) ?? helpAlone(text);
  return alone ? { changes: alone } : { changes: {}, unread: text };
}

/** A date or an amount that stands alone, in words that would be too little in a longer line. */
function oneThing(text: string, { view, currency }: TextContext): DealEntries | undefined {
  const { language, locale, today, draft } = view;
  const date = readDate(text, {
    language,
    locale,
    today,
    fiscalYearStart: view.options?.fiscalYearStart,
  });
  if (date.ok) return { closeDate: date.date };
  const money = readMoney(text, { language, locale, currency: draft.value?.currency ?? currency });
  return money.ok && money.currency
    ? { value: { amount: money.amount, currency: money.currency } }
    : undefined;
}

/** The kind of help that is named, or chosen by its place in the form. */
function helpIn(text: string): { kind: HelpKind | typeof NO_HELP; text: string } | undefined {
  const [found] = findHelp(text);
  if (found) return found;
  const kinds = [NO_HELP, ...helpKinds] as const;
  const read = readChoice(
    text,
    kinds.map((kind) => ({ value: kind, words: [kind] })),
  );
  const kind = read.ok && read.chosen.length === 1 ? read.chosen[0] : undefined;
  return kind && { kind, text };
}

/** A kind of help and nothing else, where a line would take it for the customer: demo. */
function helpAlone(text: string): DealEntries | undefined {
  const [found] = findHelp(text);
  return found && bare(found.text) === bare(text) ? { assistance: found.kind } : undefined;
}

/** Whether a line says anything besides the customer. */
function says({ changes, refused, solutionIds }: Partial<LineReading>): boolean {
  return (
    Object.keys(changes ?? {}).length > 0 ||
    Object.values(refused ?? {}).some(Boolean) ||
    (solutionIds?.length ?? 0) > 0
  );
}
