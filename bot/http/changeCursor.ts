import { z } from 'zod';
import type { ChangePosition } from '#app/list/referrals.follow.ts';

/** Raised when a cursor means something else; older ones are refused then. */
const VERSION = 1;
const LONGEST = 1_000;

const content = z.tuple([
  z.literal(VERSION),
  z.string(),
  z.iso.datetime({ precision: 3 }).optional(),
  z.string().min(1).max(200).optional(),
]);

/** A cursor, as whoever follows keeps it and gives it back: a position, or the beginning, in one organization. */
export function writeCursor(organization: string, position: ChangePosition | undefined): string {
  const parts = position ? [position.changed, position.documentId] : [];
  return Buffer.from(JSON.stringify([VERSION, organization, ...parts])).toString('base64url');
}

/** The position of a cursor, which is undefined at the beginning; in words what is wrong with a text that is none. */
export function readChangeCursor(
  organization: string,
  text: string,
): { ok: true; position: ChangePosition | undefined } | { ok: false; message: string } {
  const read = content.safeParse(text.length > LONGEST ? undefined : jsonIn(text));
  if (!read.success) {
    return { ok: false, message: 'is no cursor: send nextCursor of the answer before as it came' };
  }
  const [, owner, changed, documentId] = read.data;
  if (owner !== organization) {
    return { ok: false, message: 'belongs to another organization than this key' };
  }
  const position = changed !== undefined && documentId !== undefined ? { changed, documentId } : undefined;
  return { ok: true, position };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
