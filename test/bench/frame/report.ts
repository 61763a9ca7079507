import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathOf } from '#test/support/repository.ts';
import { type Figure, type MeasuredPart, type Report, written } from './figure.ts';
import { plotsOf } from './plots.ts';
import { writePng } from './png.ts';

const FOLDER = pathOf('docs/bench');
const FIGURES = join(FOLDER, 'figures.json');
const TABLES = join(FOLDER, 'figures.md');

/** The report that is committed; empty where there is none yet. */
export function readReport(): Report {
  if (!existsSync(FIGURES)) return { machine: thisMachine(), parts: {} };
  return JSON.parse(readFileSync(FIGURES, 'utf8')) as Report;
}

/** Puts what one part measured into the report: JSON, tables, and plots as SVG and PNG. */
export async function writePart(name: string, measured: MeasuredPart): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const parts = { ...readReport().parts, [name]: measured };
  const report: Report = { machine: thisMachine(), parts };
  writeFileSync(FIGURES, `${JSON.stringify(report, undefined, 2)}\n`);
  writeFileSync(TABLES, tablesOf(report));
  for (const [file, svg] of await plotsOf(name, measured.figures)) {
    writeFileSync(join(FOLDER, `${file}.svg`), svg);
    await writePng(svg, join(FOLDER, `${file}.png`));
  }
}

function thisMachine(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const [processor] = cpus();
  return `${cpus().length} cores (${processor?.model.trim()}), ${gigabytes} GB, ${process.platform}, Node ${process.version}`;
}

/** All figures in tables, one a part; sizes are columns. */
function tablesOf({ machine, parts }: Report): string {
  const sections = Object.entries(parts).map(([name, measured]) => section(name, measured));
  return `# Figures\n\nWritten by \`npm run bench\`; what they mean stands in [README.md](README.md). Machine: ${machine}.\n\n${sections.join('\n')}`;
}

function section(name: string, { on, seconds, yardstick, figures }: MeasuredPart): string {
  const sizes = [...new Set(figures.flatMap(({ size }) => (size === undefined ? [] : [size])))];
  const plain = figures.filter(({ size }) => size === undefined);
  const tables = [
    ...(plain.length > 0
      ? [
          table(
            ['What', 'Measured'],
            plain.map((one) => [one.what, written(one)]),
          ),
        ]
      : []),
    ...(sizes.length > 0 ? [sizeTable(figures, sizes)] : []),
  ];
  return `## ${name}\n\n${on}, ${seconds} s, yardstick ${yardstick.toFixed(1)} ms.\n\n${tables.join('\n')}`;
}

function sizeTable(figures: readonly Figure[], sizes: readonly number[]): string {
  const names = [...new Set(figures.filter(({ size }) => size !== undefined).map(({ what }) => what))];
  const rows = names.map((what) => {
    const ofSize = sizes.map((size) => figures.find((one) => one.what === what && one.size === size));
    return [what, ...ofSize.map((one) => (one ? written(one) : '')), growth(ofSize)];
  });
  return table(['What', ...sizes.map((size) => size.toLocaleString('en-US')), 'Growth'], rows);
}

/** How many times the smallest size's figure the largest size's is. */
function growth(figures: readonly (Figure | undefined)[]): string {
  const [first, last] = [figures[0], figures.at(-1)];
  if (!first || !last || first === last) return '';
  return written({ value: last.value / first.value, unit: 'times' });
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `${lines.join('\n')}\n`;
}
