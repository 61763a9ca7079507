export { anyKey, type CosmosAccount, startCosmos, trustingAgent } from '#bot/demo/cosmosWire.ts';

/** The account named in COSMOS_TEST_ENDPOINT and COSMOS_TEST_KEY, if any. */
export function accountOfEnvironment(): { endpoint: string; key?: string } | undefined {
  const { COSMOS_TEST_ENDPOINT: endpoint, COSMOS_TEST_KEY: key } = process.env;
  if (!endpoint) return undefined;
  return key ? { endpoint, key } : { endpoint };
}
