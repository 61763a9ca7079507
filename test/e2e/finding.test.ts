import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Screen } from '#test/support/e2e/screen.ts';
import { raiseStage, referralFrom, STAGE_PATIENCE, type Stage } from '#test/support/e2e/stage.ts';

const TITLE = 'Inbound';

describe('finding deals in the Playground', function () {
  this.timeout(STAGE_PATIENCE);
  let stage: Stage;
  let anna: Screen;
  before(async () => {
    stage = await raiseStage();
    for (let n = 0; n < 12; n++) await stage.receive(referralFrom(`Customer ${String.fromCharCode(65 + n)}`));
    anna = await stage.seat('Anna Berg');
  });
  after(() => stage.close());

  it('given a list, when a row is pressed, then the deal opens in its place, with next, and the way back (CR-13, CR-17)', async () => {
    await anna.say('inbound');
    const list = await newest(anna, TITLE);
    await list.getByText('12 deals').waitFor();
    await list.getByText('Customer L', { exact: false }).first().click();
    const deal = await newest(anna, 'Back to the list');
    assert.match((await deal.textContent()) ?? '', /Customer L/);
    await deal.getByRole('button', { name: 'Next', exact: true }).click();
    // The first has none before it, the second has.
    await deal.getByRole('button', { name: 'Previous', exact: true }).waitFor();
    assert.match((await deal.textContent()) ?? '', /Customer K/);
    await deal.getByRole('button', { name: 'Back to the list' }).click();
    await (await newest(anna, TITLE)).getByText('12 deals').waitFor();
  });

  it('given a row, when its heart is pressed, then it stands among the favorites (CR-14)', async () => {
    const list = await newest(anna, TITLE);
    await list.getByText('♡').first().click();
    await (await newest(anna, TITLE)).getByText('♥').waitFor();
    await anna.say('favorites');
    const favorites = await newest(anna, 'Favorites');
    await favorites.getByText('1 deal', { exact: true }).waitFor();
  });
});

async function newest(screen: Screen, title: string): Promise<Locator> {
  const card = screen.page.locator('.ac-adaptiveCard', { hasText: title }).last();
  await card.waitFor();
  return card;
}
