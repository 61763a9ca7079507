import assert from 'node:assert/strict';
import { exportSomeone } from '#app/person.export.ts';
import { install } from './colleagues.ts';
import { created } from './engaged.ts';
import { startApp, TENANT } from './runningApp.ts';

describe('person.export', () => {
  it('given a person who decided and somebody else, then the export has what the person did and nothing of the other', async () => {
    const app = startApp();
    await install(app, 'anna');
    await install(app, 'cara');
    await created(app, { id: 'd1' });
    await app.settled();
    const who = {
      organization: 'contoso',
      personIds: [`${TENANT}:anna`],
      addresses: ['anna@contoso.example'],
    };
    const all = await Array.fromAsync(exportSomeone(app.deps, who));
    await app.close();
    const abouts = all.map(({ about }) => about).toSorted();
    assert.deepEqual([...new Set(abouts)], ['deal', 'own', 'timeline']);
    assert.doesNotMatch(JSON.stringify(all), /cara/);
  });
});
