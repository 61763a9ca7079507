import assert from 'node:assert/strict';
import { candidatesFor, forwardTrouble } from '#app/delivery/delivery.forward.ts';
import { pageOfTroubles, type Trouble } from '#app/delivery/delivery.show.ts';
import type { Delivery } from '#ports/messenger.ts';
import { type App, TENANT } from '#test/support/app/runningApp.ts';
import { ANNA, withAnna } from '#test/support/delivery/annasCard.ts';
import { admin, chatOf, install, members, shownIn, user } from '#test/support/organization/colleagues.ts';

const BO = chatOf('bo');

describe('delivery.forward', () => {
  let app: App;
  const { arrive } = withAnna((started) => {
    app = started;
  });
  const listed = async () => (await pageOfTroubles(app.deps, 'contoso')).troubles;
  const first = async (): Promise<Trouble> => (await listed())[0] ?? assert.fail('nothing is listed');
  const only = (to: string, delivery: Delivery) => {
    app.messenger.answer = ({ to: { conversationId } }) => (conversationId === to ? delivery : undefined);
  };

  it('given sent to somebody else who may see the deal, then they are told once, and it is off the list (CR-2, CR-4)', async () => {
    await members(app, admin('anna'), admin('bo'), user('uli'));
    await install(app, 'bo');
    await install(app, 'uli');
    only(ANNA, { outcome: 'blocked', reason: 'said so' });
    await arrive();
    await app.settled();
    const trouble = await first();
    const candidates = await candidatesFor(app.deps, app.organization, trouble);
    assert.deepEqual(
      candidates.map(({ name }) => name),
      ['bo'],
    );
    const input = { organization: app.organization, id: trouble.id, by: `${TENANT}:anna` };
    assert.equal((await forwardTrouble(app.deps, { ...input, to: `${TENANT}:uli` })).kind, 'not-allowed');
    assert.equal((await forwardTrouble(app.deps, { ...input, to: `${TENANT}:bo` })).kind, 'done');
    assert.equal((await forwardTrouble(app.deps, { ...input, to: `${TENANT}:bo` })).kind, 'over');
    await app.settled();
    assert.deepEqual(shownIn(app, BO), ['card received', 'forwarded received']);
    assert.deepEqual(await listed(), []);
  });
});
