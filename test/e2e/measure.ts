import { readFileSync, writeFileSync } from 'node:fs';
import { type CardMeasure, drawnSamples, measureCards } from '#test/support/e2e/cardMeasures.ts';
import { openChromium } from '#test/support/e2e/chromium.ts';
import { pathOf } from '#test/support/repository.ts';

/**
 * `npm run cards:measure`: how much of a phone and of a desktop every sample takes, beside what it took before the cards
 * were made anew (`before.json`); the table is docs/cards.md. `npm run cards:measure -- FILE.json` writes the figures
 * alone.
 */
const PHONE = 360;
const DESKTOP = 760;
const BEFORE = pathOf('docs/cards-before.json');
const TABLE = pathOf('docs/cards.md');
const MARK = '<!-- the table is written by npm run cards:measure -->';

type Measures = Readonly<Record<string, { phone: CardMeasure; desktop: CardMeasure }>>;

async function main(file: string | undefined): Promise<void> {
  const browser = await openChromium();
  try {
    const cards = drawnSamples('en');
    const phone = await measureCards(browser, cards, { width: PHONE });
    const desktop = await measureCards(browser, cards, { width: DESKTOP });
    const found: Record<string, { phone: CardMeasure; desktop: CardMeasure }> = {};
    for (const { name } of cards) {
      const [onPhone, onDesktop] = [phone.get(name), desktop.get(name)];
      if (onPhone && onDesktop) found[name] = { phone: onPhone, desktop: onDesktop };
    }
    if (file) return writeFileSync(file, `${JSON.stringify(found)}\n`);
    const before = JSON.parse(readFileSync(BEFORE, 'utf8')) as Measures;
    const [introduction] = readFileSync(TABLE, 'utf8').split(MARK);
    writeFileSync(TABLE, `${introduction}${MARK}\n\n${tableOf(found, before)}`);
  } finally {
    await browser.close();
  }
}

function tableOf(measures: Measures, before: Measures): string {
  const head = [
    'Card',
    '360 px before',
    '360 px now',
    'Lines',
    'Words',
    'Buttons',
    'Desktop before',
    'Desktop now',
  ];
  const rows = Object.entries(measures).map(([name, { phone, desktop }]) => {
    const was = before[name];
    const cells = [
      name,
      was ? was.phone.height : '–',
      phone.height,
      change(was?.phone.lines, phone.lines),
      change(was?.phone.words, phone.words),
      change(was?.phone.buttons, phone.buttons),
      was ? was.desktop.height : '–',
      desktop.height,
    ];
    return cells.map(String);
  });
  const table = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...table.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return `${[line(head), line(rule), ...rows.map(line)].join('\n')}\n`;
}

function change(before: number | undefined, now: number): string {
  return before === undefined ? String(now) : `${before} → ${now}`;
}

await main(process.argv[2]);
