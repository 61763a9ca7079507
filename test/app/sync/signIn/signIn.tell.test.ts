import assert from 'node:assert/strict';
import { CONNECTION_ID } from '#app/sync/connectionRecord.ts';
import { noteSignedIn, noteSignedOut } from '#app/sync/signIn/signIn.note.ts';
import { tellOfSignIn } from '#app/sync/signIn/signIn.tell.ts';
import {
  admin,
  chatOf,
  HERE,
  install,
  members,
  shownIn,
  user,
} from '#test/support/organization/colleagues.ts';
import { type WatchedSignIn, watchedSignIn } from '#test/support/sync/watchedSignIn.ts';

const DAY = 86_400_000;

describe('Admins are told of the sign-in to Partner Center (CR-55)', () => {
  let signIn: WatchedSignIn;
  beforeEach(async () => {
    signIn = await watchedSignIn();
    await members(signIn.app, admin('anna'), admin('lars'), admin('cleo', [HERE]), user('uwe'));
    for (const name of ['anna', 'cleo', 'uwe']) await install(signIn.app, name);
  });
  afterEach(() => signIn.app.close());
  const told = (name: string) => shownIn(signIn.app, chatOf(name)).filter((one) => one.startsWith('sign-in'));
  const ends = async () => {
    await noteSignedOut(signIn.app.deps, 'contoso', 'AADSTS50076');
    await signIn.app.settled();
  };
  const comesBack = async () => {
    await noteSignedIn(signIn.app.deps, 'contoso');
    await signIn.app.settled();
  };

  it('given it ended, then each admin of the whole company is told once and nobody else; one who comes later, later', async () => {
    await ends();
    await ends();
    assert.deepEqual([told('anna'), told('cleo'), told('uwe')], [['sign-in ended'], [], []]);
    await install(signIn.app, 'lars');
    signIn.app.clock.advance(10 * 60_000);
    await signIn.app.settled();
    assert.deepEqual([told('anna'), told('lars')], [['sign-in ended'], ['sign-in ended']]);
  });

  it('given it works again, then those who were told are told, once; and of the next end anew', async () => {
    await comesBack();
    assert.deepEqual(told('anna'), []);
    await ends();
    await install(signIn.app, 'lars');
    await comesBack();
    await comesBack();
    assert.deepEqual([told('anna'), told('lars')], [['sign-in ended', 'sign-in back'], []]);
    await ends();
    assert.deepEqual(told('anna').at(-1), 'sign-in ended');
  });

  it('given Teams throttles, then it is told later', async () => {
    let busy = true;
    signIn.app.messenger.answer = () =>
      busy ? { outcome: 'later', counts: false, reason: 'busy' } : undefined;
    await ends();
    assert.deepEqual(told('anna'), []);
    busy = false;
    signIn.app.clock.advance(10 * 60_000);
    await signIn.app.settled();
    assert.deepEqual(told('anna'), ['sign-in ended']);
  });

  it('given it could not be renewed for sixty days, then they are warned before it lapses', async () => {
    const { app } = signIn;
    const connection = await app.store.read<'connection'>('contoso', CONNECTION_ID);
    assert.ok(connection);
    const renewedAt = app.clock.instant;
    const daysPass = async (days: number) => {
      app.clock.advance(days * DAY);
      const present = await app.store.read<'connection'>('contoso', CONNECTION_ID);
      assert.ok(present);
      await tellOfSignIn(app.deps, app.organization, present, renewedAt);
    };
    await daysPass(59);
    assert.deepEqual(told('anna'), []);
    await daysPass(1);
    await daysPass(1);
    assert.deepEqual(told('anna'), ['sign-in ending']);
    const [message] = app.messenger.in(chatOf('anna'));
    assert.ok(message?.content.type === 'sign-in' && message.content.days === 60);
  });
});
