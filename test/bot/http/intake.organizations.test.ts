import assert from 'node:assert/strict';
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

describe('The intake of two organizations', () => {
  let bot: RunningBot;
  let file: Awaited<ReturnType<typeof temporaryFile>>;
  before(async () => {
    file = await temporaryFile(twoOrganizations());
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
  });
  after(async () => {
    await bot.stop();
    await file.remove();
  });

  it('given a key that is being replaced, then the old and the new one are both valid', async () => {
    const referral = inbound();
    assert.equal((await bot.intake(referral, CONTOSO_KEY)).body.outcome, 'created');
    assert.equal((await bot.intake(referral, CONTOSO_NEXT_KEY)).body.outcome, 'unchanged');
    assert.equal((await bot.read(referral.id, CONTOSO_NEXT_KEY)).status, 200);
  });

  it('given a key of neither, then 401', async () => {
    assert.equal((await bot.intake(inbound(), 'some-other-key-0000000')).status, 401);
  });

  it('given a body that names another organization than the key’s, then 422 and nothing is stored in either', async () => {
    const referral = inbound();
    const { status, body } = await bot.intake(referral, FABRIKAM_KEY);
    assert.equal(status, 422);
    assert.deepEqual(
      (body.problems as { path: string }[]).map(({ path }) => path),
      ['organizationId'],
    );
    assert.equal((await bot.read(referral.id, CONTOSO_KEY)).status, 404);
    assert.equal((await bot.read(referral.id, FABRIKAM_KEY)).status, 404);
  });

  it('given a body that names the organization in capitals or not at all, then the key decides', async () => {
    const capitals = inbound({ organizationId: FABRIKAM.toUpperCase() });
    const { organizationId: _, ...silent } = inbound();
    for (const referral of [capitals, silent]) {
      assert.equal((await bot.intake(referral, FABRIKAM_KEY)).status, 202);
      assert.equal((await bot.read(referral.id, FABRIKAM_KEY)).status, 200);
      assert.equal((await bot.read(referral.id, CONTOSO_KEY)).status, 404);
    }
  });

  it('given the same id in both organizations, then they are two referrals that know nothing of each other', async () => {
    const ours = inbound({ name: 'Contoso’s part' });
    const theirs = { ...ours, organizationId: FABRIKAM, name: 'Fabrikam’s part' };
    assert.equal((await bot.intake(ours, CONTOSO_KEY)).body.outcome, 'created');
    assert.equal((await bot.intake(theirs, FABRIKAM_KEY)).body.outcome, 'created');
    assert.equal((await bot.read(ours.id, CONTOSO_KEY)).body.name, 'Contoso’s part');
    assert.equal((await bot.read(ours.id, FABRIKAM_KEY)).body.name, 'Fabrikam’s part');
  });
});
