import type { CustomerFacts } from '#ports/customers.ts';

const known = [
  'Contoso',
  'Northwind',
  'Fabrikam',
  'Adventure Works',
  'Tailspin',
  'Wingtip',
  'Litware',
  'Proseware',
];
const industries =
  'Analytics Consulting Construction Controls Containers Continental Foods Health Hospital Insurance Logistics Manufacturing Media Mining Motors National Partners Pharma Power Research Retail Services Solutions Steel Systems Technologies Telecom Trading Transport University Ventures Water Works Bank Capital Group Holdings International'.split(
    ' ',
  );
const forms = 'Ltd Inc GmbH AG LLC Corp SpA AB SA BV'.split(' ');
const syllables =
  'ba be bi bo ka ke ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si so ta te ti to va ve vi con sea nor ter man dan ver lux mar pol'.split(
    ' ',
  );
const countries =
  'US US US US US US US DE DE GB GB FR IT JP CN SE CA AU BR IN NL ES CH AT PL NO DK FI BE IE PT CZ MX ZA SG KR TR AE NZ CL'.split(
    ' ',
  );

/** The same customers every time: common names and common places, many with both, and names that nobody shares. */
export function* customerRows(count: number): Generator<CustomerFacts> {
  const random = seeded(7);
  const words = Array.from({ length: 20_000 }, () => word(random, 3));
  const cities = Array.from({ length: 3_000 }, (_, n) => (n === 0 ? 'Seattle' : word(random, 3)));
  // The head of the list is taken far more often than its tail, as in life.
  const skewed = <T>(from: readonly T[]): T => from[Math.floor(from.length * random() ** 3)] as T;
  for (let n = 0; n < count; n++) {
    const first = random() < 0.15 ? skewed(known) : skewed(words);
    const country = countries[Math.floor(countries.length * random())] ?? 'US';
    yield {
      name: `${first} ${skewed(industries)} ${skewed(forms)}`,
      addressLines: [`${1 + (n % 900)} ${skewed(words)} Street`],
      city: skewed(cities),
      state: country === 'US' ? ['WA', 'CA', 'NY', 'TX'][n % 4] : skewed(words.slice(0, 16)),
      postalCode: String(10_000 + Math.floor(90_000 * random())),
      country,
      duns: String(100_000_000 + n),
    };
  }
}

function word(random: () => number, length: number): string {
  const text = Array.from({ length }, () => syllables[Math.floor(syllables.length * random())]).join('');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
