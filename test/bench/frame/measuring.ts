import { quantile } from '#test/bench/quantile.ts';
import { type Figure, type MeasuredPart, type Part, type Recorder, written } from './figure.ts';
import { yardstick } from './yardstick.ts';

/** Runs one part and says each figure as soon as it is there. */
export async function measurePart(part: Part, largest: number): Promise<MeasuredPart> {
  const start = performance.now();
  const before = yardstick();
  const figures: Figure[] = [];
  await part(recorderInto(figures), largest);
  return {
    on: new Date().toISOString().slice(0, 10),
    seconds: Math.round((performance.now() - start) / 1000),
    yardstick: (before + yardstick()) / 2,
    figures,
  };
}

function recorderInto(figures: Figure[]): Recorder {
  const figure: Recorder['figure'] = (what, value, unit, size) => {
    const one: Figure = { what, value, unit, ...(size === undefined ? {} : { size }) };
    figures.push(one);
    const of = size === undefined ? '' : ` [${size.toLocaleString('en-US')}]`;
    process.stdout.write(`  ${what}${of}: ${written(one)}\n`);
  };
  const times: Recorder['times'] = (what, all, size) => {
    figure(`${what}, median`, quantile(all, 0.5), 'ms', size);
    figure(`${what}, 99 %`, quantile(all, 0.99), 'ms', size);
  };
  return { figure, times };
}
