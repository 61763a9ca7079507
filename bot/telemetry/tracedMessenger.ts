import type { Content, Delivery, Messenger } from '#ports/messenger.ts';
import type { Tracing } from './tracing.ts';

/** The same messenger, whose sends and edits are seen with how each ended. */
export function tracedMessenger(messenger: Messenger, tracing: Tracing): Messenger {
  const seen = (how: string, { type }: Content, send: () => Promise<Delivery>) =>
    tracing.span({ name: `send ${type}`, kind: 'client', facts: { how } }, async () => {
      const delivery = await send();
      tracing.note({ outcome: delivery.outcome });
      return delivery;
    });
  return {
    post: (to, content) => seen('post', content, () => messenger.post(to, content)),
    follow: (to, activityId, content) =>
      seen('follow', content, () => messenger.follow(to, activityId, content)),
    edit: (to, activityId, content) => seen('edit', content, () => messenger.edit(to, activityId, content)),
    under: (holding) => tracedMessenger(messenger.under(holding), tracing),
  };
}
