import assert from 'node:assert/strict';
import { openCustomers } from '#adapters/customers/openCustomers.ts';
import { cardOf, executed, offers, readable } from '#test/support/bot/client.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { ofType } from '#test/support/cards/cardParts.ts';
import { contoso as customer, type Seller, seller } from '#test/support/draft/dealScene.ts';
import {
  FABRIKAM_TENANT,
  MICROSOFT_TENANT,
  temporaryFile,
  threeOrganizations,
} from '#test/support/organization/organizations.ts';

const solutions = [{ id: 'AZ-1', name: 'Azure SQL', kind: 'microsoft' }];
const locations = [{ mpnId: '9990001', name: 'Redmond', country: 'US' }];

describe('A deal that Microsoft’s sellers start, in whole turns (CR-8, CR-11)', () => {
  let bot: RunningBot;
  let maja: Seller;
  let fay: Seller;

  beforeEach(async () => {
    const { organizations } = threeOrganizations();
    const [contoso, fabrikam, microsoft] = organizations;
    const file = await temporaryFile({
      organizations: [contoso, fabrikam, { ...microsoft, solutions, locations }],
    });
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
    await file.remove();
    await openCustomers(bot.composed.store).register([customer]);
    maja = await seller(bot, 'Maja Lind', {
      tenantId: MICROSOFT_TENANT,
      email: 'maja.lind@microsoft.example',
    });
    fay = await seller(bot, 'Fay Brik', { tenantId: FABRIKAM_TENANT, email: 'fay.brik@fabrikam.example' });
  });
  afterEach(() => bot.stop());

  const step = (text: string) =>
    ofType(cardOf(maja.newest('deal.create')), 'Action.Execute').find(
      ({ data }) => (data as { step?: string }).step === text,
    );
  /** The questions that were asked until the review stood there. */
  async function drafted(line: string): Promise<string> {
    await maja.says(line);
    let asked = '';
    for (let at = 0; at < 6 && !offers(cardOf(maja.last()), 'deal.create'); at++) {
      asked += readable(maja.last().activity);
      const ids = ofType(cardOf(maja.last()), 'Input.').map(({ id }) => String(id).split('.')[0]);
      await maja.presses('deal.answer', {
        ...(ids.includes('ownPhone') && { ownPhone: '+1 555 0100' }),
        ...(ids.includes('solutions') && { solutions: 'AZ-1' }),
      });
    }
    return asked;
  }

  it('given a new deal, then nobody is asked for help from Microsoft, and the review says that it is co-sell', async () => {
    const asked = await drafted('new deal Contoso Ltd Seattle 50k USD by 2027-03-31');
    assert.doesNotMatch(asked, /What help/i);
    assert.doesNotMatch(asked, /Help from Microsoft/);
    const review = readable(maja.last().activity);
    assert.match(review, /Co-sell deal/);
    assert.doesNotMatch(review, /Private deal|Microsoft sellers can’t|14 days to decide|Help from Microsoft/);
    assert.equal(step('selling'), undefined);
    await maja.says('back');
    assert.doesNotMatch(readable(maja.last().activity), /Help from Microsoft/);
  });

  it('given help that is named in the line, then it is still no question to Microsoft itself', async () => {
    const asked = await drafted('new deal Contoso Ltd Seattle 50k USD by 2027-03-31, proof of concept');
    assert.doesNotMatch(asked, /Help from Microsoft/);
    assert.ok(offers(cardOf(maja.last()), 'deal.create'));
  });

  it('given the customer’s contact with consent, when a partner is invited, then it has it (CR-20, CR-30)', async () => {
    await drafted('new deal Contoso Ltd Seattle 50k USD by 2027-03-31');
    const form = await bot.teams.press(
      maja.person,
      maja.chat,
      'deal.change',
      step('customer')?.data as object,
      { replyToId: maja.newest('deal.create').id },
    );
    const contact = {
      contactName: 'Karin Vogel',
      contactEmail: 'karin@customer.example',
      contactPhone: '+1 555 0199',
      consent: 'true',
    };
    const data = executed(cardOf(form), 'deal.answer', contact);
    await bot.teams.press(maja.person, maja.chat, 'deal.answer', data, { replyToId: maja.last().id });
    await maja.says('invite');
    assert.match(readable(maja.last().activity), /customer agreed, so their contact data goes along/);
    await maja.says('fabrikam 20k USD');
    await maja.presses('deal.create');
    const theirs = await until('the invitation', () =>
      bot.teams.in(fay.chat).find((one) => offers(cardOf(one), 'referral.accept')),
    );
    assert.match(readable(theirs.activity), /New referral from Microsoft/);
    assert.match(readable(theirs.activity), /Karin Vogel/);
  });
});
