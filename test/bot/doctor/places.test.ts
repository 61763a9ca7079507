import assert from 'node:assert/strict';
import { readConfig } from '#bot/config/config.ts';
import { placesOf } from '#bot/doctor/places.ts';
import { textOf } from '#test/support/repository.ts';

const APP = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const TEAMS = {
  MicrosoftAppId: APP,
  MicrosoftAppTenantId: APP,
  MicrosoftAppPassword: 'x',
  ORGANIZATIONS_FILE: 'organizations.json',
};
const PARTNER_CENTER = {
  PARTNER_CENTER_CLIENT_ID: APP,
  PARTNER_CENTER_TOKEN_KEY: Buffer.alloc(32).toString('base64'),
};
const hostsFor = (env: Record<string, string>) =>
  placesOf(readConfig(env)).map(({ url }) => new URL(url).host);

describe('The addresses that must be reached', () => {
  it('given Teams and Partner Center, then they are those of the guide for firewalls, all of them and no other', () => {
    const guide = textOf('docs/deploy/README.md');
    const rows = guide.split('\n').filter((line) => line.startsWith('| the bot'));
    const named = rows.flatMap((row) => [...row.matchAll(/`([a-z0-9.]+\.[a-z]+)`/g)].map(([, host]) => host));
    assert.deepEqual(hostsFor({ ...TEAMS, ...PARTNER_CENTER }).sort(), named.sort());
  });

  it('given Teams alone, then none of Partner Center; given neither, then none', () => {
    assert.deepEqual(hostsFor(TEAMS), [
      'login.microsoftonline.com',
      'login.botframework.com',
      'smba.trafficmanager.net',
    ]);
    assert.deepEqual(hostsFor({}), []);
  });

  it('given a managed identity, then its token is not asked for outside; given a Key Vault, then that is reached too', () => {
    const { MicrosoftAppPassword: _, ...managed } = TEAMS;
    const vault = { PARTNER_CENTER_CLIENT_ID: APP, KEY_VAULT_URL: 'https://cosell.vault.azure.net/' };
    assert.equal(
      hostsFor({ ...managed, MicrosoftAppType: 'UserAssignedMSI' }).includes('login.microsoftonline.com'),
      false,
    );
    assert.ok(hostsFor(vault).includes('cosell.vault.azure.net'));
  });

  it('given two uses of one address, then it is one', () => {
    const [first] = placesOf(readConfig({ ...TEAMS, ...PARTNER_CENTER }));
    assert.equal(first?.why, 'the token of the bot and signing in to Partner Center');
  });
});
