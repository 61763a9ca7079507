import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type JsonObject, objectIn } from '#bot/demo/standIn/exchange.ts';
import { answerPage } from '#bot/demo/standIn/page/peoplePage.ts';
import { type Switches, switchValues } from '#bot/demo/standIn/switches.ts';
import { type Asked, askedStandIn } from '#test/support/standIn/asking.ts';
import {
  accepting,
  closing,
  newCoSell,
  newDeal,
  registering,
  sentByMicrosoft,
} from '#test/support/standIn/bodies.ts';

/** A value of each switch, in any combination. */
const anySwitches = fc.record(
  Object.fromEntries(
    Object.entries(switchValues).map(([name, values]) => [name, fc.constantFrom(...values)]),
  ),
) as fc.Arbitrary<Switches>;

const STATUSES = [200, 201, 204, 400, 401, 403, 404, 405, 409, 412];
const junk = fc.oneof(fc.json(), fc.string(), fc.constantFrom('', '[]', '{}', 'null'));
const method = fc.constantFrom('GET', 'POST', 'PATCH', 'PUT', 'DELETE');
const path = fc.oneof(
  fc.constantFrom('/v1.0/engagements/referrals', '/webhooks/v1/registration', '/tenant/oauth2/v2.0/token'),
  fc.webPath(),
  fc.string(),
);
const query = fc.oneof(
  fc.webQueryParameters(),
  fc.string().map((text) => `$filter=${encodeURIComponent(text)}`),
  fc.string().map((text) => `$skiptoken=${encodeURIComponent(text)}`),
  fc.json().map((text) => `$skiptoken=${Buffer.from(text).toString('base64url')}`),
);

const jsonPath = fc.constantFrom(
  '/name',
  '/status',
  '/substatus',
  '/team/-',
  '/team/0',
  '/team',
  '/details',
  '/details/dealValue',
  '/consent',
  '/customerProfile/team/0/email',
  '/registrations/-',
  '/registrations/0/contract/value',
  '/__proto__/polluted',
  '/constructor',
);
const step = fc.record({
  op: fc.constantFrom('replace', 'add', 'remove'),
  path: jsonPath,
  value: fc.oneof(fc.jsonValue(), fc.constantFrom('Active', 'Closed', 'Won', 'Accepted', '', -1)),
});
const anyPatch = fc.oneof(
  fc.array(step, { maxLength: 4 }),
  fc.constantFrom<object[]>(accepting, registering, closing('Won'), closing('Lost'), closing('Declined')),
);

const allowed: Readonly<Record<string, readonly string[]>> = {
  New: ['Pending', 'Received'],
  Active: ['Accepted'],
  Closed: ['Won', 'Lost', 'Declined', 'Expired', 'Error'],
};

describe('stand-in: whatever is asked', () => {
  it('given any request under any answers, then it is answered by a status of the contract', async () => {
    await fc.assert(
      fc.asyncProperty(anySwitches, method, path, query, junk, async (switches, verb, where, asked, body) => {
        const standIn = askedStandIn({ switches });
        standIn.state.put(sentByMicrosoft());
        const request = { method: verb, url: `${where}?${asked}`, body };
        const headers = { authorization: `Bearer ${standIn.tokenFor()}` };
        const { status } = await standIn.handle({ ...request, headers });
        assert.ok(STATUSES.includes(status), String(status));
        const page = answerPage(
          standIn,
          { ...request, headers: { host: 'h', origin: 'http://h' } },
          'http://h',
        );
        assert.ok(page.status < 500);
      }),
      { numRuns: 400 },
    );
  });

  it('given any patches, then states are those of the table, what is closed stays so, and a refusal changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anySwitches, fc.array(anyPatch, { maxLength: 8 }), async (switches, patches) => {
        const standIn = askedStandIn({ switches });
        const id = String(standIn.state.put(sentByMicrosoft()).id);
        const sees = () => standIn.state.get(id) as JsonObject;
        for (const patch of patches) {
          const before = sees();
          const { status }: Asked = await standIn.referrals('PATCH', `/${id}`, patch);
          const after = sees();
          if (status >= 400) assert.deepEqual(after, before);
          else assert.notEqual(after.eTag, before.eTag);
          assert.ok(allowed[String(after.status)]?.includes(String(after.substatus)));
          if (before.status === 'Closed') assert.equal(after.substatus, before.substatus);
          assert.equal(after.id, before.id);
          assert.equal(({} as JsonObject).polluted, undefined);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('given any fields of a new deal, then it is refused, or there as it was sent', async () => {
    const name = fc.constantFrom(
      'name',
      'details',
      'team',
      'target',
      'customerProfile',
      'salesStage',
      'extra',
    );
    await fc.assert(
      fc.asyncProperty(
        anySwitches,
        fc.dictionary(name, fc.jsonValue()),
        fc.boolean(),
        async (switches, changes, shared) => {
          const standIn = askedStandIn({ switches });
          const deal = shared ? newCoSell(changes) : newDeal(changes);
          const { status, body } = await standIn.referrals('POST', '', deal);
          assert.ok([200, 201, 400].includes(status), String(status));
          if (status === 400) return assert.deepEqual(standIn.state.list(), []);
          assert.equal(body.name, deal.name ?? null);
          assert.equal(objectIn(body, 'customerProfile').name, objectIn(deal, 'customerProfile').name);
        },
      ),
      { numRuns: 300 },
    );
  });
});
