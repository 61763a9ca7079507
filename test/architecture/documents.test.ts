import assert from 'node:assert/strict';
import { settingNames } from '#bot/config/settings.ts';
import { verbs } from '#bot/dispatch/verbs.ts';
import { createMetrics } from '#bot/telemetry/metrics.ts';
import { filesOfProject, textOf } from '#test/support/repository.ts';
import packageJson from '../../package.json' with { type: 'json' };
import {
  anchorsIn,
  documentProblems,
  linksIn,
  pathsIn,
  rowsUnder,
  saysForWhom,
  scriptsIn,
} from './documents.ts';

const files = filesOfProject();
const documents = files.filter((path) => path.endsWith('.md'));
const around = {
  files,
  scripts: Object.keys(packageJson.scripts),
  anchors: Object.fromEntries(documents.map((path) => [path, anchorsIn(textOf(path))])),
};
const readme = textOf('README.md');

describe('documents', () => {
  it('every script, link and path they name is there', () => {
    assert.ok(documents.length >= 12, `${documents.length} documents`);
    assert.ok(documents.flatMap((path) => linksIn(textOf(path))).length >= 15, 'links');
    assert.ok(documents.flatMap((path) => pathsIn(textOf(path))).length >= 40, 'paths');
    assert.deepEqual(
      documents.flatMap((path) => documentProblems(path, textOf(path), around)),
      [],
    );
  });

  it('each guide begins with whom it is for and what it answers, and the README leads to it', () => {
    // Decisions have an index of their own; tables that the bench writes are led to by the page beside them.
    const guides = documents.filter(
      (path) => path.startsWith('docs/') && !/^docs\/(adr\/\d|bench\/figures\.md$)/.test(path),
    );
    assert.ok(guides.length >= 10, `${guides.length} guides`);
    assert.deepEqual(
      guides.filter((path) => !saysForWhom(textOf(path))),
      [],
    );
    const links = linksIn(readme);
    assert.deepEqual(
      guides.filter((path) => !links.includes(path)),
      [],
    );
  });

  it('the README is short', () => {
    assert.ok(
      readme.split('\n').length <= 150,
      'more than 150 lines: what is for one reader goes into its guide',
    );
  });

  it('the guide to deploying has the settings that the process reads, all of them and no other', () => {
    assert.deepEqual(rowsUnder('Settings', textOf('docs/deploying.md')).sort(), [...settingNames].sort());
  });

  it('the README says how to run it and how to test it, and CI runs the same test', () => {
    assert.ok(scriptsIn(readme).includes('demo') && scriptsIn(readme).includes('test'));
    assert.match(readme, /^npm ci && npm run demo$/m);
    assert.match(readme, /^npm ci && npm test$/m);
    const commands = textOf('.ci/run')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    assert.deepEqual(commands, ['set -euo pipefail', 'cd "$(dirname "$0")/.."', 'npm ci && npm test']);
  });

  it('the guide to operations has every metric of ours', async () => {
    const metrics = await createMetrics().registry.getMetricsAsJSON();
    const ours = metrics.map(({ name }) => name).filter((name) => name.startsWith('cosell_'));
    assert.ok(ours.length >= 7);
    assert.deepEqual(rowsUnder('Metrics', textOf('docs/operations.md')).sort(), ours.sort());
  });

  it('the guide to operations has every event of the log that is no press', () => {
    const code = files.filter((path) => /^(bot|src)\/.*\.ts$/.test(path) && !path.startsWith('bot/demo/'));
    const named = code.flatMap((path) =>
      [...textOf(path).matchAll(/\bevent: '([^']+)'|#guarded\(context, '([^']+)'/g)].map(
        (match) => match[1] ?? match[2] ?? '',
      ),
    );
    assert.ok(named.length >= 8, named.join());
    const events = new Set([...named.filter((event) => !(event in verbs)), 'unknown']);
    assert.deepEqual(rowsUnder('Logs', textOf('docs/operations.md')).sort(), [...events].sort());
  });
});

describe('documents, given a fault', () => {
  const problems = (text: string) =>
    documentProblems('docs/guide.md', text, {
      files: ['README.md', 'src/app/work.ts'],
      scripts: ['test'],
      anchors: { 'README.md': ['limits'], 'docs/guide.md': ['x'] },
    });

  it('scripts, links and paths that are not there are found', () => {
    const text = [
      'npm test, npm start, `npm run cards:accept`.',
      '[back](../README.md#limits) [gone](../LICENSE) <img src="a.png"> [site](https://example.com) [here](#x)',
      '`src/app/work.ts` `src/app/` `src/app/<id>.ts` `src/gone.ts` `npm run test`',
    ].join('\n');
    assert.deepEqual(problems(text), [
      'docs/guide.md: there is no script cards:accept',
      'docs/guide.md: there is no script start',
      'docs/guide.md: the link to LICENSE leads nowhere',
      'docs/guide.md: the link to docs/a.png leads nowhere',
      'docs/guide.md: there is no src/gone.ts',
    ]);
  });

  it('links to a heading that is not there are found', () => {
    assert.deepEqual(
      problems('[a](../README.md#limits) [b](../README.md#gone) [c](#x) [d](#y) [e](https://example.com/#z)'),
      ['docs/guide.md: README.md has no heading #gone', 'docs/guide.md: docs/guide.md has no heading #y'],
    );
    assert.deepEqual(anchorsIn('# A guide: `its` parts\n\ntext\n\n## Won, and lost\n'), [
      'a-guide-its-parts',
      'won-and-lost',
    ]);
  });

  it('a guide that does not begin with one sentence on its readers is found', () => {
    assert.ok(saysForWhom('# Guide\n\nFor sellers, and for partners: how it is done.\n\nMore.\n'));
    assert.ok(!saysForWhom('# Guide\n\nHow it is done. For sellers: all.\n'));
    assert.ok(!saysForWhom('# Guide\n\nFor sellers.\n'));
    assert.ok(!saysForWhom('# Guide\n\nFor sellers: how it is done. And more.\n'));
    assert.ok(!saysForWhom('# Guide\n\n## Part\n\nFor sellers: how it is done.\n'));
  });

  it('rows are those of their own table', () => {
    const text = '## One\n| `a` | x |\n| b | `c` |\n### Two\n| `d` | x |\n';
    assert.deepEqual(rowsUnder('One', text), ['a']);
    assert.deepEqual(rowsUnder('Two', text), ['d']);
    assert.deepEqual(rowsUnder('Three', text), []);
  });
});
