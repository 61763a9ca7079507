import assert from 'node:assert/strict';
import { kept } from '#domain/values/kept.ts';

describe('kept', () => {
  it('given the same key again, then it is made once', () => {
    const made: string[] = [];
    const get = kept(2, (key) => {
      made.push(key);
      return key.length;
    });
    assert.deepEqual([get('a'), get('a'), get('bb'), get('a')], [1, 1, 2, 1]);
    assert.deepEqual(made, ['a', 'bb']);
  });

  it('given more keys than are kept, then the one that was not asked for longest is made anew', () => {
    const made: string[] = [];
    const get = kept(2, (key) => made.push(key));
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) get(key);
    assert.deepEqual(made, ['a', 'b', 'c', 'b']);
  });
});
