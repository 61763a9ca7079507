import { countTroubles } from '#app/delivery/delivery.show.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { about, type Finding } from './finding.ts';

const { ok, warning } = about('delivery');
const MOST_COUNTED = 100;

/** Whether messages of an organization did not arrive, or work was set aside, since somebody last looked. */
export async function lookAtTroubles(
  store: Pick<DocumentStore, 'count'>,
  { id, name }: { id: string; name: string },
): Promise<Finding[]> {
  const { count, more } = await countTroubles({ store }, id, MOST_COUNTED);
  if (count === 0) return [ok(`${name}: nothing is known that did not arrive, and nothing was set aside`)];
  const shown = more ? `more than ${count}` : String(count);
  const words = `${name}: ${shown} that did not arrive or were set aside: a referrals admin types delivery to see what, why and what to do`;
  return [warning(words)];
}
