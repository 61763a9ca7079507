/** To be called in a suite whose tests go on where the one before ended: after one that failed, the others are skipped. */
export function oneStory(): void {
  let broken = false;
  beforeEach(function () {
    // Each of them would wait in vain for what the failed one has not done.
    if (broken) this.skip();
  });
  afterEach(function () {
    broken ||= this.currentTest?.state === 'failed';
  });
}
