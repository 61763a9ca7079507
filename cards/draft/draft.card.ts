import type { DealStep } from '../../src/domain/draft.ts';
import type { CardJson } from '../expand.ts';
import type { DraftCardView } from './view.ts';

/** The form of the draft's present step, or its review. */
export function draftCard(view: DraftCardView): CardJson {
  return { type: 'AdaptiveCard', version: '1.5', lang: view.language.slice(0, 2) };
}

/** The one line that an answered form shrinks to. */
export function answeredCard(view: DraftCardView, _step: DealStep): CardJson {
  return { type: 'AdaptiveCard', version: '1.5', lang: view.language.slice(0, 2) };
}
