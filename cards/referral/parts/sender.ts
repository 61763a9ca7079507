import { clip, literal } from '#cards/outside.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';

/** The sender's name; Microsoft by its id, because its name is often left out. */
export function senderOf(view: Pick<ReferralCardView, 'referral'>): string {
  const { sender } = view.referral;
  const name = clip(literal(sender?.name ?? '').trim(), 120);
  if (name === '' && sender?.organizationId?.toLowerCase() === 'msft') return 'Microsoft';
  return name;
}
