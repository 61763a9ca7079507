import { kept } from '#domain/values/kept.ts';

/** Whether this is a time zone that the runtime knows, by its IANA name. */
export const isTimeZone: (name: string) => boolean = kept(1_000, (name) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
});

/**
 * The zone that a client says it is in, by its IANA name; undefined for what is none, such as `Etc/Unknown`, a name of
 * Windows, an offset or nothing at all.
 */
export function readTimeZone(sent: string | undefined): string | undefined {
  const name = sent?.trim();
  // An offset knows no summer time, and nobody lives in one.
  if (!name || name.length > 60 || !/^[a-z]/i.test(name)) return undefined;
  return isTimeZone(name) ? name : undefined;
}
