import type { X509Certificate } from 'node:crypto';
import type { HttpsClient } from '#adapters/partner-center/api/httpsClient.ts';
import { UnavailableError } from '#ports/errors.ts';
import { certificatesIn } from './certificateFile.ts';

/** The file at an address as it was fetched, and when, in milliseconds. */
export interface CertificateFile {
  certificates: readonly X509Certificate[];
  at: number;
}

export interface CertificateSource {
  /** `notBefore`: what was fetched earlier is fetched anew. Throws `UnavailableError` where it can't be fetched now. */
  fetch(url: string, notBefore?: number): Promise<CertificateFile>;
}

const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60_000;
/** Who forges deliveries must not make us fetch without end. */
const FETCHES_A_MINUTE = 10;
const MOST_KEPT = 20;

/** Files of certificates, each kept for a day. `now`: milliseconds. */
export function createCertificateSource(http: HttpsClient, now: () => number): CertificateSource {
  const files = new Map<string, Promise<CertificateFile>>();
  let fetched: number[] = [];

  async function load(url: string): Promise<CertificateFile> {
    const at = now();
    fetched = fetched.filter((one) => at - one < MINUTE);
    if (fetched.length >= FETCHES_A_MINUTE)
      throw new UnavailableError('certificate-away', { retryAfter: MINUTE });
    fetched.push(at);
    const { status, bytes } = await http.send({ method: 'GET', url });
    if (status === 429 || status >= 500) throw new UnavailableError('certificate-away');
    return { certificates: status === 200 ? certificatesIn(bytes) : [], at };
  }

  return {
    async fetch(url, notBefore = now() - DAY) {
      const kept = await files.get(url);
      if (kept && kept.at > notBefore) return kept;
      const file = load(url);
      files.set(url, file);
      file.catch(() => files.delete(url));
      for (const oldest of files.keys()) if (files.size > MOST_KEPT) files.delete(oldest);
      return file;
    },
  };
}
