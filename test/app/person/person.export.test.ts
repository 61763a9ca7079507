import assert from 'node:assert/strict';
import { exportSomeone } from '#app/person/person.export.ts';
import { startApp, TENANT } from '#test/support/app/runningApp.ts';
import { created } from '#test/support/engagement/engaged.ts';
import { install } from '#test/support/organization/colleagues.ts';

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
