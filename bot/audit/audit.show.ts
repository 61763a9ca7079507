import { z } from 'zod';
import { pageOfActs } from '#app/administration/audit.show.ts';
import type { AdminDeps } from '#bot/administration/administer.ts';
import { auditCard } from '#cards/administration/audit/audit.card.ts';
import type { ActionOfAdmin } from '#dialogs/turn/action.ts';

const MOST_PAGES = 100;
const place = z.looseObject({ pages: z.array(z.string().max(500)).max(MOST_PAGES).catch([]).default([]) });

/** Who changed what of the organization, the newest first. */
export const auditShow: ActionOfAdmin<AdminDeps> = async (deps, { turn, data }) => {
  const { pages } = place.parse(data);
  const { acts, cursor } = await pageOfActs(deps, turn.organization.id, pages.at(-1));
  return {
    card: auditCard({
      ...turn.reader,
      rows: acts,
      previous: pages.length > 0 ? { pages: pages.slice(0, -1) } : undefined,
      next: cursor !== undefined && pages.length < MOST_PAGES ? { pages: [...pages, cursor] } : undefined,
    }),
  };
};
