import { z } from 'zod';
import type { AdminDeps } from '#bot/administration/administer.ts';
import type { ActionOfAdmin } from '#dialogs/turn/action.ts';
import { troubleCard, troublesList } from './deliveryCards.ts';

const place = z.looseObject({
  trouble: z.string().max(200).optional().catch(undefined),
  pages: z.array(z.string().max(500)).max(100).catch([]).default([]),
});

/** What did not arrive and what is stuck: a page of it, or one of it. */
export const deliveryShow: ActionOfAdmin<AdminDeps> = async (deps, { turn, data }) => {
  const { trouble, pages } = place.parse(data);
  return {
    card: trouble ? await troubleCard(deps, turn, trouble) : await troublesList(deps, turn, { pages }),
  };
};
