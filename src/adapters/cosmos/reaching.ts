import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { CosmosClient, DatabaseAccount } from '@azure/cosmos';
import { UnavailableError } from '#ports/errors.ts';
import { classify, insist } from './attempts.ts';
import type { CosmosOptions } from './options.ts';

/**
 * Asks the account where it is to be found, and whether somebody answers there: the SDK goes to the addresses that the
 * account itself names, whatever it was given. The answer is those addresses. Throws `UnavailableError` in words at the
 * deadline, or as it came where the account refuses.
 */
export async function reachAccount(
  client: CosmosClient,
  options: CosmosOptions,
  deadline: number,
): Promise<readonly string[]> {
  const { endpoint } = options;
  // First without the SDK, which repeats by itself what failed and does not say why.
  const { resource } = await insist(deadline, (signal) => knock(endpoint, options, signal))
    .then(() => insist(deadline, (abortSignal) => client.getDatabaseAccount({ abortSignal })))
    .catch((error: unknown) => {
      throw silent(error, `Cosmos DB does not answer at ${endpoint}`, 'COSMOS_ENDPOINT');
    });
  if (options.connectionPolicy?.enableEndpointDiscovery === false) return [endpoint];
  const named = namedBy(resource);
  for (const address of named) {
    await insist(deadline, (signal) => knock(address, options, signal)).catch((error: unknown) => {
      throw silent(
        error,
        `the account at ${endpoint} names ${address} as its own address, and nobody answers there`,
        'private endpoints and names',
      );
    });
  }
  return named;
}

/** Where the SDK will write and read. */
function namedBy(account: DatabaseAccount | undefined): string[] {
  const first = [account?.writableLocations[0], account?.readableLocations[0]];
  return [...new Set(first.flatMap((location) => location?.databaseAccountEndpoint ?? []))];
}

/** Resolves when anything answers, whatever it says. */
function knock(address: string, { agent }: CosmosOptions, signal: AbortSignal): Promise<void> {
  const secure = address.startsWith('https:');
  return new Promise((resolve, reject) => {
    const request = (secure ? secureRequest : plainRequest)(address, {
      signal,
      ...(secure && agent && { agent }),
    });
    request.on('error', reject);
    request.on('response', (response) => {
      response.resume();
      resolve();
    });
    request.end();
  });
}

function silent(error: unknown, what: string, where: string): unknown {
  if (!(error instanceof UnavailableError) || classify(error.cause).kind === 'refused') return error;
  const { cause } = error;
  const { code, name, message } = cause as NodeJS.ErrnoException;
  const why = typeof code === 'string' ? code : name === 'AbortError' ? 'no answer in time' : message;
  return new UnavailableError('store-unavailable', {
    cause,
    words: `${what} (${why}): look at ${where}, at the firewall of the account and at the way there`,
  });
}
