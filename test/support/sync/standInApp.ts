import { createStandInCore, type StandInCore, type StandInCoreOptions } from '#bot/demo/standIn/core.ts';
import type { JsonObject } from '#bot/demo/standIn/exchange.ts';
import { type App, type AppOptions, startApp } from '#test/support/app/runningApp.ts';
import { sentByMicrosoft } from '#test/support/standIn/bodies.ts';
import { apiOf } from '#test/support/standIn/inProcess.ts';

/** The application and a stand-in for Partner Center with the real client between them, on one clock. */
export interface StandInApp {
  app: App;
  there: StandInCore;
  close(): Promise<void>;
}

const PAGE = 20;

export function startStandInApp(options: StandInCoreOptions = {}, appOptions: AppOptions = {}): StandInApp {
  let now = () => new Date(0);
  const there = createStandInCore({ now: () => now(), pageSize: PAGE, ...options });
  const app = startApp({
    partnerCenter: apiOf(there, { pageSize: PAGE, clock: { now: () => now() } }),
    partnerCenterId: there.organization.id,
    ...appOptions,
  });
  now = () => app.clock.now();
  return {
    app,
    there,
    async close() {
      there.stop();
      await app.close();
    },
  };
}

/** An undecided referral of Microsoft's that lies there since some minutes. */
export function lyingThere({ app, there }: StandInApp, number: number, changes: JsonObject = {}): string {
  const created = new Date(app.clock.now().getTime() - (100_000 - number) * 1_000).toISOString();
  const moments = { createdDateTime: created, updatedDateTime: created };
  return String(there.state.put(sentByMicrosoft({ name: `Deal ${number}`, ...moments, ...changes })).id);
}
