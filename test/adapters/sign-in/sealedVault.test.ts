import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { createSealedVault } from '#adapters/sign-in/sealedVault.ts';

const key = () => randomBytes(32).toString('base64');

describe('A sign-in that is kept in the store', () => {
  it('given a text, then nobody reads it without the key, and it never looks the same twice', async () => {
    const own = key();
    const vault = createSealedVault(() => [own]);
    const held = await vault.put('contoso', 'the secret of Müller & Söhne');
    assert.doesNotMatch(held, /secret/);
    assert.doesNotMatch(Buffer.from(held.split('.')[2] ?? '', 'base64url').toString('latin1'), /secret/);
    assert.notEqual(held, await vault.put('contoso', 'the secret of Müller & Söhne'));
    assert.equal(await vault.take('contoso', held), 'the secret of Müller & Söhne');
  });

  it('given it is put in the place of another organization, or changed in any sign, then it is not read', async () => {
    const own = key();
    const vault = createSealedVault(() => [own]);
    const held = await vault.put('contoso', 'secret');
    assert.equal(await vault.take('fabrikam', held), undefined);
    for (let at = 0; at < held.length - 1; at++) {
      const other = held[at] === 'A' ? 'B' : 'A';
      const changed = `${held.slice(0, at)}${other}${held.slice(at + 1)}`;
      assert.equal(await vault.take('contoso', changed), undefined, `sign ${at}`);
    }
    for (const junk of ['', '1', '1.x.', held.slice(0, 30)]) {
      assert.equal(await vault.take('contoso', junk), undefined);
    }
  });

  it('given a new key before the old one, then what is there is read, and the new one encrypts', async () => {
    const [old, young] = [key(), key()];
    const held = await createSealedVault(() => [old]).put('contoso', 'secret');
    const both = createSealedVault(() => [young, old]);
    assert.equal(await both.take('contoso', held), 'secret');
    const again = await both.put('contoso', 'secret');
    assert.equal(await createSealedVault(() => [young]).take('contoso', again), 'secret');
    assert.equal(await createSealedVault(() => [old]).take('contoso', again), undefined);
    assert.equal(await createSealedVault(() => [young]).take('contoso', held), undefined);
  });
});
