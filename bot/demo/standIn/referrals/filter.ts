import { isObject, type JsonObject } from '#bot/demo/standIn/exchange.ts';
import { ticksOf } from '#bot/demo/standIn/stamps.ts';
import type { Switches } from '#bot/demo/standIn/switches.ts';
import { referralShape } from './shape.ts';

/** A filter that was understood, or the words for what was not. */
export type ReadFilter = { keeps: Keeps } | { problem: string };

type Keeps = (item: JsonObject) => boolean;

const TOKEN = /\s*(\(|\)|:|'(?:[^']|'')*'|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)|[\w-]+(?:\/[\w-]+)*)/gy;
const DATES = new Set(['updateddatetime', 'createddatetime', 'accepteddatetime', 'closeddatetime']);
const COMPARISONS = new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le']);

/** Reads what was published of OData: comparisons, `and`, `or`, parentheses and `any` over the team. */
export function readFilter(text: string, switches: Switches): ReadFilter {
  try {
    const reader = { tokens: tokensOf(text), at: 0, switches };
    const keeps = either(reader);
    if (reader.at < reader.tokens.length) throw new SyntaxError(`'${reader.tokens[reader.at]}'`);
    return { keeps };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problem: `The filter is not valid at ${error.message}.` };
  }
}

interface Reader {
  tokens: string[];
  at: number;
  switches: Switches;
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    tokens.push(match[1] ?? '');
    end = match.index + match[0].length;
  }
  if (text.slice(end).trim() !== '') throw new SyntaxError(`'${text.slice(end).trim()}'`);
  return tokens;
}

function taken(reader: Reader, wanted?: string): string {
  const token = reader.tokens[reader.at++];
  if (token === undefined || (wanted !== undefined && token !== wanted)) {
    throw new SyntaxError(token === undefined ? 'its end' : `'${token}'`);
  }
  return token;
}

function either(reader: Reader): Keeps {
  const parts = [both(reader)];
  while (reader.tokens[reader.at] === 'or') {
    reader.at++;
    parts.push(both(reader));
  }
  return (item) => parts.some((keeps) => keeps(item));
}

function both(reader: Reader): Keeps {
  const parts = [single(reader)];
  while (reader.tokens[reader.at] === 'and') {
    reader.at++;
    parts.push(single(reader));
  }
  return (item) => parts.every((keeps) => keeps(item));
}

function single(reader: Reader): Keeps {
  const token = taken(reader);
  if (token === '(') {
    const inner = either(reader);
    taken(reader, ')');
    return inner;
  }
  if (token.endsWith('/any')) return anyOf(reader, token.slice(0, -'/any'.length));
  return comparison(reader, token, referralShape);
}

/** `team/any(t:t/email eq 'x')`. */
function anyOf(reader: Reader, list: string): Keeps {
  taken(reader, '(');
  const letter = taken(reader);
  taken(reader, ':');
  const path = taken(reader);
  if (!path.startsWith(`${letter}/`)) throw new SyntaxError(`'${path}'`);
  const names = namesIn(referralShape, list);
  const [shape] = (valueAt(referralShape, names) ?? []) as JsonObject[];
  const keeps = comparison(reader, path.slice(letter.length + 1), shape ?? {});
  taken(reader, ')');
  return (item) => {
    const members = valueAt(item, names);
    return Array.isArray(members) && members.some((member) => isObject(member) && keeps(member));
  };
}

function comparison(reader: Reader, path: string, shape: JsonObject): Keeps {
  const names = namesIn(shape, path);
  const operator = taken(reader);
  if (!COMPARISONS.has(operator)) throw new SyntaxError(`'${operator}'`);
  const literal = taken(reader);
  if (DATES.has(path.toLowerCase())) return ofMoment(reader.switches, names, operator, literal);
  const wanted = literalOf(literal);
  return (item) => holds(operator, valueAt(item, names) ?? null, wanted);
}

function ofMoment(
  { dateFilter, dateLiteral }: Switches,
  names: readonly string[],
  operator: string,
  literal: string,
): Keeps {
  if (literal === 'null') return (item) => holds(operator, valueAt(item, names) ?? null, null);
  if (dateFilter === 'refused') throw new SyntaxError(`'${names.join('/')}'`);
  if (dateFilter === 'ignored') return () => true;
  const quoted = literal.startsWith("'");
  const moment = ticksOf(quoted ? literal.slice(1, -1) : literal);
  if (moment === undefined || (dateLiteral !== 'either' && (dateLiteral === 'quoted') !== quoted)) {
    throw new SyntaxError(`'${literal}'`);
  }
  return (item) => holds(operator, ticksOf(valueAt(item, names)) ?? null, moment);
}

/** Unquoted ids are met in published links, so that what is no number or flag is a text. */
function literalOf(token: string): unknown {
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
  if (token === 'null') return null;
  if (token === 'true' || token === 'false') return token === 'true';
  return /^-?\d+(\.\d+)?$/.test(token) ? Number(token) : token;
}

function holds(operator: string, value: unknown, wanted: unknown): boolean {
  if (operator === 'eq') return value === wanted;
  if (operator === 'ne') return value !== wanted;
  if (value === null || wanted === null || typeof value !== typeof wanted) return false;
  const [one, other] = [value, wanted] as [string, string];
  const order = one < other ? -1 : one > other ? 1 : 0;
  return { gt: order > 0, ge: order >= 0, lt: order < 0, le: order <= 0 }[operator] ?? false;
}

/** The names of a path as the shape spells them, whatever their case. */
function namesIn(shape: JsonObject, path: string): string[] {
  let inner: unknown = shape;
  return path.split('/').map((part) => {
    const fields = isObject(inner) ? inner : {};
    const name = Object.keys(fields).find((one) => one.toLowerCase() === part.toLowerCase());
    if (name === undefined) throw new SyntaxError(`'${path}'`);
    inner = fields[name];
    return name;
  });
}

function valueAt(item: JsonObject, names: readonly string[]): unknown {
  return names.reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), item);
}
