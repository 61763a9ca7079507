import assert from 'node:assert/strict';
import { filesOfProject, textOf } from '#test/support/repository.ts';

describe('money', () => {
  it('is formatted, and its currencies are known, in cards/money alone', () => {
    const shipped = filesOfProject().filter((path) => /^(src|cards|dialogs|bot)\/.*\.ts$/.test(path));
    const found = shipped.filter((path) => /style: 'currency'|Of\('currency'\)/.test(textOf(path)));
    assert.deepEqual([...new Set(found.map((path) => path.replace(/\/[^/]*$/, '')))], ['cards/money']);
  });
});
