import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { TokenVault } from '#ports/tokenVault.ts';

const FORM = '1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A vault that gives back the text encrypted, to be stored: AES-256-GCM with a new nonce each time, bound to the
 * organization, so that it can't be read in another one's place. `keys`: those that count at the moment, 32 bytes in
 * base64; the first encrypts, all decrypt.
 */
export function createSealedVault(keys: () => readonly string[]): TokenVault {
  const known = () =>
    new Map(
      keys()
        .map((text) => Buffer.from(text, 'base64'))
        .map((key) => [nameOf(key), key]),
    );
  return {
    most: 250_000,
    async put(organization, text) {
      const [first] = known();
      if (!first) throw new TypeError('a vault needs a key');
      const [name, key] = first;
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(organization, name));
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return [FORM, name, sealed.toString('base64url')].join('.');
    },
    async take(organization, held) {
      const [form, name = '', sealed = ''] = held.split('.');
      const key = known().get(name);
      if (form !== FORM || !key) return undefined;
      const bytes = Buffer.from(sealed, 'base64url');
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
          .setAAD(boundTo(organization, name))
          .setAuthTag(bytes.subarray(-TAG_BYTES));
        const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        // Changed on the way, or another organization's.
        return undefined;
      }
    },
    // What is stored is all there is.
    async remove() {},
  };
}

/** Tells keys apart without saying anything of them: they are random, so that nobody finds one by its digest. */
function nameOf(key: Buffer): string {
  return createHash('sha256').update('name of a key').update(key).digest('hex').slice(0, 12);
}

function boundTo(organization: string, keyName: string): Buffer {
  return Buffer.from(JSON.stringify(['sign-in', FORM, keyName, organization]), 'utf8');
}
