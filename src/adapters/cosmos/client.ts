import { type ConnectionPolicy, CosmosClient, type CosmosClientOptions } from '@azure/cosmos';
import { ConfigError } from '#ports/errors.ts';
import { outliveLateErrors, USER_AGENT } from './lateErrors.ts';
import { type CosmosOptions, PATIENCE } from './options.ts';
import { withoutPlans } from './withoutPlans.ts';

/** The SDK's client for an account; throws `ConfigError` where the settings are none. */
export async function newClient(options: CosmosOptions): Promise<CosmosClient> {
  try {
    return new CosmosClient(await clientOptions(options));
  } catch (error) {
    throw new ConfigError([`Cosmos DB can't be reached with these settings: ${String(error)}`]);
  }
}

async function clientOptions(options: CosmosOptions): Promise<CosmosClientOptions> {
  const connectionPolicy: ConnectionPolicy = {
    // Leaves time for a second attempt when the first meets silence.
    requestTimeout: (options.patience ?? PATIENCE) / 2,
    // Two regions that both accept writes would both honour the same etag: one must decide.
    useMultipleWriteLocations: false,
    // Throttling is answered by `insist`: the SDK would sleep as long as the server says, past any deadline.
    retryOptions: { maxRetryAttemptCount: 0, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: 0 },
    ...options.connectionPolicy,
  };
  const { endpoint, agent } = options;
  outliveLateErrors();
  const common = {
    endpoint,
    connectionPolicy,
    ...(agent && { agent }),
    httpClient: withoutPlans(),
    userAgentSuffix: USER_AGENT,
  };
  if (options.key !== undefined) return { ...common, key: options.key };
  // Loaded where it is needed only: it is large.
  const { DefaultAzureCredential } = await import('@azure/identity');
  const { identity } = options;
  const aadCredentials = new DefaultAzureCredential(identity ? { managedIdentityClientId: identity } : {});
  return { ...common, aadCredentials };
}
