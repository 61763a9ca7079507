import { personDocumentId } from '#app/contact/contactRecord.ts';
import { locationName } from '#app/organization/locations.ts';
import { type SumsScope, scopeOf } from '#domain/figures/cellsOf.ts';
import type { Month } from '#domain/figures/counted.ts';
import { activityOf, type Outcome, outcomeIn } from '#domain/figures/outcome.ts';
import { monthsLater, monthsOfQuarter, type Quarter, quarterAt } from '#domain/figures/periods.ts';
import { type Cells, OTHERS, plus, type Sums } from '#domain/figures/sums.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import { isCounted, readSums, scopesOf } from './readSums.ts';

/** What is looked at, and against what. */
export type Span =
  | { by: 'quarter'; now: Quarter; before: Quarter }
  | { by: 'month'; now: Month; before: Month };

/** One location or one person; without a name: those who are told apart no more, or who belong to no location. */
export interface InsightRow {
  name: string | 'others' | 'none';
  /** MPN id of a location that can be looked at by itself. */
  location?: string | undefined;
  outcome: Outcome;
}

export interface ShownInsights {
  span: Span;
  now: Outcome;
  before: Outcome;
  /** The one location that was asked for. */
  location?: { mpnId: string; name: string } | undefined;
  places: readonly InsightRow[];
  people: readonly InsightRow[];
  /** Deals from before are still being counted. */
  counting: boolean;
}

/** So many rows are named. */
const MOST_NAMED = 10;

type Deps = { store: DocumentStore };

/**
 * What became of deals this quarter or month, against the last one, by location and by person, as far as an admin may see
 * it (CR-2, CR-3); a location that is none of theirs is not looked at. Costs the same however many deals there are.
 */
export async function showInsights(
  deps: Deps,
  input: {
    organization: Organization;
    member: Membership | undefined;
    by: Span['by'];
    /** MPN id. */
    location?: string | undefined;
    today: LocalDate;
    yearBegins?: number | undefined;
  },
): Promise<ShownInsights> {
  const { organization, member, by, today, yearBegins } = input;
  const own = scopesOf(member);
  const asked = input.location === undefined ? undefined : scopeOf(input.location);
  const one = asked && (own.includes('all') || own.includes(asked)) ? input.location : undefined;
  const scopes: readonly SumsScope[] = one === undefined ? own : [scopeOf(one)];
  const span = spanOf(by, today, yearBegins);
  const [now, before] = await Promise.all(
    [span.now, span.before].map((period) => readSums(deps, organization.id, monthsOfSpan(period), scopes)),
  );
  const sums = now ?? { cells: {} };
  return {
    span,
    now: outcomeIn(sums.cells),
    before: outcomeIn(before?.cells ?? {}),
    ...(one !== undefined && { location: { mpnId: one, name: await placeName(deps, organization, one) } }),
    places: one === undefined ? await placesOf(deps, organization, sums, scopes, monthsOfSpan(span.now)) : [],
    people: await peopleOf(deps, organization.id, sums),
    counting: !(await isCounted(deps, organization.id)),
  };
}

function spanOf(by: Span['by'], today: LocalDate, yearBegins: number | undefined): Span {
  const month = today.slice(0, 7);
  if (by === 'month') return { by, now: month, before: monthsLater(month, -1) };
  const now = quarterAt(month, yearBegins);
  return { by, now, before: quarterAt(monthsLater(now.first, -3), yearBegins) };
}

function monthsOfSpan(period: Quarter | Month): Month[] {
  return typeof period === 'string' ? [period] : monthsOfQuarter(period);
}

/** The locations: the sums of the whole company hold them, another admin's stand each in their own. */
async function placesOf(
  deps: Deps,
  organization: Organization,
  sums: Sums,
  scopes: readonly SumsScope[],
  months: readonly Month[],
): Promise<InsightRow[]> {
  const rows: [string, Cells][] = scopes.includes('all')
    ? Object.entries(sums.places ?? {})
    : await Promise.all(
        scopes.map(async (scope): Promise<[string, Cells]> => {
          return [scope, (await readSums(deps, organization.id, months, [scope])).cells];
        }),
      );
  return Promise.all(
    busiest(rows).map(async ([key, cells]): Promise<InsightRow> => {
      const outcome = outcomeIn(cells);
      if (!key.startsWith('@')) return { name: key === OTHERS ? 'others' : 'none', outcome };
      const location = key.slice(1);
      return { name: await placeName(deps, organization, location), location, outcome };
    }),
  );
}

async function placeName(deps: Deps, organization: Organization, mpnId: string): Promise<string> {
  return (await locationName(deps, organization, mpnId)) ?? mpnId;
}

/** People by name; whom nobody knows here any more is one of the others. */
async function peopleOf({ store }: Deps, organization: string, { people = {} }: Sums): Promise<InsightRow[]> {
  const rows = busiest(Object.entries(people));
  const read = rows.map(async ([key, cells]) => {
    const person =
      key === OTHERS ? undefined : await store.read<'person'>(organization, personDocumentId(key));
    return { name: person?.body.profile.name, cells };
  });
  const found = await Promise.all(read);
  const known = found.flatMap(({ name, cells }) => (name ? [{ name, outcome: outcomeIn(cells) }] : []));
  const others = outcomeIn(together(found.filter(({ name }) => !name).map(({ cells }) => cells)));
  return activityOf(others) > 0 ? [...known, { name: 'others', outcome: others }] : known;
}

type Row = readonly [key: string, cells: Cells];

/** The rows in which most happened; all others are one. */
function busiest(rows: readonly Row[]): Row[] {
  const activity = ([, cells]: Row) => activityOf(outcomeIn(cells));
  const sorted = rows
    .filter((row) => row[0] !== OTHERS && activity(row) > 0)
    .sort((one, other) => activity(other) - activity(one) || (one[0] < other[0] ? -1 : 1));
  const rest = rows.filter((row) => row[0] === OTHERS || sorted.indexOf(row) >= MOST_NAMED);
  const others: Row = [OTHERS, together(rest.map(([, cells]) => cells))];
  return [...sorted.slice(0, MOST_NAMED), ...(activity(others) > 0 ? [others] : [])];
}

function together(all: readonly Cells[]): Cells {
  return all.reduce<Sums>((sums, cells) => plus(sums, { cells }), { cells: {} }).cells;
}
