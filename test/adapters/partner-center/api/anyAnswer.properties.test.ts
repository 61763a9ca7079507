import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createPartnerCenterApi } from '#adapters/partner-center/api/partnerCenterApi.ts';
import { createWebhookClient } from '#adapters/partner-center/api/webhookClient.ts';
import { UnavailableError } from '#ports/errors.ts';

const ID = '0d0d0000-0000-4000-8000-000000000001';

/** Whatever may come over the wire: pages, records, errors, and nothing of the kind. */
const body = fc.oneof(
  fc.json(),
  fc.string(),
  fc.record({
    value: fc.array(fc.dictionary(fc.constantFrom('id', 'Id', 'createdDateTime', 'status'), fc.jsonValue())),
  }),
  fc.record({
    value: fc.array(fc.jsonValue()),
    '@odata.nextLink': fc.jsonValue(),
    '@odata.count': fc.jsonValue(),
  }),
  fc.record({ id: fc.constant(ID), eTag: fc.jsonValue() }),
  fc.record({
    error: fc.jsonValue(),
    code: fc.jsonValue(),
    WebhookUrl: fc.jsonValue(),
    results: fc.jsonValue(),
  }),
);
const answer = fc.record({
  status: fc.oneof(
    fc.constant(200),
    fc.constantFrom(201, 204, 302, 400, 401, 403, 404, 409, 412, 415, 429, 500),
  ),
  headers: fc.dictionary(
    fc.constantFrom('retry-after', 'etag', 'location', 'www-authenticate', 'request-id', 'date'),
    fc.string(),
  ),
  body: body.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))),
});

describe('the clients, whatever they are answered', () => {
  it('given any answers, then each call ends with a value or as away, and nothing else is thrown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 5 }), async (answers) => {
        let at = 0;
        const http = {
          async send() {
            const { body: text, ...rest } = answers[at++ % answers.length] ?? assert.fail();
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
          let pages = 0;
          for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
            after = (await one.list({ kind: 'changes' }, after)).next;
            if (++pages > 20) return;
          }
        };
        const calls = [
          listed,
          () => api().one(ID),
          () => api().change(ID, undefined, { fields: [], operations: [] }),
          () => api().create({ target: [{ id: 'msft' }] }, 'one'),
          () => webhooks().events(),
          () => webhooks().register({ url: 'https://bot.example', events: [] }),
          () => webhooks().trial(ID),
        ];
        for (const call of calls) {
          await call().catch((error: unknown) => assert.ok(error instanceof UnavailableError, String(error)));
        }
      }),
      { numRuns: 300 },
    );
  });
});
