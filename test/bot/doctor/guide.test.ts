import assert from 'node:assert/strict';
import { filesOfProject, textOf } from '#test/support/repository.ts';

const GUIDE = 'docs/deploy/troubleshooting.md';
/** Said where all is well, of what a file is, or parts of a line whose beginning stands in the guide. */
const notLookedUp = [
  'no answer in time',
  'out of reach of others',
  'there is a token for app',
  'people and digests of keys',
  'certificates that are trusted',
  'folder of the store',
  'of memory at most',
  'can be read',
  'as outside, within',
  'are set, and all can be read',
  'the account answers at',
  'partition key, time to live and indexes are right',
  'nothing waits to be done',
  'nothing is known that did not arrive',
  'none of it late',
  'too large to be read through here',
  'signs it in again',
  'npm run partner-center',
  'days after the last time',
  'it is tried again',
];

/** The words of a line between what differs, up to where it says what to do; none of fewer than three words. */
function wordsIn(code: string): string[] {
  const plain = code.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|^import .*?;$/gm, '');
  const pieces = [...plain.matchAll(/(?<=['`}])([^'`$\n{}]{14,}?)(?=['`]|\$\{)/g)].map(([piece]) => piece);
  return pieces
    .filter((piece) => !/=>|===|\?\?|\w\(\)|&&|\(\{/.test(piece))
    .map((piece) => (piece.replace(/^[)\s:;,]+/, '').split(/[:;(]/)[0] ?? '').trim())
    .filter((words) => words.split(' ').length >= 3);
}

describe('What the doctor says', () => {
  const findings = [...filesOfProject('bot/doctor'), 'bot/config/identity/proveIdentity.ts'].filter(
    (path) => !/\/(doctor|places|finding)\.ts$/.test(path),
  );
  // An apostrophe between letters ends no text.
  const read = (path: string) => textOf(path).replace(/(\w)'(\w)/g, '$1’$2');
  const code = findings.map(read).join('\n');
  const guide = read(GUIDE);

  it('given each of its lines that is not ok, then the guide says why and what to do', () => {
    const words = wordsIn(code);
    assert.ok(words.length >= 60, `${words.length} words`);
    const missing = words.filter(
      (one) => !guide.includes(one) && !notLookedUp.some((known) => one.includes(known)),
    );
    assert.deepEqual(missing, []);
  });

  it('given each line of the guide, then the doctor says so', () => {
    const table = guide.split('## What the doctor says')[1]?.split('## What was tried')[0] ?? '';
    const quoted = table
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) =>
        [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, words]) => words ?? ''),
      );
    assert.ok(quoted.length >= 50, `${quoted.length}`);
    assert.deepEqual(
      quoted.filter((words) => !code.includes(words)),
      [],
    );
  });

  it('given a new line, then it is missed in the guide', () => {
    const added = `\${path}: the moon is full; wait\`, 'its name was eaten by a dog'`;
    assert.deepEqual(wordsIn(`ok(\`${added}`), ['the moon is full', 'its name was eaten by a dog']);
  });
});
