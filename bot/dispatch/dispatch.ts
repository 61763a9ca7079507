import { administering } from '#bot/administration/administer.ts';
import type { Press } from '#dialogs/turn/action.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import type { ActionDeps, VerbRow } from './verbs.ts';

/** Runs what a verb does for somebody who may. Whether they may about one deal is asked where the deal is read. */
export async function dispatch(deps: ActionDeps, row: VerbRow, press: Press): Promise<Answer> {
  switch (row.right) {
    case 'anyone':
      return row.run(deps, press);
    case 'admin':
    case 'company-admin': {
      const allowed = await administering(deps, press.turn, row.right);
      return 'answer' in allowed ? allowed.answer : row.run(deps, { ...press, ...allowed });
    }
    default:
      return row.run(deps, { ...press, right: row.right });
  }
}
