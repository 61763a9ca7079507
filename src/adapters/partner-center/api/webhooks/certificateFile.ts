import { X509Certificate } from 'node:crypto';

const block = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
/** So many a file may hold; a chain has three or four. */
const MOST = 10;

/**
 * The certificates of a file, the first one first: DER, the same in base64, or PEM of one or several (point 33). Empty
 * where it is no certificate.
 */
export function certificatesIn(bytes: Buffer): X509Certificate[] {
  const text = bytes.toString('latin1').trim();
  const blocks = text.match(block);
  if (blocks) return blocks.slice(0, MOST).flatMap(certificateOf);
  const isText = /^[A-Za-z0-9+/=\s]+$/.test(text);
  return certificateOf(isText ? Buffer.from(text, 'base64') : bytes);
}

function certificateOf(content: Buffer | string): X509Certificate[] {
  try {
    return [new X509Certificate(content)];
  } catch {
    return [];
  }
}
