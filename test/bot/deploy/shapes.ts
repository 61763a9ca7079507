import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '#test/support/repository.ts';
import type { Value } from './bicep.ts';

/** How Microsoft's libraries for managing Azure describe what is sent: a mapper of a value. */
interface Mapper {
  serializedName?: string;
  required?: boolean;
  readOnly?: boolean;
  constraints?: Readonly<Record<string, number>>;
  type: {
    name: string;
    className?: string;
    uberParent?: string;
    polymorphicDiscriminator?: { serializedName: string };
    modelProperties?: Readonly<Record<string, Mapper>>;
    element?: Mapper;
    value?: Mapper;
    allowedValues?: readonly unknown[];
  };
}

/** What a library's file of models exports. */
type Models = Readonly<Record<string, Mapper>> & { discriminators?: Readonly<Record<string, Mapper>> };

/** What a provider takes. */
export interface Shapes {
  /** Versions of the API that the library speaks. */
  versions: readonly string[];
  /** What is wrong with the body of a resource: where, and what. */
  problems(model: string, body: Value): string[];
}

const read = new Map<string, Promise<Shapes>>();

/** The models of `@azure/arm-<name>`, as published. */
export function shapesOf(name: string): Promise<Shapes> {
  const known = read.get(name) ?? readShapes(name);
  read.set(name, known);
  return known;
}

async function readShapes(name: string): Promise<Shapes> {
  const folder = join(root, 'node_modules/@azure', `arm-${name}`);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const models = files.find((file) => /^(dist\/esm|dist-esm\/src)\/models\/mappers\.js$/.test(file));
  if (!models) throw new TypeError(`arm-${name} has no models`);
  const { discriminators, ...mappers }: Models = await import(pathToFileURL(join(folder, models)).href);
  const sent = readFileSync(join(folder, models.replace('mappers.js', 'parameters.js')), 'utf8');
  const named = (model: string) => Object.values(mappers).find((one) => one.type?.className === model);

  function whole(mapper: Mapper, value: Readonly<Record<string, Value>>): Mapper {
    const found = named(mapper.type.className ?? '') ?? mapper;
    const { polymorphicDiscriminator: by, uberParent } = found.type;
    return (
      (by && discriminators?.[`${uberParent}.${value[plain(by.serializedName).replace('/', '.')]}`]) ?? found
    );
  }

  function check(mapper: Mapper, value: Value, at: string): string[] {
    if (isExpression(value)) return [];
    const { name: type, element, value: entry, allowedValues } = mapper.type;
    if (type === 'Composite')
      return isObject(value) ? fields(whole(mapper, value), value, at) : [`${at}: no object`];
    if (type === 'Sequence') {
      return Array.isArray(value) && element
        ? value.flatMap((one, n) => check(element, one, `${at}[${n}]`))
        : [`${at}: no list`];
    }
    if (type === 'Dictionary') {
      return isObject(value) && entry
        ? Object.entries(value).flatMap(([key, one]) => check(entry, one, `${at}.${key}`))
        : [`${at}: no object`];
    }
    if (allowedValues && !allowedValues.includes(value)) return [`${at}: none of ${allowedValues.join()}`];
    const wanted = { Number: 'number', Boolean: 'boolean', String: 'string', Enum: 'string', Uuid: 'string' }[
      type
    ];
    if (wanted && typeof value !== wanted) return [`${at}: no ${wanted}`];
    return beyond(mapper.constraints ?? {}, value).map((limit) => `${at}: beyond ${limit}`);
  }

  function fields(mapper: Mapper, value: Readonly<Record<string, Value>>, at: string): string[] {
    const known = Object.values(mapper.type.modelProperties ?? {}).map((field) => ({
      field,
      // A dot leads into an object that the library doesn't show; one that is part of a name is escaped.
      path: plain(field.serializedName).split('/'),
    }));
    return fieldsBelow(known, value, at);
  }

  function fieldsBelow(
    known: readonly { field: Mapper; path: readonly string[] }[],
    value: Readonly<Record<string, Value>>,
    at: string,
  ): string[] {
    const missing = known
      .filter(
        ({ field, path }) =>
          field.required && !field.readOnly && path.length === 1 && !(String(path[0]) in value),
      )
      .map(({ path }) => `${at}: ${path[0]} is missing`);
    const wrong = Object.entries(value).flatMap(([key, one]) => {
      const here = known.filter(({ path }) => path[0] === key);
      const [first] = here;
      if (!first) return [`${at}: there is no ${key}`];
      if (first.path.length === 1) {
        return first.field.readOnly ? [`${at}.${key} can't be set`] : check(first.field, one, `${at}.${key}`);
      }
      const below = here.map(({ field, path }) => ({ field, path: path.slice(1) }));
      return isObject(one) ? fieldsBelow(below, one, `${at}.${key}`) : [];
    });
    return [...missing, ...wrong];
  }

  return {
    versions: [...new Set(sent.match(/\b20\d\d-\d\d-\d\d(-preview)?\b/g))],
    problems(model, body) {
      const mapper = named(model);
      return mapper ? check(mapper, body, model) : [`there is no ${model} in arm-${name}`];
    },
  };
}

/** With a slash where a dot leads inwards. */
function plain(serializedName = ''): string {
  return serializedName.replace(/(?<!\\)\./g, '/').replaceAll('\\.', '.');
}

function isExpression(value: Value): boolean {
  return isObject(value) && typeof value.code === 'string' && Object.keys(value).length === 1;
}

function isObject(value: Value): value is { [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function beyond(constraints: Readonly<Record<string, number>>, value: Value): string[] {
  const size = typeof value === 'string' ? value.length : Number(value);
  const isBeyond: Readonly<Record<string, (limit: number) => boolean>> = {
    InclusiveMinimum: (limit) => size < limit,
    InclusiveMaximum: (limit) => size > limit,
    MinLength: (limit) => size < limit,
    MaxLength: (limit) => size > limit,
  };
  return Object.entries(constraints).flatMap(([name, limit]) =>
    isBeyond[name]?.(limit) ? [`${name} ${limit}`] : [],
  );
}
