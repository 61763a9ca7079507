import { EVERYBODY } from '../src/adapters/solutions/solutionDocument.ts';
import { createSolutionImport } from '../src/adapters/solutions/solutionLoading.ts';
import type { DocumentStore } from '../src/ports/documents.ts';
import type { SolutionImport } from '../src/ports/solutions.ts';
import { openStore, organizationsOf } from './compose.ts';
import type { Config } from './config.ts';

/** What imports from files work with, beside a running bot or without one. */
export interface Imports {
  /** Ids of the organizations, in the order of their file. */
  organizations: readonly string[];
  /** Into the catalog of an organization, or into Microsoft's, which all share. */
  solutions(into: { organization: string } | 'microsoft'): SolutionImport;
  close(): Promise<void>;
}

/** Imports into the store of a configuration; nothing of the bot is started. */
export async function composeImports(config: Config): Promise<Imports> {
  const organizations = organizationsOf(config, '')
    .all()
    .map(({ id }) => id);
  const store = await openStore(config);
  return { ...importsInto(store), organizations, close: () => store.close() };
}

/** Imports into a store that is open already. */
export function importsInto(store: DocumentStore): Pick<Imports, 'solutions'> {
  return {
    solutions: (into) => createSolutionImport(store, into === 'microsoft' ? EVERYBODY : into.organization),
  };
}
