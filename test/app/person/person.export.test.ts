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

  it('given what is theirs names others too, then the export holds nobody else’s address or number', async () => {
    const app = startApp();
    await install(app, 'anna');
    const cara = { name: 'Cara', email: 'Cara@fabrikam.example', phone: '+46 70 123 45 67' };
    const anna = { name: 'Anna', email: 'anna@contoso.example', phone: '+46 8 765 43 21' };
    const note = 'Ask anna@contoso.example or CARA@fabrikam.example';
    await created(app, { id: 'd1', notes: note, team: [anna, cara] });
    const owned = `contoso/personal/${TENANT}:anna`;
    const body = {
      contacts: [cara, anna],
      phone: '+46 8 765 43 21',
      note,
      customers: [{ key: 'x', solutionIds: [], contact: cara }],
    };
    await app.store.create({ partition: owned, id: 'memory', kind: 'deal-memory', schema: 1, body });
    await app.settled();
    const who = {
      organization: 'contoso',
      personIds: [`${TENANT}:anna`],
      addresses: ['anna@contoso.example'],
    };
    const text = JSON.stringify(await Array.fromAsync(exportSomeone(app.deps, who)));
    await app.close();
    assert.doesNotMatch(text, /cara@|123 45 67/i);
    assert.match(text, /Ask anna@contoso\.example or •••/);
    assert.match(text, /765 43 21/);
  });
});
