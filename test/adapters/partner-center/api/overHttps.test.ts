import assert from 'node:assert/strict';
import { createHttpsClient, type HttpsClient } from '#adapters/partner-center/api/httpsClient.ts';
import { createPartnerCenterApi } from '#adapters/partner-center/api/partnerCenterApi.ts';
import { type StandIn, startStandIn } from '#bot/demo/standIn/standIn.ts';
import { switchValues } from '#bot/demo/standIn/switches.ts';
import type { PartnerCenterApi } from '#ports/partnerCenterApi.ts';
import { newDeal, sentByMicrosoft } from '#test/support/standIn/bodies.ts';

const renamed = {
  fields: ['name' as const],
  operations: [{ op: 'replace', path: '/name', value: 'New name' }],
};

describe('createPartnerCenterApi, over https', () => {
  let standIn: StandIn;
  let http: HttpsClient;
  let api: PartnerCenterApi;
  before(async () => {
    standIn = await startStandIn();
    http = createHttpsClient({ origins: [standIn.apiUrl], trusted: standIn.caPem, within: 5_000 });
    api = createPartnerCenterApi({
      // A slash too many in the settings does no harm.
      apiUrl: `${standIn.apiUrl}/`,
      http,
      token: async () => standIn.tokenFor(),
      pageSize: 3,
    });
  });
  after(async () => {
    http.close();
    await standIn.close();
  });

  it('given a deal, when it is created, read and changed, then it is there with its changes', async () => {
    const made = await api.create(newDeal(), 'one');
    assert.ok(made.kind === 'done');
    const id = String(made.referral.wire.id);
    const found = await api.one(id);
    const changed = await api.change(id, found?.etag, renamed);
    assert.equal(changed.kind === 'done' && changed.referral.wire.name, 'New name');
    assert.deepEqual(await api.change(id, found?.etag, renamed), { kind: 'changed' });
  });

  it('given seven referrals and each kind of link, then each comes, and nobody else is asked', async () => {
    for (let round = 0; round < 7; round++) standIn.state.put(sentByMicrosoft());
    for (const nextLink of switchValues.nextLink) {
      standIn.switches.nextLink = nextLink;
      const ids = new Set<unknown>();
      let after: string | undefined;
      do {
        const page = await api.list({ kind: 'changes' }, after);
        for (const { id } of page.referrals) ids.add(id);
        after = page.next;
      } while (after !== undefined);
      assert.equal(ids.size, standIn.state.list().length, nextLink);
    }
  });

  it('given a connection that ends before or after the work, then it is away, and the next call goes on', async () => {
    const there = standIn.state.put(sentByMicrosoft());
    for (const how of ['drop-before', 'drop-after'] as const) {
      standIn.faults.failNext({ how, method: 'PATCH' });
      const lost = api.change(String(there.id), undefined, renamed);
      await assert.rejects(lost, { name: 'UnavailableError', code: 'partner-center-away' });
    }
    const found = await api.one(String(there.id));
    assert.equal(found?.wire.name, 'New name');
  });
});
