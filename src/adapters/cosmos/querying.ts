import type { SqlParameter } from '@azure/cosmos';
import { checkMoment, checkQuery, encodeText, indexKey } from '#ports/documentKeys.ts';
import type { Count, DueLimits, ListQuery, Ordering, Page, StoredDocument } from '#ports/documents.ts';
import { fairShare } from '#ports/fairShare.ts';
import { httpStatusOf, insist } from './attempts.ts';
import { type Item, idOrder, toDocument } from './item.ts';
import type { Session } from './writing.ts';

interface Sql {
  text: string;
  parameters: SqlParameter[];
  /** When so many are found, there is no need to look further. */
  most?: number;
}

/** One page of a partition: one range of the index of one sort field. */
export async function list<B>(
  session: Session,
  query: ListQuery,
  orderings: readonly Ordering[],
): Promise<Page<B>> {
  checkQuery(query);
  const field = query.orderBy?.field ?? idOrder;
  const filters = Object.entries(query.where ?? {});
  if (isVoid(query)) return { documents: [] };
  const single = filters.find(
    ([name, value]) =>
      typeof value !== 'object' &&
      orderings.some(
        (ordering) => 'where' in ordering && ordering.where === name && ordering.orderBy === field,
      ),
  );
  const { conditions, order, parameters } = pageSql(query, field);
  const text = (...orders: string[]) =>
    `SELECT TOP ${query.limit + 1} * FROM c WHERE ${conditions.join(' AND ')} ORDER BY ${orders.join(', ')}`;
  const plain = { text: text(order(sortPath(field))), parameters };
  const items = single
    ? await run(
        session,
        { text: text(order(`c.match["${single[0]}"]`), order(sortPath(field))), parameters },
        query.partition,
      )
        // The composite index may not be there yet; the same order without it is only dearer.
        .catch((error) => {
          if (httpStatusOf(error) !== 400) throw error;
          return run(session, plain, query.partition);
        })
    : await run(session, plain, query.partition);
  const shown = items.slice(0, query.limit);
  const documents = shown.map((item) => toDocument<B>(item));
  const last = shown.at(-1)?.sort[field];
  return items.length > query.limit && last !== undefined
    ? { documents, cursor: afterPartition(last) }
    : { documents };
}

/** How many documents there are: their ids, and one more than are wanted. */
export async function count(session: Session, query: Omit<ListQuery, 'orderBy' | 'cursor'>): Promise<Count> {
  checkQuery(query);
  if (isVoid(query)) return { count: 0, more: false };
  const { conditions, parameters } = pageSql(query, idOrder);
  const text = `SELECT TOP ${query.limit + 1} c.id FROM c WHERE ${conditions.join(' AND ')}`;
  const found = await run(session, { text, parameters }, query.partition);
  return { count: Math.min(found.length, query.limit), more: found.length > query.limit };
}

/** Whether nothing can fit, because one of no values is wanted. */
function isVoid({ where = {}, terms = [] }: Pick<ListQuery, 'where' | 'terms'>): boolean {
  return [...Object.values(where), ...terms].some((wanted) => Array.isArray(wanted) && wanted.length === 0);
}

function pageSql(query: ListQuery, field: string) {
  const parameters: SqlParameter[] = [];
  const bind = (value: string) => {
    const name = `@p${parameters.length}`;
    parameters.push({ name, value });
    return name;
  };
  const partition = encodeText(query.partition);
  const descending = query.orderBy?.direction === 'descending';
  // A space ends the partition and sorts before '!', with which any other continuation begins at the earliest.
  const [first, end] = [`${partition} `, `${partition}!`];
  const after = query.cursor === undefined ? undefined : `${first}${query.cursor}`;
  const conditions = [`c.partition = ${bind(partition)}`];
  if (query.kind !== undefined) conditions.push(`c.kind = ${bind(encodeText(query.kind))}`);
  for (const [name, value] of Object.entries(query.where ?? {})) {
    const keys = (typeof value === 'object' ? value : [value]).map((one) => bind(indexKey(one)));
    const path = `c.match["${name}"]`;
    conditions.push(keys.length === 1 ? `${path} = ${keys[0]}` : `${path} IN (${keys.join(', ')})`);
  }
  for (const term of query.terms ?? []) {
    const group = (typeof term === 'string' ? [term] : term).map(
      (one) => `ARRAY_CONTAINS(c.terms, ${bind(encodeText(one))})`,
    );
    conditions.push(group.length === 1 ? `${group[0]}` : `(${group.join(' OR ')})`);
  }
  const path = sortPath(field);
  conditions.push(`${path} > ${bind((!descending && after) || first)}`);
  conditions.push(`${path} < ${bind((descending && after) || end)}`);
  return { conditions, parameters, order: (by: string) => `${by} ${descending ? 'DESC' : 'ASC'}` };
}

/**
 * Documents of all partitions that are due, the oldest first, no organization more than its share. Where they are few
 * they are put in order here: an order over all partitions takes an account three requests.
 */
export async function due(session: Session, now: string, limits: DueLimits): Promise<StoredDocument[]> {
  checkMoment(now);
  const few = await run(session, { ...dueSql(now, limits.leasesEndBy), most: limits.total + 1 });
  if (few.length <= limits.total)
    return fairShare(
      few.map((item) => waitingFor(item, now)),
      limits,
    ).map(documentOf);
  return dueInOrder(session, now, limits);
}

/**
 * The oldest first, no organization more than its share. When one fills more than that, asks again without it: at most once
 * for each share that fits into the total.
 */
async function dueInOrder(session: Session, now: string, limits: DueLimits): Promise<StoredDocument[]> {
  const full = new Map<string, Waiting[]>();
  let rest: Waiting[] = [];
  for (;;) {
    const taken = [...full.values()].flat();
    const wanted = limits.total - taken.length;
    const asked = oldestSql(now, limits.leasesEndBy, [...full.keys()], wanted);
    const found = wanted > 0 ? await run(session, asked) : [];
    rest = found.map((item) => waitingFor(item, now));
    const counts = Map.groupBy(rest, ({ organization }) => organization);
    const greedy = [...counts].filter(([, waiting]) => waiting.length > limits.perOrganization);
    if (greedy.length === 0 || found.length < wanted) {
      return fairShare([...taken, ...rest], limits).map(documentOf);
    }
    for (const [organization, waiting] of greedy)
      full.set(organization, waiting.slice(0, limits.perOrganization));
  }
}

interface Waiting {
  item: Item;
  organization: string;
  dueAt: string;
}

function waitingFor(item: Item, now: string): Waiting {
  return { item, organization: item.organization, dueAt: item.dueAt ?? now };
}

function documentOf({ item }: Waiting): StoredDocument {
  return toDocument(item);
}

function dueSql(now: string, beyond: string | undefined): Sql {
  const isDue = beyond === undefined ? 'c.dueAt <= @now' : '(c.dueAt <= @now OR c.lease["until"] > @beyond)';
  return {
    text: `SELECT * FROM c WHERE ${isDue}`,
    parameters: [
      { name: '@now', value: now },
      ...(beyond === undefined ? [] : [{ name: '@beyond', value: beyond }]),
    ],
  };
}

function oldestSql(now: string, beyond: string | undefined, without: readonly string[], limit: number): Sql {
  const { text, parameters } = dueSql(now, beyond);
  const names = without.map((_, at) => `@o${at}`);
  const others = names.length === 0 ? '' : ` AND NOT (c.organization IN (${names.join(', ')}))`;
  return {
    text: `${text.replace('*', `TOP ${limit} *`)}${others} ORDER BY c.dueAt ASC`,
    parameters: [...parameters, ...without.map((value, at) => ({ name: `@o${at}`, value }))],
  };
}

async function run(session: Session, sql: Sql, partition?: string): Promise<Item[]> {
  const { text, parameters, most } = sql;
  const scope = partition === undefined ? undefined : encodeText(partition);
  return insist(session.deadline, (signal) =>
    session.ask.query({ query: { query: text, parameters }, partition: scope, most }, signal),
  );
}

function sortPath(field: string): string {
  return `c.sort["${field}"]`;
}

function afterPartition(sort: string): string {
  return sort.slice(sort.indexOf(' ') + 1);
}
