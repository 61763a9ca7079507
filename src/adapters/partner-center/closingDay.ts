import type { LocalDate } from '#domain/values/instant.ts';
import type { Calendar } from '#ports/calendar.ts';
import { isMeant, readWireTime, toInstant, wireInstant } from './wireInstant.ts';

/** The wall clock of the organization whose record is read. */
export interface Zone {
  calendar: Calendar;
  /** IANA name. */
  timeZone: string;
}

/**
 * The day that a closing date means (CR-64): 00:00 UTC is that UTC day; what is written without an offset or with one is
 * the day that is written; any other moment in UTC is the day in the organization's zone, because Partner Center's page
 * writes the local midnight. Undefined where nothing can be made out, and for the dates that programs write for none.
 */
export function closingDay(text: string, zone: Zone | undefined): LocalDate | undefined {
  const read = readWireTime(text);
  const instant = wireInstant(text);
  if (!read || !instant || !isMeant(instant)) return undefined;
  if (read.offset !== 'Z' || isMidnight(read.time)) return read.day;
  return zone ? zone.calendar.toLocal(toInstant(instant), zone.timeZone).date : read.day;
}

/**
 * A closing date as it is sent back: with the time of day and the offset that the last one came with, so that the other
 * side sees it move by the days it moved here (CR-64). `00:00` UTC where none came, or where its time can't be kept.
 */
export function closingMoment(day: LocalDate, sent: unknown, zone: Zone | undefined): string {
  const kept = typeof sent === 'string' ? withTimeOf(sent, day, zone) : undefined;
  return kept !== undefined && closingDay(kept, zone) === day ? kept : `${day}T00:00:00Z`;
}

function withTimeOf(sent: string, day: LocalDate, zone: Zone | undefined): string | undefined {
  const before = closingDay(sent, zone);
  const read = readWireTime(sent);
  if (before === undefined || !read) return undefined;
  if (read.day === before) return sent.replace(before, day);
  if (!zone) return undefined;
  // Another day in UTC: what is kept is the time that the organization's clock shows.
  const { minutes } = zone.calendar.toLocal(toInstant(wireInstant(sent) ?? ''), zone.timeZone);
  const moment = zone.calendar.toInstant(day, minutes, zone.timeZone);
  return moment.replace('.000', '');
}

function isMidnight(time: string): boolean {
  return time.startsWith('00:00');
}
