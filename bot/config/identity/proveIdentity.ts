import type { Config } from '#bot/config/config.ts';
import { UnavailableError } from '#ports/errors.ts';

type App = NonNullable<Config['app']>;

/** Asks for a token of an app: undefined where there was one, else Entra's word. Throws UnavailableError where nobody answers. */
export type ProveApp = (app: App) => Promise<string | undefined>;

/** What came of asking for a token. */
export type IdentityProof =
  | { kind: 'given' }
  /** `definite`: asking again changes nothing until somebody changes the settings or the app. */
  | { kind: 'refused'; definite: boolean; words: string }
  | { kind: 'unknown'; words: string; cause: unknown };

const WRONG_SECRET =
  'MicrosoftAppPassword is wrong: it must be the value of the client secret, not its id; make a new one in Entra, App registrations, Certificates & secrets';
const words: Readonly<Record<string, string>> = {
  AADSTS7000215: WRONG_SECRET,
  AADSTS7000222:
    'the client secret has expired: make a new one in Entra, App registrations, Certificates & secrets',
  AADSTS700016:
    'MicrosoftAppId is not known in the tenant of MicrosoftAppTenantId: compare both with the Azure Bot',
  AADSTS90002: 'there is no tenant MicrosoftAppTenantId: compare it with the Azure Bot',
  AADSTS900023: 'there is no tenant MicrosoftAppTenantId: compare it with the Azure Bot',
  AADSTS7000112: 'the app is disabled in Entra: Enterprise applications, the app, Properties',
  AADSTS7000229: 'the app has no service principal in its tenant: make it in Entra, Enterprise applications',
  AADSTS53003: 'a Conditional Access policy keeps the app out: exclude it there',
  // The words of OAuth, where there is no number.
  invalid_client: 'MicrosoftAppId or MicrosoftAppPassword is wrong: compare both with the Azure Bot',
  unauthorized_client: 'the app may get no token: compare MicrosoftAppId and its tenant with the Azure Bot',
};

/** Whether there is a token to send with; where there is none, why, in words for whoever runs the bot. */
export async function proveIdentity(app: App, prove: ProveApp): Promise<IdentityProof> {
  const isManaged = app.type.toLowerCase() === 'userassignedmsi';
  const without = `no token for app ${app.id}`;
  try {
    const refused = await prove(app);
    if (refused === undefined) return { kind: 'given' };
    const known = words[refused];
    return {
      kind: 'refused',
      definite: known !== undefined,
      words: `${without}: ${known ?? 'Entra refuses it'} (${refused})`,
    };
  } catch (cause) {
    // A machine says in many ways that it gives none.
    if (!isManaged && !(cause instanceof UnavailableError)) throw cause;
    const why = isManaged
      ? 'this machine gives none for the managed identity: assign it to the machine, and run this there'
      : 'the sign-in of Microsoft does not answer rightly';
    return { kind: 'unknown', words: `${without}: ${why}`, cause };
  }
}
