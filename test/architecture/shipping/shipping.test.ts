import assert from 'node:assert/strict';
import { readModules } from '#test/architecture/modules.ts';
import { modulesOfProject } from '#test/architecture/project.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { deployedCommands, unshipped } from './shipping.ts';

describe('what is shipped', () => {
  it('given an installation without what development needs, then every command of an administrator finds its packages', () => {
    const { all } = modulesOfProject();
    const names = deployedCommands(packageJson).map(([name]) => name);
    for (const name of ['start', 'doctor', 'backup', 'manifest:pack', 'import:customers']) {
      assert.ok(names.includes(name), name);
    }
    assert.deepEqual(unshipped(all, packageJson), []);
  });
});

describe('what is shipped, given a fault', () => {
  const modules = readModules({
    'bot/main.ts': "import { a } from './a.ts';\nimport type { Tool } from 'types-alone';",
    'bot/a.ts':
      "import { readFile } from 'node:fs/promises';\nexport const a = () => import('#domain/b.ts');",
    'src/domain/b.ts': "import 'shipped/deep';\nimport 'forgotten';",
    'bot/found.ts':
      "import { createRequire } from 'node:module';\ncreateRequire('x').resolve('found/package.json');",
    'test/bench/main.ts': "import 'measuring';",
  });
  const dependencies = { shipped: '1.0.0' };
  const missing = (scripts: Record<string, string>) => unshipped(modules, { dependencies, scripts });

  it('a package behind two files, one of them loaded late, is found; a type is none', () => {
    const start = 'node with-node.cjs --initial-old-space-size=64 bot/main.ts';
    assert.deepEqual(missing({ start }), ['start needs forgotten']);
  });

  it('a package that is only looked up is found', () => {
    assert.deepEqual(missing({ find: 'node with-node.cjs bot/found.ts' }), ['find needs found/package.json']);
  });

  it('what development runs may need more', () => {
    const scripts = { bench: 'node with-node.cjs test/bench/main.ts', check: 'biome check && tsc' };
    assert.deepEqual(missing(scripts), []);
  });
});
