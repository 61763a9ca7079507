import assert from 'node:assert/strict';
import { sharedNames } from './names.ts';
import { modulesOfProject } from './project.ts';

describe('names', () => {
  it('no exported name is declared in two files', () => {
    assert.deepEqual(sharedNames(modulesOfProject().shipped), []);
  });
});

describe('names, given a fault', () => {
  it('a name of two files is found, one of two adapters is none', () => {
    assert.deepEqual(
      sharedNames([
        { path: 'cards/list/rows.ts', exported: ['placeOf', 'rowOf'] },
        { path: 'src/app/list/dealScope.ts', exported: ['placeOf', 'count'] },
        { path: 'src/adapters/sqlite/listing.ts', exported: ['count', 'list'] },
        { path: 'src/adapters/cosmos/querying.ts', exported: ['list'] },
      ]),
      [
        'count: src/app/list/dealScope.ts, src/adapters/sqlite/listing.ts',
        'placeOf: cards/list/rows.ts, src/app/list/dealScope.ts',
      ],
    );
  });
});
