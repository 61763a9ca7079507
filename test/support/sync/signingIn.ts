import { createEntraSignIn } from '#adapters/sign-in/entraSignIn.ts';
import { certificatesIn } from '#adapters/system/trustedRoots.ts';
import { type StandIn, type StandInOptions, startStandIn } from '#bot/demo/standIn/standIn.ts';
import type { Organization } from '#ports/organizations.ts';
import type { AccountSignIn } from '#ports/signIn.ts';
import { organizationWith } from '#test/support/app/runningApp.ts';

/** A stand-in for Partner Center and its sign-in, by the wire. */
export interface SigningIn {
  standIn: StandIn;
  signIn: AccountSignIn;
  organization: Organization;
}

/** Two tokens of one second are the same text at the stand-in, so its clock goes on whenever it looks at it. */
export async function signingIn({
  now = () => new Date(),
  ...options
}: StandInOptions = {}): Promise<SigningIn> {
  let looked = 0;
  const ticking = () => new Date(now().getTime() + 1_000 * looked++);
  const standIn = await startStandIn({ pollSeconds: 0, now: ticking, ...options });
  return { standIn, signIn: signInAt(standIn), organization: organizationOf(standIn) };
}

export function signInAt(
  standIn: StandIn,
  changes: Partial<Parameters<typeof createEntraSignIn>[0]> = {},
): AccountSignIn {
  return createEntraSignIn({
    authority: standIn.authority,
    clientId: standIn.clientId,
    roots: certificatesIn(standIn.caFile),
    scopes: {
      referrals: 'https://api.partner.microsoft.com/.default',
      webhooks: 'https://api.partnercenter.microsoft.com/.default',
    },
    ...changes,
  });
}

/** The organization that the stand-in is about. */
function organizationOf({ tenantId, organizationId }: StandIn): Organization {
  return { ...organizationWith([]), tenantIds: [tenantId], partnerCenterId: organizationId };
}
