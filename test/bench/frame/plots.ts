import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Figure } from './figure.ts';

/** Two pictures at most of one part, as SVG: how figures grow with the size, and the others as bars. */
export async function plotsOf(name: string, figures: readonly Figure[]): Promise<Map<string, string>> {
  const plots = new Map<string, string>();
  const growing = figures.filter(({ size, unit }) => size !== undefined && unit === 'ms');
  const others = figures.filter((one) => !growing.includes(one));
  if (growing.length > 0) plots.set(`${name}-growth`, await drawn(growth(name, growing)));
  if (others.length > 0) plots.set(name, await drawn(bars(name, others)));
  return plots;
}

async function drawn(specification: TopLevelSpec): Promise<string> {
  const { spec } = compile(specification);
  return await new View(parse(spec), { renderer: 'none' }).toSVG();
}

const look = {
  background: 'white',
  padding: 12,
  config: { view: { stroke: '#ddd' }, axis: { labelLimit: 420 } },
};

function growth(name: string, figures: readonly Figure[]): TopLevelSpec {
  const values = figures.map(({ what, ...figure }) => {
    const [who, rest] = what.includes(': ') ? what.split(': ', 2) : ['', what];
    return { ...figure, who, what: rest };
  });
  return {
    ...look,
    title: `${name}: milliseconds by size`,
    data: { values },
    facet: { row: { field: 'who', type: 'nominal', title: null } },
    spec: {
      width: 460,
      height: 300,
      mark: { type: 'line', point: true },
      encoding: {
        x: { field: 'size', type: 'quantitative', scale: { type: 'log' }, title: 'size' },
        y: { field: 'value', type: 'quantitative', scale: { type: 'log' }, title: 'ms' },
        color: {
          field: 'what',
          type: 'nominal',
          title: null,
          scale: { scheme: 'tableau20' },
          legend: { labelLimit: 420, symbolLimit: 60 },
        },
      },
    },
  };
}

function bars(name: string, figures: readonly Figure[]): TopLevelSpec {
  const values = figures.map(({ what, size, value, unit }) => ({
    what: size === undefined ? what : `${what} [${size.toLocaleString('en-US')}]`,
    value,
    unit,
  }));
  return {
    ...look,
    title: name,
    data: { values },
    facet: { row: { field: 'unit', type: 'nominal', title: null } },
    resolve: { scale: { x: 'independent', y: 'independent' } },
    spec: {
      width: 420,
      height: { step: 18 },
      mark: 'bar',
      encoding: {
        y: { field: 'what', type: 'nominal', sort: null, title: null },
        x: { field: 'value', type: 'quantitative', title: null },
      },
    },
  };
}
