import { z } from 'zod';

/** How a list is gone on with, in the order in which it is tried. */
export const ways = ['link', 'bare', 'key', 'quoted', 'skip', 'top'] as const;
export type Way = (typeof ways)[number];

const shape = z.strictObject({
  version: z.literal(1),
  /** Which list. */
  query: z.string().max(300),
  /** Which of its filters was taken. */
  filter: z.int().min(0).max(9),
  way: z.enum(ways),
  /** What the last page's link said. */
  option: z.strictObject({ name: z.enum(['$skiptoken', '$skip']), value: z.string().max(6_000) }).optional(),
  /** The moment up to which the last page reached. */
  edge: z.string().max(60).optional(),
  /** It reached no further than the one before: more records than a page have that moment. */
  stuck: z.boolean().optional(),
  /** So many records were read. */
  offset: z.int().min(0),
  pages: z.int().min(0),
  /** The rows of its largest page: whatever was asked for, Partner Center may have a limit of its own. */
  most: z.int().min(1).optional(),
  /** The records of the last page, by short hashes of their ids: a page of them alone brings nothing new. */
  seen: z.array(z.string().max(12)).max(20_000),
});

/** Where a list is gone on. Stored as text, also by another process. */
export type Cursor = Readonly<z.output<typeof shape>>;

/** The cursor as the text that `readCursor` reads. */
export function cursorText(cursor: Cursor): string {
  const { seen, ...rest } = cursor;
  return Buffer.from(JSON.stringify({ ...rest, seen: seen.join(' ') })).toString('base64url');
}

/** Throws `RangeError` for a text that does not say how that list is gone on with. */
export function readCursor(text: string, query: string): Cursor {
  const cursor = cursorIn(text);
  if (cursor?.query !== query) throw new RangeError('the list is not gone on with from there');
  return cursor;
}

function cursorIn(text: string): Cursor | undefined {
  try {
    const { seen, ...rest } = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const parsed = shape.safeParse({ ...rest, seen: String(seen).split(' ').filter(Boolean) });
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
