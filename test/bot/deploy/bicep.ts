import { join } from 'node:path';
import { Language, type Node, Parser } from 'web-tree-sitter';
import { root } from '#test/support/repository.ts';

/** Something that is known only when the template is deployed. */
export interface Expression {
  code: string;
}

/** What stands in a template: literals as they are, all else as its code. */
export type Value = string | number | boolean | null | Expression | Value[] | { [key: string]: Value };

/** A parameter, variable, resource, module or output; or what a loop goes over, one after the other. */
export interface Declaration {
  kind: 'param' | 'var' | 'loop' | 'resource' | 'module' | 'output';
  name: string;
  /** Of a resource its type and version, of a module its file. */
  of?: string;
  /** Of a parameter its default. */
  value?: Value;
}

/** A file of Bicep, as a published grammar of the language reads it. */
export interface Template {
  /** Where it is no Bicep: line and text. */
  errors: readonly string[];
  declarations: readonly Declaration[];
  /** Names that its expressions use, such as `keeping` and `keeping.outputs.registry`. */
  uses: readonly string[];
}

const kinds: Readonly<Record<string, Declaration['kind']>> = {
  parameter_declaration: 'param',
  variable_declaration: 'var',
  for_statement: 'loop',
  resource_declaration: 'resource',
  module_declaration: 'module',
  output_declaration: 'output',
};

/** Reads files of Bicep. There is no compiler here: what it would find is looked for by the test itself. */
export async function bicepReader(): Promise<(text: string) => Template> {
  await Parser.init();
  const grammar = join(root, 'node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm');
  const parser = new Parser().setLanguage(await Language.load(grammar));
  return (text) => {
    const tree = parser.parse(text);
    if (!tree) throw new TypeError('the grammar read nothing');
    const nodes = allOf(tree.rootNode);
    return {
      errors: nodes
        .filter((node) => node.isError || node.isMissing)
        .map((node) => `line ${node.startPosition.row + 1}: ${node.text}`),
      declarations: nodes.flatMap((node) => {
        const kind = kinds[node.type];
        return kind ? [declarationOf(kind, node)] : [];
      }),
      uses: nodes.flatMap(useOf),
    };
  };
}

function allOf(node: Node): Node[] {
  return [node, ...parts(node, true).flatMap(allOf)];
}

function parts(node: Node, all = false): Node[] {
  return (all ? node.children : node.namedChildren).filter((child) => child !== null);
}

function declarationOf(kind: Declaration['kind'], node: Node): Declaration {
  const [name, ...rest] = parts(node);
  const of = kind === 'resource' || kind === 'module' ? rest.shift() : undefined;
  const last = rest.filter(({ type }) => type !== 'type').at(-1);
  return {
    kind,
    name: name?.text ?? '',
    ...(of && { of: of.text.slice(1, -1) }),
    ...(last && { value: readValue(last) }),
  };
}

function readValue(node: Node): Value {
  const children = parts(node).filter(({ type }) => type !== 'comment');
  switch (node.type) {
    case 'object':
      return Object.fromEntries(children.filter(({ type }) => type === 'object_property').map(propertyOf));
    case 'array':
      return children.map(readValue);
    case 'number':
      return Number(node.text);
    case 'boolean':
      return node.text === 'true';
    case 'null':
      return null;
    case 'string':
      return children.some(({ type }) => type !== 'string_content')
        ? { code: node.text }
        : node.text.slice(1, -1);
    // A resource that is made under a condition, or once for each of a list, is looked at as if it were there once.
    case 'if_statement':
    case 'for_statement': {
      const body = children.find(({ type }) => type === 'object' || type === 'if_statement');
      return body ? readValue(body) : { code: node.text };
    }
    default:
      return { code: node.text };
  }
}

function propertyOf(node: Node): [string, Value] {
  const [key, value] = parts(node);
  return [key?.text.replaceAll("'", '') ?? '', value ? readValue(value) : null];
}

/** Identifiers that stand for something, not the names of properties. */
function useOf(node: Node): string[] {
  if (node.type === 'member_expression') return [node.text.replaceAll('.?', '.')];
  if (node.type !== 'identifier' || !node.parent) return [];
  const { parent } = node;
  const isFirst = parts(parent)[0]?.id === node.id;
  if (isFirst && (parent.type === 'object_property' || parent.type in kinds)) return [];
  return parent.type === 'call_expression' && isFirst ? [] : [node.text];
}
