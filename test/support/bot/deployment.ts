import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSealedVault } from '#adapters/sign-in/sealedVault.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { type ConnectionRecord, connectionDraft } from '#app/sync/connectionRecord.ts';
import { type TokenRecord, tokenDraft } from '#app/sync/signIn/tokenRecord.ts';
import type { DocumentDraft } from '#ports/documents.ts';
import { twoOrganizations } from '#test/support/organization/organizations.ts';
import { APP_SECRET, type Outside } from './outside.ts';

const APP = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
export const TOKEN_KEY = Buffer.alloc(32, 'k').toString('base64');

/** A whole deployment in a folder of its own, as an administrator sets one up: everything is as it should be. */
export interface Deployment {
  folder: string;
  file: string;
  organizations: string;
  secret: string;
  env: Record<string, string>;
  /** What the store says of the connection of Contoso and of its sign-in. */
  connected(
    change?: Partial<ConnectionRecord> | undefined,
    token?: Partial<TokenRecord> | undefined,
  ): Promise<void>;
  put(draft: DocumentDraft): Promise<void>;
  /** What lies in the folder, byte by byte, and whose it is. */
  everything(): string;
  remove(): void;
}

export async function deployment({ url }: Outside, now: Date): Promise<Deployment> {
  const folder = mkdtempSync(join(tmpdir(), 'cosell-deployment-'));
  chmodSync(folder, 0o700);
  const [file, organizations, secret] = ['cosell.db', 'organizations.json', 'app-password'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  const members = [{ email: 'ada@contoso.example', role: 'referrals-admin' as const }];
  const [contoso] = twoOrganizations(members).organizations;
  writeFileSync(organizations, JSON.stringify({ organizations: [contoso] }), { mode: 0o640 });
  writeFileSync(secret, `${APP_SECRET}\n`, { mode: 0o600 });
  const put = async (draft: DocumentDraft) => {
    const store = openSqliteStore({ file });
    const stored = await store.read(draft.partition, draft.id);
    if (stored) await store.replace(draft, stored.etag);
    else await store.create(draft);
    await store.close();
    chmodSync(file, 0o600);
  };
  const made: Deployment = {
    ...{ folder, file, organizations, secret, put },
    env: {
      MicrosoftAppId: APP,
      MicrosoftAppTenantId: APP,
      MicrosoftAppPassword_FILE: secret,
      ORGANIZATIONS_FILE: organizations,
      SQLITE_FILE: file,
      PARTNER_CENTER_CLIENT_ID: APP,
      PARTNER_CENTER_TOKEN_KEY: TOKEN_KEY,
      PARTNER_CENTER_AUTHORITY: url,
      PARTNER_CENTER_API_URL: url,
      PARTNER_CENTER_WEBHOOKS_URL: url,
      PARTNER_CENTER_CERTIFICATE_HOSTS: new URL(url).host,
    },
    async connected(change = {}, token = {}) {
      const soon = new Date(now.getTime() + 60_000).toISOString();
      const account = { name: 'Sync', username: 'sync@contoso.example', tenantId: APP };
      const record = { account, connectedAt: now.toISOString(), nextPoll: soon, quietPolls: 0, ...change };
      await put(connectionDraft('contoso', record));
      const held = await createSealedVault(() => [TOKEN_KEY]).put(
        'contoso',
        '{"kept":"a secret","access":{}}',
      );
      await put(tokenDraft('contoso', { held, renewedAt: now.toISOString(), nextLook: soon, ...token }));
    },
    everything: () =>
      readdirSync(folder)
        .sort()
        .map((name) => {
          const { mode, mtimeMs } = statSync(join(folder, name));
          return `${name} ${mode} ${mtimeMs} ${readFileSync(join(folder, name)).toString('base64')}`;
        })
        .join('\n'),
    remove: () => rmSync(folder, { recursive: true }),
  };
  await made.connected();
  return made;
}
