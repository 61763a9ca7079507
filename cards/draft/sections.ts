import { helpTexts } from '#cards/deal/wanted.ts';
import { locationTitle } from '#cards/form/location.ts';
import { formatDay } from '#cards/format.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { clip, literal } from '#cards/outside.ts';
import { say } from '#cards/say.ts';
import { isPartnerLed } from '#domain/draft/dealProblems.ts';
import type { DealStep } from '#domain/draft/draft.ts';
import { type Contact, NO_HELP } from '#domain/referral/referral.ts';
import { isAssessment } from '#domain/referral/solutions.ts';
import { customerAddress, dunsText } from './steps/customerWords.ts';
import { solutionMarksOf } from './steps/solutionsStep.ts';
import type { DraftCardView, DraftEntry } from './view.ts';

/** A fact of the review; all three texts are shown literally. */
export interface ReviewRow {
  label?: string | undefined;
  text: string;
  weight?: 'Bolder' | undefined;
  /** The entry it shows, which may be one that nobody was asked for. */
  entry?: DraftEntry | undefined;
}

const MOST_SHOWN = 8;

/** What the review shows of a step. */
export function sectionRows(view: DraftCardView, step: Exclude<DealStep, 'review'>): ReviewRow[] {
  const rows = {
    customer: customerRows,
    details: detailRows,
    team: teamRows,
    solutions: solutionRows,
    selling: sellingRows,
    partners: partnerRows,
  }[step](view);
  const shown = rows.filter(({ text }) => text !== '').map((row) => ({ ...row, text: literal(row.text) }));
  return shown.length > 0 ? shown : [{ text: say(view.language, 'referral.card.notStated') }];
}

function customerRows(view: DraftCardView): ReviewRow[] {
  const { customer, customerContact: contact } = view.draft;
  const { language } = view;
  if (!customer) return [];
  return [
    { text: clip(customer.name, 200), weight: 'Bolder', entry: 'customer' },
    { text: customerAddress(customer, view) },
    { text: dunsText(customer.duns, view) },
    { text: customer.byHand ? say(language, 'draft.customer.byHand') : '' },
    {
      label: say(language, 'referral.card.contacts'),
      text: contact ? personText(contact) : say(language, 'referral.card.notStated'),
      entry: contact && 'customerContact',
    },
    {
      text: contact ? say(language, view.draft.consent ? 'draft.consent.given' : 'draft.consent.open') : '',
      entry: view.draft.consent ? 'consent' : undefined,
    },
  ];
}

function detailRows(view: DraftCardView): ReviewRow[] {
  const { draft, language } = view;
  return [
    { text: clip(draft.name ?? '', 250), weight: 'Bolder', entry: 'name' },
    {
      label: say(language, 'referral.card.value'),
      text: draft.value ? formatMoney(draft.value, view) : '',
      entry: 'value',
    },
    {
      label: say(language, 'referral.card.closeDate'),
      text: draft.closeDate ? formatDay(draft.closeDate, view) : '',
      entry: 'closeDate',
    },
    {
      label: say(language, 'draft.location.label'),
      text: locationText(view, draft.location),
      entry: 'location',
    },
    { label: say(language, 'referral.card.crmId'), text: draft.crmId ?? '', entry: 'crmId' },
    { label: say(language, 'referral.card.campaignId'), text: draft.campaignId ?? '', entry: 'campaignId' },
    {
      label: say(language, 'referral.card.notes'),
      text: clip((draft.notes ?? '').replace(/\s+/g, ' '), 400),
      entry: 'notes',
    },
  ];
}

function teamRows(view: DraftCardView): ReviewRow[] {
  const team = view.draft.team ?? [];
  const rows: ReviewRow[] = team
    .slice(0, MOST_SHOWN)
    .map((one, index) => ({ text: personText(one), entry: index === 0 ? 'team' : undefined }));
  return [...rows, { text: moreText(view, team.length) }];
}

function solutionRows(view: DraftCardView): ReviewRow[] {
  const { draft, language } = view;
  const solutions = draft.solutions ?? [];
  const rows: ReviewRow[] = solutions.slice(0, MOST_SHOWN).map((one, index) => ({
    text: [clip(one.name, 120), ...solutionMarksOf(one, view)].join(' · '),
    entry: index === 0 ? 'solutions' : undefined,
  }));
  return [
    ...rows,
    { text: moreText(view, solutions.length) },
    {
      label: say(language, 'deal.card.place'),
      text: locationText(view, draft.assessmentPlace),
      entry: 'assessmentPlace',
    },
  ];
}

function sellingRows(view: DraftCardView): ReviewRow[] {
  return [{ text: helpText(view) ?? '', entry: 'assistance' }];
}

/** Each invited partner with its part; that nobody is, or nobody can be (CR-33). */
function partnerRows(view: DraftCardView): ReviewRow[] {
  const { draft, language } = view;
  const invitations = draft.invitations ?? [];
  if (invitations.length === 0) {
    const assessment = draft.solutions?.some(isAssessment);
    return [{ text: say(language, assessment ? 'invite.draft.assessment' : 'invite.draft.none') }];
  }
  const rows: ReviewRow[] = invitations.slice(0, MOST_SHOWN).map(({ name, value, closeDate, solutions }) => {
    // What they shall bring may be the only one that they have (CR-30).
    const brings = solutions.slice(0, 2).map((one) => clip(one.name, 60));
    const part = [clip(name, 80), formatMoney(value, view), formatDay(closeDate, view), ...brings];
    return { text: part.join(' · ') };
  });
  return [...rows, { text: moreText(view, invitations.length) }];
}

function moreText(view: DraftCardView, count: number): string {
  const more = count - MOST_SHOWN;
  return more > 0 ? say(view.language, 'referral.card.andMore', { count: more }) : '';
}

function personText(one: Contact): string {
  return [one.name, one.email ?? '', one.phone ?? '']
    .map((part) => clip(part.trim(), 100))
    .filter((part) => part !== '')
    .join(' · ');
}

function helpText(view: DraftCardView): string | undefined {
  const { assistance } = view.draft;
  if (assistance === undefined) return undefined;
  if (isPartnerLed(view.draft, view.options)) return say(view.language, 'draft.help.partnerLed');
  if (assistance === NO_HELP) return say(view.language, 'draft.help.none');
  return say(view.language, helpTexts[assistance]);
}

function locationText(view: DraftCardView, location: string | undefined): string {
  const known = view.locations.find(({ mpnId }) => mpnId === location);
  return known ? locationTitle(known) : clip(location ?? '', 60);
}
