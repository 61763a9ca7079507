import { posix } from 'node:path';
import { type Node, type SourceFile, SyntaxKind } from 'typescript/unstable/ast';
import {
  isCallExpression,
  isExportAssignment,
  isExportDeclaration,
  isFunctionDeclaration,
  isIfStatement,
  isImportDeclaration,
  isImportTypeNode,
  isStringLiteral,
  isVariableStatement,
} from 'typescript/unstable/ast/is';
import { createVirtualFileSystem } from 'typescript/unstable/fs';
import { API } from 'typescript/unstable/sync';
import packageJson from '../../package.json' with { type: 'json' };

/** One import of a module, of whatever form. */
export interface Import {
  /** Path from the root of the project, or the name of a package as it is written. */
  to: string;
  local: boolean;
  /** A type import: Node never sees it. */
  erased: boolean;
  /** Loaded when it is come to, not with the file. */
  late: boolean;
  /** Written with `../`. */
  climbs: boolean;
}

/** A place where the environment is read. */
export interface EnvironmentRead {
  /** The call it is handed to, empty where there is none. */
  call: string;
  /** Whether it runs only where the file is the program itself. */
  guarded: boolean;
}

/** What the rules need to know of one file. */
export interface Module {
  path: string;
  lines: number;
  imports: Import[];
  environment: EnvironmentRead[];
  defaultExport: boolean;
  enums: number;
  /** Every name that it declares and exports. */
  exported: string[];
  /** Exported functions, and those of them without a docstring. */
  functions: string[];
  undocumented: string[];
}

/**
 * Reads modules from their texts by path, with the compiler's own parser. Its interface is called unstable by its
 * makers: the exact version in package.json is what keeps it in place.
 */
export function readModules(texts: Readonly<Record<string, string>>): Module[] {
  const base = '/project';
  const config = { compilerOptions: { noLib: true, noResolve: true, types: [] }, include: ['**/*.ts'] };
  const files = Object.entries(texts).map(([path, text]) => [`${base}/${path}`, text]);
  const fs = createVirtualFileSystem({
    ...Object.fromEntries(files),
    [`${base}/tsconfig.json`]: JSON.stringify(config),
  });
  const api = new API({ cwd: base, fs });
  try {
    const [project] = api.updateSnapshot({ openProjects: [`${base}/tsconfig.json`] }).getProjects();
    return Object.keys(texts).map((path) => {
      const source = project?.program.getSourceFile(`${base}/${path}`);
      if (!source) throw new Error(`not read: ${path}`);
      return moduleOf(path, source);
    });
  } finally {
    api.close();
  }
}

function moduleOf(path: string, source: SourceFile): Module {
  const module: Module = {
    path,
    lines: source.text.trimEnd().split('\n').length,
    imports: [],
    environment: [],
    defaultExport: false,
    enums: 0,
    exported: [],
    functions: [],
    undocumented: [],
  };
  for (const statement of source.statements) note(module, statement, source);
  visit(module, source, []);
  return module;
}

function note(module: Module, statement: Node, source: SourceFile): void {
  const words = statement.getText(source).split(/\s+/, 2);
  if (isExportAssignment(statement) || words.join(' ') === 'export default') module.defaultExport = true;
  if (words[0] !== 'export') return;
  const declared =
    /^export (?:declare )?(?:async )?(?:function\*?|const|let|class|interface|type) (\w+)/.exec(
      statement.getText(source),
    )?.[1];
  if (declared) module.exported.push(declared);
  const names = isFunctionDeclaration(statement)
    ? [statement.name?.getText(source) ?? 'default']
    : isVariableStatement(statement)
      ? statement.declarationList.declarations
          .filter(({ initializer }) => initializer && isFunctionLike(initializer))
          .map(({ name }) => name.getText(source))
      : [];
  const documented = /\/\*\*[\s\S]*\*\/\s*$/.test(
    source.text.slice(statement.pos, statement.getStart(source)),
  );
  module.functions.push(...names);
  if (!documented) module.undocumented.push(...names);
}

function visit(module: Module, node: Node, above: readonly Node[]): void {
  const source = above[0] ?? node;
  const text = node.getText(source as SourceFile);
  if (node.kind === SyntaxKind.EnumDeclaration) module.enums++;
  if (isImportDeclaration(node)) {
    const erased = node.importClause?.phaseModifier === SyntaxKind.TypeKeyword;
    add(module, node.moduleSpecifier, { erased });
  } else if (isExportDeclaration(node) && node.moduleSpecifier) {
    add(module, node.moduleSpecifier, { erased: node.isTypeOnly });
  } else if (isImportTypeNode(node)) {
    node.argument.forEachChild((specifier) => add(module, specifier, { erased: true }));
  } else if (isCallExpression(node) && loads(node.expression.getText(source as SourceFile))) {
    const late = node.expression.kind === SyntaxKind.ImportKeyword;
    add(module, node.arguments[0], { late });
  } else if (/^(globalThis\.)?process(\.env|\[['"]env['"]\])$/.test(text) || isTakenApart(text)) {
    module.environment.push(readOf(above, source as SourceFile));
  }
  node.forEachChild((child) => visit(module, child, [...above, node]));
}

/** `import(...)`, `require(...)`, `require.resolve(...)`, `createRequire(...)(...)`, `import.meta.resolve(...)`. */
function loads(callee: string): boolean {
  return /^(import|((?:\w+\.)?require|createRequire\([^)]*\)|import\.meta)(\.resolve)?)$/.test(callee);
}

function add(
  module: Module,
  specifier: Node | undefined,
  { erased = false, late = false }: Partial<Pick<Import, 'erased' | 'late'>>,
): void {
  if (!specifier || !isStringLiteral(specifier)) return;
  const { text } = specifier;
  const to = text.startsWith('.') ? posix.join(posix.dirname(module.path), text) : aliased(text);
  module.imports.push({
    to: to ?? text,
    local: to !== undefined,
    erased,
    late,
    climbs: text.startsWith('../'),
  });
}

/** Path of a subpath import such as `#domain/news.ts`, by the `imports` of package.json; undefined for a package. */
function aliased(text: string): string | undefined {
  const pattern = Object.entries(packageJson.imports).find(([alias]) => text.startsWith(alias.slice(0, -1)));
  return pattern && posix.join(pattern[1].slice(0, -1), text.slice(pattern[0].length - 1));
}

function isTakenApart(text: string): boolean {
  return /^\{[^}]*\benv\b[^}]*\}\s*=\s*(globalThis\.)?process$/.test(text);
}

function readOf(above: readonly Node[], source: SourceFile): EnvironmentRead {
  const call = above.findLast(isCallExpression)?.expression.getText(source) ?? '';
  const guarded = above.some(
    (one) =>
      isIfStatement(one) && one.expression.getText(source) === 'process.argv[1] === import.meta.filename',
  );
  return { call, guarded };
}

function isFunctionLike(node: Node): boolean {
  return node.kind === SyntaxKind.ArrowFunction || node.kind === SyntaxKind.FunctionExpression;
}
