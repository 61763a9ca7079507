import { watchedApi } from '#app/sync/watchedApi.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { Organization, Organizations } from '#ports/organizations.ts';
import type { Connections, PartnerCenterApi } from '#ports/partnerCenterApi.ts';
import type { AccessTokens } from './accessTokens.ts';
import type { KnownConnections } from './knownConnections.ts';
import { signedOutCode } from './signIn.keep.ts';
import { type NoteDeps, noteSignedIn, noteSignedOut } from './signIn.note.ts';

export interface ConnectionDeps extends NoteDeps {
  organizations: Organizations;
  tokens: AccessTokens;
  known: KnownConnections;
  /** Partner Center as an organization sees it with such tokens; `refused`: one that was not taken. */
  createApi: (organization: Organization, token: (refused?: string) => Promise<string>) => PartnerCenterApi;
}

/** The connections of all organizations; whoever finds a sign-in good for nothing, or good again, has it written down. */
export function createConnections(deps: ConnectionDeps): Connections {
  const opened = new Map<string, PartnerCenterApi>();
  const open = (organization: Organization): PartnerCenterApi => {
    // As it is by then: where it signs in may change.
    const token = (refused?: string) =>
      deps.tokens.tokenFor(deps.organizations.byId(organization.id) ?? organization, 'referrals', refused);
    return notingSignIn(deps, organization.id, deps.createApi(organization, token));
  };
  return {
    modeOf: (id) => deps.known.modeOf(id),
    async open(id) {
      const organization = deps.organizations.byId(id);
      if (!organization || !(await deps.known.look(id)).connected) return undefined;
      const api = opened.get(id) ?? open(organization);
      opened.set(id, api);
      return api;
    },
  };
}

function notingSignIn(deps: ConnectionDeps, organization: string, api: PartnerCenterApi): PartnerCenterApi {
  let out = true;
  const watch = async <T>(request: () => Promise<T>): Promise<T> => {
    try {
      const answer = await request();
      // What was done there is done, whether it can be noted or not.
      if (out)
        out = await noteSignedIn(deps, organization).then(
          () => false,
          () => true,
        );
      return answer;
    } catch (error) {
      const code = error instanceof UnavailableError ? signedOutCode(error) : undefined;
      if (code === undefined) throw error;
      out = true;
      await noteSignedOut(deps, organization, code).catch(() => undefined);
      throw error;
    }
  };
  return watchedApi(api, watch);
}
