import assert from 'node:assert/strict';
import { accessRequestId, accessRequestPartition } from '#app/request/accessRequestRecord.ts';
import { requestAccess } from '#app/request/deal.ask.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import { type App, MONDAY, startApp, TENANT } from '#test/support/app/runningApp.ts';
import { admin, chatOf, install, members, user } from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('accessRequest.work', () => {
  let app: App;
  let away = false;
  beforeEach(async () => {
    away = false;
    const wrap = (inner: AnyDocumentStore): AnyDocumentStore => ({
      ...inner,
      async list(query) {
        if (away && query.kind === 'member') throw new UnavailableError('away');
        return inner.list(query);
      },
    });
    app = startApp({ wrap });
    await members(app, admin('anna'), user('otto'));
    for (const name of ['anna', 'otto']) await install(app, name);
    await app.receive({ ...inbound({}, new Date(MONDAY)), id: 'r1' });
    await app.settled();
  });
  afterEach(() => app.close());

  const outbox = async () =>
    (await app.store.read<'ask'>(accessRequestPartition('contoso', 'r1'), accessRequestId(`${TENANT}:otto`)))
      ?.body.outbox ?? assert.fail('there is no request');
  const told = () => app.messenger.in(chatOf('anna')).filter(({ content }) => content.type === 'ask').length;
  const ask = async () => {
    const person = { organization: 'contoso', personId: `${TENANT}:otto` };
    await requestAccess(app.deps, { ...person, referralId: 'r1' });
  };

  it('given a request, then it is told and nothing is left to do', async () => {
    await ask();
    await app.settled();
    assert.deepEqual([told(), await outbox()], [1, []]);
  });

  it('given the store is away while it is told, then it is told later, once', async () => {
    away = true;
    await ask().catch(() => undefined);
    await app.settled();
    const [event] = await outbox();
    assert.deepEqual([told(), event?.attempts], [0, 1]);
    away = false;
    app.clock.advance(1_000);
    await app.settled();
    assert.deepEqual([told(), await outbox()], [1, []]);
  });
});
