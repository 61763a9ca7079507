import { z } from 'zod';
import type { ActionOfAdmin } from '#dialogs/turn/action.ts';
import type { AdminDeps } from './administer.ts';
import { membersList } from './membersCards.ts';

const data = z.looseObject({
  pages: z.array(z.string().max(500)).max(30).catch([]).default([]),
  /** Typed after the command, or into the input. */
  text: z.string().max(200).catch('').default(''),
  search: z.string().max(200).catch('').default(''),
});

/** The members of the organization, page by page or by name (CR-1 to CR-5). */
export const membersShow: ActionOfAdmin<AdminDeps> = async (deps, { turn, data: sent, reach }) => {
  const { pages, text, search } = data.parse(sent);
  const words = (search || text).trim() || undefined;
  return { card: await membersList(deps, turn, reach, { pages: words ? [] : pages, search: words }) };
};
