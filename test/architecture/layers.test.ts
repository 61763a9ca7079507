import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { filesOfProject, root } from '#test/support/repository.ts';
import { climbing, cycles, idlePackages, layerOf, layerProblems, layers, loadedWith } from './layers.ts';
import { readModules } from './modules.ts';
import { modulesOfProject } from './project.ts';

const { all, shipped } = modulesOfProject();

describe('layers', () => {
  it('every TypeScript file of every folder is read', () => {
    const folders = ['bot', 'cards', 'dialogs', 'manifest', 'src', 'test'];
    const onDisk = folders.flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.ts'))
        .map((path) => join(folder, path)),
    );
    assert.deepEqual(all.map(({ path }) => path).sort(), onDisk.sort());
    // One language, so that nothing escapes; this one file runs before Node 24 is found.
    const others = filesOfProject().filter((path) => /\.([cm]?jsx?|[cm]ts|tsx)$/.test(path));
    assert.deepEqual(others, ['with-node.cjs']);
    // So that a walk which finds nothing cannot pass for a project without faults.
    assert.ok(shipped.length >= 130, `${shipped.length} files outside of test/`);
    assert.ok(all.flatMap(({ imports }) => imports).length >= 700, 'imports found');
  });

  it('every layer of the table has files', () => {
    for (const layer of layers) {
      assert.ok(
        shipped.some(({ path }) => layerOf(path) === layer),
        layer.name,
      );
    }
  });

  it('nothing imports what its layer may not', () => {
    assert.deepEqual(layerProblems(shipped), []);
  });

  it('what lies in another folder is imported by the name of its layer, such as #domain/', () => {
    assert.deepEqual(climbing(all), []);
  });

  it('the table allows no package that is not used there', () => {
    assert.deepEqual(idlePackages(shipped), []);
  });

  it('no imports run in a circle, those of the tests included', () => {
    assert.deepEqual(cycles(all), []);
  });

  it('botbuilder is known to bot/teams/ alone, the folder of the protocol', () => {
    const users = shipped.filter(({ imports }) =>
      imports.some(({ to }) => /^bot(builder|framework)/.test(to)),
    );
    assert.ok(users.length > 5);
    assert.deepEqual(
      users.map(({ path }) => path).filter((path) => !path.startsWith('bot/teams/')),
      [],
    );
  });

  it('given a file of SQLite, then nobody waits for Cosmos DB to be loaded', () => {
    const loaded = loadedWith(shipped, 'bot/main.ts');
    assert.ok(loaded.has('botbuilder') && loaded.has('src/adapters/sqlite/openSqliteStore.ts'));
    assert.ok(!loaded.has('@azure/cosmos'));
  });

  it('given a command line, then nobody waits for the bot to be loaded', () => {
    const commands = [
      'import/customers',
      'import/solutions',
      'person/erase',
      'person/export',
      'backup/backup',
      'backup/restore',
      'backup/drill',
      'intakeKey',
    ];
    for (const command of commands) {
      const loaded = loadedWith(shipped, `bot/${command}.ts`);
      const stores = ['bot/composeStore.ts', 'bot/composeBackup.ts'];
      assert.ok(stores.some((one) => loaded.has(one)) || command === 'intakeKey', command);
      const bot = [...loaded].filter((one) => /^(bot\/(compose\.ts|teams\/)|botbuilder|restify)/.test(one));
      assert.deepEqual(bot, [], command);
    }
  });
});

describe('layers, given a fault', () => {
  const problems = (texts: Record<string, string>) => layerProblems(readModules(texts));

  it('an import across layers is found, whatever its form', () => {
    const forms = {
      'src/domain/a.ts': "import { z } from 'zod';",
      'src/domain/b.ts': "import type { Clock } from '#ports/clock.ts';",
      'src/ports/c.ts': "export type { Worker } from '#app/store/worker.ts';",
      'src/app/d.ts': "import { readFile } from 'node:fs/promises';",
      'src/app/e.ts': "const sqlite = await import('#adapters/sqlite/openSqliteStore.ts');",
      'src/app/f.ts': "type Row = import('../adapters/sqlite/rows.ts').Row;",
      'src/adapters/sqlite/g.ts': "import { classify } from '#adapters/cosmos/attempts.ts';",
      'cards/h.ts': "import { readFileSync } from 'node:fs';",
      'cards/i.ts': "export * from '../src/app/people.ts';",
      'dialogs/j.ts': "import { verbs } from '#bot/dispatch/verbs.ts';",
      'bot/teams/k.ts': "import { systemClock } from '#adapters/system/clock.ts';",
      'bot/teams/l.ts': "const store = createRequire(import.meta.url)('@azure/cosmos');",
      'bot/teams/m.ts': "const path = require.resolve('@azure/cosmos/package.json');",
      'bot/teams/n.ts': "import { startPlayground } from '../demo/playground.ts';",
      'manifest/o.ts': "import { say } from '../cards/say.ts';",
      'src/p.ts': '',
      'bot/teams/q.ts': "import { until } from '#test/support/bot/startBot.ts';",
    };
    assert.deepEqual(problems(forms), [
      'src/domain/a.ts may not import zod',
      'src/domain/b.ts may not import src/ports/clock.ts',
      'src/ports/c.ts may not import src/app/store/worker.ts',
      'src/app/d.ts may not import node:fs/promises',
      'src/app/e.ts may not import src/adapters/sqlite/openSqliteStore.ts',
      'src/app/f.ts may not import src/adapters/sqlite/rows.ts',
      'src/adapters/sqlite/g.ts may not import src/adapters/cosmos/attempts.ts',
      'cards/h.ts may not import node:fs',
      'cards/i.ts may not import src/app/people.ts',
      'dialogs/j.ts may not import bot/dispatch/verbs.ts',
      'bot/teams/k.ts may not import src/adapters/system/clock.ts',
      'bot/teams/l.ts may not import @azure/cosmos',
      'bot/teams/m.ts may not import @azure/cosmos/package.json',
      'bot/teams/n.ts may not import bot/demo/playground.ts',
      'manifest/o.ts may not import cards/say.ts',
      'src/p.ts is in no layer',
      'bot/teams/q.ts may not import test/support/bot/startBot.ts',
    ]);
  });

  it('an import that climbs is found', () => {
    const modules = readModules({
      'src/app/a.ts': "import '../domain/b.ts'; import '#domain/b.ts'; import './c.ts';",
    });
    assert.deepEqual(climbing(modules), ['src/app/a.ts climbs to src/domain/b.ts']);
  });

  it('what is allowed is let through', () => {
    const texts = {
      'dialogs/a.ts': "import { acceptReferral } from '#app/referral/referral.accept.ts';",
      'src/adapters/cosmos/b.ts': "import type { JSONObject } from '@azure/cosmos/types';",
    };
    assert.deepEqual(problems(texts), []);
  });

  it('a circle is found and told from its beginning, one of types as well', () => {
    const modules = readModules({
      'src/app/a.ts': "import { b } from './b.ts';",
      'src/app/b.ts': "import { c } from './c.ts';",
      'src/app/c.ts': "import type { B } from './b.ts';",
    });
    assert.deepEqual(cycles(modules), ['src/app/b.ts -> src/app/c.ts -> src/app/b.ts']);
  });
});
