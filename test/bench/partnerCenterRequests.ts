import { startConnected } from '#test/support/sync/connected.ts';
import { connect } from '#test/support/sync/connections.ts';
import { lyingThere, startStandInApp } from '#test/support/sync/standInApp.ts';
import type { Recorder } from './frame/figure.ts';

const STEP = 5_000;
const HOUR = 3_600_000;
/** Monday at ten and Tuesday at two in the night, where the organization is. */
const WORK = '2026-11-16T09:00:00.000Z';
const NIGHT = '2026-11-17T01:00:00.000Z';
const DEALS = 200;

/** What Partner Center is asked, by a clock that is set and not waited for. Renewing a token is not counted. */
export async function countRequests(record: Recorder): Promise<void> {
  for (const [what, now] of [
    ['work', WORK],
    ['night', NIGHT],
  ] as const) {
    record.figure(`a quiet hour of ${what}, a look every 30 s`, await quietHour(now), 'requests');
  }
  await written(record);
}

/** The first hour after the import of deals that are all at work. */
async function quietHour(now: string): Promise<number> {
  const world = startStandInApp({ pageSize: 100 }, { now });
  const { app, there } = world;
  for (let number = 1; number <= DEALS; number++) {
    const at = new Date(Date.parse(now) - number * HOUR).toISOString();
    const moments = { createdDateTime: at, updatedDateTime: at };
    lyingThere(world, number, { ...moments, status: 'Active', substatus: 'Accepted' });
  }
  try {
    await connect(app);
    await app.settled();
    const before = there.requests.length;
    for (let passed = 0; passed < HOUR; passed += STEP) {
      app.clock.advance(STEP);
      await app.settled();
    }
    return there.requests.length - before;
  } finally {
    await world.close();
  }
}

async function written(record: Recorder): Promise<void> {
  const one = startConnected();
  try {
    await one.arrives();
    const asked = async (step: () => Promise<void>) => {
      one.asked();
      await step();
      await one.app.settled();
      return one.asked().length;
    };
    record.figure('an accept', await asked(() => one.accept()), 'requests');
    await one.polled();
    await one.app.settled();
    const renamed = { name: { from: 'Our name', to: 'Renamed' } };
    record.figure('an edit', await asked(() => one.edit(renamed)), 'requests');
    const microsoftInvitedAt = one.app.clock.instant;
    const help = { assistance: 'GeneralOrOther', microsoftInvitedAt, consent: true } as const;
    record.figure('a co-sell deal', await asked(() => one.create(help)), 'requests');
  } finally {
    await one.app.close();
  }
}
