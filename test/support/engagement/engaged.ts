import { readReferralRecord } from '#app/referral/referral.read.ts';
import {
  createdRecord,
  referralDocumentId,
  referralDraft,
  withEvents,
} from '#app/referral/referralRecord.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { consequences } from '#domain/decide/consequences.ts';
import type { ReferralCommand } from '#domain/decide/decideReferral.ts';
import { decideReferral } from '#domain/decide/decideReferral.ts';
import type { Invitation } from '#domain/referral/party.ts';
import type { Referral, Solution } from '#domain/referral/referral.ts';
import type { App } from '#test/support/app/runningApp.ts';

const analytics: Solution = { id: 'SOL-1', name: 'Analytics', kind: 'own', incentive: true };

/** An accepted outbound deal of an organization, stored as if it had just been created. */
export async function created(app: App, changes: Partial<Referral> = {}): Promise<Referral> {
  const at = app.clock.now().toISOString();
  const by = { kind: 'person' as const, personId: 'tenant:anna' };
  const referral = {
    id: 'deal-1',
    engagementId: 'engagement-1',
    organization: 'contoso',
    direction: 'outbound',
    location: '1234567',
    name: 'Northwind: analytics',
    customer: { name: 'Northwind', addressLines: [], country: 'US', contacts: [] },
    value: { amount: 100, currency: 'USD' },
    closeDate: '2027-03-01',
    wanted: { solutions: [], products: [], services: [], industries: [] },
    solutions: [analytics],
    assistance: 'Unknown',
    createdBy: by,
    team: [{ name: 'Anna', email: 'anna@contoso.example', phone: '1' }],
    createdAt: at,
    expiresAt: at,
    revision: 1,
    stage: 'accepted',
    acceptedAt: at,
    acceptedBy: by,
    ...changes,
  } as Referral;
  const began = consequences(undefined, referral, { what: 'deal.create', by, at });
  const events = [{ type: 'referral.changed' as const }, ...began.events];
  const record = withEvents(createdRecord(began.state), events, app.clock.now(), {
    id: 'new',
    remember: true,
  });
  await app.store.create(referralDraft(record, undefined));
  app.worker.look();
  return began.state;
}

let commands = 0;

/** Carries a command out on a stored deal, without anybody's rights. */
export async function command(
  app: App,
  organization: string,
  id: string,
  given: Record<string, unknown> & { type: ReferralCommand['type'] },
): Promise<string> {
  const now = app.clock.now();
  const full = { at: now.toISOString(), by: 'tenant:anna', ...given } as ReferralCommand;
  const result = await changeDocument<'referral', string>(
    app.deps,
    organization,
    referralDocumentId(id),
    (document) => {
      if (!document) return { result: 'missing' };
      const decision = decideReferral(document.body.referral, full);
      if (!decision.ok) return { result: decision.rejection };
      const next = withEvents({ ...document.body, referral: decision.state }, decision.events, now, {
        id: `test-${++commands}`,
        remember: true,
      });
      return { draft: referralDraft(next, document.lease), result: 'done' };
    },
  );
  app.worker.look();
  return result;
}

export async function dealOf(app: App, organization: string, id: string): Promise<Referral | undefined> {
  return (await readReferralRecord(app.deps, { organization, referralId: id }))?.referral;
}

/** An invitation as a seller sends it. */
export const invitation: Invitation = {
  closeDate: '2027-02-01',
  value: { amount: 40, currency: 'USD' },
  notes: 'Could you bring the data in?',
  solutions: [analytics],
  assistance: 'GeneralOrOther',
  contacts: [],
};

/** Invites a partner to a deal; its record there is called `r-<organization>` if nothing else is said. */
export function invite(
  app: App,
  organization: string,
  { referralId = `r-${organization}`, ...changes }: Partial<Invitation> & { referralId?: string } = {},
  deal = 'deal-1',
): Promise<string> {
  const guest = { organization, name: organization, referralId };
  const given = { guest, invitation: { ...invitation, ...changes } };
  return command(app, 'contoso', deal, { type: 'partner.invite', ...given });
}
