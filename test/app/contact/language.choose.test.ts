import assert from 'node:assert/strict';
import { addressOf } from '#app/contact/contactRecord.ts';
import { chooseLanguage } from '#app/contact/language.choose.ts';
import { type App, startApp, TENANT } from '#test/support/app/runningApp.ts';
import { contactOf, install } from '#test/support/organization/colleagues.ts';

describe('language.choose', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());
  const choose = (name: string, language: string) =>
    chooseLanguage(app.deps, app.organization, { personId: `${TENANT}:${name}`, language });
  const stored = async (name: string) => (await app.store.read<'person'>('contoso', contactOf(name)))?.body;
  const written = async (name: string) => {
    const record = await stored(name);
    return record && addressOf(record)?.locale;
  };

  it('given no choice, then a person is written to in the locale of their chat, else in English', async () => {
    await install(app, 'anna', { locale: 'de-DE' });
    await install(app, 'uma');
    assert.deepEqual([await written('anna'), await written('uma')], ['de-DE', 'en']);
  });

  it('given a choice, then it wins over every locale and stays, whatever comes later', async () => {
    await install(app, 'uma', { locale: 'de-DE' });
    await choose('uma', 'sv');
    await install(app, 'uma', { locale: 'it-IT' });
    assert.deepEqual([await written('uma'), (await stored('uma'))?.chat?.locale], ['sv', 'it-IT']);
  });

  it('given a second choice, then that counts; the rest of what is known of the person stays', async () => {
    await install(app, 'uma');
    await app.settled();
    const before = await stored('uma');
    await choose('uma', 'sv');
    await choose('uma', 'ru');
    assert.deepEqual(await stored('uma'), { ...before, language: 'ru' });
  });

  it('given somebody unknown, then nothing is stored', async () => {
    await choose('nobody', 'sv');
    assert.equal(await stored('nobody'), undefined);
  });
});
