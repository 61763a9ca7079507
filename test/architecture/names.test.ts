import assert from 'node:assert/strict';
import { sharedNames } from './names.ts';
import { modulesOfProject } from './project.ts';

/** What is still called the same; the list may only shrink. */
const left: readonly string[] = [
  'ImportCounts: src/app/import/customers.import.ts, src/ports/solutions.ts',
  'LineProblem: dialogs/reading/line/lineText.ts, src/app/import/customers.import.ts',
  'MoneyReading: cards/money/money.ts, dialogs/reading/readMoney.ts',
  'readArguments: bot/import/solutions.ts, bot/person/someone.ts',
  'readContact: dialogs/reading/readContact.ts, src/adapters/partner-center/readReferral.ts',
  'searchCustomers: dialogs/draft/lookups.ts, src/adapters/customers/searching.ts',
];

describe('names', () => {
  it('no exported name is declared in two files', () => {
    const found = sharedNames(modulesOfProject().shipped);
    assert.deepEqual(found, left);
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
