import type { Count } from '#ports/documents.ts';
import { about, type Finding } from './finding.ts';

const { ok, warning } = about('store');
/** A running bot looks every few seconds; what failed is tried again within five minutes. */
const LATE = 15 * 60_000;

/** What is to be done by now, and since when the first of it waits. */
export type Due = Count & { since: string | undefined };

/** Whether somebody does what is to be done. */
export function lookAtDue(due: Due | undefined, now: Date): Finding[] {
  if (!due) return [];
  const { count, more, since } = due;
  const waiting = `${more ? 'more than ' : ''}${count.toLocaleString('en')} to be done`;
  if (since === undefined || now.getTime() - Date.parse(since) < LATE) {
    return [ok(count === 0 ? 'nothing waits to be done' : `${waiting}, none of it late`)];
  }
  return [
    warning(`${waiting}, the first since ${since}: is the bot running? Its log says what fails (work)`),
  ];
}
