import { keepAct } from '#app/store/audit.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { canonical } from '#domain/values/canonical.ts';
import { fingerprint } from '#domain/values/fingerprint.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    'file-seen': FileSeen;
  }
}

/** What the organizations file said of an organization at the last start, by its parts, as text. */
interface FileSeen {
  parts: Readonly<Record<string, string>>;
}

const ID = 'file-seen';

/**
 * Keeps what has changed in the organizations file since the last start: options, names of stages, tenants, locations, routes
 * and the rest – but for members, who are kept one by one, and solutions, which are no right. To be called at start; of replicas that start at once it is
 * kept once.
 */
export async function noteFile(
  deps: { store: DocumentStore; clock: Clock },
  organization: Organization,
): Promise<void> {
  const parts = partsOf(organization);
  const known = await deps.store.read<'file-seen'>(organization.id, ID);
  const before = known?.body.parts;
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(parts)]);
  const changed = [...names].filter((name) => before?.[name] !== parts[name]);
  if (changed.length === 0) return;
  const at = deps.clock.now().toISOString();
  // The first time there is nothing to compare with. First the acts: where it is cut off, the next start has the same ids.
  for (const name of known ? changed : []) {
    const id = `file:${fingerprint(`${known?.etag} ${name}`)}`;
    const change = { about: name, from: before?.[name], to: parts[name] };
    await keepAct(deps, organization.id, { id, at, by: 'file', what: 'file.change', ...change });
  }
  await changeDocument<'file-seen', void>(deps, organization.id, ID, () => ({
    draft: { partition: organization.id, id: ID, kind: 'file-seen', schema: 1, body: { parts } },
    result: undefined,
  }));
}

function partsOf({
  id: _,
  members: __,
  solutions: ___,
  options,
  ...rest
}: Organization): Record<string, string> {
  const named = Object.entries(options).map(([name, value]) => [`options.${name}`, value] as const);
  const parts = [...named, ...Object.entries(rest)].flatMap(([name, value]) =>
    value === undefined ? [] : [[name, canonical(value)] as const],
  );
  return Object.fromEntries(parts);
}
