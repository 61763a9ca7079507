/** Fills a part of a template from the data that is in scope there. `null`: it is left out. */
type Fill = (data: unknown) => unknown;

const PATH = '[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*';
const onePath = new RegExp(`^\\$\\{(${PATH})\\}$`);
const noPath = new RegExp(`^\\$\\{!(${PATH})\\}$`);
const pieces = new RegExp(`\\$\\{(${PATH})\\}`, 'g');
/** Characters that the template language reads as they stand. */
const plainText = /^[A-Za-z0-9_. -]*$/;

/**
 * A template as a function, where it is made of what nearly every template is made of: paths (`${head.about.text}`), alone,
 * negated or within plain text, `$when` and `$data`. It gives the same as the templating library, which looks each path up
 * through an interpreter. Undefined for a template that uses more of the language.
 */
export function fillOf(template: object): Fill | undefined {
  try {
    return fillOfNode(template);
  } catch (error) {
    if (error instanceof BeyondPaths) return undefined;
    throw error;
  }
}

class BeyondPaths extends Error {}

function fillOfNode(node: unknown): Fill {
  if (typeof node === 'string') return fillOfText(node);
  if (Array.isArray(node)) return fillOfList(node.map(fillOfNode));
  if (typeof node === 'object' && node !== null) return fillOfObject(node as Record<string, unknown>);
  return () => node;
}

function fillOfText(text: string): Fill {
  if (!text.includes('${')) return () => text;
  const [, path] = onePath.exec(text) ?? [];
  if (path !== undefined) return atPath(path);
  const [, denied] = noPath.exec(text) ?? [];
  if (denied !== undefined) return isNot(denied);
  return fillOfMixed(text);
}

/** A value stays what it is; one that is missing shows as its own path. */
function atPath(path: string): Fill {
  const at = lookUp(path);
  return (data) => {
    const value = at(data);
    return value === undefined ? `\${${path}}` : value;
  };
}

function isNot(path: string): Fill {
  const at = lookUp(path);
  return (data) => {
    const value = at(data);
    return !(typeof value === 'boolean' ? value : value !== undefined && value !== null);
  };
}

function fillOfMixed(text: string): Fill {
  const plain = text.split(new RegExp(`\\$\\{${PATH}\\}`));
  if (plain.some((one) => !plainText.test(one))) throw new BeyondPaths();
  const paths = [...text.matchAll(pieces)].map(([, path = '']) => atPath(path));
  const [first = '', ...rest] = plain;
  return (data) => rest.reduce((before, after, at) => `${before}${String(paths[at]?.(data))}${after}`, first);
}

function lookUp(path: string): Fill {
  const names = path.split('.');
  return (data) => {
    let value = data;
    for (const name of names) {
      if (typeof value !== 'object' || value === null) return undefined;
      value = (value as Record<string, unknown>)[name];
    }
    return value;
  };
}

/** A list within a list becomes part of it. */
function fillOfList(items: readonly Fill[]): Fill {
  return (data) => {
    const list: unknown[] = [];
    for (const fill of items) {
      const item = fill(data);
      if (Array.isArray(item)) list.push(...item);
      else if (item !== null) list.push(item);
    }
    return list;
  };
}

function fillOfObject(node: Readonly<Record<string, unknown>>): Fill {
  const { $data, $when } = node;
  const fields = Object.entries(node).flatMap(([name, value]) =>
    name === '$data' || name === '$when' ? [] : [[name, fillOfNode(value)] as const],
  );
  if (fields.some(([name]) => name.startsWith('$') && name !== '$schema')) throw new BeyondPaths();
  const whole: Fill = (data) => {
    const made: Record<string, unknown> = {};
    for (const [name, fill] of fields) {
      const value = fill(data);
      if (value !== undefined) made[name] = value;
    }
    return made;
  };
  const wanted = $when === undefined ? whole : fillWhen(conditionOf($when), whole);
  return $data === undefined ? wanted : fillEach(pathOf($data), wanted);
}

function fillWhen(isWanted: Fill, fill: Fill): Fill {
  return (data) => (isWanted(data) === true ? fill(data) : null);
}

/** Once for each entry of a list, or once for an object: what is named inside is looked up there. */
function fillEach(at: Fill, fill: Fill): Fill {
  return (data) => {
    const inside = at(data);
    if (!Array.isArray(inside)) return fill(inside);
    const made = inside.map((one) => fill(one)).filter((one) => one !== null);
    return made.length > 1 ? made : (made[0] ?? null);
  };
}

function pathOf(expression: unknown): Fill {
  const [, path] = onePath.exec(String(expression)) ?? [];
  if (path === undefined) throw new BeyondPaths();
  return atPath(path);
}

function conditionOf(expression: unknown): Fill {
  const [, path] = onePath.exec(String(expression)) ?? [];
  const [, denied] = noPath.exec(String(expression)) ?? [];
  if (path !== undefined) return lookUp(path);
  if (denied !== undefined) return isNot(denied);
  throw new BeyondPaths();
}
