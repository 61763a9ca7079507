import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentOf } from '#app/sync/signIn/signInVault.ts';
import { TOKEN_ID, tokenDraft } from '#app/sync/signIn/tokenRecord.ts';
import type { StandInOptions } from '#bot/demo/standIn/standIn.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import { fakeClock } from '#test/support/app/fakeClock.ts';
import {
  connect,
  fileStore,
  type OneProcess,
  oneProcess,
  vaultKey,
} from '#test/support/sync/signedInStore.ts';
import { type SigningIn, signingIn } from '#test/support/sync/signingIn.ts';

describe('Tokens for calls to Partner Center', () => {
  const key = vaultKey();
  let at: SigningIn;
  let folder: string;
  let stores: AnyDocumentStore[];
  const start = async (options: StandInOptions = {}) => {
    at = await signingIn(options);
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cosell-tokens-'));
    stores = [];
  });
  afterEach(async () => {
    await Promise.all([at.standIn.close(), ...stores.map((store) => store.close())]);
    await rm(folder, { recursive: true });
  });
  const process = (options: Partial<Parameters<typeof oneProcess>[1]> = {}): OneProcess => {
    const store = fileStore(join(folder, 'cosell.db'));
    stores.push(store);
    return oneProcess(at, { store, keys: [key], ...options });
  };
  const signedOutBy = async (asked: Promise<string>) => {
    const error = await asked.then(
      () => assert.fail('there is a token'),
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof UnavailableError, String(error));
    assert.equal(error.code, 'signed-out');
    return (error.cause as Error).message;
  };

  it('given nobody connected, then it is said so', async () => {
    await start();
    assert.equal(await signedOutBy(process().tokens.tokenFor(at.organization, 'referrals')), 'not-connected');
  });

  it('given a connection, then its token is used by every process until it is near its end, then a new one', async () => {
    const clock = fakeClock(new Date().toISOString());
    await start({ now: () => clock.now(), switches: { oldRefreshToken: 'dies' } });
    const [one, other] = [process({ clock }), process({ clock })];
    await connect(at, one);
    const token = await one.tokens.tokenFor(at.organization, 'referrals');
    assert.equal(await other.tokens.tokenFor(at.organization, 'referrals'), token);
    assert.equal(one.renewals() + other.renewals(), 0);
    clock.advance(56 * 60_000);
    const next = await other.tokens.tokenFor(at.organization, 'referrals');
    assert.notEqual(next, token);
    assert.equal(await one.tokens.tokenFor(at.organization, 'referrals'), next);
    assert.notEqual(await one.tokens.tokenFor(at.organization, 'webhooks'), next);
    assert.deepEqual([one.renewals(), other.renewals()], [1, 1]);
  });

  it('given a token that is not taken, then it is not given again, and one that another process has is', async () => {
    await start();
    const [one, other] = [process(), process()];
    await connect(at, one);
    const token = await one.tokens.tokenFor(at.organization, 'referrals');
    assert.equal(await other.tokens.tokenFor(at.organization, 'referrals'), token);
    const next = await one.tokens.tokenFor(at.organization, 'referrals', token);
    assert.notEqual(next, token);
    assert.equal(await other.tokens.tokenFor(at.organization, 'referrals', token), next);
    assert.deepEqual([one.renewals(), other.renewals()], [1, 0]);
  });

  it('given many ask at once in several processes, then one of them renews, even where the old one dies by it', async () => {
    await start({ switches: { oldRefreshToken: 'dies' } });
    const processes = [process(), process(), process()];
    const [first] = processes;
    assert.ok(first);
    await connect(at, first);
    const token = await first.tokens.tokenFor(at.organization, 'referrals');
    const asked = processes.flatMap(({ tokens }) => [
      tokens.tokenFor(at.organization, 'referrals', token),
      tokens.tokenFor(at.organization, 'referrals', token),
    ]);
    const got = new Set(await Promise.all(asked));
    assert.equal(got.size, 1);
    assert.ok(!got.has(token));
    assert.equal(
      processes.reduce((sum, { renewals }) => sum + renewals(), 0),
      1,
    );
  });

  it('given a process that died while it renewed, then another one does after a minute', async () => {
    const clock = fakeClock(new Date().toISOString());
    await start();
    const one = process({ clock });
    await connect(at, one);
    const token = await one.tokens.tokenFor(at.organization, 'referrals');
    const document = await one.deps.store.read<'token'>('contoso', TOKEN_ID);
    assert.ok(document);
    const until = new Date(clock.now().getTime() + 60_000).toISOString();
    await one.deps.store.replace(
      tokenDraft('contoso', { ...document.body, renewing: { owner: 'dead', until } }),
      document.etag,
    );
    await assert.rejects(one.tokens.tokenFor(at.organization, 'referrals', token), /renewing/);
    clock.advance(60_000);
    assert.notEqual(await one.tokens.tokenFor(at.organization, 'referrals', token), token);
  });

  it('given it was revoked, then it is said why, Entra is asked again after minutes only, and a new sign-in mends it', async () => {
    const clock = fakeClock(new Date().toISOString());
    await start();
    const one = process({ clock });
    await connect(at, one);
    const token = await one.tokens.tokenFor(at.organization, 'referrals');
    at.standIn.signIn.revokeRefreshTokens();
    for (const _time of [1, 2]) {
      assert.equal(
        await signedOutBy(one.tokens.tokenFor(at.organization, 'referrals', token)),
        'AADSTS700082',
      );
    }
    assert.equal(one.renewals(), 1);
    clock.advance(5 * 60_000);
    await signedOutBy(one.tokens.tokenFor(at.organization, 'referrals', token));
    assert.equal(one.renewals(), 2);
    await connect(at, process({ clock }));
    assert.notEqual(await one.tokens.tokenFor(at.organization, 'referrals', token), token);
  });

  it('given the second factor was lost and is there again, then it goes on by itself', async () => {
    const clock = fakeClock(new Date().toISOString());
    await start();
    const one = process({ clock });
    await connect(at, one);
    const token = await one.tokens.tokenFor(at.organization, 'referrals');
    at.standIn.signIn.loseMfa('at-renewal');
    assert.equal(await signedOutBy(one.tokens.tokenFor(at.organization, 'referrals', token)), 'AADSTS50076');
    at.standIn.signIn.restoreMfa();
    clock.advance(5 * 60_000);
    assert.notEqual(await one.tokens.tokenFor(at.organization, 'referrals', token), token);
  });

  it('given another key, then it is said so, nothing is lost, and with the key it goes on', async () => {
    const clock = fakeClock(new Date().toISOString());
    await start();
    await connect(at, process({ clock }));
    const stranger = process({ clock, keys: [vaultKey()] });
    assert.equal(await signedOutBy(stranger.tokens.tokenFor(at.organization, 'referrals')), 'unreadable');
    assert.equal(stranger.renewals(), 0);
    const rotated = process({ clock, keys: [vaultKey(), key] });
    assert.ok(await rotated.tokens.tokenFor(at.organization, 'referrals'));
  });

  it('given nobody answers, then nothing is thought to be wrong with the sign-in', async () => {
    await start();
    const one = process();
    await connect(at, one);
    const token = await one.tokens.tokenFor(at.organization, 'referrals');
    at.standIn.faults.failNext({ path: /oauth2/, how: 'drop-before' });
    await assert.rejects(one.tokens.tokenFor(at.organization, 'referrals', token), /sign-in-away/);
    assert.ok(await one.tokens.tokenFor(at.organization, 'referrals', token));
  });

  it('given all of it, then no file of the store has anything of a token in clear', async () => {
    await start();
    const one = process();
    await connect(at, one);
    const token = await one.tokens.tokenFor(at.organization, 'referrals');
    const next = await one.tokens.tokenFor(at.organization, 'referrals', token);
    const document = await one.deps.store.read<'token'>('contoso', TOKEN_ID);
    const content = await contentOf(one.deps, 'contoso', document?.body.held ?? '');
    const { RefreshToken } = JSON.parse(content?.kept ?? '{}') as {
      RefreshToken: Record<string, { secret: string }>;
    };
    const secrets = [token, next, ...Object.values(RefreshToken).map(({ secret }) => secret)];
    assert.equal(secrets.length, 3);
    const files = readdirSync(folder);
    assert.ok(
      files.some((name) => name.endsWith('-wal')),
      'the log of the store is looked at as well',
    );
    for (const name of files) {
      const bytes = readFileSync(join(folder, name));
      for (const secret of secrets) {
        assert.ok(!bytes.includes(secret) && !bytes.includes(secret.slice(-20)), name);
      }
    }
  });
});
