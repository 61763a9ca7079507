import assert from 'node:assert/strict';
import { systemClock } from '#adapters/system/clock.ts';
import { receiveMessage } from '#app/engagement/engagement.receive.ts';
import { referralDocumentId, referralDraft } from '#app/referral/referralRecord.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { decideReferral, type ReferralCommand } from '#domain/decide/decideReferral.ts';
import { messageTo } from '#domain/engagement/engagement.ts';
import type { Party } from '#domain/referral/party.ts';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import {
  FABRIKAM,
  FABRIKAM_KEY,
  temporaryFile,
  threeOrganizations,
} from '#test/support/organization/organizations.ts';
import { accepted } from '#test/support/referral/samples.ts';

const by = 'tenant:fay';
const party: Party = {
  role: 'invited',
  organization: 'fabrikam',
  name: 'Fabrikam',
  referralId: 'their-part',
  invitation: {
    closeDate: '2027-02-01',
    value: { amount: 40, currency: 'EUR' },
    notes: 'Could you bring the data in?',
    solutions: [{ id: 'SOL-1', name: 'Analytics', kind: 'own' }],
    assistance: 'GeneralOrOther',
    contacts: [{ name: 'Fay Brik', email: 'fay@fabrikam.example', phone: '1' }],
    location: '5550001',
  },
  invited: { by: { kind: 'person', personId: 'tenant:anna' }, at: new Date().toISOString() },
  seq: 0,
};
const deal = accepted({ id: 'deal', engagementId: 'e-1', direction: 'outbound', parties: [party] });

describe('GET of a record that an invitation made (CR-30, CR-34)', () => {
  let bot: RunningBot;
  let file: Awaited<ReturnType<typeof temporaryFile>>;
  beforeEach(async () => {
    file = await temporaryFile(threeOrganizations());
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
    const { store, organizations } = bot.composed;
    const deps = { store, organizations, clock: systemClock, wake: () => {} };
    await receiveMessage(deps, messageTo(deal, party, { name: 'Contoso' }));
  });
  afterEach(async () => {
    await bot.stop();
    await file.remove();
  });

  const get = async () => {
    const { status, body } = await bot.read('their-part', FABRIKAM_KEY);
    assert.equal(status, 200);
    return body as Record<string, unknown> & { inviteContext: object };
  };
  const decide = (command: { type: ReferralCommand['type'] } & Record<string, unknown>) =>
    changeDocument<'referral', void>(
      { store: bot.composed.store, clock: systemClock },
      'fabrikam',
      referralDocumentId('their-part'),
      (document) => {
        assert.ok(document);
        const at = new Date().toISOString();
        const decision = decideReferral(document.body.referral, { ...command, by, at } as ReferralCommand);
        assert.ok(decision.ok);
        return {
          draft: referralDraft({ ...document.body, referral: decision.state }, document.lease),
          result: undefined,
        };
      },
    );

  it('given nobody has answered, then it is Incoming, New and Pending until its day, and says who invited, by Partner Center’s id', async () => {
    const body = await get();
    assert.deepEqual(
      [body.direction, body.status, body.substatus, body.engagementId, body.mpnId],
      ['Incoming', 'New', 'Pending', 'e-1', '5550001'],
    );
    assert.deepEqual([body.organizationId, body.organizationName], [FABRIKAM, 'Fabrikam Partner']);
    assert.deepEqual(body.inviteContext, {
      notes: 'Could you bring the data in?',
      assistanceRequestCode: 'GeneralOrOther',
      invitedMpnId: '5550001',
      invitedBy: {
        organizationId: '11110000-0000-4000-8000-000000000001',
        organizationName: 'Contoso Partner',
      },
    });
    const fortnight = Date.parse(String(body.expirationDateTime)) - Date.parse(String(body.createdDateTime));
    assert.equal(fortnight, 14 * 24 * 3_600_000);
    assert.equal(body.acceptedDateTime, null);
  });

  it('given it was accepted and went on, then it is Active with its own value and stage', async () => {
    const entries = { name: 'Our part', value: { amount: 55, currency: 'EUR' }, closeDate: '2027-04-01' };
    await decide({ type: 'referral.accept', entries });
    await decide({ type: 'stage.mark', stage: 40 });
    const body = await get();
    assert.deepEqual(
      [body.status, body.substatus, body.name, body.salesStage, body.expirationDateTime],
      ['Active', 'Accepted', 'Our part', '40', null],
    );
    assert.notEqual(body.acceptedDateTime, null);
    assert.equal((body.details as { dealValue: number }).dealValue, 55);
  });

  it('given what was read comes back by the intake, then nothing that people see is different', async () => {
    const before = await get();
    assert.equal((await bot.intake(before, FABRIKAM_KEY)).status, 202);
    assert.deepEqual(await get(), before);
  });
});
