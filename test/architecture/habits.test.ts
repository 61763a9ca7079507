import assert from 'node:assert/strict';
import { filesOfProject, textOf } from '#test/support/repository.ts';
import { docstringProblems, environmentProblems, machinePaths, shapeProblems, untested } from './habits.ts';
import { readModules } from './modules.ts';
import { modulesOfProject } from './project.ts';

const { all, shipped } = modulesOfProject();
const files = filesOfProject();

describe('habits', () => {
  it('the environment is read where a process begins, and handed on at once', () => {
    assert.ok(shipped.flatMap(({ environment }) => environment).length >= 17);
    assert.deepEqual(environmentProblems(shipped), []);
  });

  it('no default exports, no enums, no file too long, no name that says nothing', () => {
    assert.deepEqual(shapeProblems(all), []);
  });

  it('every exported function of src/ says what it promises', () => {
    assert.ok(
      shipped.filter(({ path }) => path.startsWith('src/')).flatMap((one) => one.functions).length > 100,
    );
    assert.deepEqual(docstringProblems(shipped), []);
  });

  it('every use case has a test of the same name', () => {
    assert.ok(files.filter((path) => /^src\/app\/.*\/[^/]+\.[^/]+\.ts$/.test(path)).length >= 10);
    assert.deepEqual(untested(files), []);
  });

  it('no file names a place on one machine', () => {
    assert.deepEqual(
      files.flatMap((path) => machinePaths(textOf(path)).map((line) => `${path}: ${line.slice(0, 120)}`)),
      [],
    );
  });
});

describe('habits, given a fault', () => {
  it('a read of the environment in another place or for another use is found', () => {
    const modules = readModules({
      'bot/main.ts': 'const config = main(process.env); start(process.env);',
      'bot/demo/playground.ts': "spawn('node', { env: { ...process.env } });",
      'bot/http/server.ts': "const port = process.env['PORT'];",
      'bot/log.ts': 'const { env } = process;',
      'bot/metrics.ts': "import { env } from 'node:process';",
      'cards/say.ts': "const level = globalThis.process['env'].LEVEL;",
      'manifest/pack.ts':
        'pack(process.env); if (process.argv[1] === import.meta.filename) pack(process.env);',
    });
    assert.deepEqual(environmentProblems(modules), [
      'bot/main.ts reads the environment for start',
      'bot/http/server.ts reads the environment',
      'bot/log.ts reads the environment',
      'bot/metrics.ts imports the process',
      'cards/say.ts reads the environment',
      'manifest/pack.ts reads the environment for pack',
    ]);
  });

  it('default exports, enums, long files and empty names are found', () => {
    const modules = readModules({
      'src/app/a.ts': 'export default function work() {}',
      'src/app/b.ts': 'const b = 1;\nexport default b;',
      'src/app/c.ts': 'enum Colour { red }',
      'src/app/long.ts': 'work();\n'.repeat(251),
      'src/app/short.ts': 'work();\n'.repeat(250),
      'bot/teams/utils.ts': '',
      'bot/helpers/card.ts': '',
      'test/cards/long.ts': 'work();\n'.repeat(251),
    });
    assert.deepEqual(shapeProblems(modules), [
      'src/app/a.ts has a default export',
      'src/app/b.ts has a default export',
      'src/app/c.ts has an enum',
      'src/app/long.ts has 251 lines',
      'bot/teams/utils.ts has a name that says nothing',
      'bot/helpers/card.ts has a name that says nothing',
    ]);
  });

  it('an exported function without docstring is found, a plain comment is none', () => {
    const modules = readModules({
      'src/app/a.ts': [
        '/** Says what it promises. */\nexport function good() {}',
        'export function bare() {}',
        '// Says nothing to readers of the interface.\nexport const arrow = async () => 1;',
        '/** Of the constant before. */\nexport const limit = 1;\nexport async function after() {}',
        'function inside() {}',
      ].join('\n'),
      'bot/b.ts': 'export function elsewhere() {}',
    });
    assert.deepEqual(docstringProblems(modules), [
      'src/app/a.ts: bare',
      'src/app/a.ts: arrow',
      'src/app/a.ts: after',
    ]);
  });

  it('a use case without test is found', () => {
    const paths = [
      'src/app/draft/deal.create.ts',
      'src/app/deal/deal.close.ts',
      'src/app/store/outbox.ts',
      'test/app/deal/deal.close.test.ts',
    ];
    assert.deepEqual(untested(paths), ['test/app/draft/deal.create.test.ts is missing']);
  });

  it('a path of one machine is found, a path of the project is none', () => {
    const found = ['work', 'root', 'home', 'Users', 'tmp'].map((name) => `see "/${name}/anna/notes.md"`);
    const fine = ['src/app/work/', './data/home/x', 'https://example.com/home/x', 'test/support', '../root/'];
    assert.deepEqual(machinePaths([...found, ...fine].join('\n')), found);
  });
});
