import assert from 'node:assert/strict';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { type ReferralRecord, referralDocumentId } from '#app/referral/referralRecord.ts';
import { dealTypeOf } from '#domain/referral/dealType.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { cardOf, executed, readable } from '#test/support/bot/client.ts';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import { backup, contoso, type Seller, seller, stock } from '#test/support/draft/dealScene.ts';
import { temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';

const line = `new deal Contoso Seattle 50k USD by 31 March ${new Date().getFullYear() + 1}`;
const members = [
  { email: 'anna.berg@contoso.example', role: 'referrals-admin' as const, locations: ['1234567'] },
];

describe('Creating a deal with the later rules, in whole turns', () => {
  let bot: RunningBot;
  let store: AnyDocumentStore;
  const start = async (options: object) => {
    store = openSqliteStore({ file: ':memory:' });
    await stock(store, [contoso], []);
    const { organizations } = twoOrganizations(members);
    const own = { ...organizations[0], solutions: [backup], options };
    const file = await temporaryFile({ organizations: [own, organizations[1]] });
    bot = await startBot({ ORGANIZATIONS_FILE: file.path }, { store });
    await file.remove();
    return seller(bot);
  };
  afterEach(() => bot.stop());
  const last = (anna: Seller) => readable(anna.last().activity);
  const created = async (id: string) =>
    (await store.read<ReferralRecord>('contoso', referralDocumentId(id)))?.body.referral;
  const idOf = (anna: Seller) => String(executed(cardOf(anna.newest('deal.cancel')), 'deal.cancel').draft);

  it('given notes are required and partner-led is possible, then both are asked, by form or by text, and the deal is partner-led (CR-12, CR-21)', async () => {
    const anna = await start({ notesRequired: true, partnerLed: true });
    await anna.says(line);
    const id = idOf(anna);
    assert.match(last(anna), /The deal needs notes/);
    await anna.says('They run four terabytes on premises');
    await anna.presses('deal.answer', { ownPhone: '+49 30 5550100' });
    assert.match(last(anna), /Partner-led: you lead, Microsoft sellers may see it/);
    await anna.presses('deal.answer', { assistance: 'PartnerLed' });
    assert.match(last(anna), /Partner-led deal/);
    await anna.presses('deal.create');
    const deal = await created(id);
    assert.ok(deal);
    assert.equal(dealTypeOf(deal), 'partner-led');
    assert.equal(deal.notes, 'They run four terabytes on premises');
    assert.match(last(anna), /Partner-led deal\. Microsoft sellers can see this deal/);
  });

  it('given everything is off, then neither is asked or offered (CR-12, CR-21)', async () => {
    const anna = await start({});
    await anna.says(line);
    assert.doesNotMatch(last(anna), /needs notes/);
    await anna.presses('deal.answer', { ownPhone: '+49 30 5550100' });
    assert.doesNotMatch(last(anna), /Partner-led/);
  });
});
