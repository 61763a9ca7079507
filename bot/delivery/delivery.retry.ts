import { z } from 'zod';
import { retryTrouble } from '#app/delivery/delivery.retry.ts';
import type { AdminDeps } from '#bot/administration/administer.ts';
import type { ActionOfAdmin } from '#dialogs/turn/action.ts';
import { troubleCard, troublesList } from './deliveryCards.ts';

const ids = z.looseObject({ trouble: z.string().max(200).catch('').default('') });

/** Sends again what did not arrive, or has done again what was given up. */
export const deliveryRetry: ActionOfAdmin<AdminDeps> = async (deps, { turn, data }) => {
  const { trouble } = ids.parse(data);
  if (!trouble) return { card: await troublesList(deps, turn, {}, { code: 'chooseFirst' }) };
  const outcome = await retryTrouble(deps, turn.organization.id, trouble);
  switch (outcome.kind) {
    case 'not-installed': {
      const resultLine = { code: 'notInstalled' as const, name: outcome.trouble.name };
      return { card: await troubleCard(deps, turn, trouble, resultLine) };
    }
    case 'nobody':
      return { card: await troubleCard(deps, turn, trouble, { code: 'nobody' }) };
    default:
      return { card: await troublesList(deps, turn, {}, { code: outcome.kind }) };
  }
};
