import { administering } from '#bot/administration/administer.ts';
import { say } from '#cards/say.ts';
import { dealSaid } from '#dialogs/meant/dealMeant.ts';
import type { SaidDeal } from '#dialogs/reading/said/said.ts';
import type { Press } from '#dialogs/turn/action.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { undoMeant } from './undoing.ts';
import type { ActionDeps, VerbRow } from './verbs.ts';

/**
 * Runs what a verb does for somebody who may. Whether they may about one deal is asked where the deal is read. `said`: the
 * deal in words, where it was said in a sentence.
 */
export async function dispatch(
  deps: ActionDeps,
  row: VerbRow,
  pressed: Press,
  said?: { deal: SaidDeal },
): Promise<Answer> {
  const press = said ? await dealSaid(deps, pressed, said.deal) : pressed;
  if ('answer' in press) return press.answer;
  const undo = await undoMeant(deps, row, press);
  if (undo === 'nothing') return { text: say(press.turn.reader.language, 'undo.chat.nothing') };
  return run(deps, undo?.row ?? row, undo?.press ?? press);
}

async function run(deps: ActionDeps, row: VerbRow, press: Press): Promise<Answer> {
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
