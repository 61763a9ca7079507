import assert from 'node:assert/strict';
import { addLocation } from '#app/administration/location.add.ts';
import { noteReferrals, readStatus } from '#app/organization/status.note.ts';
import { by } from '#test/support/administration/administering.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import { HERE } from '#test/support/organization/colleagues.ts';

describe('status.note', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());
  const note = (...locations: string[]) => noteReferrals(app.deps, app.organization, locations);
  const status = () => readStatus(app.deps, app.organization);

  it('given nothing came in, then nothing is known', async () => {
    assert.deepEqual(await status(), { lastReferralAt: undefined, strayLocations: [] });
  });

  it('given referrals, then when the last one came, and the locations that nobody listed', async () => {
    await note(HERE);
    await note('5550001');
    app.clock.advance(1_000);
    await note('5550002');
    assert.deepEqual(await status(), {
      lastReferralAt: '2026-11-16T09:00:01.000Z',
      strayLocations: [
        { mpnId: '5550002', at: '2026-11-16T09:00:01.000Z' },
        { mpnId: '5550001', at: MONDAY },
      ],
    });
    await addLocation(app.deps, {
      ...by(app, 'anna'),
      location: { mpnId: '5550002', name: 'New', country: 'US' },
    });
    assert.deepEqual(
      (await status()).strayLocations.map(({ mpnId }) => mpnId),
      ['5550001'],
    );
  });

  it('given very many strange locations, then the latest twenty', async () => {
    for (let number = 0; number < 30; number++) await note(`x${number}`);
    const { strayLocations } = await status();
    assert.deepEqual([strayLocations.length, strayLocations[0]?.mpnId], [20, 'x29']);
  });
});
