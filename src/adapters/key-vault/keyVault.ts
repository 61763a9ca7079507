import type { SecretClient, SecretClientOptions } from '@azure/keyvault-secrets';
import { UnavailableError } from '#ports/errors.ts';
import type { TokenVault } from '#ports/tokenVault.ts';

interface KeyVaultOptions {
  /** Such as `https://cosell.vault.azure.net`. */
  url: string;
  /** Certificates that are trusted. */
  roots: readonly string[];
  /** For a vault that is none of Azure's. */
  connection?: {
    credential: ConstructorParameters<typeof SecretClient>[1];
    options: SecretClientOptions;
  };
}

/** A secret of Azure holds 25 KB. */
const MOST = 25_000;

/**
 * A vault that keeps each text as a version of one secret an organization; what is stored is the number of the version. The
 * SDK is loaded when it is first needed. Has never run against a real vault.
 */
export function createKeyVault({ url, roots, connection }: KeyVaultOptions): TokenVault {
  let opened: Promise<SecretClient> | undefined;
  const open = async () => {
    const { SecretClient } = await import('@azure/keyvault-secrets');
    const { DefaultAzureCredential } = await import('@azure/identity');
    const options = { tlsOptions: { ca: [...roots] }, ...connection?.options };
    return new SecretClient(url, connection?.credential ?? new DefaultAzureCredential(), options);
  };
  const use = async <T>(work: (client: SecretClient) => Promise<T>): Promise<T> => {
    opened ??= open();
    return await work(await opened);
  };
  return {
    most: MOST,
    async put(organization, text) {
      return await use(async (client) => {
        const name = nameOf(organization);
        const set = async () => (await client.setSecret(name, text)).properties.version;
        // A removed secret blocks its name until it is recovered.
        const version = await set().catch(async (error: unknown) => {
          if (statusOf(error) !== 409) throw error;
          await (await client.beginRecoverDeletedSecret(name)).pollUntilDone();
          return await set();
        });
        if (!version) throw new TypeError('a secret without a version');
        return version;
      }).catch(unavailable);
    },
    async take(organization, held) {
      return await use(
        async (client) => (await client.getSecret(nameOf(organization), { version: held })).value,
      ).catch((error: unknown) => (isGone(error) ? undefined : unavailable(error)));
    },
    async remove(organization) {
      await use(async (client) => {
        await client.beginDeleteSecret(nameOf(organization));
      }).catch((error: unknown) => (isGone(error) ? undefined : unavailable(error)));
    },
  };
}

function nameOf(organization: string): string {
  return `cosell-partner-center-${organization}`;
}

function isGone(error: unknown): boolean {
  return statusOf(error) === 404;
}

function statusOf(error: unknown): number | undefined {
  return (error as { statusCode?: number }).statusCode;
}

/** Without what the vault says in words: it may name what was asked for. */
function unavailable(error: unknown): never {
  const status = statusOf(error);
  const code = status === 401 || status === 403 ? 'key-vault-forbidden' : 'key-vault-away';
  throw new UnavailableError(code, {
    cause: new Error(status ? `status ${status}` : String((error as Error).name)),
  });
}
