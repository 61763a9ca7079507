// Mocha gives its workers a second to end and then sends SIGTERM. On a busy machine that is too short to write down
// what was run through; whoever listens to the signal is not ended by it.
process.on('SIGTERM', () => {});
