import assert from 'node:assert/strict';
import { hearAgain, toldOf } from '#domain/sync/told.ts';
import { facts } from '#test/support/referral/samples.ts';

describe('told: what Partner Center was told', () => {
  const told = toldOf(facts({ name: 'New', crmId: undefined }), ['decision', 'name', 'crmId']);

  it('given fields that were told, then each is kept, empty ones too, and a decision is none', () => {
    assert.deepEqual(Object.keys(told), ['name', 'crmId']);
  });

  it('given a delivery that says some of it, then that is our own word, and the rest is still awaited', () => {
    const heard = hearAgain(told, facts({ name: 'New', crmId: 'CRM-1' }));
    assert.deepEqual(heard, { wrote: ['name'], left: { crmId: undefined } });
  });

  it('given all of it is said, or nothing was told, then nothing is awaited', () => {
    assert.deepEqual(hearAgain(told, facts({ name: 'New' })), { wrote: ['name', 'crmId'], left: undefined });
    assert.deepEqual(hearAgain(undefined, facts()), { wrote: [], left: undefined });
  });
});
