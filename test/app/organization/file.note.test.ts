import assert from 'node:assert/strict';
import { pageOfActs } from '#app/administration/audit.show.ts';
import { noteFile } from '#app/organization/file.note.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { admin, mailOf, members, user } from '#test/support/organization/colleagues.ts';

describe('file.note: what changed in the organizations file', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());
  const told = async () => {
    await app.settled();
    const { acts } = await pageOfActs(app.deps, 'contoso');
    return acts
      .map(({ what, about, from, to }) => [what, about, from, to].filter(Boolean).join(' | '))
      .sort();
  };
  const withDays = (escalateAfterDays: number) => ({
    ...app.organization,
    options: { ...app.organization.options, escalateAfterDays },
  });

  it('given the first start, then nothing is known of before and nothing is kept; given another, then each change once', async () => {
    await noteFile(app.deps, app.organization);
    assert.deepEqual(await told(), []);
    for (const days of [5, 5, 3]) await noteFile(app.deps, withDays(days));
    assert.deepEqual(await told(), [
      'file.change | options.escalateAfterDays | 5',
      'file.change | options.escalateAfterDays | 5 | 3',
    ]);
  });

  it('given two replicas that start at once, then it is kept once', async () => {
    await noteFile(app.deps, app.organization);
    await Promise.all([noteFile(app.deps, withDays(5)), noteFile(app.deps, withDays(5))]);
    assert.deepEqual(await told(), ['file.change | options.escalateAfterDays | 5']);
  });

  it('given members who come with the file and leave it, then that is kept as well', async () => {
    await members(app, admin('anna'), user('bo'));
    await app.settled();
    await members(app, admin('anna'));
    assert.deepEqual(await told(), [
      `member.add | ${mailOf('anna')} | referrals-admin: all`,
      `member.add | ${mailOf('bo')} | referrals-user: all`,
      `member.remove | ${mailOf('bo')} | referrals-user: all`,
    ]);
  });
});
