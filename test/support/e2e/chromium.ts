import { execFile } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

/** What is asked about the machine. */
export interface Machine {
  env: Readonly<Record<string, string | undefined>>;
  platform: string;
  home: string;
  /** Whether packages may be installed: root on Debian or one of its kin. */
  mayInstall: boolean;
  exists: (path: string) => boolean;
  glob: (pattern: string) => string[];
  /** `apt-get` with these arguments; throws where it fails. */
  aptGet: (...words: string[]) => Promise<void>;
  tell: (line: string) => void;
}

const usual: Readonly<Record<string, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/bin/microsoft-edge-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
    ['', '~'].map((root) => `${root}/Applications/${name}.app/Contents/MacOS/${name}`),
  ),
};

// Where `npx playwright install chromium` puts it, whatever its revision.
const downloads: Readonly<Record<string, { folder: string; program: string }>> = {
  linux: { folder: '.cache/ms-playwright', program: 'chromium-*/chrome-linux*/chrome' },
  darwin: {
    folder: 'Library/Caches/ms-playwright',
    program: 'chromium-*/chrome-mac*/*.app/Contents/MacOS/*',
  },
};

/** Path of the Chromium on this machine; installs one where it may, else throws what is to be done. */
export async function findChromium(machine: Machine = thisMachine()): Promise<string> {
  const found = look(machine);
  if (found) return found;
  if (machine.mayInstall) {
    machine.tell('No Chromium here: installing it with apt-get');
    try {
      await machine.aptGet('update');
      await machine.aptGet('install', '-y', '--no-install-recommends', 'chromium');
    } catch (error) {
      machine.tell((error as Error).message);
    }
  }
  const installed = look(machine);
  if (installed) return installed;
  throw new Error(
    'The browser tests need Chromium, and there is none in the usual places. Install it (Debian: apt-get install ' +
      'chromium; macOS: brew install --cask chromium; anywhere: npx playwright install chromium), or name the ' +
      'program of a Chromium, Google Chrome or Microsoft Edge in CHROMIUM_PATH.',
  );
}

function look({ env, platform, home, exists, glob }: Machine): string | undefined {
  const named = env.CHROMIUM_PATH;
  if (named) {
    if (exists(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, but there is no such file.`);
  }
  const place = usual[platform]?.map((path) => path.replace(/^~/, home)).find(exists);
  const download = downloads[platform];
  if (place || !download) return place;
  return glob(join(env.PLAYWRIGHT_BROWSERS_PATH || join(home, download.folder), download.program)).at(-1);
}

/** Where a Chromium that is running already can be spoken with; a lane of several files starts one for all of them. */
const SHARED = 'SHARED_CHROMIUM';

/** A Chromium without a window, one's own or the lane's; closing it ends the lane's no more than one's own windows in it. */
export async function openChromium(): Promise<Browser> {
  const shared = process.env[SHARED];
  return shared ? chromium.connect(shared) : chromium.launch(await howToStart());
}

/** Starts the Chromium that all files of a lane share, each with windows of its own; answers what ends it. */
export async function shareChromium(): Promise<() => Promise<void>> {
  const server = await chromium.launchServer({ ...(await howToStart()), host: '127.0.0.1' });
  process.env[SHARED] = server.wsEndpoint();
  return () => server.close();
}

/** Nothing in it speaks with the world outside this machine. */
async function howToStart() {
  return {
    executablePath: await findChromium(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${without.join()}`,
    ],
  };
}

// Of several lists Chromium takes the last, so that Playwright's own stand here again.
const without = [
  // Each window would load pages for an address bar that nobody sees, which takes as long as a third of the Playground.
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup', 'PreloadTopChromeWebUI'],
  ...['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'PaintHolding', 'ThirdPartyStoragePartitioning'],
  ...['DestroyProfileOnBrowserClose', 'AvoidUnnecessaryBeforeUnloadCheckSync', 'LensOverlay', 'AimEnabled'],
  ...['MediaRouter', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'PreconnectToSearch'],
];

function thisMachine(): Machine {
  return {
    env: process.env,
    platform: process.platform,
    home: homedir(),
    mayInstall: process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
    exists: existsSync,
    glob: (pattern) => globSync(pattern),
    aptGet: async (...words) => {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      await promisify(execFile)('apt-get', ['-qq', ...words], { env });
    },
    tell: (line) => process.stderr.write(`${line}\n`),
  };
}
