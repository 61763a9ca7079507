import { addressParts } from '#cards/address.ts';
import { closeReasonTexts, dealStatusTexts, errorReasonTexts } from '#cards/deal/dealWords.ts';
import { assistanceText } from '#cards/deal/wanted.ts';
import { formatCountry, formatList, formatPercent, type Reader } from '#cards/format.ts';
import { literal } from '#cards/outside.ts';
import { say, type TextKey } from '#cards/say.ts';
import { stageOf } from '#domain/deal/decideProgress.ts';
import { MICROSOFT } from '#domain/referral/party.ts';
import type { Contact, Referral } from '#domain/referral/referral.ts';
import { isTyped } from '#domain/referral/solutions.ts';
import { type SyncField, syncFields } from '#domain/referral/unsynced.ts';
import { registrationLines } from './registrationLines.ts';

/**
 * What somebody has to enter in Partner Center of the named fields, line by line, in the order of its pages and in its
 * words. Amounts and days are as one types them there: figures alone, and year first. What is empty here says so.
 */
export function linesToEnter(
  fields: readonly SyncField[],
  referral: Referral,
  reader: Reader,
): readonly string[] {
  return syncFields
    .filter((field) => fields.includes(field))
    .flatMap((field) => linesOf(field, referral, reader))
    .map((line) => literal(line).trim());
}

function linesOf(field: SyncField, referral: Referral, reader: Reader): readonly string[] {
  const { language } = reader;
  const line = (label: TextKey, value: string | undefined) => labelled(say(language, label), value, reader);
  switch (field) {
    case 'deal':
      return wholeDeal(referral, reader);
    case 'decision':
      return decisionLines(referral, reader);
    case 'name':
      return [line('referral.accept.name', referral.name)];
    case 'value':
      return [
        line('referral.accept.value', referral.value && String(referral.value.amount)),
        ...(referral.value ? [line('referral.accept.currency', referral.value.currency)] : []),
      ];
    case 'closeDate':
      return [line('referral.accept.closeDate', referral.closeDate)];
    case 'salesStage':
      return [line('progress.path.title', formatPercent(stageOf(referral), reader))];
    case 'notes':
      return [line('referral.accept.notes', referral.notes)];
    case 'crmId':
      return [line('referral.accept.crmId', referral.crmId)];
    case 'campaignId':
      return [line('referral.accept.campaignId', referral.campaignId)];
    case 'team':
      return referral.team.length > 0
        ? referral.team.map((one) => line('referral.accept.team', contactLine(one)))
        : [line('referral.accept.team', '')];
    case 'solutions':
      return [line('deal.card.solutions', solutionNames(referral, reader))];
    case 'partnerLed':
      return [say(language, 'sync.enter.partnerLed')];
    case 'microsoft':
      return [
        say(language, 'sync.enter.microsoft', { help: assistanceText(referral.assistance ?? '', reader) }),
      ];
    case 'partners':
      return [say(language, 'sync.enter.partners', { names: partnerNames(referral, reader) })];
    case 'registration':
      return [say(language, 'sync.enter.registration'), ...registrationLines(referral, reader)];
    default:
      return field satisfies never;
  }
}

function wholeDeal(referral: Referral, reader: Reader): readonly string[] {
  const { customer } = referral;
  const { language } = reader;
  const country = customer.country && formatCountry(customer.country, reader);
  const address = [...addressParts(customer), ...(country ? [country] : [])].join(', ');
  const filled = (
    ['name', 'value', 'closeDate', 'notes', 'crmId', 'campaignId', 'solutions'] as const
  ).filter(
    (field) => referral[field] !== undefined && (field !== 'solutions' || solutionNames(referral, reader)),
  );
  return [
    say(language, 'sync.enter.deal'),
    labelled(say(language, 'sync.enter.customer'), customer.name, reader),
    ...(address ? [labelled(say(language, 'sync.enter.address'), address, reader)] : []),
    ...customer.contacts.map((one) =>
      labelled(say(language, 'sync.enter.contact'), contactLine(one), reader),
    ),
    ...filled.flatMap((field) => linesOf(field, referral, reader)),
    ...linesOf('team', referral, reader),
    ...(referral.partnerLed ? linesOf('partnerLed', referral, reader) : []),
  ];
}

function decisionLines(referral: Referral, reader: Reader): readonly string[] {
  const { language } = reader;
  if (referral.stage !== 'closed') return [say(language, 'sync.enter.accept')];
  const { outcome, reason, errorReason, reasonText, closingNotes } = referral;
  const why = reason
    ? say(language, closeReasonTexts[reason])
    : errorReason
      ? say(language, errorReasonTexts[errorReason])
      : reasonText;
  const what =
    outcome === 'declined'
      ? say(language, 'sync.enter.decline')
      : say(language, 'sync.enter.close', { outcome: say(language, dealStatusTexts[outcome]) });
  return [
    what,
    ...(why ? [say(language, 'referral.state.reason', { reason: why })] : []),
    ...(closingNotes ? [labelled(say(language, 'referral.accept.notes'), closingNotes, reader)] : []),
  ];
}

function labelled(label: string, value: string | undefined, { language }: Reader): string {
  return say(language, 'timeline.line.set', { label, to: value || say(language, 'sync.enter.empty') });
}

function contactLine({ name, email, phone }: Contact): string {
  return [name, email, phone].filter(Boolean).join('; ');
}

function solutionNames({ solutions = [] }: Referral, reader: Reader): string {
  const known = solutions.filter((one) => !isTyped(one));
  return formatList(
    known.map(({ name, id }) => `${name} (${id})`),
    reader,
  );
}

function partnerNames({ parties = [] }: Referral, reader: Reader): string {
  const partners = parties.filter(
    ({ role, organization }) => role === 'invited' && organization !== MICROSOFT,
  );
  return formatList(
    partners.map(({ name }) => name),
    reader,
  );
}
