import type { Config } from '#bot/config/config.ts';
import { UnavailableError } from '#ports/errors.ts';
import { about, type Finding } from './finding.ts';

const { ok, wrong } = about('identity');

type App = NonNullable<Config['app']>;

/** Asks for a token of an app: undefined where there was one, else Entra's word. Throws UnavailableError where nobody answers. */
export type AskToken = (app: App) => Promise<string | undefined>;

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
};

/** Whether the bot gets a token to send with. */
export async function lookAtIdentity(app: App, ask: AskToken): Promise<Finding[]> {
  const isManaged = app.type.toLowerCase() === 'userassignedmsi';
  try {
    const refused = await ask(app);
    if (refused === undefined) return [ok(`there is a token for app ${app.id} (${app.type})`)];
    return [wrong(`no token for app ${app.id}: ${words[refused] ?? 'Entra refuses it'} (${refused})`)];
  } catch (error) {
    const why = isManaged
      ? 'this machine gives none for the managed identity: assign it to the machine, and run this there'
      : 'the sign-in of Microsoft does not answer rightly';
    if (!isManaged && !(error instanceof UnavailableError)) throw error;
    return [wrong(`no token for app ${app.id}: ${why}`)];
  }
}
