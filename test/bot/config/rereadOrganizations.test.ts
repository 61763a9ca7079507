import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { memberDocumentId } from '#app/organization/member.ts';
import { cardOf, readable } from '#test/support/bot/client.ts';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import {
  CONTOSO_KEY,
  CONTOSO_NEXT_KEY,
  FABRIKAM,
  FABRIKAM_KEY,
  temporaryFile,
  twoOrganizations,
} from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const ada = { email: 'ada.admin@contoso.example', role: 'referrals-admin' as const };
const bert = { email: 'bert.berlin@contoso.example', role: 'referrals-user' as const };

interface File {
  organizations: Record<string, unknown>[];
}

describe('The organizations file, changed while the bot runs', () => {
  let file: Awaited<ReturnType<typeof temporaryFile>>;
  let bot: RunningBot;
  beforeEach(async () => {
    file = await temporaryFile(twoOrganizations([ada]));
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
  });
  afterEach(async () => {
    await bot.stop();
    await file.remove();
  });

  const changed = async (change: (content: File) => void) => {
    const content = twoOrganizations([ada]) as File;
    change(content);
    await writeFile(file.path, JSON.stringify(content));
    await twice();
  };
  /** What stands still is taken over by the second look. */
  const twice = async () => {
    await bot.composed.reread();
    await bot.composed.reread();
  };
  const ready = async () => (await (await fetch(`${bot.url}/readyz`)).json()) as Record<string, unknown>;
  const came = async (key: string, more: Record<string, unknown> = {}) =>
    (await bot.intake(inbound(more), key)).status;
  const member = async (email: string) =>
    (await bot.composed.store.read<'member'>('contoso', memberDocumentId(email)))?.body.role;

  it('given another key, member and name, then all of them count from then on, and the former key no more', async () => {
    assert.deepEqual([await came(CONTOSO_KEY), await came(CONTOSO_NEXT_KEY)], [202, 202]);
    await changed(({ organizations: [contoso] }) => {
      const digests = contoso?.intakeKeyDigests as string[];
      Object.assign(contoso ?? {}, {
        intakeKeyDigests: digests.slice(1),
        members: [ada, bert],
        name: 'Contoso AG',
      });
    });
    assert.deepEqual([await came(CONTOSO_KEY), await came(CONTOSO_NEXT_KEY)], [401, 202]);
    assert.deepEqual(
      [await member(ada.email), await member(bert.email)],
      ['referrals-admin', 'referrals-user'],
    );
    const { teams } = bot;
    const person = teams.person('Ada Admin');
    await teams.install(person, teams.chatOf(person));
    const setup = await teams.press(person, teams.chatOf(person), 'setup.show', {});
    assert.match(readable(cardOf(setup)), /Contoso AG/);
    assert.deepEqual(await ready(), { status: 'ready' });
  });

  it('given a member who left the file, then they are no member any more', async () => {
    await changed(({ organizations: [contoso] }) => Object.assign(contoso ?? {}, { members: [bert] }));
    assert.deepEqual([await member(ada.email), await member(bert.email)], [undefined, 'referrals-user']);
  });

  it('given a mistake, then nothing of it counts, readiness says so without a word of it, and what is put right does', async () => {
    const wrong = ({ organizations: [contoso, fabrikam] }: File) => {
      Object.assign(contoso ?? {}, { intakeKeyDigests: [] });
      Object.assign(fabrikam ?? {}, { members: [{ email: 'fay', role: 'referrals-admin' }] });
    };
    await changed(wrong);
    assert.deepEqual(
      [await came(CONTOSO_KEY), await came(FABRIKAM_KEY, { organizationId: FABRIKAM })],
      [202, 202],
    );
    assert.deepEqual(await ready(), {
      status: 'ready',
      warnings: ['ORGANIZATIONS_FILE has changed and is not in force: the log says why'],
    });
    await changed(() => {});
    assert.deepEqual(await ready(), { status: 'ready' });
  });

  it('given an organization that is new and one that is gone, then the one is served and the other not', async () => {
    await changed(({ organizations }) => {
      organizations.splice(1, 1, { ...organizations[1], id: 'northwind' });
    });
    assert.equal(await came(FABRIKAM_KEY, { organizationId: FABRIKAM }), 202);
    const stored = await bot.composed.store.count({ partition: 'northwind', kind: 'referral', limit: 10 });
    assert.equal(stored.count, 1);
  });

  it('given a change while a request is under way, then the request sees the organizations as it began', async () => {
    const { organizations } = bot.composed;
    assert.ok('during' in organizations);
    const { during } = organizations as typeof organizations & { during<T>(work: () => T): T };
    await during(async () => {
      await changed(({ organizations: [contoso] }) => Object.assign(contoso ?? {}, { name: 'Contoso AG' }));
      assert.equal(organizations.byId('contoso')?.name, 'Contoso Partner');
    });
    assert.equal(organizations.byId('contoso')?.name, 'Contoso AG');
  });
});
