import { markdownLink } from '#cards/deal/link.ts';
import type { CardJson } from '#cards/expand.ts';
import { note, plainLine } from '#cards/form/field.ts';
import { formatInstant } from '#cards/format.ts';
import { clip, escaped, literal } from '#cards/outside.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import { MICROSOFT } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { RegistrationStep } from '#domain/referral/registration.ts';
import {
  isEligible,
  type RegistrationOutlook,
  registrationOutlook,
} from '#domain/registration/registrationRules.ts';
import {
  awaitsReview,
  type FiledRegistration,
  filedRegistrations,
  ownRegistration,
} from '#domain/registration/registrationView.ts';
import {
  conditionText,
  fieldNames,
  registrationRows,
  registrationStandingText,
  registrationStateText,
} from './registrationWords.ts';

const CONDITIONS = 'registration.conditions';
/** A card has to stay small. */
const MOST_STEPS = 4;
const MOST_FILED = 3;
const MOST_REASON = 300;

/** How a registration stands that was handed in, in one line; what it takes stands in the details (CR-46). */
export function registrationLine(view: ReferralCardView): CardJson[] {
  const own = ownRegistration(view.referral);
  if (!own) return filedOn(view.referral).map((one) => ({ ...filedLine(view, one), spacing: 'Small' }));
  const state = registrationStandingText(own, view.language);
  return [
    { ...stateLine(say(view.language, 'registration.card.own', { state }), own.state), spacing: 'Small' },
  ];
}

/**
 * What makes the deal eligible for registration, and how its registration stands (CR-44 to CR-48); `short`: where it
 * stands only, for a card that would be too large.
 */
export function registrationPart(view: ReferralCardView, length: 'whole' | 'short' = 'whole'): CardJson[] {
  const whole = length === 'whole';
  const { referral } = view;
  const own = ownRegistration(referral);
  if (own) {
    const { language } = view;
    const title = say(language, 'registration.card.own', { state: registrationStandingText(own, language) });
    const link = markdownLink('Partner Center', view.partnerCenterUrl);
    // It may name people.
    const reported = view.audience === 'personal' && clip(literal(own.reported ?? '').trim(), MOST_REASON);
    const elsewhere = own.elsewhere && own.filing && say(language, 'registration.card.elsewhere', { link });
    return [
      stateLine(title, own.state),
      ...(reported ? [plainLine([{ text: reported }], 'None')] : []),
      ...(elsewhere ? [note(elsewhere)] : []),
      ...(whole ? steps(view, own.history) : []),
    ];
  }
  if (referral.organization !== MICROSOFT) return outlookParts(view, whole);
  return filedOn(referral).flatMap((one) => {
    const rows = registrationRows(one.filing.form, view).map(({ label, text }) => `${label}: ${text}`);
    const facts = whole && view.audience === 'personal' ? [plainLine([{ text: rows.join('\n') }])] : [];
    return [filedLine(view, one), ...facts, ...(whole ? steps(view, one.history, one.party.name) : [])];
  });
}

/** What partners handed in, on Microsoft's own record: what waits for its review first. */
function filedOn(referral: Referral): readonly FiledRegistration[] {
  const waiting = (one: FiledRegistration) => Number(awaitsReview(one));
  return [...filedRegistrations(referral)]
    .sort((one, other) => waiting(other) - waiting(one))
    .slice(0, MOST_FILED);
}

function filedLine({ language }: ReferralCardView, { party, ...standing }: FiledRegistration): CardJson {
  const partner = clip(escaped(party.name), 100);
  const state = registrationStandingText(standing, language);
  return stateLine(say(language, 'registration.card.filed', { partner, state }), standing.state);
}

function stateLine(text: string, state: RegistrationStep['state']): CardJson {
  const color = state === 'action-required' ? { color: 'Attention' } : {};
  return { type: 'TextBlock', text, weight: 'Bolder', wrap: true, ...color };
}

/** The last steps: who, when and why. Not in a channel, where the names and reasons would be read by everyone. */
function steps(view: ReferralCardView, history: readonly RegistrationStep[], partner?: string): CardJson[] {
  if (view.audience !== 'personal') return [];
  const { language } = view;
  // That it is closed stands in the title.
  const told = history.filter(({ state }) => state !== 'closed');
  const shown = told.slice(-MOST_STEPS);
  const earlier = told.length - shown.length;
  return [
    ...(earlier > 0 ? [note(say(language, 'registration.card.earlier', { count: earlier }))] : []),
    ...shown.flatMap((step, index) => {
      const latest = index === shown.length - 1;
      const asked =
        step.fields && say(language, 'registration.card.asked', { fields: fieldNames(step.fields, view) });
      const reason = step.reason && clip(literal(step.reason).trim(), latest ? MOST_REASON : 100);
      const by = literal(whoOf(view, step, partner));
      const where = ` · ${formatInstant(step.at, view)} · ${by}`;
      return [
        plainLine(
          [
            { text: registrationStateText(step.state, language), weight: 'Bolder' },
            { text: where, isSubtle: true },
          ],
          'Small',
        ),
        ...(reason ? [plainLine([{ text: reason }], 'None')] : []),
        ...(asked && latest ? [note(asked)] : []),
      ];
    }),
  ];
}

/** Their name where they are our own people, else the organization. */
function whoOf(
  { actorNames, language }: ReferralCardView,
  { by, side }: RegistrationStep,
  partner: string | undefined,
): string {
  const name = by?.kind === 'person' ? actorNames?.[by.personId] : undefined;
  if (name) return clip(name, 60);
  if (side === 'microsoft') return 'Microsoft';
  return partner ? clip(partner, 60) : say(language, 'referral.someone');
}

/** The checklist, folded: one line, and what it takes behind it. Ages in nothing, since cards stay in chats. */
function outlookParts(view: ReferralCardView, whole: boolean): CardJson[] {
  const { referral, language, options } = view;
  const won = referral.stage === 'closed' && referral.outcome === 'won';
  if (view.audience !== 'personal' || (referral.stage !== 'accepted' && !won)) return [];
  // The hours before Won are over some day; until then the card says from when.
  const outlook = registrationOutlook(referral, { at: '9999', policy: options?.registrationPolicy });
  const line = outlookLine(view, outlook, won);
  if (!whole || outlook.conditions.length === 0 || outlook.never) return [note(line)];
  const targetElements = [CONDITIONS];
  const title = say(language, 'registration.outlook.show');
  return [
    {
      type: 'ColumnSet',
      selectAction: { type: 'Action.ToggleVisibility', title, targetElements },
      columns: [
        { type: 'Column', width: 'stretch', items: [{ ...note(line), spacing: 'None' }] },
        {
          type: 'Column',
          width: 'auto',
          items: [{ type: 'TextBlock', text: title, size: 'Small', color: 'Accent', wrap: true }],
        },
      ],
    },
    {
      type: 'Container',
      id: CONDITIONS,
      isVisible: false,
      spacing: 'Small',
      items: outlook.conditions.map((one) => {
        const mark = one.met === undefined ? '?' : one.met ? '✓' : '✗';
        return plainLine([{ text: `${mark} ${conditionText(one, view)}` }], 'None');
      }),
    },
  ];
}

function outlookLine({ language }: ReferralCardView, outlook: RegistrationOutlook, won: boolean): string {
  if (outlook.never === 'assessment') return say(language, 'registration.never.assessment');
  if (outlook.never)
    return say(language, won ? 'registration.never.privateClosed' : 'registration.never.private');
  const about = (text: string) => say(language, 'registration.card.own', { state: text });
  if (isEligible(outlook))
    return about(say(language, won ? 'registration.outlook.now' : 'registration.outlook.ready'));
  const count = outlook.conditions.filter(({ met }) => met === false).length;
  return about(
    say(language, won ? 'registration.outlook.not' : 'registration.outlook.missing', won ? {} : { count }),
  );
}
