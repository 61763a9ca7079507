import assert from 'node:assert/strict';
import { findChromium, type Machine } from '#test/support/e2e/chromium.ts';

/** A machine with these files; packages can be installed on it only where the test says so. */
function machine(files: string[], differences: Partial<Machine> = {}): Machine {
  return {
    env: {},
    platform: 'linux',
    home: '/people/anna',
    mayInstall: false,
    exists: (path) => files.includes(path),
    glob: (pattern) => files.filter((path) => path.startsWith(pattern.replace(/chromium-.*/, ''))),
    aptGet: () => assert.fail('nothing may be installed here'),
    tell: () => {},
    ...differences,
  };
}

describe('the Chromium of the tests', () => {
  it('given CHROMIUM_PATH, that one is taken before any other', async () => {
    const env = { CHROMIUM_PATH: '/opt/mine/chrome' };
    const there = machine(['/usr/bin/chromium', '/opt/mine/chrome'], { env });
    assert.equal(await findChromium(there), '/opt/mine/chrome');
  });

  it('given CHROMIUM_PATH that leads nowhere, it says so instead of taking another', async () => {
    const env = { CHROMIUM_PATH: '/opt/gone/chrome' };
    await assert.rejects(findChromium(machine(['/usr/bin/chromium'], { env })), {
      message: 'CHROMIUM_PATH is /opt/gone/chrome, but there is no such file.',
    });
  });

  it('given Google Chrome or Edge in its usual place, on Linux or macOS, it is found', async () => {
    assert.equal(await findChromium(machine(['/usr/bin/google-chrome'])), '/usr/bin/google-chrome');
    const edge = '/people/anna/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    assert.equal(await findChromium(machine([edge], { platform: 'darwin' })), edge);
  });

  it("given only Playwright's own download, it is found, also where PLAYWRIGHT_BROWSERS_PATH puts it", async () => {
    const program = 'chromium-1200/chrome-linux64/chrome';
    const usual = `/people/anna/.cache/ms-playwright/${program}`;
    assert.equal(await findChromium(machine([usual])), usual);
    const env = { PLAYWRIGHT_BROWSERS_PATH: '/browsers' };
    assert.equal(await findChromium(machine([`/browsers/${program}`], { env })), `/browsers/${program}`);
  });

  it('given none, but packages may be installed, it is installed and found', async () => {
    const files: string[] = [];
    const calls: string[] = [];
    const aptGet = async (...words: string[]) => {
      calls.push(words.join(' '));
      if (words.includes('chromium')) files.push('/usr/bin/chromium');
    };
    assert.equal(await findChromium(machine(files, { mayInstall: true, aptGet })), '/usr/bin/chromium');
    assert.deepEqual(calls, ['update', 'install -y --no-install-recommends chromium']);
  });

  it('given none and none to be had, it fails and says what to install', async () => {
    const asked = /need Chromium.*apt-get install chromium.*CHROMIUM_PATH/;
    await assert.rejects(findChromium(machine([])), asked);
    const told: string[] = [];
    const aptGet = () => Promise.reject(new Error('no network'));
    const offline = machine([], { mayInstall: true, aptGet, tell: (line) => told.push(line) });
    await assert.rejects(findChromium(offline), asked);
    assert.deepEqual(told, ['No Chromium here: installing it with apt-get', 'no network']);
    await assert.rejects(findChromium(machine([], { platform: 'win32' })), asked);
  });
});
