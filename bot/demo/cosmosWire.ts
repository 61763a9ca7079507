import { Agent } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createHttpsServer } from '@vercel/cosmosdb-server';

/** A Cosmos DB account on this machine: what a client needs to reach it. */
export interface CosmosAccount {
  endpoint: string;
  key: string;
  /** Accepts the server's certificate, which is self-signed and has expired. */
  agent: Agent;
  connectionPolicy: { enableEndpointDiscovery: boolean };
  close(): Promise<void>;
}

/** Any key will do; the SDK wants base64. */
export const anyKey = Buffer.from('no secret').toString('base64');

/** Starts an empty Cosmos DB server on a free port of 127.0.0.1. */
export async function startCosmos(): Promise<CosmosAccount> {
  const server = createHttpsServer({ keepAlive: true });
  // The server answers a read of an unknown item with 500 unless this header spares it a check that stumbles.
  server.prependListener('request', (request) => {
    if (request.method === 'GET') request.headers['x-ms-documentdb-query-enablecrosspartition'] = 'true';
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const agent = trustingAgent();
  return {
    endpoint: `https://127.0.0.1:${port}`,
    key: anyKey,
    agent,
    connectionPolicy: { enableEndpointDiscovery: false },
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An agent for the test servers' self-signed certificate. */
export function trustingAgent(): Agent {
  return new Agent({ rejectUnauthorized: false, keepAlive: true });
}
