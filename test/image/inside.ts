import assert from 'node:assert/strict';
import type { Container } from './container.ts';

/** What a program in the container sees of it. */
interface Seen {
  user: number;
  /** Effective rights of the kernel, as a mask in hexadecimal. */
  rights: string;
  /** What happens to whoever writes there: a code of the system, or `written`. */
  writing: Record<string, string>;
  /** Executables that are a Node. */
  nodes: string[];
  shells: string[];
  /** Files that only a compiler or a debugger reads. */
  idle: number;
  /** How many packages are installed, and those of them that the list of what is in it leaves out. */
  installed: number;
  unlisted: string[];
}

// Runs in the container, where there is nothing but Node: so it is one text without imports of ours.
const look = `
const fs = require('node:fs'), path = require('node:path');
const files = (folder) => fs.readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
  const whole = path.join(folder, one.name);
  if (['/proc', '/sys', '/dev'].includes(whole)) return [];
  return one.isDirectory() ? files(whole) : one.isFile() ? [whole] : [];
});
const tried = (folder) => {
  try { const file = path.join(folder, 'tried'); fs.writeFileSync(file, ''); fs.rmSync(file); return 'written'; }
  catch ({ code }) { return code; }
};
const all = files('/');
const named = (...names) => all.filter((one) => names.includes(path.basename(one)) && fs.statSync(one).mode & 0o111);
const listed = JSON.parse(fs.readFileSync('/app/sbom.cdx.json', 'utf8')).components.map(({ name, version }) => name + '@' + version);
const installed = Object.entries(JSON.parse(fs.readFileSync('/app/node_modules/.package-lock.json', 'utf8')).packages)
  .map(([place, { version }]) => place.split('node_modules/').at(-1) + '@' + version);
console.log(JSON.stringify({
  user: process.getuid(),
  rights: /CapEff:\\s*(\\S+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1],
  writing: Object.fromEntries(['/', '/app', '/app/compiled', '/usr', '/data'].map((one) => [one, tried(one)])),
  nodes: named('node', 'nodejs').filter((one) => fs.statSync(one).size > 1e6),
  shells: named('sh', 'bash', 'dash', 'busybox'),
  idle: all.filter((one) => one.startsWith('/app/node_modules/') && /\\.(map|[cm]?ts)$/.test(one)).length,
  installed: installed.length,
  unlisted: installed.filter((one) => !listed.includes(one)),
}));
`;

/** Writes a store anew that doesn't fit into memory, as erasing a person does: that needs room for a temporary file. */
export const writeAnew = `
const { DatabaseSync } = require('node:sqlite');
const db = new DatabaseSync('/data/large.db');
db.exec(\`PRAGMA cache_size = 10; CREATE TABLE t (a);
  WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
  INSERT INTO t SELECT randomblob(1000) FROM n; VACUUM\`);
require('node:fs').rmSync('/data/large.db');
`;

/** Looks at a running container from inside, and fails at what the guide promises otherwise. */
export function lookInside(container: Container): Seen {
  const seen = JSON.parse(container.node(['-e', look])) as Seen;
  assert.equal(seen.user, 10_001);
  assert.match(seen.rights, /^0+$/, 'rights of the kernel');
  const { '/data': data, ...elsewhere } = seen.writing;
  assert.equal(data, 'written', 'the volume');
  for (const [folder, outcome] of Object.entries(elsewhere)) assert.equal(outcome, 'EROFS', folder);
  assert.equal(seen.nodes.length, 1, `one Node: ${seen.nodes}`);
  assert.deepEqual(seen.shells, []);
  assert.equal(seen.idle, 0, 'files that nothing reads');
  assert.ok(seen.installed > 200, `${seen.installed} packages`);
  assert.deepEqual(seen.unlisted, [], 'the list of what is in it is whole');
  return seen;
}
