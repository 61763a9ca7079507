import { shareChromium } from '#test/support/e2e/chromium.ts';

let end: (() => Promise<void>) | undefined;

/** Starts one browser before all files of a lane, because a browser takes longer to start than a window to open. */
export async function mochaGlobalSetup(): Promise<void> {
  end = await shareChromium();
}

export async function mochaGlobalTeardown(): Promise<void> {
  await end?.();
}
