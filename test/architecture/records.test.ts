import assert from 'node:assert/strict';
import { filesOfProject, textOf } from '#test/support/repository.ts';
import { recordProblems } from './records.ts';

const folder = 'docs/adr/';
const names = filesOfProject()
  .filter((path) => path.startsWith(folder))
  .map((path) => path.slice(folder.length))
  .filter((name) => name !== 'README.md');

describe('decision records', () => {
  it('each has a title, a status and a date, and the index says the same of it', () => {
    assert.ok(names.length >= 17, `${names.length} records`);
    const records = Object.fromEntries(names.map((name) => [name, textOf(`${folder}${name}`)]));
    assert.deepEqual(recordProblems(records, textOf(`${folder}README.md`)), []);
  });
});

describe('decision records, given a fault', () => {
  const good = '# 1. Layers\n\n- Status: accepted\n- Date: 2026-11-20\n\n## Context\n';
  const old = '# 2. Old\n\n- Status: superseded by [3](0003-new.md)\n- Date: 2026-11-21\n\n## Context\n';
  const index =
    '|  # | Decision |\n| -: | --- |\n|  1 | [Layers](0001-layers.md)   | accepted | 2026-11-20 |\n';

  it('a record without them is found, also where they stand below its heading', () => {
    const late = '# 1. Layers\n\n## Context\n\n- Status: accepted\n- Date: 2026-11-20\n';
    assert.deepEqual(recordProblems({ '0001-layers.md': good }, index), []);
    assert.deepEqual(recordProblems({ '0001-layers.md': late }, index).slice(0, 2), [
      '0001-layers.md: no status',
      '0001-layers.md: no date',
    ]);
    assert.deepEqual(
      recordProblems({ '0001-layers.md': good.replace('# 1.', '# 2.') }, index)[0],
      '0001-layers.md: no title',
    );
    assert.deepEqual(
      recordProblems({ '0001-layers.md': good.replace('accepted', 'fine') }, index)[0],
      '0001-layers.md: no status',
    );
  });

  it('a record of which a part was superseded says so in both places', () => {
    const status = 'accepted, in part superseded by [3](0003-new.md)';
    const part = { '0001-layers.md': good.replace('accepted', status) };
    assert.deepEqual(recordProblems(part, index.replace('accepted', status)), []);
    assert.equal(recordProblems(part, index).length, 2);
  });

  it('a record that the index lacks, a row that says something else and a number that is taken are found', () => {
    assert.deepEqual(recordProblems({ '0001-layers.md': good, '0002-old.md': old }, index), [
      'the index lacks 2 | [Old](0002-old.md) | superseded by [3](0003-new.md) | 2026-11-21',
    ]);
    assert.deepEqual(recordProblems({ '0001-layers.md': good.replace('20\n', '19\n') }, index), [
      'the index lacks 1 | [Layers](0001-layers.md) | accepted | 2026-11-19',
      'the index has, but no record says 1 | [Layers](0001-layers.md) | accepted | 2026-11-20',
    ]);
    assert.equal(
      recordProblems({ '0002-new.md': old, '0002-old.md': old }, '')[0],
      '0002-old.md: its number is taken',
    );
  });
});
