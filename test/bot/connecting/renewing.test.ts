import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONNECTION_ID, type ConnectionRecord } from '#app/sync/connectionRecord.ts';
import { contentOf } from '#app/sync/signIn/signInVault.ts';
import { TOKEN_ID, type TokenRecord, tokenDraft } from '#app/sync/signIn/tokenRecord.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { until } from '#test/support/bot/startBot.ts';
import { pathOf } from '#test/support/repository.ts';
import { settingsFor } from '#test/support/sync/connectingCommands.ts';
import {
  connect,
  fileStore,
  type OneProcess,
  oneProcess,
  vaultKey,
} from '#test/support/sync/signedInStore.ts';
import { type SigningIn, signingIn } from '#test/support/sync/signingIn.ts';

const DAY = 86_400_000;

describe('Two running bots and the sign-in that they share', () => {
  let at: SigningIn;
  let folder: string;
  let store: AnyDocumentStore;
  let one: OneProcess;
  let said: string;
  let bots: ChildProcess[];
  beforeEach(async () => {
    const { organization, ...rest } = await signingIn({ switches: { oldRefreshToken: 'dies' } });
    at = { ...rest, organization: { ...organization, id: 'local' } };
    folder = await mkdtemp(join(tmpdir(), 'cosell-renewing-'));
    [said, bots] = ['', []];
    const [file, key] = [join(folder, 'cosell.db'), vaultKey()];
    store = fileStore(file);
    one = oneProcess(at, { store, keys: [key] });
    await connect(at, one);
    const { PATH, NODE_COMPILE_CACHE } = process.env;
    const settings = { PORT: '0', LOG_LEVEL: 'trace', ...settingsFor(at.standIn, file, key) };
    await unusedFor(2);
    bots = [1, 2].map(() => {
      const env = { PATH, NODE_COMPILE_CACHE, ...settings };
      const bot = spawn(process.execPath, [pathOf('bot/main.ts')], {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      for (const stream of [bot.stdout, bot.stderr]) {
        stream.on('data', (text: Buffer) => {
          said += text;
        });
      }
      return bot;
    });
  });
  afterEach(async () => {
    await Promise.all(bots.map(ended));
    await Promise.all([store.close(), at.standIn.close()]);
    await rm(folder, { recursive: true });
  });

  const ended = (bot: ChildProcess) =>
    new Promise((resolve) => {
      bot.once('exit', resolve);
      bot.kill('SIGKILL');
    });
  const token = async () => {
    const document = await store.read<TokenRecord>('local', TOKEN_ID);
    return document ?? assert.fail('no sign-in');
  };
  /** As if it had not been used for so many days, and had to be looked at now. */
  const unusedFor = async (days: number) => {
    for (;;) {
      const { body, etag, lease } = await token();
      const now = Date.now();
      const renewedAt = new Date(now - days * DAY).toISOString();
      const content = await contentOf(one.deps, 'local', body.held);
      assert.ok(content);
      const held = await one.deps.vault.put('local', JSON.stringify({ ...content, access: {} }));
      const draft = tokenDraft(
        'local',
        { ...body, held, renewedAt, nextLook: new Date(now).toISOString() },
        lease,
      );
      if ((await store.replace(draft, etag)).ok) return;
    }
  };
  const secretsNow = async () => {
    const content = await contentOf(one.deps, 'local', (await token()).body.held);
    const { RefreshToken } = JSON.parse(content?.kept ?? '{}') as {
      RefreshToken: Record<string, { secret: string }>;
    };
    const tokens = Object.values(content?.access ?? {}).map((access) => access.token);
    return [...tokens, ...Object.values(RefreshToken).map(({ secret }) => secret)];
  };

  it('given it was not used for days, then one of them renews it; revoked, it is noted; and no file and no log has it in clear', async () => {
    const first = await secretsNow();
    await until('it is renewed', async () => Date.parse((await token()).body.renewedAt) > Date.now() - DAY);
    const renewals = at.standIn.requests.filter(({ path }) => path.endsWith('/oauth2/v2.0/token'));
    // One to sign in, one to renew.
    assert.equal(renewals.length, 2);
    const second = await secretsNow();
    assert.notDeepEqual(second, first);
    at.standIn.signIn.revokeRefreshTokens();
    await unusedFor(2);
    await until('it is noted', async () => {
      const connection = await store.read<ConnectionRecord>('local', CONNECTION_ID);
      return connection?.body.signedOut?.code === 'AADSTS700082';
    });
    assert.match(said, /Listening on/);
    for (const secret of [...first, ...second]) {
      assert.ok(secret.length > 20 && !said.includes(secret));
      for (const name of readdirSync(folder)) {
        assert.ok(!readFileSync(join(folder, name)).includes(secret), name);
      }
    }
  });
});
