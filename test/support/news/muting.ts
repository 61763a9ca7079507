import { muteNews } from '#app/news/news.mute.ts';
import { snoozeNews } from '#app/news/news.snooze.ts';
import { unmuteNews } from '#app/news/news.unmute.ts';
import type { MuteScope } from '#domain/news/mute.ts';
import type { Content } from '#ports/messenger.ts';
import { type App, TENANT } from '#test/support/app/runningApp.ts';
import { chatOf } from '#test/support/organization/colleagues.ts';

const who = (app: App, name: string) => ({
  organization: app.organization.id,
  personId: `${TENANT}:${name}`,
});

export function mute(app: App, name: string, what: MuteScope = 'all'): Promise<void> {
  return muteNews(app.deps, { ...who(app, name), what });
}

/** Snoozes until nine in the morning, so many days later. */
export async function snooze(app: App, name: string, what: MuteScope = 'all', days = 1): Promise<void> {
  const outcome = await snoozeNews(app.deps, {
    ...who(app, name),
    what,
    how: { days },
    timeZone: 'Europe/Berlin',
  });
  if (!outcome.ok) throw new Error(outcome.problem);
}

export async function unmute(app: App, name: string, what: MuteScope | 'everything' = 'all'): Promise<void> {
  await unmuteNews(app.deps, { ...who(app, name), what });
  await app.settled();
}

/** The messages of a type that stand in somebody's chat. */
export function told<T extends Content['type']>(
  app: App,
  name: string,
  type: T,
): Extract<Content, { type: T }>[] {
  return app.messenger
    .in(chatOf(name))
    .map(({ content }) => content)
    .filter((content): content is Extract<Content, { type: T }> => content.type === type);
}
