import type { Instant } from '#domain/values/instant.ts';

/**
 * An entry that an administrator made, changed or removed by card. The organizations file is laid under it when it is
 * read, so that a restart neither restores what was removed nor undoes what was changed.
 */
export interface Kept<E> {
  entry: E;
  /** What the file said when this was written, as text; the file wins again as soon as it says something else. */
  fileEntry?: string | undefined;
  /** Made by card: it stays when the file never had it or has it no more. */
  byCard: boolean;
  removed?: Removal | undefined;
}

/** Who took something away, and when. */
export interface Removal {
  at: Instant;
  /** The person's id. */
  by: string;
}

/** How an entry of the file is told from what the file said before. */
export function entryText(entry: unknown): string {
  return JSON.stringify(entry);
}

/** The entries that count: the file's, with what was done by card laid over them, then those made by card, by key. */
export function overlay<E>(file: ReadonlyMap<string, E>, kept: ReadonlyMap<string, Kept<E>>): Map<string, E> {
  const entries = new Map<string, E>();
  for (const [key, entry] of file) {
    const own = kept.get(key);
    if (own?.fileEntry !== entryText(entry)) entries.set(key, entry);
    else if (!own.removed) entries.set(key, own.entry);
  }
  for (const [key, { entry, removed, byCard }] of kept) {
    if (!file.has(key) && byCard && !removed) entries.set(key, entry);
  }
  return entries;
}
