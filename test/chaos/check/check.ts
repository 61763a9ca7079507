import { acknowledgedRule } from './acknowledgedRule.ts';
import { cardsRule } from './cardsRule.ts';
import type { Evidence } from './evidence.ts';
import { noticesRule } from './noticesRule.ts';
import { partiesRule } from './partiesRule.ts';
import { repeatsRule } from './repeatsRule.ts';

/**
 * Everything that is not as it was promised, in words. Uses nothing of the product: it reads the store and the
 * connector's log for itself.
 */
export function check(evidence: Evidence): string[] {
  const rules = [acknowledgedRule, noticesRule, repeatsRule, cardsRule, partiesRule];
  return rules.flatMap((rule) => rule(evidence));
}
