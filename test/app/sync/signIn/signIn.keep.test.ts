import assert from 'node:assert/strict';
import { admin, chatOf, install, members, shownIn } from '#test/support/organization/colleagues.ts';
import { type WatchedSignIn, watchedSignIn } from '#test/support/sync/watchedSignIn.ts';

const HOUR = 3_600_000;

describe('A sign-in that is looked after', () => {
  let signIn: WatchedSignIn;
  beforeEach(async () => {
    signIn = await watchedSignIn();
    await members(signIn.app, admin('anna'));
    await install(signIn.app, 'anna');
  });
  afterEach(() => signIn.app.close());
  const hoursPass = async (hours: number) => {
    for (let hour = 0; hour < hours; hour++) {
      signIn.app.clock.advance(HOUR);
      await signIn.app.settled();
    }
  };
  const toldAnna = () => shownIn(signIn.app, chatOf('anna')).filter((one) => one.startsWith('sign-in'));

  it('given nothing else happens for three days, then it is used every day, and nobody hears of it', async () => {
    await hoursPass(23);
    assert.equal(signIn.asked(), 0);
    await hoursPass(3 * 24 - 23);
    assert.equal(signIn.asked(), 3);
    assert.deepEqual(toldAnna(), []);
    assert.deepEqual(signIn.app.errors, []);
  });

  it('given it can not be renewed any more, then it is written down why, admins are told once', async () => {
    signIn.refuse('AADSTS700082');
    await hoursPass(30);
    assert.equal((await signIn.connection())?.signedOut?.code, 'AADSTS700082');
    assert.deepEqual(toldAnna(), ['sign-in ended']);
  });
});
