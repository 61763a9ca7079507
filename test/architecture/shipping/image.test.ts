import assert from 'node:assert/strict';
import { matchesGlob } from 'node:path/posix';
import { modulesOfProject } from '#test/architecture/project.ts';
import { textOf } from '#test/support/repository.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { deployedCommands, reachedFrom } from './shipping.ts';

const containerfile = textOf('Containerfile');
/** What an instruction of the image itself says; of several the last one counts. */
const said = (instruction: string) =>
  [...containerfile.matchAll(new RegExp(`^${instruction} ((?:.*\\\\\n)*.*)$`, 'gm'))].at(-1)?.[1] ?? '';

describe('The image', () => {
  it('given the start command, then it starts the bot with the same options and without a shell', () => {
    const start = packageJson.scripts.start.replace('node with-node.cjs ', '').split(' ');
    assert.deepEqual([JSON.parse(said('ENTRYPOINT')), JSON.parse(said('CMD'))], [['node'], start]);
    assert.deepEqual(JSON.parse(said('HEALTHCHECK').replace(/^[\s\S]*CMD /, ''))[0], 'node');
  });

  it('given who runs it, then that is a user by number without rights, with one place to write', () => {
    assert.match(said('USER'), /^[1-9]\d+:[1-9]\d+$/);
    assert.equal(said('VOLUME'), '/data');
  });

  it('given a registry that builds without BuildKit, as that of Azure does, then it can be built there', () => {
    assert.doesNotMatch(containerfile, /--mount|--chmod|--link|--parents|--exclude|<</);
  });

  it('given a version, then its label says it', () => {
    assert.match(said('LABEL'), /image\.version="\$\{VERSION\}"/);
    assert.match(containerfile, new RegExp(`^ARG VERSION=${packageJson.version}$`, 'm'));
  });

  it('given what is left out of it, then no command of an administrator comes to that', () => {
    const { shipped } = modulesOfProject();
    const commands = deployedCommands(packageJson).map(([, path]) => path);
    const ours = [...new Set(commands.flatMap((path) => [...reachedFrom(shipped, path).files]))];
    assert.ok(ours.length > 300, `${ours.length}`);
    assert.deepEqual(ours.filter(isLeftOut), []);
    for (const path of ['test/architecture/layers.ts', 'bot/demo/main.ts', 'data/cosell.db']) {
      assert.ok(isLeftOut(path), path);
    }
  });
});

/** Whether .dockerignore keeps a file out: the last line that fits it or a folder above it decides. */
function isLeftOut(path: string): boolean {
  const lines = textOf('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const above = path.split('/').map((_, at, words) => words.slice(0, at + 1).join('/'));
  const fits = (line: string) => above.some((one) => matchesGlob(one, line.replace(/^!/, '')));
  return lines.findLast(fits)?.startsWith('!') === false;
}
