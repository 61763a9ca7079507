import { demoCustomers, demoSolutions } from '#bot/demo/catalogs.ts';
import { demoReferral } from '#bot/demo/referrals.ts';
import { stock } from '#test/support/draft/dealScene.ts';
import { closeNotes, photographer, pictureWindow } from './photographer.ts';
import type { Stage } from './stage.ts';

/** The picture story of a deal: one line typed, what is left is asked, and then it is found again and changed. */
export async function tellDealStory(stage: Stage): Promise<void> {
  await stock(stage.bot.composed.store, demoCustomers, demoSolutions);
  const anna = await stage.seat('Anna Berg', pictureWindow);
  const shoot = await photographer(stage.browser, anna);
  const step = (name: string) => anna.latest(`: ${name}`);

  await anna.say(`new deal Contoso Seattle 50k USD by 31 March ${new Date().getFullYear() + 1}`);
  await step('Customer').pick(/12 Occidental Avenue/);
  await shoot('deal-customer', ': Customer');
  await step('Customer').press('Next');
  await step('Team').shows('Your phone number');
  await closeNotes(anna);
  await step('Team').type('Your phone number *', '+46 8 5550 0120');
  await shoot('deal-team', ': Team');
  await step('Team').press('Next');
  await step('Solutions').shows('Workplace');
  await closeNotes(anna);
  await step('Solutions').tick(/Workplace/);
  await shoot('deal-solutions', ': Solutions');
  await step('Solutions').press('Next');
  await shoot('deal-help', ': Help from Microsoft');
  await step('Help from Microsoft').press('Private');
  await step('Review').shows('Microsoft sellers can’t see this deal');
  await shoot('deal-review', ': Review');
  await step('Review').press('Create deal');

  const deal = anna.latest('Created by Anna Berg');
  await deal.shows('Edit');
  await shoot('deal-created', 'Created by Anna Berg');
  await closeNotes(anna);
  await deal.press('Edit');
  await deal.type('Estimated value', '64k');
  await shoot('deal-edit', 'Created by Anna Berg', 'Edit');
  await deal.press('Save');
  await deal.shows('$64,000');

  for (const number of [0, 1]) await stage.receive(demoReferral(number, new Date()));
  await anna.say('my deals');
  const list = anna.latest('My deals');
  await list.shows('3 deals');
  await shoot('deal-list', 'My deals');
  await anna.say('search workpl cont');
  await anna.latest('Search: ').shows('Contoso Retail – Contoso Workplace');
  await shoot('deal-search', 'Search: ');
}
