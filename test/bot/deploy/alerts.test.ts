import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMetrics } from '#bot/telemetry/metrics.ts';
import { rowsUnder } from '#test/architecture/documents.ts';
import { pathOf, textOf } from '#test/support/repository.ts';

const RULES = 'docs/deploy/alerts/rules.yaml';
const DASHBOARD = 'docs/deploy/alerts/dashboard.json';
const PROMETHEUS_LABELS = ['instance', 'job', 'le'];

interface Dashboard {
  panels: { title: string; targets: { expr: string; legendFormat: string }[] }[];
}

/** Names of figures in expressions, and the labels that they are chosen or added up by. */
function namedIn(text: string): { metrics: string[]; labels: string[] } {
  const metrics = [...text.matchAll(/\b(?:cosell|nodejs|process)_\w+/g)].map(([name]) => name);
  const chosen = [...text.matchAll(/([a-z_]+)=~?\\?"/g)].map(([, label = '']) => label);
  const groups = [...text.matchAll(/\b(?:by|on) \(([a-z_, ]+)\)/g)].flatMap(([, list = '']) =>
    list.split(', '),
  );
  const shown = [...text.matchAll(/\{\{ ?(?:\$labels\.)?([a-z_]+) ?\}\}/g)].map(([, label = '']) => label);
  return { metrics: [...new Set(metrics)], labels: [...new Set([...chosen, ...groups, ...shown])] };
}

describe('The alerts and the dashboard', () => {
  const { registry } = createMetrics();
  const panels = (JSON.parse(textOf(DASHBOARD)) as Dashboard).panels;
  const charts = panels.flatMap(({ targets }) => targets.map((one) => `${one.expr} ${one.legendFormat}`));
  const texts = { [RULES]: textOf(RULES), [DASHBOARD]: charts.join('\n') };

  for (const [path, text] of Object.entries(texts)) {
    it(`given ${path}, then the bot has each figure and label that it names`, async () => {
      const known = (await registry.getMetricsAsJSON()).flatMap(({ name, type }) =>
        String(type) === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
      );
      const { metrics, labels } = namedIn(text);
      assert.ok(metrics.length >= 10, metrics.join());
      assert.deepEqual(
        metrics.filter((name) => !known.includes(name)),
        [],
      );
      const ours = Object.values(createMetrics()).flatMap((one) =>
        'labelNames' in one ? (one.labelNames as string[]) : [],
      );
      assert.ok(labels.length >= 3, labels.join());
      assert.deepEqual(
        labels.filter((label) => ![...ours, ...PROMETHEUS_LABELS].includes(label)),
        [],
      );
    });
  }

  it('given each alert, then the guide says what it means and what to do', () => {
    const alerts = [...textOf(RULES).matchAll(/^ *- alert: (\w+)$/gm)].map(([, name]) => name);
    assert.ok(alerts.length >= 12);
    assert.deepEqual(rowsUnder('Alerts', textOf('docs/deploy/alerts.md')), alerts);
  });

  it('given the program that Prometheus checks rules with, then they fire when they should, and not before', function () {
    const run = promtool('test', 'rules', 'rules.test.yaml');
    if (!run) return this.skip();
    assert.equal(run.status, 0, run.said);
  });

  it('given the same program, then it can read what each chart shows', function () {
    const folder = mkdtempSync(join(tmpdir(), 'charts-'));
    const path = join(folder, 'charts.yaml');
    const exprs = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
    const rules = exprs.map((expr, number) => ({ record: `chart:${number}`, expr }));
    writeFileSync(path, JSON.stringify({ groups: [{ name: 'charts', rules }] }));
    const run = promtool('check', 'rules', path);
    rmSync(folder, { recursive: true });
    if (!run) return this.skip();
    assert.equal(run.status, 0, run.said);
  });
});

/** Runs it beside the rules; undefined, and why is said, where it is not on this machine. */
function promtool(...words: string[]): { status: number | null; said: string } | undefined {
  const run = spawnSync('promtool', words, { cwd: pathOf('docs/deploy/alerts'), encoding: 'utf8' });
  if (!run.error) return { status: run.status, said: run.stdout + run.stderr };
  process.stdout.write('  skipped: promtool is not on this machine\n');
  return undefined;
}
