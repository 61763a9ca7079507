import { personalPartition } from '#app/contact/personal.ts';
import type { TestPerson } from '#test/support/bot/fakeTeams.ts';
import type { RunningBot } from '#test/support/bot/startBot.ts';

/** What is noted of what somebody did last, for typing *undo*; empty where nothing is. */
export async function lastDoneOf(bot: RunningBot, { aadObjectId }: TestPerson): Promise<readonly unknown[]> {
  const { documents } = await bot.composed.store.list<'person'>({
    partition: 'local',
    kind: 'person',
    limit: 50,
  });
  const own = documents.find(({ body }) => body.personId.includes(aadObjectId.toLowerCase()));
  const partition = personalPartition('local', own?.body.personId ?? '');
  return (await bot.composed.store.read<'done'>(partition, 'done'))?.body.done ?? [];
}
