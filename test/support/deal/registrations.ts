import { randomUUID } from 'node:crypto';
import { registerDeal, registrationContext } from '#app/deal/registration.register.ts';
import { type ReviewInput, reviewRegistration } from '#app/deal/registration.review.ts';
import type { DecideOutcome } from '#app/referral/decideRecord.ts';
import type { Solution } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { RegistrationEntries } from '#domain/registration/registrationForm.ts';
import type { App } from '#test/support/app/runningApp.ts';
import { command, created, dealOf } from '#test/support/engagement/engaged.ts';
import { everything } from '#test/support/organization/colleagues.ts';

const analytics: Solution = { id: 'SOL-1', name: 'Analytics', kind: 'own', incentive: true, ipCosell: true };

export const entries: RegistrationEntries = {
  solution: { id: 'SOL-1', name: 'Analytics', ipCosell: true },
  marketplace: false,
  azure: true,
  term: 'perpetual',
  value: { amount: 100, currency: 'USD' },
  solutionValue: 80,
  signed: '2026-11-16',
  start: '2026-12-01',
  tenant: 'customer',
  pricing: 'other',
  confirmed: true,
};

const contact = { name: 'Nora', email: 'nora@northwind.example', phone: '5' };

/** A deal of contoso's that Microsoft was invited to and accepted, and that is won. */
export async function wonTogether(app: App, meanwhile?: () => Promise<unknown>): Promise<void> {
  await created(app, { solutions: [analytics] });
  const guest = { organization: 'msft', name: 'Microsoft', referralId: 'r-msft' };
  const invitation = {
    closeDate: '2027-02-01',
    value: { amount: 100, currency: 'USD' },
    solutions: [analytics],
    assistance: 'GeneralOrOther',
    contacts: [],
    location: 'redmond',
  };
  await command(app, 'contoso', 'deal-1', {
    type: 'partner.invite',
    guest,
    invitation,
    contact,
    consent: true,
  });
  await app.settled();
  const accepted = { name: 'Ours', value: { amount: 100, currency: 'USD' }, closeDate: '2027-02-01' };
  await command(app, 'msft', 'r-msft', { type: 'referral.accept', by: 'tenant-msft:mia', entries: accepted });
  await app.settled();
  await meanwhile?.();
  await app.settled();
  await command(app, 'contoso', 'deal-1', { type: 'deal.win' });
  await app.settled();
}

/** The same, started by Microsoft: contoso's record is the invited one. */
export async function wonForMicrosoft(app: App): Promise<void> {
  await created(app, { organization: 'msft', solutions: [analytics] });
  const guest = { organization: 'contoso', name: 'Contoso', referralId: 'r-contoso' };
  const value = { amount: 100, currency: 'USD' };
  const invitation = {
    closeDate: '2027-02-01',
    value,
    // Of the partner's own catalog, which alone makes the deal eligible for it (CR-63).
    solutions: [{ ...analytics, kind: 'third-party' as const, of: 'contoso' }],
    contacts: [],
    location: '1234567',
  };
  await command(app, 'msft', 'deal-1', { type: 'partner.invite', guest, invitation });
  await app.settled();
  const accepted = { name: 'Ours', value, closeDate: '2027-02-01' };
  await command(app, 'contoso', 'r-contoso', { type: 'referral.accept', entries: accepted });
  await command(app, 'contoso', 'r-contoso', { type: 'deal.win' });
  await app.settled();
}

interface Press {
  id?: string;
  member?: Membership | undefined;
  commandId?: string;
}

/** Anna hands a registration in. */
export async function register(
  app: App,
  changes: RegistrationEntries = {},
  press: Press = {},
): Promise<DecideOutcome> {
  const referralId = press.id ?? 'deal-1';
  const referral = await dealOf(app, 'contoso', referralId);
  if (!referral) throw new Error('there is no deal');
  const context = registrationContext(referral, app.organization, app.clock.instant.slice(0, 10), (at) =>
    at.slice(0, 10),
  );
  return registerDeal(app.deps, {
    organization: 'contoso',
    referralId,
    personId: 'tenant:anna',
    member: 'member' in press ? press.member : everything,
    commandId: press.commandId ?? randomUUID(),
    entries: { ...entries, ...changes },
    context,
  });
}

/** Mia, a reviewer of Microsoft's, decides. */
export function review(
  app: App,
  decision: ReviewInput['decision'],
  changes: Partial<ReviewInput> = {},
): Promise<DecideOutcome> {
  return reviewRegistration(app.deps, {
    organization: 'msft',
    referralId: 'r-msft',
    personId: 'tenant-msft:mia',
    member: everything,
    commandId: randomUUID(),
    partner: 'contoso',
    submission: 1,
    decision,
    ...changes,
  });
}
