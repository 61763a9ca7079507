import fc from 'fast-check';

/** Values that go wrong: other types, numbers at edges, texts that mean something to somebody, depth and size. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -0,
    -1,
    0.1,
    1e308,
    -1e-320,
    2 ** 53,
    2 ** 31,
    true,
    false,
    [],
    {},
  ),
  fc.constantFrom<unknown>([null], [[]], [{}], { length: 3 }, { toString: 'x' }, { toJSON: 1 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    '../..',
    '%00',
    '\\',
  ),
  fc.constantFrom('\u0000', '\ud800', '\u202e\u200f', '👩‍👩‍👧', '\ufeff', 'İ', 'ẞ', '１２３', '٣', 'e\u0301'),
  fc.constantFrom('2026-02-30T00:00:00Z', '9999-12-31T23:59:59.9999999+14:00', '0000-00-00', '+275760-09-13'),
  fc.constantFrom(
    'NaN',
    'Infinity',
    '-',
    '1e999',
    '0x10',
    '1,000.00',
    '1.000,00',
    "'; DROP",
    '=1+1',
    '{{DATE(x)}}',
  ),
  fc.constantFrom(`\${x}`, '<at>x</at>', '[a](http://evil)', 'a,b;c|d', '"', '{"a":', ',,a,,', '\r\n', '\t'),
  fc.constantFrom(2_000, 20_000).map((length) => 'ä'.repeat(length)),
  fc.constantFrom(10, 200).map((depth) => nested(depth)),
  fc.constantFrom(30, 2_000).map((length) => Array.from({ length }, (_, at) => at)),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
);

type Step =
  | { do: 'put'; at: number; value: unknown }
  | { do: 'drop'; at: number }
  | { do: 'double'; at: number }
  | { do: 'swap'; at: number; other: number }
  | { do: 'name'; at: number; name: string; value: unknown };

const place = fc.nat(10_000);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('put' as const), at: place, value: odd }) },
  fc.record({ do: fc.constant('drop' as const), at: place }),
  fc.record({ do: fc.constant('double' as const), at: place }),
  fc.record({ do: fc.constant('swap' as const), at: place, other: place }),
  fc.record({
    do: fc.constant('name' as const),
    at: place,
    name: fc.constantFrom(
      '__proto__',
      'constructor',
      'toString',
      'length',
      '',
      ' ',
      'x'.repeat(300),
      '\u0000',
    ),
    value: odd,
  }),
);

/** Something valid with one to four things in it that are not. */
export function mutated(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(valid, fc.array(step, { minLength: 1, maxLength: 4 }))
    .map(([value, steps]) => steps.reduce(changed, structuredClone(value)));
}

/** A text with pieces taken out, doubled, put in and exchanged. */
export function mutatedText(valid: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const piece = fc.oneof(
    odd.filter((one) => typeof one === 'string' || typeof one === 'number').map(String),
    fc.constantFrom('\n', '"', ',', ';', '\t', '\r', '\u0000', '\ufeff'),
  );
  const cut = fc.tuple(fc.nat(5_000), fc.nat(40), fc.option(piece), fc.boolean());
  return fc.tuple(valid, fc.array(cut, { minLength: 1, maxLength: 4 })).map(([text, cuts]) =>
    cuts.reduce((now, [from, length, put, twice]) => {
      const at = from % (now.length + 1);
      const gone = now.slice(at, at + length);
      return now.slice(0, at) + (put ?? '') + (twice ? gone + gone : '') + now.slice(at + length);
    }, text),
  );
}

interface Spot {
  holder: Record<string, unknown>;
  name: string;
}

function changed(value: unknown, one: Step): unknown {
  const spots = spotsIn(value);
  const spot = spots[one.at % Math.max(spots.length, 1)];
  if (!spot) return one.do === 'put' ? structuredClone(one.value) : value;
  const { holder, name } = spot;
  switch (one.do) {
    case 'put':
      holder[name] = structuredClone(one.value);
      break;
    case 'drop':
      delete holder[name];
      break;
    case 'double':
      holder[name] = [holder[name], holder[name]];
      break;
    case 'swap': {
      const other = spots[one.other % spots.length] ?? spot;
      holder[name] = structuredClone(other.holder[other.name]);
      break;
    }
    case 'name':
      if (Array.isArray(holder)) return value;
      // As JSON has it: a name of its own, whatever it means to JavaScript.
      Object.defineProperty(holder, one.name, {
        value: structuredClone(one.value),
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return value;
}

/** Everything in it that has a name or a place. */
function spotsIn(value: unknown): Spot[] {
  if (value === null || typeof value !== 'object') return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((name) => [{ holder, name }, ...spotsIn(holder[name])]);
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}
