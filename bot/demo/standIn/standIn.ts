import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { standInCertificates } from './certificates/standInCertificates.ts';
import { createStandInCore, type StandInCore, type StandInCoreOptions } from './core.ts';
import type { Handle } from './handling.ts';
import { answerPage } from './page/peoplePage.ts';
import { closed, listening, serverOf } from './servers.ts';
import { deliverByHttp } from './webhooks/deliverByHttp.ts';

export interface StandInOptions extends Omit<StandInCoreOptions, 'origin' | 'pageOrigin'> {
  port?: number;
  pagePort?: number;
}

/** A stand-in for Partner Center that listens: its APIs and its sign-in by https, its page for people by http. */
export interface StandIn extends Omit<StandInCore, 'handle' | 'stop'> {
  /** Referrals lie at `${apiUrl}/engagements/referrals`. */
  apiUrl: string;
  webhooksUrl: string;
  /** Of the sign-in; the tenant follows in the path. */
  authority: string;
  organizationId: string;
  organizationName: string;
  /** Its root certificate, and a file that holds it until the stand-in is closed. */
  caPem: string;
  caFile: string;
  pageUrl: string;
  close(): Promise<void>;
}

export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const { root, server } = standInCertificates();
  let core: Handle = () => Promise.reject(new Error('starting'));
  let page: Handle = () => Promise.reject(new Error('starting'));
  const apiServer = serverOf(() => core, {
    cert: server.pem,
    key: String(server.key.export({ type: 'pkcs8', format: 'pem' })),
  });
  const pageServer = serverOf(() => page);
  const origin = `https://127.0.0.1:${await listening(apiServer, options.port)}`;
  const pageUrl = `http://127.0.0.1:${await listening(pageServer, options.pagePort)}`;
  const whole = createStandInCore({
    ...{ deliver: deliverByHttp, automatic: true },
    ...options,
    ...{ origin, pageOrigin: pageUrl },
  });
  const { handle, stop, ...made } = whole;
  core = handle;
  // Certificates are to be had there too, by plain http: from where nobody may take them.
  page = async (request) =>
    request.url.startsWith('/cert/') ? handle(request) : answerPage(whole, request, pageUrl);
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
  const caFile = join(folder, 'root.pem');
  writeFileSync(caFile, root.pem);
  return {
    ...made,
    ...{ pageUrl, caFile, caPem: root.pem, authority: origin },
    apiUrl: `${origin}/v1.0`,
    webhooksUrl: `${origin}/webhooks/v1`,
    organizationId: made.organization.id,
    organizationName: made.organization.name,
    async close() {
      stop();
      rmSync(folder, { recursive: true, force: true });
      await Promise.all([closed(apiServer), closed(pageServer)]);
    },
  };
}
