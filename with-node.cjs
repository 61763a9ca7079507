// Runs a program on Node 24, whatever Node the machine has: `node with-node.cjs bot/main.ts`.
// The project brings Node as one optional package per platform. Their common command name `node` can't be relied
// on, because npm 10 takes it away again together with the packages of the other platforms.
'use strict';
const { spawn } = require('node:child_process');
const { join } = require('node:path');

const packages = ['node', 'node-bin'].map((prefix) => `${prefix}-${process.platform}-${process.arch}`);

function findNode() {
  for (const name of packages) {
    try {
      return require.resolve(`${name}/bin/node`);
    } catch {
      // Not this one: the package of another platform, or left out of the installation.
    }
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  process.stderr.write(
    `This project needs Node 24. It brings its own for Linux and macOS, but ${packages[0]} is not installed ` +
      `and this is Node ${process.versions.node}. Run npm ci without --omit=optional, or use Node 24.\n`,
  );
  process.exit(1);
}

// Node keeps there what it has compiled, so that every start but the first takes half as long. Where that can't be
// written it compiles again.
const env = { NODE_COMPILE_CACHE: join(__dirname, 'node_modules/.cache/compiled'), ...process.env };

const child = spawn(findNode(), process.argv.slice(2), { stdio: 'inherit', env });
// A terminal sends SIGINT to both; whoever manages this process sends SIGTERM to it alone.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => {
  // 128 + number is how a shell reports an end by a signal.
  process.exit(signal ? 128 + require('node:os').constants.signals[signal] : code);
});
