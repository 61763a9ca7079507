import { posix } from 'node:path';

/** What a document can refer to. */
export interface Surroundings {
  /** Every file of the project. */
  files: readonly string[];
  /** Names of the scripts in package.json. */
  scripts: readonly string[];
  /** Of each document the anchors that a link can lead to. */
  anchors: Readonly<Record<string, readonly string[]>>;
}

/** What a document names that is not there: scripts, links, their anchors, paths. */
export function documentProblems(path: string, text: string, around: Surroundings): string[] {
  return [
    ...scriptsIn(text)
      .filter((name) => !around.scripts.includes(name))
      .map((name) => `${path}: there is no script ${name}`),
    ...linksIn(text)
      .map((link) => posix.join(posix.dirname(path), link))
      .filter((target) => !isThere(target, around.files))
      .map((target) => `${path}: the link to ${target} leads nowhere`),
    ...anchoredIn(text)
      .map(([link, anchor]) => [link ? posix.join(posix.dirname(path), link) : path, anchor] as const)
      .filter(([target, anchor]) => around.anchors[target]?.includes(anchor) === false)
      .map(([target, anchor]) => `${path}: ${target} has no heading #${anchor}`),
    ...pathsIn(text)
      .filter((target) => !isThere(target, around.files))
      .map((target) => `${path}: there is no ${target}`),
  ];
}

/** Whether a guide begins with one sentence: for whom it is and, after a colon, what it answers. */
export function saysForWhom(text: string): boolean {
  return /^# .+\n\nFor [^.:\n]+: [^.\n]+\.\n/.test(text);
}

/** `npm run x`, and those that npm starts without `run`. */
export function scriptsIn(text: string): string[] {
  const run = [...text.matchAll(/\bnpm run ([\w:.-]*\w)/g)].map((match) => match[1] ?? '');
  const short = [...text.matchAll(/\bnpm (start|test)\b/g)].map((match) => match[1] ?? '');
  return [...run, ...short];
}

/** Targets of links and pictures within the project, without their anchors. */
export function linksIn(text: string): string[] {
  const markdown = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  const html = [...text.matchAll(/\b(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
  return [...markdown, ...html]
    .filter((link) => !/^([a-z]+:|#)/i.test(link))
    .map((link) => link.replace(/#.*$/, ''));
}

/** Links that lead to a heading: the document, empty for the same one, and the anchor. */
function anchoredIn(text: string): [string, string][] {
  return [...text.matchAll(/\]\(([^)\s:#]*)#([^)\s]+)\)/g)].map(([, link = '', anchor = '']) => [
    link,
    anchor,
  ]);
}

/** The anchors of a document's headings, as GitHub makes them. */
export function anchorsIn(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Paths of the project in `code`; those with a <place-holder> name nothing certain. */
export function pathsIn(text: string): string[] {
  const folders = /^(\.ci|bot|cards|dialogs|docs|manifest|src|test)\/[\w./-]*$/;
  return [...text.matchAll(/`([^`\s]+)`/g)]
    .map((match) => match[1] ?? '')
    .filter((code) => folders.test(code) && !code.startsWith('manifest/build/'));
}

/** First cells of the rows of the table under a heading, without their backticks. */
export function rowsUnder(heading: string, text: string): string[] {
  const section = text
    .split(/^(?=#)/m)
    .find((part) => part.split('\n', 1)[0]?.replace(/^#+ /, '') === heading);
  return [...(section ?? '').matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? '');
}

function isThere(target: string, files: readonly string[]): boolean {
  const path = target.replace(/\/$/, '');
  return files.some((file) => file === path || file.startsWith(`${path}/`));
}
