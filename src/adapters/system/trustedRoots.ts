import { readFileSync } from 'node:fs';
import { getCACertificates } from 'node:tls';
import { ConfigError } from '#ports/errors.ts';

/** The certificates that this machine trusts. */
export function usualRoots(): readonly string[] {
  return getCACertificates('default');
}

/** The certificates of a file in PEM; none without a file. Throws ConfigError where there are none in it. */
export function certificatesIn(file: string | undefined): readonly string[] {
  if (!file) return [];
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError([`PARTNER_CENTER_CA_FILE ${file} cannot be read: ${(error as Error).message}`]);
  }
  const found = text.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g);
  if (!found) throw new ConfigError([`PARTNER_CENTER_CA_FILE ${file} has no certificate in it (PEM)`]);
  return found;
}
