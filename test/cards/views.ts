import { readFileSync } from 'node:fs';
import type { ReferralCardView } from '#cards/referral/view.ts';
import type { Referral } from '#domain/referral.ts';
import { pathOf } from '#test/support/repository.ts';

/** A sample's view, to be changed by a test. */
export function sampleView(name: string, changed: Partial<ReferralCardView> = {}): ReferralCardView {
  const file = pathOf(`cards/referral/samples/${name}.json`);
  return { ...(JSON.parse(readFileSync(file, 'utf8')) as ReferralCardView), ...changed };
}

/** The undecided sample referral with other facts. */
export function received(changed: Partial<Referral> = {}): Referral {
  return { ...sampleView('received').referral, ...changed } as Referral;
}
