import { z } from 'zod';
import { switchChannel } from '#app/administration/channel.switch.ts';
import type { ActionOfAdmin } from '#dialogs/turn/action.ts';
import type { AdminDeps } from './administer.ts';
import { switchedList } from './placesCards.ts';

const ids = z.looseObject({
  channel: z.string().max(400).catch('').default(''),
  asked: z.iso.datetime().optional().catch(undefined),
});

/** A channel gets nothing any more that no route leads there (CR-51). */
export const channelOff: ActionOfAdmin<AdminDeps> = async (deps, { turn, data, input }) => {
  const { channel: channelId, asked } = ids.parse(data);
  const outcome = await switchChannel(deps, { ...input, channelId, asked, on: false });
  return { card: await switchedList(deps, turn, outcome, false) };
};
