import { readFileSync } from 'node:fs';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { sampleFiles } from '#cards/samples.ts';
import type { Referral } from '#domain/referral/referral.ts';

/** A sample's view, to be changed by a test. */
export function sampleView(name: string, changed: Partial<ReferralCardView> = {}): ReferralCardView {
  return { ...(sampleOf('referral', name) as ReferralCardView), ...changed };
}

// Some tests ask a hundred times.
const known = new Map<string, ReturnType<typeof sampleFiles>>();

/** What a sample of a folder of cards holds. */
export function sampleOf(folder: string, name: string): unknown {
  const files = known.get(folder) ?? sampleFiles(folder);
  known.set(folder, files);
  const file = files.find((one) => one.name === name);
  if (!file) throw new Error(`there is no sample ${name} in cards/${folder}`);
  return JSON.parse(readFileSync(file.path, 'utf8'));
}

/** The undecided sample referral with other facts. */
export function received(changed: Partial<Referral> = {}): Referral {
  return { ...sampleView('received').referral, ...changed } as Referral;
}
