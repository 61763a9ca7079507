import assert from 'node:assert/strict';
import { loadOrganizations } from '#bot/config/organizationsFile.ts';
import { organizationChanges } from '#bot/config/rereading/organizationChanges.ts';
import { temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';

describe('What differs between two organizations files', () => {
  const loaded = async (change: (organizations: Record<string, unknown>[]) => void = () => {}) => {
    const content = twoOrganizations() as { organizations: Record<string, unknown>[] };
    change(content.organizations);
    const file = await temporaryFile(content);
    try {
      return loadOrganizations(file.path);
    } finally {
      await file.remove();
    }
  };

  it('given nothing, then nothing', async () => {
    assert.deepEqual(organizationChanges(await loaded(), await loaded()), []);
  });

  it('given fields, keys, and organizations that came and went, then each by its id, with names of fields alone', async () => {
    const after = await loaded((organizations) => {
      const members = [{ email: 'anna.berg@contoso.example', role: 'referrals-admin' }];
      Object.assign(organizations[0] ?? {}, { members, intakeKeyDigests: [] });
      organizations.splice(1, 1, { ...organizations[1], id: 'northwind' });
    });
    assert.deepEqual(organizationChanges(await loaded(), after), [
      { organizationId: 'contoso', what: 'changed', fields: ['members', 'intakeKeyDigests'] },
      { organizationId: 'fabrikam', what: 'removed', fields: [] },
      { organizationId: 'northwind', what: 'added', fields: [] },
    ]);
  });
});
