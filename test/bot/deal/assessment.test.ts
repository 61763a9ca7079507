import assert from 'node:assert/strict';
import { cardOf, executed, pressOn, readable } from '#test/support/bot/client.ts';
import type { InvokeAnswer } from '#test/support/bot/fakeTeams.ts';
import { referralCardIn } from '#test/support/bot/scene.ts';
import { startBot } from '#test/support/bot/startBot.ts';
import { ofType } from '#test/support/cards/cardParts.ts';
import { CONTOSO_KEY, temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const check = { id: 'SA-1', name: 'Cost check', kind: 'assessment' };

/** Makes an accepted deal an assessment, at a company with so many locations. */
async function changed(locations: number, place: string) {
  const [contoso, fabrikam] = twoOrganizations([
    { email: 'ada.admin@contoso.example', role: 'referrals-admin' },
  ]).organizations;
  const all = (contoso as { locations: object[] }).locations;
  const vetted = { ...contoso, vetted: true, solutions: [check], locations: all.slice(0, locations) };
  const file = await temporaryFile({ organizations: [vetted, fabrikam] });
  const bot = await startBot({ ORGANIZATIONS_FILE: file.path });
  await file.remove();
  try {
    const ada = bot.teams.person('Ada Admin');
    const chat = bot.teams.chatOf(ada);
    await bot.teams.install(ada, chat);
    // What it asks for by name is no solution of the deal.
    const sent = inbound({ mpnId: '1234567', type: 'Independent', details: {} });
    await bot.intake(sent, CONTOSO_KEY);
    const card = await referralCardIn(bot, chat);
    const part = { value: '7000', currency: 'USD', closeDate: '2027-05-01' };
    await pressOn(bot.teams, ada, chat, card, 'referral.accept', part);
    const press = (data: object) =>
      bot.teams.press(ada, chat, 'deal.solutions', data, { replyToId: card.id });
    const again = (from: InvokeAnswer, typed: object) =>
      press(executed(cardOf(from), 'deal.solutions', { solution: 'SA-1', ...typed }));
    const chosen = await again(await press({ referral: String(sent.id) }), {});
    const answer = place ? await again(chosen, { place }) : chosen;
    return { chosen: cardOf(chosen), text: readable(answer) };
  } finally {
    await bot.stop();
  }
}

describe('The location of an assessment, on a deal (CR-24)', () => {
  it('given several locations, then one of them is chosen, and the card names it', async () => {
    const { chosen, text } = await changed(2, '7654321');
    const [choices] = ofType(chosen, 'Input.ChoiceSet').flatMap((one) =>
      String(one.id).startsWith('place') ? [one.choices as { value: string }[]] : [],
    );
    assert.deepEqual(
      choices?.map(({ value }) => value),
      ['1234567', '7654321'],
    );
    assert.match(text, /Location of the assessment\s+Berlin/);
  });

  it('given words that are none of them, then it is asked once more', async () => {
    const { text } = await changed(2, 'At the customer’s');
    assert.match(text, /That’s not one of your locations/);
  });

  it('given one location only, then it is that one, and nobody is asked', async () => {
    const { text } = await changed(1, '');
    assert.match(text, /Location of the assessment\s+Cleveland/);
  });
});
