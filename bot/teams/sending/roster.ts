import { profileOf } from '#bot/teams/profile.ts';
import type { Roster } from '#ports/roster.ts';
import type { Connector } from './connector.ts';

export function createRoster(connector: Pick<Connector, 'member'>): Roster {
  return {
    async find({ serviceUrl, conversationId, tenantId }, accountId) {
      try {
        const account = await connector.member(serviceUrl, conversationId, accountId, { tenantId });
        const { accountId: _same, ...profile } = profileOf(account, account);
        return profile;
      } catch (error) {
        const { statusCode } = error as { statusCode?: unknown };
        return statusCode === 404 ? 'gone' : 'unsaid';
      }
    },
  };
}
