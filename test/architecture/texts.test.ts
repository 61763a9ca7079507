import assert from 'node:assert/strict';
import { en } from '#cards/texts/en/catalog.ts';
import { filesOfProject, textOf } from '#test/support/repository.ts';

/** The texts whose key stands nowhere in the code as it is, so that whoever searches for it finds nothing. */
function unfindable(keys: readonly string[], sources: readonly string[]): string[] {
  const written = new Set(sources.flatMap((source) => source.match(/(?<=')[\w.-]+(?=')/g) ?? []));
  return keys.filter((key) => !written.has(key));
}

describe('keys of texts', () => {
  it('each stands in the code as it is: what depends on a value has a table of whole keys', () => {
    const files = filesOfProject().filter(
      (path) => /^(bot|cards|dialogs)\/.*\.ts$/.test(path) && !path.startsWith('cards/texts/'),
    );
    const keys = Object.keys(en);
    assert.ok(keys.length > 1_000 && files.length > 200, `${keys.length} keys, ${files.length} files`);
    assert.deepEqual(unfindable(keys, files.map(textOf)), []);
  });
});

describe('keys of texts, given a fault', () => {
  it('a key that is put together is found, and one that nobody says', () => {
    const source = "say(language, PREFIX + reason); say(language, 'find.title'); const kind = 'budget';";
    assert.deepEqual(unfindable(['reason.budget', 'find.title', 'help.title'], [source]), [
      'reason.budget',
      'help.title',
    ]);
  });
});
