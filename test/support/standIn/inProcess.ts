import assert from 'node:assert/strict';
import type { HttpsClient } from '#adapters/partner-center/api/httpsClient.ts';
import {
  createPartnerCenterApi,
  type PartnerCenterApiOptions,
} from '#adapters/partner-center/api/partnerCenterApi.ts';
import type { StandInCore } from '#bot/demo/standIn/core.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { PartnerCenterApi } from '#ports/partnerCenterApi.ts';

const ORIGIN = 'https://stand-in.invalid';

/** The network between a client and a stand-in without sockets: the same bytes, thousands of times in a moment. */
function wireTo(core: Pick<StandInCore, 'handle'>): HttpsClient {
  return {
    async send({ method, url, headers, body = '' }) {
      const lower = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
      const { origin, pathname, search } = new URL(url);
      assert.equal(origin, ORIGIN, 'only what is configured is asked');
      const sent = { method, url: pathname + search, headers: Object.fromEntries(lower), body };
      const answer = await core.handle(sent).catch((cause: unknown) => {
        throw new UnavailableError('partner-center-away', { cause });
      });
      return { ...answer, bytes: Buffer.from(answer.body) };
    },
    close: () => {},
  };
}

/** The client of a stand-in without sockets, signed in. */
export function apiOf(core: StandInCore, options: Partial<PartnerCenterApiOptions> = {}): PartnerCenterApi {
  return createPartnerCenterApi({
    apiUrl: `${ORIGIN}/v1.0`,
    token: async () => core.tokenFor(),
    http: wireTo(core),
    ...options,
  });
}
