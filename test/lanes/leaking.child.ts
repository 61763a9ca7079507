// A file of tests that leaves a timer running; run by a test of the root hook.
describe('A file that leaks', () => {
  it('passes, and leaves a timer', () => {
    setInterval(() => {}, 60_000);
  });
});
