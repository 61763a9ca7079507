import type { Reader } from '#cards/format.ts';
import type { Pipeline } from '#domain/figures/pipeline.ts';
import type { StageNames } from '#domain/values/options.ts';

/** A pipeline as somebody sees it; always in the personal chat. */
export interface PipelineCardView extends Reader {
  whose: 'mine' | 'all';
  by: 'stage' | 'quarter';
  pipeline: Pipeline;
  /** Whether the reader may see all: of the company, or of their locations alone. */
  mayAll: 'no' | 'locations' | 'company';
  /** Accepted deals past their close date, where that is known. */
  overdue?: number | undefined;
  /** Only the first so many deals are in it. */
  first?: number | undefined;
  /** Deals from before are still being counted. */
  counting: boolean;
  /** Quarters are those of the company's fiscal year. */
  fiscal: boolean;
  stageNames?: StageNames | undefined;
}
