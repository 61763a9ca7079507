import { z } from 'zod';
import { showPipeline } from '#app/figures/pipeline.show.ts';
import { pipelineCard } from '#cards/figures/pipeline/pipeline.card.ts';
import type { Action, DealDeps } from '#dialogs/turn/action.ts';
import { todayOf } from '#dialogs/turn/turn.ts';
import { reachOf } from '#domain/administration/administration.ts';

const data = z.looseObject({
  whose: z.enum(['mine', 'all']).optional().catch(undefined),
  by: z.enum(['stage', 'quarter']).catch('stage').default('stage'),
});

/** What is open, by stage or by quarter: one's own deals, or all that an admin may see. */
export const pipelineShow: Action<DealDeps> = async (deps, { turn, data: sent }) => {
  const { whose, by } = data.parse(sent);
  const { organization, member, reader } = turn;
  const { fiscalYearStart } = organization.options;
  const shown = await showPipeline(deps, {
    organization: organization.id,
    member,
    whose,
    today: todayOf(deps, turn),
    yearBegins: fiscalYearStart,
  });
  const reach = reachOf(member);
  const view = {
    ...reader,
    ...shown,
    by,
    mayAll: reach === 'none' ? ('no' as const) : reach,
    fiscal: fiscalYearStart !== undefined,
    stageNames: organization.stageNames,
  };
  return { card: pipelineCard(view) };
};
