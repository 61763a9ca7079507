import { fuzz } from './fuzz.ts';

/** `npm run test:fuzz -- 100000 7`: so many inputs, by that seed. */
async function main([count = '5000', given]: readonly string[]): Promise<boolean> {
  const seed = Number(given ?? Math.floor(Math.random() * 1e9));
  process.stdout.write(`seed ${seed}: ${count} inputs\n`);
  const { sent, wrong } = await fuzz(Number(count), seed);
  process.stdout.write(
    `${Object.entries(sent)
      .map(([name, runs]) => `${name} ${runs}`)
      .join(', ')}\n`,
  );
  for (const one of wrong) process.stdout.write(`  ${one}\n`);
  process.stdout.write(
    wrong.length === 0 ? 'all were taken as they should be\n' : `${wrong.length} complaints\n`,
  );
  return wrong.length === 0;
}

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
