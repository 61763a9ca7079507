import type { DocumentStore } from '#ports/documents.ts';
import { readDealMemory } from './dealMemory.ts';

/**
 * The phone with which somebody stood in the team of an earlier deal of their own, so that whoever takes a deal over is
 * a whole contact without being asked (CR-22); undefined where none is remembered.
 */
export async function phoneOf(
  deps: { store: DocumentStore },
  organization: string,
  personId: string | undefined,
): Promise<string | undefined> {
  if (personId === undefined) return undefined;
  return (await readDealMemory(deps, { organization, personId })).phone;
}
