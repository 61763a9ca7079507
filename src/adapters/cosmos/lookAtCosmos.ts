import type { AnyDocumentStore } from '#ports/documents.ts';
import { httpStatusOf, insist } from './attempts.ts';
import { newClient } from './client.ts';
import { refusedIn, uselessIn } from './container.ts';
import { storeIn } from './openCosmosStore.ts';
import { type CosmosOptions, PATIENCE, placeOf } from './options.ts';
import { type ContainerFaults, faultsOf } from './policy.ts';
import { reachAccount } from './reaching.ts';

/** What stands in an account, and nothing of it changed. */
export interface CosmosSight {
  /** The addresses that the account names. */
  addresses: readonly string[];
  /** What is not there yet and will be made at the first start, by whoever may. */
  absent: readonly ('database' | 'container')[];
  /** Why documents can't be kept there, in words. */
  useless: readonly string[];
  faults?: ContainerFaults | undefined;
  /** For reading, where it is all there; only its `close` need be called. */
  store?: AnyDocumentStore | undefined;
}

/**
 * Looks at an account within twice the patience. Throws `UnavailableError` in words where it can't be reached, `ConfigError`
 * where it refuses.
 */
export async function lookAtCosmos(options: CosmosOptions): Promise<CosmosSight> {
  const client = await newClient(options);
  const deadline = performance.now() + 1.6 * (options.patience ?? PATIENCE);
  const names = placeOf(options);
  let kept = false;
  try {
    const addresses = await reachAccount(client, options, deadline);
    const database = client.database(names.database);
    const container = database.container(names.container);
    const there = await orNothing(insist(deadline, (abortSignal) => database.read({ abortSignal })));
    const found =
      there && (await orNothing(insist(deadline, (abortSignal) => container.read({ abortSignal }))));
    if (!found?.resource) {
      return { addresses, absent: there ? ['container'] : ['database', 'container'], useless: [] };
    }
    const { resource } = found;
    kept = true;
    return {
      addresses,
      absent: [],
      useless: uselessIn(names.container, resource),
      faults: faultsOf(resource, options.orderings ?? []),
      store: storeIn(client, container, options),
    };
  } catch (error) {
    throw refusedIn(names, error);
  } finally {
    if (!kept) client.dispose();
  }
}

async function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  return answer.catch((error: unknown) => {
    if (httpStatusOf(error) === 404) return undefined;
    throw error;
  });
}
