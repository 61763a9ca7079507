import { contoso, playgroundOf as playgroundOfGuest } from '#bot/demo/guests.ts';

/** Somebody of the company of whoever tries the demo. */
export type Name = (typeof contoso.people)[number];

/** What the Playground has to know so that it is used by this person; two Playgrounds share no chat and no team. */
export function playgroundOf(name: Name): string {
  return playgroundOfGuest(contoso, name);
}
