import type { StandInAnswer } from '#bot/demo/standIn/exchange.ts';
import { entraRefusal } from './entraErrors.ts';
import type { SignIn } from './signIn.ts';
import { standInAudiences } from './tokens.ts';

/** The refusal of an app that is not known. */
export function clientProblem({ options }: SignIn, form: URLSearchParams): StandInAnswer | undefined {
  const client = form.get('client_id');
  if (client === options.clientId) return undefined;
  return entraRefusal('unauthorized_client', 700016, `Application '${client}' was not found.`);
}

export const scopesIn = (form: URLSearchParams): string[] =>
  (form.get('scope') ?? '').split(' ').filter(Boolean);

/** Of scopes such as `https://api.partner.microsoft.com/.default`; undefined for any other. */
export function resourceOf(scopes: readonly string[]): string | undefined {
  return scopes.map((scope) => scope.replace(/\/+[^/]*$/, '')).find(isAudience);
}

export const isAudience = (text: string): boolean =>
  Object.values<string>(standInAudiences).includes(text.replace(/\/$/, ''));

export function unknownResource(scopes: readonly string[]): StandInAnswer {
  return entraRefusal('invalid_resource', 500011, `The resource of '${scopes.join(' ')}' was not found.`);
}
