import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';

/** What gives tokens for one secret. */
type FactoryFor = (password: string | undefined) => ServiceClientCredentialsFactory;

/**
 * Credentials by the secret that is in force when a request is signed: clients that were made before it changed go over to
 * the new one. A token that was given for the old secret is used until it runs out.
 */
export function currentCredentials(
  password: () => string | undefined,
  factoryFor: FactoryFor,
): ServiceClientCredentialsFactory {
  let inUse = { password: password(), factory: factoryFor(password()) };
  const present = () => {
    const now = password();
    if (now !== inUse.password) inUse = { password: now, factory: factoryFor(now) };
    return inUse.factory;
  };
  return {
    isValidAppId: (appId) => present().isValidAppId(appId),
    isAuthenticationDisabled: () => present().isAuthenticationDisabled(),
    async createCredentials(...given) {
      let by = present();
      let made = by.createCredentials(...given);
      return {
        async signRequest(request) {
          if (present() !== by) {
            by = present();
            made = by.createCredentials(...given);
          }
          return (await made).signRequest(request);
        },
      };
    },
  };
}

/** As botbuilder makes them of its settings. */
export function credentialsOf(identity: Readonly<Record<string, string>>): FactoryFor {
  return (password) =>
    new ConfigurationServiceClientCredentialFactory({
      ...identity,
      ...(password && { MicrosoftAppPassword: password }),
    });
}
