import { type SalesStage, salesStages } from '#domain/referral/referral.ts';

/** Older names of the stages, as the connectors of other systems send them (CR-40). */
const names: Readonly<Record<string, SalesStage>> = {
  qualify: 20,
  qualified: 20,
  develop: 40,
  developed: 40,
  propose: 60,
  proposed: 60,
  negotiate: 80,
  negotiated: 80,
  close: 80,
};

/**
 * The sales stage that was sent: a percentage as text, or an older name. One between two stages counts as the lower one,
 * since that is what was reached; before the first, and where it can't be read, there is none.
 */
export function readStage(text: string | undefined): SalesStage | undefined {
  const word = text?.trim().toLowerCase() ?? '';
  if (Object.hasOwn(names, word)) return names[word];
  const percent = /^(\d{1,3}(?:\.\d{1,10})?)\s?%?$/.exec(word)?.[1];
  return percent === undefined ? undefined : salesStages.findLast((stage) => stage <= Number(percent));
}

/** The stage as Partner Center takes it. */
export function wireStage(stage: SalesStage | undefined): string {
  return String(stage ?? 10);
}
