import assert from 'node:assert/strict';
import { guests } from '#bot/demo/guests.ts';
import { nextMove } from '#bot/demo/moves.ts';
import { ownRegistration } from '#domain/registration/registrationView.ts';
import { beginEngagement, type Engagement, type Step } from '#test/support/engagement/mailBag.ts';
import { context, entries } from '#test/support/registration/registered.ts';

const by = 'tenant:anna';
const contoso = (command: Extract<Step, { do: 'act' }>['command']): Step => {
  return { do: 'act', who: 'contoso', record: 0, command: { by, ...command } };
};

/** Lets the demo's other parties do all that they would do by themselves. */
function answered(engagement: Engagement, number: number): string[] {
  const said: string[] = [];
  for (let turns = 0; turns < 50; turns++) {
    engagement.settle();
    const moves = Object.values(guests).flatMap((guest) => {
      const record = [...engagement.records.values()].find((one) => one.organization === guest.id);
      const move = record && nextMove(guest, record, number);
      return move ? [{ guest, move }] : [];
    });
    if (moves.length === 0) return said;
    for (const { guest, move } of moves) {
      engagement.step({ do: 'act', who: guest.id, record: 0, command: { by: 'x', ...move.command } });
      said.push(`${guest.name} ${move.said}`);
    }
  }
  return assert.fail('they never come to an end');
}

describe('The demo’s other parties', () => {
  const invited = (): Engagement => {
    const engagement = beginEngagement();
    for (const guest of ['fabrikam', 'msft'] as const) engagement.step({ do: 'invite', guest, value: 900 });
    return engagement;
  };

  it('given an invitation, then both accept, and Fabrikam goes on to the last stage', () => {
    assert.deepEqual(answered(invited(), 1), [
      'Fabrikam accepts',
      'Microsoft accepts',
      'Fabrikam is at 20 %',
      'Fabrikam is at 40 %',
      'Fabrikam is at 60 %',
      'Fabrikam is at 80 %',
    ]);
  });

  it('given the third one, then Fabrikam declines', () => {
    assert.deepEqual(answered(invited(), 3), ['Fabrikam declines', 'Microsoft accepts']);
  });

  it('given a won deal that is registered, then Microsoft asks for action once, and passes it', () => {
    const engagement = invited();
    answered(engagement, 1);
    engagement.step(contoso({ type: 'deal.win' }));
    engagement.step(contoso({ type: 'registration.register', entries, context }));
    assert.deepEqual(answered(engagement, 1).slice(-3), [
      'Microsoft takes into review the registration',
      'Microsoft asks for action on the registration',
      'Microsoft marks as won, too',
    ]);
    engagement.step(contoso({ type: 'registration.register', entries, context }));
    assert.deepEqual(answered(engagement, 1), ['Microsoft passes the registration']);
    const deal = engagement.records.get('contoso/deal');
    assert.equal(deal && ownRegistration(deal)?.outcome, 'passed');
  });
});
