import { parseArgs } from 'node:util';
import { runChaos } from './run.ts';

/**
 * `npm run test:chaos -- --seconds 600 --processes 4 --seed 123 --cosmos`: what went wrong and how it ended. With
 * `--beside FOLDER` half of the processes are of another version, and each is replaced by the other one when it ends.
 */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '30' },
      processes: { type: 'string', default: '3' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
      speed: { type: 'string' },
      cosmos: { type: 'boolean', default: false },
      beside: { type: 'string' },
    },
  });
  const [seconds, processes, seed] = [values.seconds, values.processes, values.seed].map(Number) as [
    number,
    number,
    number,
  ];
  // The stand-in for the account is slow: what has less time for an answer would meet nothing but silence.
  const speed = Number(values.speed ?? (values.cosmos ? 2 : 6));
  process.stdout.write(
    `seed ${seed}: ${processes} processes for ${seconds} s on ${values.cosmos ? 'the Cosmos wire' : 'one file'}\n`,
  );
  const { complaints, counts } = await runChaos({
    ...{ seconds, processes, seed, speed, cosmos: values.cosmos, beside: values.beside },
  });
  const words = Object.entries(counts).map(([what, count]) => `${what} ${count}`);
  process.stdout.write(`${words.join(', ')}\n`);
  for (const one of complaints) process.stdout.write(`  ${one}\n`);
  process.stdout.write(complaints.length === 0 ? 'as promised\n' : `${complaints.length} complaints\n`);
  return complaints.length === 0;
}

process.exitCode = (await main()) ? 0 : 1;
