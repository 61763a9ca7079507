import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAndCompare, draft, organization, written } from './documentStore.samples.ts';
import type { StoreUnderTest } from './storeUnderTest.ts';

const later = '2031-01-01T00:00:00.000Z';

/** Reading and conditional writes. */
export function writingContract(subject: () => StoreUnderTest): void {
  it('given nothing, when read, then there is nothing', async () => {
    assert.equal(await subject().store.read(organization(), 'none'), undefined);
  });

  it('given nothing, when created, then it stands there as given', async () => {
    await createAndCompare(subject(), draft(organization(), 'r1'));
  });

  it('given a document, when created again, then `exists` and the first stays', async () => {
    const org = organization();
    const first = await createAndCompare(subject(), draft(org, 'r1'));
    const again = await subject().store.create(draft(org, 'r1', { body: { note: 'second' } }));
    assert.deepEqual(again, { ok: false, reason: 'exists' });
    assert.deepEqual(await subject().store.read(org, 'r1'), first);
  });

  it('given a document, when replaced with its etag, then the new one stands there under a new etag', async () => {
    const { store, raw } = subject();
    const org = organization();
    const first = await createAndCompare(
      subject(),
      draft(org, 'r1', { dueAt: later, index: { stage: 'received' } }),
    );
    const second = draft(org, 'r1', { kind: 'deal', schema: 2, body: { note: 'second' } });
    const replaced = written(await store.replace(second, first.etag));
    const { etag, ...rest } = replaced;
    assert.deepEqual(rest, second);
    assert.notEqual(etag, first.etag);
    assert.deepEqual(await store.read(org, 'r1'), replaced);
    assert.deepEqual(await raw(org, 'r1'), {
      kind: 'deal',
      schema: 2,
      dueAt: undefined,
      body: { note: 'second' },
    });
  });

  it('given a document, when replaced by the same content, then the etag changes all the same', async () => {
    const { store } = subject();
    const wanted = draft(organization(), 'r1');
    const first = written(await store.create(wanted));
    const second = written(await store.replace(wanted, first.etag));
    assert.notEqual(second.etag, first.etag);
    assert.deepEqual(await store.replace(wanted, first.etag), { ok: false, reason: 'conflict' });
  });

  it('given a changed document, when replaced or removed with the old etag, then `conflict` and it stays', async () => {
    const { store } = subject();
    const org = organization();
    const first = written(await store.create(draft(org, 'r1')));
    const second = written(await store.replace(draft(org, 'r1', { body: { note: 'second' } }), first.etag));
    const stale = await store.replace(draft(org, 'r1', { body: { note: 'third' } }), first.etag);
    assert.deepEqual(stale, { ok: false, reason: 'conflict' });
    assert.deepEqual(await store.remove(org, 'r1', first.etag), { ok: false, reason: 'conflict' });
    assert.deepEqual(await store.replace(draft(org, 'r1'), 'nonsense'), { ok: false, reason: 'conflict' });
    assert.deepEqual(await store.read(org, 'r1'), second);
  });

  it('given nothing, when replaced or removed, then `missing`', async () => {
    const { store } = subject();
    const org = organization();
    assert.deepEqual(await store.replace(draft(org, 'r1'), 'nonsense'), { ok: false, reason: 'missing' });
    assert.deepEqual(await store.remove(org, 'r1', 'nonsense'), { ok: false, reason: 'missing' });
    assert.equal(await store.read(org, 'r1'), undefined);
  });

  it('given a document, when removed, then it is gone, everywhere, and may be created anew', async () => {
    const { store, raw } = subject();
    const org = organization();
    const wanted = draft(org, 'r1', { index: { stage: 'received' }, terms: ['con'] });
    const first = written(await store.create(wanted));
    assert.deepEqual(await store.remove(org, 'r1', first.etag), { ok: true, document: first });
    assert.equal(await store.read(org, 'r1'), undefined);
    assert.equal(await raw(org, 'r1'), undefined);
    for (const filter of [{}, { where: { stage: 'received' } }, { terms: ['con'] }]) {
      assert.deepEqual(await store.list({ partition: org, limit: 5, ...filter }), { documents: [] });
    }
    assert.deepEqual(await store.remove(org, 'r1', first.etag), { ok: false, reason: 'missing' });
    const anew = written(await store.create(wanted));
    assert.notEqual(anew.etag, first.etag);
  });

  it('given two who create at once, in many rounds, then exactly one wins', async () => {
    const org = organization();
    for (let formVersion = 0; formVersion < 20; formVersion++) {
      const results = await Promise.all(
        ['a', 'b'].map((note) => subject().store.create(draft(org, `r${formVersion}`, { body: { note } }))),
      );
      const winner = results.find((result) => result.ok);
      assert.deepEqual(results.map(outcome).sort(), ['exists', 'ok']);
      assert.deepEqual(await subject().store.read(org, `r${formVersion}`), winner?.ok && winner.document);
    }
  });

  it('given two who replace or remove at once, in many rounds, then exactly one wins', async () => {
    const { store } = subject();
    const org = organization();
    for (let formVersion = 0; formVersion < 20; formVersion++) {
      const { etag } = written(await store.create(draft(org, `r${formVersion}`)));
      const rival =
        formVersion % 2
          ? store.remove(org, `r${formVersion}`, etag)
          : store.replace(draft(org, `r${formVersion}`), etag);
      const results = await Promise.all([store.replace(draft(org, `r${formVersion}`), etag), rival]);
      const outcomes = results.map(outcome);
      assert.equal(outcomes.filter((one) => one === 'ok').length, 1, outcomes.join());
    }
  });

  it('given two who remove at once, in many rounds, then exactly one wins', async () => {
    const { store } = subject();
    const org = organization();
    for (let formVersion = 0; formVersion < 20; formVersion++) {
      const { etag } = written(await store.create(draft(org, `r${formVersion}`)));
      const results = await Promise.all([1, 2].map(() => store.remove(org, `r${formVersion}`, etag)));
      assert.deepEqual(results.map(outcome).sort(), ['missing', 'ok']);
    }
  });

  it('given five who count up and reload after each conflict, then no step is lost', async () => {
    const { store } = subject();
    const org = organization();
    written(await store.create(draft(org, 'r1', { body: { count: 0 } })));
    const step = async (): Promise<void> => {
      for (;;) {
        const found = await store.read<{ count: number }>(org, 'r1');
        assert.ok(found);
        const next = { ...found, body: { count: found.body.count + 1 } };
        if ((await store.replace(next, found.etag)).ok) return;
        await sleep(Math.random() * 5);
      }
    };
    const count = async (steps: number): Promise<void> => {
      for (let at = 0; at < steps; at++) await step();
    };
    await Promise.all([6, 6, 6, 6, 6].map(count));
    assert.deepEqual((await store.read(org, 'r1'))?.body, { count: 30 });
  });

  it('given due moment, lease and expiry, when written, then they come back, and go when left out', async () => {
    const { store } = subject();
    const org = organization();
    const lease = { owner: 'worker-1', until: later };
    const first = await createAndCompare(
      subject(),
      draft(org, 'r1', { dueAt: later, lease, expiresAt: later }),
    );
    const second = written(await store.replace(draft(org, 'r1'), first.etag));
    assert.deepEqual(Object.keys(second).sort(), ['body', 'etag', 'id', 'kind', 'partition', 'schema']);
    assert.deepEqual(await store.read(org, 'r1'), second);
  });

  it('given a draft that breaks the rules, when written, then it is refused as a mistake of the program', async () => {
    const { store } = subject();
    const org = organization();
    const broken = [
      draft(org, ''),
      draft('', 'r1'),
      draft(org, 'x'.repeat(201)),
      draft(org, 'r1', { dueAt: '2031-01-01' }),
      draft(org, 'r1', { index: { 'not a name': 1 } }),
      draft(org, 'r1', { index: { amount: Number.NaN } }),
    ];
    for (const one of broken) await assert.rejects(store.create(one), TypeError);
    await assert.rejects(store.list({ partition: org, limit: 0 }), TypeError);
    await assert.rejects(store.due('now', { total: 1, perOrganization: 1 }), TypeError);
  });

  it('given an open store, when pinged, then it answers', async () => {
    await subject().store.ping();
  });
}

function outcome(result: { ok: boolean; reason?: string }): string {
  return result.reason ?? 'ok';
}
