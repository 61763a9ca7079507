import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { cardOf, offers, readable } from '#test/support/bot/client.ts';
import type { FakeTeams, InvokeAnswer, Place } from '#test/support/bot/fakeTeams.ts';
import { ofType, type Part } from '#test/support/cards/cardParts.ts';
import type { Choices } from './choices.ts';
import type { Reader } from './people.ts';

/** What one presses on. */
export interface Pressed {
  reader: Reader;
  place: Place;
  posted: string;
  verb: string;
  data: Part;
}

/** A process that lives at the moment. */
export type AnyUrl = () => string | undefined;

/**
 * Presses as Teams does: waits for an answer as long as Teams would, and then sends the same once more to whichever process. An
 * answer that comes later is heard all the same. `heard` gets every card that came back.
 */
export async function press(
  { teams, url, patience }: { teams: FakeTeams; url: AnyUrl; patience: number },
  pressed: Pressed,
  heard: (card: Part) => void,
): Promise<void> {
  const activityId = randomUUID();
  for (let attempt = 0; attempt < 2; attempt++) {
    const target = url();
    if (!target) return;
    teams.messagesUrl = `${target}/api/messages`;
    const { reader, place, verb, data, posted } = pressed;
    const answer = teams
      .press(reader.person, place, verb, data, { replyToId: posted, activityId })
      .then((one): InvokeAnswer | undefined => {
        if (one.status === 200 && one.body?.value) heard(cardOf(one));
        return one;
      })
      .catch(() => undefined);
    if (await Promise.race([answer, wait(patience, undefined, { ref: false })])) return;
  }
}

/** A card in one of somebody's places that offers one of the verbs; of several any. */
export function cardWith(
  { teams, choices }: { teams: FakeTeams; choices: Choices },
  reader: Reader,
  verb: string,
): { place: Place; posted: string; card: Part } | undefined {
  const found = reader.places.flatMap((place) =>
    teams
      .in(place)
      .filter(({ activity }) => offers(activity, verb))
      .map((posted) => ({ place, posted: posted.id, card: cardOf(posted) })),
  );
  return found.length > 0 ? choices.one(found) : undefined;
}

/** The data of a button of a card, the first of its verb that has these. */
export function dataOf(
  card: Part,
  verb: string,
  has: (data: Part) => boolean = () => true,
): Part | undefined {
  const buttons = ofType(card, 'Action.Execute').filter((one) => one.verb === verb);
  return buttons.map(({ data }) => data as Part).find(has);
}

/** Whether a card says so. */
export function says(card: Part, words: RegExp): boolean {
  return words.test(readable(card));
}
