import { CONNECTION_ID, type ConnectionRecord, connectionDraft } from '#app/sync/connectionRecord.ts';
import { TOKEN_ID, type TokenRecord, tokenDraft } from '#app/sync/signIn/tokenRecord.ts';
import { UnavailableError } from '#ports/errors.ts';
import { type App, type AppOptions, startApp } from '#test/support/app/runningApp.ts';

/** The application with a connected organization, whose sign-in does what the test says. */
export interface WatchedSignIn {
  app: App;
  /** How often a token was asked for. */
  asked: () => number;
  /** Why no token is given from now on. */
  refuse(code: string | undefined): void;
  connection(): Promise<ConnectionRecord | undefined>;
  token(): Promise<TokenRecord | undefined>;
}

// Reading is somebody else's.
const NEVER = '2099-01-01T00:00:00.000Z';

export async function watchedSignIn(options: AppOptions = {}): Promise<WatchedSignIn> {
  let [asked, refusal]: [number, string | undefined] = [0, undefined];
  const app = startApp({
    ...options,
    tokens: ({ store, clock }) => ({
      forget() {},
      tokenFor: async ({ id }) => {
        asked++;
        if (refusal) throw new UnavailableError('signed-out', { cause: new Error(refusal) });
        const document = await store.read<TokenRecord>(id, TOKEN_ID);
        if (document) {
          const body = { ...document.body, renewedAt: clock.instant };
          await store.replace(tokenDraft(id, body, document.lease), document.etag);
        }
        return 'token';
      },
    }),
  });
  const at = app.clock.instant;
  const account = { name: 'Sync', username: 'sync@contoso.example', tenantId: 'tenant' };
  await app.store.create(
    connectionDraft('contoso', { account, connectedAt: at, nextPoll: NEVER, quietPolls: 0 }),
  );
  await app.store.create(tokenDraft('contoso', { held: 'sealed', renewedAt: at, nextLook: at }));
  return {
    app,
    asked: () => asked,
    refuse(code) {
      refusal = code;
    },
    connection: async () => (await app.store.read<'connection'>('contoso', CONNECTION_ID))?.body,
    token: async () => (await app.store.read<'token'>('contoso', TOKEN_ID))?.body,
  };
}
