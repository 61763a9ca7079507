import { z } from 'zod';
import { forwardTrouble } from '#app/delivery/delivery.forward.ts';
import type { AdminDeps } from '#bot/administration/administer.ts';
import type { ActionOfAdmin } from '#dialogs/turn/action.ts';
import { troubleCard, troublesList } from './deliveryCards.ts';

const ids = z.looseObject({
  trouble: z.string().max(200).catch('').default(''),
  to: z.string().max(200).catch('').default(''),
});

/** Tells somebody else who may see the deal what did not reach whom it was for. */
export const deliveryForward: ActionOfAdmin<AdminDeps> = async (deps, { turn, data }) => {
  const { trouble: id, to } = ids.parse(data);
  const { organization, person } = turn;
  if (!id) return { card: await troublesList(deps, turn, {}, { code: 'chooseFirst' }) };
  if (!to) return { card: await troubleCard(deps, turn, id, { code: 'chooseFirst' }) };
  const outcome = await forwardTrouble(deps, { organization, id, by: person.personId, to });
  if (outcome.kind === 'not-allowed') {
    return { card: await troubleCard(deps, turn, id, { code: 'notAllowed' }) };
  }
  const resultLine =
    outcome.kind === 'done' ? { code: 'forwarded' as const, name: outcome.name } : { code: 'over' as const };
  return { card: await troublesList(deps, turn, {}, resultLine) };
};
