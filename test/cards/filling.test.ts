import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import { fillOf } from '#cards/filling.ts';
import { pathOf } from '#test/support/repository.ts';
import templates from './filling.json' with { type: 'json' };

const { data, cases, beyond } = templates;

describe('Filling a template', () => {
  for (const [given, template] of Object.entries(cases)) {
    it(`given ${given}, then it is what the templating library makes of it`, () => {
      const fill = fillOf(template);
      assert.ok(fill);
      assert.deepEqual(fill(data), new Template(template).expand({ $root: data }));
    });
  }

  it('given the templates of all cards, then none needs more than paths', () => {
    const folder = pathOf('cards');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.template.json'),
    );
    const others = files.filter((file) => !fillOf(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
    assert.ok(files.length > 10);
    assert.deepEqual(others, []);
  });

  it('given more of the template language, then it is left to the library', () => {
    for (const template of beyond) assert.equal(fillOf(template), undefined, JSON.stringify(template));
  });

  it('given the same template twice, then no part of one card is part of the other', () => {
    const fill = fillOf(cases['parts that never change']);
    const [one, other] = [fill?.(data), fill?.(data)] as { body: { style: object }[] }[];
    assert.notEqual(one?.body[0]?.style, other?.body[0]?.style);
  });
});
