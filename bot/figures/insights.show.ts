import { z } from 'zod';
import { type ShownInsights, showInsights } from '#app/figures/insights.show.ts';
import { exportCard } from '#cards/figures/export/export.card.ts';
import { insightsCard } from '#cards/figures/insights/insights.card.ts';
import type { ActionOfAdmin, DealDeps } from '#dialogs/turn/action.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { type Turn, todayOf } from '#dialogs/turn/turn.ts';
import { insightsCsv } from './insightsCsv.ts';

const data = z.looseObject({
  by: z.enum(['quarter', 'month']).catch('quarter').default('quarter'),
  location: z.string().max(100).optional().catch(undefined),
  csv: z.string().optional().catch(undefined),
});

/** What became of deals, against the time before; or the same as text to copy. */
export const insightsShow: ActionOfAdmin<DealDeps> = async (deps, { turn, data: sent }) => {
  const { by, location, csv } = data.parse(sent);
  const { organization, member } = turn;
  const yearBegins = organization.options.fiscalYearStart;
  const shown = await showInsights(deps, {
    ...{ organization, member, by, location, yearBegins },
    today: todayOf(deps, turn),
  });
  if (csv) return exported(turn, shown);
  return { card: insightsCard({ ...turn.reader, ...shown, fiscal: yearBegins !== undefined }) };
};

/** Twice on the card, and with a large one it is not sent. */
const MOST_BYTES = 10_000;

function exported({ reader }: Turn, shown: ShownInsights): Answer {
  const { span, location } = shown;
  const lines = insightsCsv(shown);
  let bytes = 0;
  const fitting = lines.filter((line) => {
    bytes += Buffer.byteLength(line) + 2;
    return bytes <= MOST_BYTES;
  });
  const view = {
    ...reader,
    csv: fitting.join('\n'),
    lines: fitting.length < lines.length ? fitting.length : undefined,
    by: span.by,
    location: location?.mpnId,
  };
  return { card: exportCard(view) };
}
