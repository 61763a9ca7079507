import { wantedEvents } from '#bot/http/webhookEvent.ts';

/** Those that the bot wants, in whatever case they are written. */
function ofOurs(events: readonly string[]): string[] {
  return events.filter((name) => wantedEvents.includes(name.toLowerCase()));
}

/** The rest: somebody else's, which go with a registration of ours. */
function ofOthers(events: readonly string[]): string[] {
  const ours = new Set(ofOurs(events));
  return events.filter((name) => !ours.has(name));
}

/**
 * What is registered at our own address: what the bot wants, as Partner Center writes it, and what is registered there
 * already.
 */
export function eventsToRegister(supported: readonly string[], present: readonly string[]): string[] {
  const known = ofOurs(supported);
  return [...(known.length > 0 ? known : wantedEvents), ...ofOthers(present)];
}

/**
 * What is left where the bot is to hear of nothing: what is somebody else's, else test events alone, because Partner Center
 * knows no way to remove a registration.
 */
export function eventsWithoutOurs(present: readonly string[]): string[] {
  const others = ofOthers(present);
  return others.length > 0 ? others : ['test-created'];
}
