import assert from 'node:assert/strict';
import {
  claimWelcome,
  type PersonSighting,
  refreshProfile,
  rememberChannel,
  rememberPerson,
} from '#app/contact/contact.remember.ts';
import { addressesOf, addressOf, contactDraft, withMissed } from '#app/contact/contactRecord.ts';
import { type App, startApp, TENANT } from '#test/support/app/runningApp.ts';
import { contactOf, install, mailOf } from '#test/support/organization/colleagues.ts';

describe('contact.remember', () => {
  let app: App;
  let asked: number;
  beforeEach(async () => {
    asked = 0;
    app = startApp();
    await app.worker.stop();
  });
  afterEach(() => app.close());
  const chat = { serviceUrl: 'https://one/', conversationId: 'chat-uma', tenantId: TENANT, botId: 'bot' };
  const see = (changes: Partial<PersonSighting> = {}) =>
    rememberPerson(app.deps, app.organization, sighting(changes));
  const sighting = (changes: Partial<PersonSighting> = {}): PersonSighting => ({
    personId: `${TENANT}:uma`,
    name: 'Uma B',
    chat,
    fetchProfile: async () => {
      asked++;
      return { name: `Uma ${asked}`, email: mailOf('uma'), guest: false };
    },
    ...changes,
  });
  /** What there was to do is done. */
  const workedOff = async () => {
    const document = (await stored()) ?? assert.fail();
    const body = { ...document.body, outbox: [] };
    await app.store.replace(contactDraft('contoso', body, undefined), document.etag);
  };
  const stored = async (id = contactOf('uma')) => app.store.read<'person'>('contoso', id);

  it('given a person seen first, then Teams is asked who it is; afterwards never again, and nothing is written', async () => {
    const first = await see();
    assert.deepEqual([first.profile.name, first.chat?.installed, first.outbox.length], ['Uma 1', true, 1]);
    const before = await stored();
    const again = await see();
    assert.deepEqual(again, before?.body);
    assert.deepEqual(await stored(), before);
    assert.equal(asked, 1);
  });

  it('given somebody whom Teams does not name, then that is thrown and nothing is stored', async () => {
    const fetchProfile = () => Promise.reject(new Error('no answer in time'));
    await assert.rejects(see({ fetchProfile }), /no answer in time/);
    assert.equal(await stored(), undefined);
  });

  it('given somebody seen in a channel only, then they cannot be reached; from their own chat they can', async () => {
    const outside = await see({ chat: undefined });
    assert.deepEqual([addressOf(outside), outside.outbox], [undefined, []]);
    const inside = await see();
    assert.equal(addressOf(inside)?.conversationId, 'chat-uma');
    assert.equal(inside.outbox.length, 1);
  });

  it('given activities that say less, then what was known of zone and locale stays; what is new is taken', async () => {
    await see({ chat: { ...chat, locale: 'de-DE', timeZone: 'Europe/Berlin' } });
    const { chat: after } = await see({ chat: { ...chat, serviceUrl: 'https://two/' } });
    assert.deepEqual(after, {
      ...chat,
      serviceUrl: 'https://two/',
      installed: true,
      locale: 'de-DE',
      timeZone: 'Europe/Berlin',
    });
  });

  it('given an uninstallation, then nobody is there; any later activity shows that the bot is back', async () => {
    await see();
    await workedOff();
    const gone = await see({ chat: { ...chat, installed: false } });
    assert.deepEqual([addressOf(gone), gone.outbox], [undefined, []], 'leaving leaves nothing to do');
    const back = await see();
    assert.equal(back.chat?.installed, true);
    assert.equal(back.outbox.length, 1);
  });

  it('given a card that was missed, when they do anything, then it is to be made up for; once is enough', async () => {
    await see();
    await workedOff();
    const missed = withMissed((await stored())?.body ?? assert.fail(), 'r1');
    await app.store.replace(contactDraft('contoso', missed, undefined), (await stored())?.etag ?? '');
    assert.equal((await see()).outbox.length, 1);
    assert.equal((await see()).outbox.length, 1);
  });

  it('given an installation by somebody whom Teams does not name, then it is not lost, and gives no rights', async () => {
    const fetchProfile = () => Promise.reject(new Error('no answer in time'));
    const person = await see({ chat: { ...chat, installed: true }, fetchProfile });
    assert.equal(addressOf(person)?.conversationId, 'chat-uma');
    assert.deepEqual([person.profile.name, addressesOf(person.profile)], ['Uma B', []]);
    const known = await refreshProfile(app.deps, app.organization, person, sighting(), 'minutes');
    assert.deepEqual(addressesOf(known.profile), [mailOf('uma')]);
  });

  it('given many events of one installation at once, then there is one thing to do', async () => {
    await Promise.all(Array.from({ length: 20 }, () => see()));
    assert.equal((await stored())?.body.outbox.length, 1);
  });

  it('given a channel, then it keeps the locale of its installation, whoever writes there', async () => {
    const id = '19:sales@thread.tacv2';
    await rememberChannel(app.deps, app.organization, id, { ...chat, conversationId: id, locale: 'de-DE' });
    const seen = { ...chat, conversationId: id, locale: 'it-IT', serviceUrl: 'https://two/' };
    const channel = await rememberChannel(app.deps, app.organization, id, seen);
    assert.deepEqual([channel.chat.locale, channel.chat.serviceUrl], ['de-DE', 'https://two/']);
    assert.equal(addressOf(channel)?.locale, 'de-DE');
  });

  it('given many who would welcome at once, then one does, once for ever', async () => {
    await install(app, 'uma');
    const claims = await Promise.all(
      Array.from({ length: 10 }, () => claimWelcome(app.deps, app.organization, contactOf('uma'))),
    );
    assert.equal(claims.filter(Boolean).length, 1);
    await install(app, 'uma', { installed: false });
    await install(app, 'uma');
    assert.equal(await claimWelcome(app.deps, app.organization, contactOf('uma')), false);
    assert.equal(await claimWelcome(app.deps, app.organization, contactOf('nobody')), false);
  });

  it('given a profile older than ten minutes, when it is refreshed, then Teams is asked; sooner, or without an answer, it stays', async () => {
    const first = await see();
    app.clock.advance(599_999);
    assert.equal(
      (await refreshProfile(app.deps, app.organization, first, sighting(), 'minutes')).profile.name,
      'Uma 1',
    );
    app.clock.advance(1);
    const fetchProfile = () => Promise.reject(new Error('away'));
    const kept = await refreshProfile(
      app.deps,
      app.organization,
      first,
      sighting({ fetchProfile }),
      'minutes',
    );
    assert.equal(kept.profile.name, 'Uma 1');
    const fresh = await refreshProfile(app.deps, app.organization, first, sighting(), 'minutes');
    assert.equal(fresh.profile.name, 'Uma 2');
    assert.deepEqual((await stored())?.body.profile, fresh.profile);
  });

  it('given a person with work to do, when they are seen again, then that work stays', async () => {
    const { outbox } = await see();
    const again = await see({ chat: { ...chat, serviceUrl: 'https://two/' } });
    assert.deepEqual(again.outbox, outbox);
    assert.equal((await stored())?.dueAt, outbox[0]?.nextAt);
  });
});
