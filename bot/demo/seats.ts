import { contoso, type DemoGuest, firstNameOf, guests } from './guests.ts';

/** Somebody who can be played in a Playground of their own. */
export interface Seat {
  guest: DemoGuest;
  person: string;
  port: number;
}

const FIRST_PORT = 56_180;

const colleagues = contoso.people
  .slice(1)
  .map((person, at): [string, Seat] => [
    firstNameOf(person),
    { guest: contoso, person, port: FIRST_PORT + at },
  ]);
const others = Object.entries(guests).map(([word, guest]): [string, Seat] => [
  word,
  { guest, person: guest.people[0], port: guest.port },
]);
const seats = new Map([...others, ...colleagues]);

/** By the word behind `npm run demo --`: another company, or the first name of a colleague. */
export function seatNamed(word: string): Seat | undefined {
  return seats.get(word.toLowerCase());
}

/** All the words there are. */
export const seatWords: readonly string[] = [...seats.keys()];
