import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { samples } from './samples.ts';

/** `npm run cards:accept`: takes what the cards look like now as what they shall look like. Read the diff after it. */
const golden = new URL('../test/cards/golden/', import.meta.url);
rmSync(golden, { recursive: true, force: true });
for (const { name, render } of samples()) {
  const file = new URL(`${name}.json`, golden);
  mkdirSync(new URL('./', file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(render('en'), null, 2)}\n`);
}
console.log(`${samples().length} golden files written`);
