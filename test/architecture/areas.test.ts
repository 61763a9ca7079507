import assert from 'node:assert/strict';
import { filesOfProject } from '#test/support/repository.ts';
import { areaProblems, crowdedFolders, emptyAreas } from './areas.ts';
import { readModules } from './modules.ts';
import { modulesOfProject } from './project.ts';

const { shipped } = modulesOfProject();

describe('areas', () => {
  it('no area imports one above it, and every file lies in one', () => {
    assert.deepEqual(areaProblems(shipped), []);
  });

  it('every area of the table has files', () => {
    assert.deepEqual(emptyAreas(shipped), []);
  });

  it('no folder is crowded', () => {
    assert.deepEqual(crowdedFolders(filesOfProject()), []);
  });
});

describe('areas, given a fault', () => {
  it('a look up, also for a type alone, and a file in no area are found', () => {
    const modules = readModules({
      'src/domain/values/a.ts': "import type { Referral } from '#domain/referral/referral.ts';",
      'src/domain/referral/b.ts': "import type { Instant } from '#domain/values/instant.ts';",
      'src/domain/c.ts': '',
      'cards/say.ts': "import { amount } from './money/amount.ts';",
    });
    assert.deepEqual(areaProblems(modules), [
      'src/domain/values/a.ts may not look up to src/domain/referral/referral.ts',
      'src/domain/c.ts is in no area of src/domain',
      'cards/say.ts may not look up to cards/money/amount.ts',
    ]);
  });

  it('a folder with one file too many is found', () => {
    const files = (folder: string, count: number) =>
      Array.from({ length: count }, (_, at) => `${folder}/${at}.ts`);
    assert.deepEqual(crowdedFolders([...files('bot/deal', 21), ...files('bot/list', 20)]), ['bot/deal: 21']);
  });
});
