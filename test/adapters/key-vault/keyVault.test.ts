import assert from 'node:assert/strict';
import { keepContent } from '#app/sync/signIn/signInVault.ts';
import { type FakeKeyVault, fakeKeyVault } from '#test/support/sync/fakeKeyVault.ts';

describe('A sign-in in Azure Key Vault (over a small fake of its wire by https; a real one was never tried)', () => {
  let fake: FakeKeyVault;
  beforeEach(async () => {
    fake = await fakeKeyVault();
  });
  afterEach(() => fake.close());
  const { put, take, remove } = {
    put: (organization: string, text: string) => fake.vault.put(organization, text),
    take: (organization: string, held: string) => fake.vault.take(organization, held),
    remove: (organization: string) => fake.vault.remove(organization),
  };

  it('given a text, then what is stored leads back to it and says nothing of it; each organization has its own', async () => {
    const [one, other] = [
      await put('contoso', 'secret of contoso'),
      await put('fabrikam', 'secret of fabrikam'),
    ];
    assert.match(one, /^[0-9a-f]{32}$/);
    assert.equal(await take('contoso', one), 'secret of contoso');
    assert.equal(await take('fabrikam', other), 'secret of fabrikam');
    assert.equal(await take('contoso', other), undefined);
    assert.ok(fake.requests.includes('PUT /secrets/cosell-partner-center-contoso'));
  });

  it('given a newer text, then it is the one that is led to', async () => {
    await put('contoso', 'first');
    assert.equal(await take('contoso', await put('contoso', 'second')), 'second');
  });

  it('given it was removed, then it is gone, and can be kept anew; removed twice is removed', async () => {
    const held = await put('contoso', 'first');
    await remove('contoso');
    assert.equal(await take('contoso', held), undefined);
    await remove('contoso');
    assert.equal(await take('contoso', await put('contoso', 'second')), 'second');
  });

  it('given the vault refuses or fails, then it is said which, and to be tried again', async () => {
    for (const [status, code] of [
      [403, 'key-vault-forbidden'],
      [500, 'key-vault-away'],
    ] as const) {
      fake.fails = status;
      await assert.rejects(put('contoso', 'x'), { name: 'UnavailableError', code });
      await assert.rejects(take('contoso', 'x'), { name: 'UnavailableError', code });
    }
  });

  it('given more than a secret holds, then tokens that can be had again stay out, and what is still too long is refused', async () => {
    const until = '2026-11-20T10:00:00.000Z';
    const access = { referrals: { token: 'x'.repeat(24_000), until } };
    const held = await keepContent(fake, 'contoso', { kept: 'y'.repeat(2_000), access });
    assert.equal(await take('contoso', held), JSON.stringify({ kept: 'y'.repeat(2_000), access: {} }));
    await assert.rejects(keepContent(fake, 'contoso', { kept: 'y'.repeat(25_000), access }), {
      code: 'sign-in-too-long',
    });
  });
});
