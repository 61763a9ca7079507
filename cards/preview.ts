import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostConfig, page, themes } from './previewPage.ts';
import { samples } from './samples.ts';
import { languages } from './say.ts';

/**
 * `npm run cards:preview [folder]`: every sample in every language as one page a language and theme, drawn by the
 * makers' own renderer. Open it at desktop width and at 360 px.
 */
const folder = process.argv[2] ?? join(tmpdir(), 'cosell-cards');
const renderer = readFileSync(
  new URL(import.meta.resolve('adaptivecards/dist/adaptivecards.min.js')),
  'utf8',
);
mkdirSync(folder, { recursive: true });
for (const language of languages) {
  const drawn = samples().map(({ name, render }) => ({ name, card: render(language) }));
  for (const theme of themes) {
    const file = `${folder}/${language}-${theme}.html`;
    writeFileSync(file, page({ language, theme, renderer, cards: drawn, hostConfig: hostConfig(theme) }));
    console.log(file);
  }
}
