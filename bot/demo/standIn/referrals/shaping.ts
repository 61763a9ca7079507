import { isObject, type JsonObject } from '#bot/demo/standIn/exchange.ts';

/** What somebody sent, by the names of the shape whatever their case; `unknown` gets the paths that it has no place for. */
export function shaped(sent: unknown, shape: unknown, unknown: string[], path = ''): unknown {
  if (Array.isArray(sent) && Array.isArray(shape)) {
    return sent.map((one, at) => shaped(one, shape[0], unknown, `${path}/${at}`));
  }
  if (!isObject(sent) || !isObject(shape)) return sent;
  const names = new Map(Object.keys(shape).map((name) => [name.toLowerCase(), name]));
  const taken: JsonObject = {};
  for (const [said, value] of Object.entries(sent)) {
    const name = names.get(said.toLowerCase());
    if (name === undefined) unknown.push(`${path}/${said}`);
    // Nothing said where a part or a list could be.
    else if (value === null && shape[name] !== null && typeof shape[name] === 'object') continue;
    else taken[name] = shaped(value, shape[name], unknown, `${path}/${name}`);
  }
  return taken;
}

/** Where a value has another form than the shape: a text for a part, a part for a text and the like. */
export function misshapen(value: unknown, shape: unknown, path = ''): string | undefined {
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return path;
    return firstOf(value.map((one, at) => misshapen(one, shape[0], `${path}/${at}`)));
  }
  if (!isObject(shape)) return typeof value === 'object' && value !== null ? path : undefined;
  if (!isObject(value)) return path;
  const known = Object.keys(value).filter((name) => Object.hasOwn(shape, name));
  return firstOf(known.map((name) => misshapen(value[name], shape[name], `${path}/${name}`)));
}

const firstOf = (paths: readonly (string | undefined)[]): string | undefined =>
  paths.find((path) => path !== undefined);

/** The value with everything that the shape has besides; lists stay as they are but for their items. */
export function completed(value: unknown, shape: unknown): unknown {
  if (Array.isArray(shape)) {
    return Array.isArray(value) ? value.map((one) => completed(one, shape[0])) : [];
  }
  if (!isObject(shape)) return value === undefined ? shape : value;
  const given = isObject(value) ? value : {};
  const full = Object.entries(shape).map(([name, inner]) => [name, completed(given[name], inner)]);
  return { ...Object.fromEntries(full), ...extras(given, shape) };
}

function extras(given: JsonObject, shape: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !(name in shape)));
}
