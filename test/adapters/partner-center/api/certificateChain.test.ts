import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { isTrusted } from '#adapters/partner-center/api/webhooks/certificateChain.ts';
import { certificatesIn } from '#adapters/partner-center/api/webhooks/certificateFile.ts';
import { certificate, type KeyedCertificate } from '#bot/demo/standIn/certificates/certificate.ts';

const named = (common: string) => ({ organization: 'Contoso', common });
const read = ({ der }: KeyedCertificate) => new X509Certificate(der);
const now = new Date();

const root = certificate({ name: named('root'), authority: true });
const middle = certificate({ name: named('middle'), issuer: root, authority: true });
const low = certificate({ name: named('low'), issuer: middle, authority: true });
const leaf = certificate({ name: named('leaf'), issuer: low });

describe('isTrusted: the chain of a certificate', () => {
  const chain = (one: KeyedCertificate, issuers: KeyedCertificate[], roots = [root], at = now) =>
    isTrusted(read(one), issuers.map(read), roots.map(read), at);

  it('given each authority up to a trusted root, in any order, then it is trusted', () => {
    assert.ok(chain(leaf, [low, middle]));
    assert.ok(chain(leaf, [middle, root, low]));
    assert.ok(chain(middle, []));
  });

  it('given an authority that is missing, or another root, then it is not', () => {
    assert.ok(!chain(leaf, [low]));
    assert.ok(!chain(leaf, [middle]));
    const other = certificate({ name: named('root'), authority: true });
    assert.ok(!chain(leaf, [low, middle], [other]));
    assert.ok(!chain(leaf, [low, middle], []));
  });

  it('given an authority or a root whose time is over, then it is not', () => {
    const old = certificate({ name: named('old'), issuer: root, authority: true, expired: true });
    assert.ok(!chain(certificate({ name: named('leaf'), issuer: old }), [old]));
    const oldRoot = certificate({ name: named('old root'), authority: true, expired: true });
    assert.ok(!chain(certificate({ name: named('leaf'), issuer: oldRoot }), [], [oldRoot]));
  });

  it('given one that was issued by somebody who is no authority, then it is not', () => {
    const nobody = certificate({ name: named('nobody'), issuer: root });
    assert.ok(!chain(certificate({ name: named('leaf'), issuer: nobody }), [nobody]));
    assert.ok(!chain(certificate({ name: named('leaf'), issuer: nobody }), [], [nobody]));
  });

  it('given authorities that issued each other, then it ends', () => {
    const twin = certificate({ name: middle.name, issuer: low, key: middle.key, authority: true });
    assert.ok(!chain(leaf, [low, twin]));
  });

  it('given it before and after its own dates, then it is not', () => {
    const years = (count: number) => new Date(now.getTime() + count * 365 * 86_400_000);
    assert.ok(!chain(leaf, [low, middle], [root], years(-2)));
    assert.ok(!chain(leaf, [low, middle], [root], years(11)));
  });
});

describe('certificatesIn: a file of certificates (point 33)', () => {
  const subjects = (bytes: Buffer) => certificatesIn(bytes).map(({ subject }) => subject.split('CN=')[1]);

  it('given DER, base64 with or without line breaks, or PEM of one or several, then they are read in order', () => {
    const base64 = leaf.der.toString('base64');
    for (const one of [
      leaf.der,
      Buffer.from(base64),
      Buffer.from(base64.replaceAll(/.{64}/g, '$&\r\n')),
      Buffer.from(leaf.pem),
    ]) {
      assert.deepEqual(subjects(one), ['leaf']);
    }
    assert.deepEqual(subjects(Buffer.from(`\uFEFFbag\n${leaf.pem}text between\n${low.pem}`)), [
      'leaf',
      'low',
    ]);
  });

  it('given what is no certificate, then there is none', () => {
    for (const text of [
      '',
      'x',
      '<html></html>',
      'AAAA',
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
    ]) {
      assert.deepEqual(certificatesIn(Buffer.from(text)), []);
    }
    assert.deepEqual(certificatesIn(leaf.der.subarray(0, 100)), []);
  });
});
