/**
 * Root hooks that fail a file of tests which leaves something running: a timer, a server, a socket, a process.
 * Workers of mocha are ended whatever they hold, so that nobody would see it otherwise. `patience`: how many
 * milliseconds something that was closed may take to be gone.
 */
export function leftOverHooks(patience: number): Mocha.RootHookObject {
  return {
    async beforeAll() {
      // Both hooks count a turn late, because mocha's own timer for a hook is there from then on.
      await turn();
      before = counted();
    },
    async afterAll(this: Mocha.Context) {
      this.timeout(patience + 10_000);
      const deadline = Date.now() + patience;
      await turn();
      while (leftOver().length > 0 && Date.now() < deadline) await moment();
      const left = leftOver();
      if (left.length === 0) return;
      const files = new Set(this.test?.parent?.suites.map((suite) => suite.file));
      throw new Error(`still running after ${[...files].join(', ')}: ${left.join(', ')}`);
    },
  };
}

let before = new Map<string, number>();

/** What keeps this process alive, by kind, and how often. */
function counted(): Map<string, number> {
  const kinds = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return kinds;
}

function leftOver(): string[] {
  const more = [...counted()].map(([kind, count]) => [kind, count - (before.get(kind) ?? 0)] as const);
  return more.filter(([, count]) => count > 0).map(([kind, count]) => `${count} ${kind}`);
}

// Timers of its own must not be counted: an immediate is none, and what is unref'd does not keep a process alive.
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function moment(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 20).unref();
  });
}
