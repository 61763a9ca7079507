import type { App } from '#test/support/app/runningApp.ts';
import { inShort } from '#test/support/organization/colleagues.ts';

/** Lets time go by in steps, the worker looking each time; what was sent newly meanwhile, as `moment place what`. */
export async function timeUntil(app: App, end: string, minutes = 30): Promise<string[]> {
  const seen: string[] = [];
  const step = minutes * 60_000;
  while (app.clock.instant < end) {
    const known = app.messenger.messages.length;
    app.clock.advance(Math.min(step, Date.parse(end) - Date.parse(app.clock.instant)));
    await app.settled();
    for (const { conversationId, content } of app.messenger.messages.slice(known))
      seen.push(`${app.clock.instant.slice(5, 16)} ${conversationId} ${inShort(content)}`);
  }
  return seen;
}
