import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { filesOfProject, root, textOf } from '#test/support/repository.ts';

const lanes = ['unit', 'bot', 'e2e'];

describe('The lanes of tests', () => {
  it('given every file of tests, then it runs in one lane, and once there', () => {
    const run = lanes.flatMap((lane) =>
      patternsOf(lane).flatMap((pattern) => globSync(pattern, { cwd: root })),
    );
    const all = filesOfProject('test').filter((path) => path.endsWith('.test.ts'));
    assert.ok(all.length > 200);
    assert.deepEqual(run.sort(), all);
  });
});

/** What a lane runs, in the order in which it does. */
function patternsOf(lane: string): string[] {
  const [, listed = ''] = /^spec:((?:.*\n)(?: +- .*\n)*)/m.exec(textOf(`test/lanes/${lane}.yml`)) ?? [];
  return [...listed.matchAll(/"([^"]+)"/g)].map(([, pattern = '']) => pattern);
}
