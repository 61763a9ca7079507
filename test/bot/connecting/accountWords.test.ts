import assert from 'node:assert/strict';
import { readCommandWords } from '#bot/commandLine.ts';
import { accountWords, warningsOf } from '#bot/connecting/accountWords.ts';
import { organizationMeant, readConnectingCommand } from '#bot/connecting/commandLine.ts';
import { organizationWith } from '#test/support/app/runningApp.ts';

const account = { name: 'Sync', username: 'sync@contoso.example', tenantId: 'tenant-a' };
const token = (claims: object) => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
const sight = { count: 0, more: false, organizationIds: [] };

describe('What a command line says of an account', () => {
  it('given the sign-in says nothing of roles and factors, then it is said where to look', () => {
    for (const said of ['opaque', token({}), token({ amr: 'x', roles: 3 })]) {
      const words = accountWords(account, said, undefined, sight).join('\n');
      assert.match(words, /Second factor: Partner Center does not say/);
      assert.match(words, /Role: the sign-in does not say\. .*Account settings > User management/);
      assert.match(words, /sees: 0\n {2}None is either right, or the role reaches only some locations/);
    }
  });

  it('given it says so, then so does the line; what Partner Center says of the factor counts more', () => {
    const claims = token({ amr: ['pwd', 'mfa'], roles: ['Referrals user', 'Global reader'] });
    assert.match(
      accountWords(account, claims, undefined, sight).join('\n'),
      /factor: yes\n {2}Role: Referrals user$/m,
    );
    assert.match(accountWords(account, claims, false, sight).join('\n'), /factor: NO/);
    const more = { ...sight, count: 100, more: true, newest: '2026-11-20T10:00:00Z' };
    assert.match(
      accountWords(account, claims, true, more).join('\n'),
      /sees: 100 and more, the newest of 2026-11-20/,
    );
  });

  it('given another tenant, or records of another organization than the file says, then it is warned', () => {
    const contoso = { name: 'Contoso', partnerCenterId: 'AAAA', tenantIds: ['tenant-a'] };
    const seen = (...organizationIds: string[]) => ({ ...sight, organizationIds });
    assert.deepEqual(warningsOf(contoso, account, seen('aaaa')), []);
    assert.match(
      warningsOf(contoso, account, seen('bbbb')).join(),
      /belong to bbbb, and Contoso has partnerCenterId AAAA/,
    );
    assert.match(
      warningsOf({ ...contoso, tenantIds: ['other'] }, account, seen()).join(),
      /none of the tenants/,
    );
    assert.deepEqual(warningsOf({ name: 'Local', tenantIds: [] }, account, seen('bbbb')), []);
  });
});

describe('A command line about a connection', () => {
  it('given words and options, then they are read, and what is wrong is said', () => {
    const own = { address: 'string', remove: 'boolean', yes: 'boolean' } as const;
    const read = (args: readonly string[]) => {
      const typed = readCommandWords(args, own);
      return typeof typed === 'string' ? typed : readConnectingCommand(typed);
    };
    assert.deepEqual(read(['contoso', '--yes']), { organization: 'contoso', yes: true, options: {} });
    assert.deepEqual(read(['--address', 'https://x.example']), {
      organization: undefined,
      yes: false,
      options: { address: 'https://x.example' },
    });
    assert.equal(read(['a', 'b']), 'At most one organization can be named.');
    assert.match(String(read(['--adress', 'x'])), /--adress/);
  });

  it('given several organizations, then one must be named', () => {
    const contoso = organizationWith([]);
    const fabrikam = { ...contoso, id: 'fabrikam' };
    assert.equal(organizationMeant([contoso], undefined), contoso);
    assert.equal(organizationMeant([contoso, fabrikam], 'fabrikam'), fabrikam);
    assert.deepEqual(organizationMeant([contoso, fabrikam], undefined), {
      problem: 'Say for which organization: contoso, fabrikam.',
    });
    assert.deepEqual(organizationMeant([contoso], 'x'), {
      problem: 'There is no organization x. There are: contoso.',
    });
  });
});
