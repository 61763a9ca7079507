import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyDigest } from '#bot/http/intakeKeys.ts';
import { TENANT } from '#test/support/bot/fakeTeams.ts';

const CONTOSO = '11110000-0000-4000-8000-000000000001';
export const CONTOSO_KEY = 'contoso-key-000000000000';
export const CONTOSO_NEXT_KEY = 'contoso-key-111111111111';
export const FABRIKAM = '22220000-0000-4000-8000-000000000002';
export const FABRIKAM_KEY = 'fabrikam-key-00000000000';
export const FABRIKAM_TENANT = '00000000-0000-4000-8000-0000000000bb';

interface Member {
  email: string;
  role: 'referrals-admin' | 'referrals-user';
  locations?: 'all' | string[];
}

/** Two organizations as an organizations file lists them; Contoso is changing its intake key. */
export function twoOrganizations(members: readonly Member[] = []): { organizations: object[] } {
  const workingHours = { timeZone: 'Europe/Berlin' };
  return {
    organizations: [
      {
        id: 'contoso',
        name: 'Contoso Partner',
        partnerCenterId: CONTOSO,
        tenantIds: [TENANT],
        intakeKeyDigests: [keyDigest(CONTOSO_KEY), keyDigest(CONTOSO_NEXT_KEY)],
        locations: [
          { mpnId: '1234567', name: 'Cleveland', country: 'US' },
          { mpnId: '7654321', name: 'Berlin', country: 'DE' },
        ],
        members,
        workingHours,
      },
      {
        id: 'fabrikam',
        name: 'Fabrikam Partner',
        partnerCenterId: FABRIKAM,
        tenantIds: [FABRIKAM_TENANT],
        intakeKeyDigests: [keyDigest(FABRIKAM_KEY)],
        members: [{ email: 'fay.brik@fabrikam.example', role: 'referrals-admin' }],
        workingHours,
      },
    ],
  };
}

/** A file of this machine with the content; `remove` takes it away again. */
export async function temporaryFile(content: unknown): Promise<{ path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'cosell-file-'));
  const path = join(folder, 'organizations.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return { path, remove: () => rm(folder, { recursive: true }) };
}

export const MICROSOFT_TENANT = '00000000-0000-4000-8000-0000000000cc';

/** The same with Microsoft as the third, each with one admin of the whole company beside the members of Contoso. */
export function threeOrganizations(members: readonly Member[] = []): { organizations: object[] } {
  const [contoso, fabrikam] = twoOrganizations(members).organizations;
  const solutions = [
    { id: 'SOL-1', name: 'Contoso Analytics', kind: 'own', incentive: true },
    { id: 'SOL-2', name: 'Contoso Backup', kind: 'own' },
  ];
  const locations = [{ mpnId: '5550001', name: 'Fabrikam Ohio', country: 'US' }];
  return {
    organizations: [
      { ...contoso, solutions },
      { ...fabrikam, locations, solutions: [{ id: 'SOL-F', name: 'Fabrikam Lakehouse', kind: 'own' }] },
      {
        id: 'msft',
        name: 'Microsoft',
        partnerCenterId: '33330000-0000-4000-8000-000000000003',
        tenantIds: [MICROSOFT_TENANT],
        intakeKeyDigests: [keyDigest('microsoft-key-0000000000')],
        members: [{ email: 'maja.lind@microsoft.example', role: 'referrals-admin' }],
        workingHours: { timeZone: 'Europe/Berlin' },
      },
    ],
  };
}
