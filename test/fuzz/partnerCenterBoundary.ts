import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createPartnerCenterApi } from '#adapters/partner-center/api/partnerCenterApi.ts';
import { createWebhookClient } from '#adapters/partner-center/api/webhookClient.ts';
import { UnavailableError } from '#ports/errors.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { type Boundary, boundary } from './boundary.ts';
import { mutated } from './mutated.ts';

const ID = '0d0d0000-0000-4000-8000-000000000001';
const MOST_CALLS = 25;

/** Pages, records, errors and events as they come over the wire, and nothing of the kind. */
const body = fc.oneof(
  mutated(
    fc.constant({
      value: [inbound({ id: ID })],
      '@odata.nextLink': 'https://api.example/v1.0/x',
      '@odata.count': 3,
    }),
  ),
  mutated(fc.constant({ ...inbound({ id: ID }), eTag: 'W/"1"' })),
  mutated(
    fc.constant({ error: { code: '4000', message: 'no' }, code: 1, WebhookUrl: 'https://bot.example' }),
  ),
  mutated(fc.constant({ correlationId: ID, results: [{ responseCode: '200', responseMessage: 'ok' }] })),
  fc.json(),
  fc.string(),
);
const answers = fc.array(
  fc.record({
    status: fc.oneof(
      fc.constant(200),
      fc.constantFrom(201, 204, 302, 400, 401, 403, 404, 409, 412, 415, 429, 500),
    ),
    headers: fc.dictionary(
      fc.constantFrom('retry-after', 'etag', 'location', 'www-authenticate', 'request-id', 'date'),
      fc.string(),
    ),
    body: body.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))),
  }),
  { minLength: 1, maxLength: 5 },
);

type Answers = typeof answers extends fc.Arbitrary<infer A> ? A : never;

/** What Partner Center answers: each call ends with a value or as away, and within a bounded number of requests. */
export function partnerCenterBoundary(): Boundary {
  return boundary<Answers>({
    share: 15,
    inputs: answers,
    async send(given) {
      let asked = 0;
      const http = {
        async send() {
          const { body: text, ...rest } = given[asked++ % given.length] ?? assert.fail();
          return { ...rest, bytes: Buffer.from(text) };
        },
        close: () => {},
      };
      const common = { http, token: async () => 'token' };
      // A new client for each call, so that none is held back by the answer to another one.
      const api = () =>
        createPartnerCenterApi({ ...common, apiUrl: 'https://api.example/v1.0', pageSize: 3 });
      const webhooks = () =>
        createWebhookClient({ ...common, webhooksUrl: 'https://api.example/webhooks/v1' });
      const listed = async () => {
        const one = api();
        let page = await one.list({ kind: 'changes' }, undefined);
        for (let pages = 1; page.next !== undefined && pages < 20; pages++) {
          page = await one.list({ kind: 'changes' }, page.next);
        }
      };
      const calls = {
        listed,
        one: () => api().one(ID),
        change: () => api().change(ID, undefined, { fields: [], operations: [] }),
        create: () => api().create({ target: [{ id: 'msft' }] }, 'one'),
        events: () => webhooks().events(),
        register: () => webhooks().register({ url: 'https://bot.example', events: [] }),
        trial: () => webhooks().trial(ID),
      };
      for (const [name, call] of Object.entries(calls)) {
        asked = 0;
        const wrong = await (call() as Promise<unknown>).then(
          () => undefined,
          (error: unknown) => (error instanceof UnavailableError ? undefined : `${name}: ${String(error)}`),
        );
        if (wrong) return wrong;
        if (asked > MOST_CALLS) return `${name}: asked ${asked} times`;
      }
      return undefined;
    },
  });
}
