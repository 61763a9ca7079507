import type { Referral } from '#domain/referral/referral.ts';
import type { ConnectionMode } from '#domain/sync/connectionMode.ts';

/** How cards point to Partner Center. */
export interface Links {
  partnerCenter: (referralId: string) => string;
  /** Whether what is done in an organization reaches Partner Center by itself. */
  connection: (organization: string) => ConnectionMode;
}

/** Where Partner Center shows a deal: under its own id there, where that is another one than ours. */
export function partnerCenterUrl(
  { partnerCenter }: Pick<Links, 'partnerCenter'>,
  { id, partnerCenterId = id }: Pick<Referral, 'id' | 'partnerCenterId'>,
): string {
  return partnerCenter(partnerCenterId);
}
