import { dealStatusTexts } from '#cards/deal/dealWords.ts';
import type { TextKey } from '#cards/say.ts';

// What is stored may be older or newer than the texts.
export const entryWhatTexts = new Map<string, TextKey>([
  ['referral.receive', 'timeline.what.referral.receive'],
  ['referral.update', 'timeline.what.referral.update'],
  ['referral.accept', 'timeline.what.referral.accept'],
  ['referral.decline', 'timeline.what.referral.decline'],
  ['referral.expire', 'timeline.what.referral.expire'],
  ['referral.escalate', 'timeline.what.referral.escalate'],
  ['deal.create', 'timeline.what.deal.create'],
  ['deal.edit', 'timeline.what.deal.edit'],
  ['deal.team', 'timeline.what.deal.team'],
  ['deal.solutions', 'timeline.what.deal.solutions'],
  ['deal.handover', 'timeline.what.deal.handover'],
  ['deal.locate', 'timeline.what.deal.locate'],
  ['stage.mark', 'timeline.what.stage.mark'],
  ['deal.win', 'timeline.what.deal.win'],
  ['deal.lose', 'timeline.what.deal.lose'],
  ['deal.error', 'timeline.what.deal.error'],
  ['deal.undo', 'timeline.what.deal.undo'],
  ['partner.invite', 'timeline.what.partner.invite'],
  ['partner.remind', 'timeline.what.partner.remind'],
  ['engagement.receive', 'timeline.what.engagement.receive'],
  ['sync.microsoft', 'timeline.what.engagement.receive'],
  ['note.add', 'timeline.what.note.add'],
  ['person.erase', 'timeline.what.person.erase'],
  ['deal.share', 'timeline.what.deal.share'],
  ['registration.register', 'timeline.what.registration.register'],
  ['registration.review', 'timeline.what.registration.review'],
  ['sync.enter', 'timeline.what.sync.enter'],
  ['sync.settle', 'timeline.what.sync.settle'],
  ['sync.drop', 'timeline.what.sync.drop'],
  ['sync.retry', 'timeline.what.sync.retry'],
  ['sync.sent', 'timeline.what.sync.sent'],
  ['sync.refuse', 'timeline.what.sync.refuse'],
]);

export const entryStatusTexts = new Map<string, TextKey>(Object.entries(dealStatusTexts));

export const entryFieldTexts = {
  status: 'timeline.field.status',
  party: 'timeline.field.party',
  salesStage: 'timeline.field.salesStage',
  name: 'timeline.field.name',
  location: 'deal.card.location',
  value: 'timeline.field.value',
  closeDate: 'timeline.field.closeDate',
  notes: 'timeline.field.notes',
  crmId: 'timeline.field.crmId',
  campaignId: 'timeline.field.campaignId',
  assistance: 'timeline.field.assistance',
  holder: 'timeline.field.holder',
  teamAdded: 'timeline.field.teamAdded',
  teamRemoved: 'timeline.field.teamRemoved',
  solutionsAdded: 'timeline.field.solutionsAdded',
  solutionsRemoved: 'timeline.field.solutionsRemoved',
  registration: 'timeline.field.registration',
  note: 'timeline.field.note',
} satisfies Record<string, TextKey>;

export const entryRegistrationTexts = {
  pending: 'timeline.registration.pending',
  approved: 'timeline.registration.approved',
  'review-pending': 'timeline.registration.review-pending',
  passed: 'timeline.registration.passed',
  failed: 'timeline.registration.failed',
  'action-required': 'timeline.registration.action-required',
  closed: 'timeline.registration.closed',
} satisfies Record<string, TextKey>;

export const entryNoteTexts = {
  us: 'timeline.line.note.us',
  all: 'timeline.line.note.all',
} satisfies Record<string, TextKey>;
