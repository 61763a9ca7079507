// A process of its own for tests: writes until it is killed, or counts up a shared document.
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { draft } from '#test/contracts/documentStore.samples.ts';
import { countUp } from './countUp.ts';

const [task, file = '', name = ''] = process.argv.slice(2);
const store = openSqliteStore({ file, patience: 20_000 });

if (task === 'count') {
  await countUp(store, Number(name));
  await store.close();
}
for (let at = 0; task === 'write'; at += 5) {
  const ids = [0, 1, 2, 3, 4].map((more) => `${name}-${at + more}`);
  await Promise.all(ids.map((id) => store.create(draft('org', id, { index: { name }, terms: [name] }))));
  process.stdout.write(`${ids.join('\n')}\n`);
}
