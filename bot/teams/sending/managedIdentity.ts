import {
  AuthenticationConstants,
  JwtTokenProviderFactory,
  ManagedIdentityAppCredentials,
} from 'botframework-connector';

/** Asks the machine for a token of its managed identity, as the bot does before it sends; throws where there is none. */
export async function tokenOfManagedIdentity(appId: string): Promise<void> {
  const scope = AuthenticationConstants.ToChannelFromBotOAuthScope;
  await new ManagedIdentityAppCredentials(appId, scope, new JwtTokenProviderFactory()).getToken();
}
