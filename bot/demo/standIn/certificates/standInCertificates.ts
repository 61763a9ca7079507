import { certificate, type KeyedCertificate } from './certificate.ts';

export interface StandInCertificates {
  root: KeyedCertificate;
  /** For https on 127.0.0.1 and localhost. */
  server: KeyedCertificate;
}

let made: StandInCertificates | undefined;

/** Made once a process: each takes a moment, and no test minds another's. */
export function standInCertificates(): StandInCertificates {
  made ??= makeCertificates();
  return made;
}

function makeCertificates(): StandInCertificates {
  const organization = 'Microsoft Corporation';
  const root = certificate({
    name: { country: 'US', organization, common: 'Stand-in for Partner Center, root' },
    authority: true,
  });
  const server = certificate({
    name: { organization: 'Stand-in for Partner Center', common: '127.0.0.1' },
    issuer: root,
    hosts: ['127.0.0.1', 'localhost'],
  });
  return { root, server };
}
