import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { bits, der, integer, objectId, octets, sequence, setOf, utcTime, utf8, yes } from './der.ts';

const YEAR = 365 * 86_400_000;
const ECDSA_SHA256 = '1.2.840.10045.4.3.2';

/** A name in parts, the outermost first. */
export interface CertificateName {
  country?: string;
  organization: string;
  common: string;
}

export interface KeyedCertificate {
  name: CertificateName;
  der: Buffer;
  pem: string;
  key: KeyObject;
}

interface Wanted {
  name: CertificateName;
  /** Signs itself where nobody is named. */
  issuer?: KeyedCertificate;
  key?: KeyObject;
  authority?: boolean;
  /** Hosts for https, names and addresses. */
  hosts?: readonly string[];
  /** Where the issuer's certificate is to be had. */
  issuerUrl?: string;
  expired?: boolean;
}

/** A certificate as a test and a demo need it; signed with an elliptic curve, whatever key it is for. */
export function certificate(wanted: Wanted): KeyedCertificate {
  const key = wanted.key ?? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const { name, issuer = { name, key }, expired } = wanted;
  const algorithm = sequence(objectId(ECDSA_SHA256));
  const ends = new Date(Date.now() + (expired ? -YEAR / 365 : 10 * YEAR));
  const content = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    algorithm,
    nameOf(issuer.name),
    sequence(utcTime(new Date(Date.now() - YEAR)), utcTime(ends)),
    nameOf(name),
    createPublicKey(key).export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensionsOf(wanted))),
  );
  const whole = sequence(content, algorithm, bits(sign('sha256', content, issuer.key)));
  return { name, key, der: whole, pem: pemOf(whole) };
}

function pemOf(content: Buffer): string {
  const lines = content.toString('base64').replaceAll(/.{64}/g, '$&\n').trimEnd();
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

function nameOf({ country, organization, common }: CertificateName): Buffer {
  const parts = [
    ['2.5.4.6', country],
    ['2.5.4.10', organization],
    ['2.5.4.3', common],
  ] as const;
  return sequence(
    ...parts.flatMap(([id, text]) =>
      text === undefined
        ? []
        : [setOf(sequence(objectId(id), id === '2.5.4.6' ? printable(text) : utf8(text)))],
    ),
  );
}

const printable = (text: string): Buffer => der(0x13, Buffer.from(text, 'ascii'));

function extensionsOf({ authority, hosts, issuerUrl }: Wanted): Buffer[] {
  const usage = authority ? bits(Buffer.from([0x06]), 1) : bits(Buffer.from([0x80]), 7);
  return [
    extension('2.5.29.19', authority ? sequence(yes()) : sequence(), true),
    extension('2.5.29.15', usage, true),
    ...(hosts ? [extension('2.5.29.17', sequence(...hosts.map(hostOf)))] : []),
    ...(hosts ? [extension('2.5.29.37', sequence(objectId('1.3.6.1.5.5.7.3.1')))] : []),
    ...(issuerUrl ? [extension('1.3.6.1.5.5.7.1.1', sequence(issuerAt(issuerUrl)))] : []),
  ];
}

function extension(id: string, content: Buffer, critical = false): Buffer {
  return sequence(objectId(id), ...(critical ? [yes()] : []), octets(content));
}

function hostOf(host: string): Buffer {
  const address = /^[\d.]+$/.test(host);
  return address
    ? der(0x87, Buffer.from(host.split('.').map(Number)))
    : der(0x82, Buffer.from(host, 'ascii'));
}

const issuerAt = (url: string): Buffer =>
  sequence(objectId('1.3.6.1.5.5.7.48.2'), der(0x86, Buffer.from(url, 'ascii')));
