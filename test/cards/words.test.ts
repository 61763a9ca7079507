import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from '#cards/texts/en/catalog.ts';
import { partsOf } from '#test/support/cards/cardParts.ts';
import { pathOf } from '#test/support/repository.ts';

const folder = pathOf('cards');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

describe('words stand in the catalogs only', () => {
  it('templates bind every text that people see', () => {
    const templates = files.filter((file) => file.endsWith('.template.json'));
    assert.ok(templates.length >= 7);
    const shown = [
      'text',
      'title',
      'label',
      'placeholder',
      'errorMessage',
      'fallbackText',
      'speak',
      'altText',
    ];
    for (const file of templates) {
      for (const part of partsOf(JSON.parse(read(file)))) {
        for (const field of shown) {
          if (part[field] !== undefined)
            assert.match(String(part[field]), /^\$\{[\w.]+\}$/, `${file} ${field}`);
        }
      }
    }
  });

  it('code has no sentences', () => {
    const tools = /^(preview|previewPage|accept|samples)\.ts$/;
    const code = files.filter((file) => file.endsWith('.ts') && !tools.test(file));
    assert.ok(code.length > 20);
    for (const file of code) {
      const bare = read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      const sentences =
        bare.match(/'[A-Z][a-z]+ [a-z]+ [a-z]+[^']*'|`[A-Z][a-z]+ [a-z]+ [a-z]+[^`]*`/g) ?? [];
      assert.deepEqual(sentences, [], file);
    }
  });

  it('every call of say gives the values its text needs', () => {
    const english: Record<string, string> = en;
    let calls = 0;
    for (const file of files.filter((name) => name.endsWith('.ts'))) {
      for (const [, key = '', values] of read(file).matchAll(
        /say\([\w.]+, '([\w.-]+)'(?:, \{([^{}]*)\})?\)/g,
      )) {
        calls += 1;
        const needed = [...(english[key] ?? '').matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name);
        for (const name of needed) assert.match(values ?? '', new RegExp(`\\b${name}\\b`), `${file} ${key}`);
      }
    }
    assert.ok(calls > 40);
  });
});
