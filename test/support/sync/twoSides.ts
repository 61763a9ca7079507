import { setImmediate } from 'node:timers/promises';
import { type SyncRules, usualRules } from '#app/sync/sending/syncRules.ts';
import type { JsonObject } from '#bot/demo/standIn/exchange.ts';
import type { Switches } from '#bot/demo/standIn/switches.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { PartnerCenterApi } from '#ports/partnerCenterApi.ts';
import { actHere, createHere } from './actingHere.ts';
import { actThere, ownThere, recordThere } from './actingThere.ts';
import { type Bomb, bombWith } from './bomb.ts';
import { type Connected, startConnected } from './connected.ts';
import { decideHere } from './settling.ts';
import { type Deal, type TwoSidesStep, texts } from './stepsOfTwoSides.ts';

/** What a client does wrong. */
export interface Plant {
  api?: (api: PartnerCenterApi) => PartnerCenterApi;
  rules?: Partial<SyncRules>;
}

export interface TwoSides {
  one: Connected;
  bomb: Bomb;
  step(step: TwoSidesStep): Promise<void>;
  /** Nothing goes wrong any more and everything is read in the end. */
  quiet(): Promise<void>;
  close(): Promise<void>;
  /** What was overwritten there although nobody here had seen it. */
  overwritten: readonly string[];
  /** Fields whose last word is neither what was typed last here nor what somebody wrote there. */
  lost(): Promise<readonly string[]>;
}

/** A person who is told that it was not saved presses again: pauses take no time here, and work outruns a press. */
async function untilThrough(act: () => Promise<void>, presses = 20): Promise<void> {
  for (let left = presses; left > 0; left -= 1) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof UnavailableError && error.code === 'contention' && left > 1)) throw error;
      await setImmediate();
    }
  }
}

export function startTwoSides(switches: Partial<Switches>, plant: Plant = {}): TwoSides {
  const bomb = bombWith(() => one.app.clock.advance(61_000));
  const one = startConnected({
    core: { switches },
    app: { wrap: bomb.store },
    step: bomb.step,
    ...(plant.api && { plant: plant.api }),
  });
  const microsoftListed = switches.msftCopies !== 'never';
  one.app.deps.syncRules = { ...usualRules, microsoftListed, ...plant.rules };
  const bag: JsonObject[] = [];
  const typed = new Map<string, string | undefined>();
  const textsOf = async (id: Deal): Promise<Partial<Record<(typeof texts)[number], string | undefined>>> =>
    (await one.app.store.read<'referral'>('contoso', `referral:${id}`))?.body.referral ?? {};
  const overwritten: string[] = [];
  let meddling: (TwoSidesStep & { do: 'meddle' }) | undefined;
  const seen = new Set<unknown>();
  const blind = new WeakSet<object>();
  one.way.there = (request) => {
    if (request.method !== 'PATCH') return undefined;
    if (meddling) actThere(one, meddling.record, meddling);
    meddling = undefined;
    const { eTag } = one.core.state.get(String(request.url.split('/').at(-1))) ?? {};
    if (!seen.has(eTag)) blind.add(request);
    return undefined;
  };
  one.way.back = ({ status, body }, request) => {
    if (status < 300 && blind.has(request)) overwritten.push(request.url);
    for (const [, eTag] of String(body).matchAll(/"eTag":("(?:[^"\\]|\\.)*")/g))
      seen.add(JSON.parse(String(eTag)));
  };
  async function delivered(wire: JsonObject): Promise<void> {
    seen.add(wire.eTag);
    await one.app.receive(wire);
  }

  const world: TwoSides = {
    one,
    bomb,
    overwritten,
    async step(step) {
      switch (step.do) {
        case 'create':
          return createHere(one, step.deal, step.help);
        case 'here': {
          const before = await textsOf(step.deal);
          await untilThrough(() => actHere(one, step.deal, step));
          const after = await textsOf(step.deal);
          for (const field of texts.filter((one) => after[one] !== before[one])) {
            typed.set(`${step.deal} ${field}`, after[field]);
          }
          return;
        }
        case 'there':
          return actThere(one, step.record, step);
        case 'meddle':
          meddling = step;
          return;
        case 'work':
          if (step.kill) bomb.light(step.kill.steps, step.kill.when);
          await one.app.settled();
          await bomb.defused();
          return one.app.settled();
        case 'fault':
          if (step.how === 'throttled') one.core.faults.throttle(1, 2);
          else {
            const how = step.how === 'away' ? { status: 503 } : step.how;
            one.core.faults.failNext({ how, ...(step.method && { method: step.method }) });
          }
          return;
        case 'read': {
          const found = recordThere(one, step.record);
          if (found) bag.push(found);
          return;
        }
        case 'deliver': {
          const [wire] = bag.splice(step.which % Math.max(1, bag.length), 1);
          if (wire) await delivered(wire);
          if (wire && step.again) bag.push(wire);
          return;
        }
        case 'lose':
          bag.splice(step.which % Math.max(1, bag.length), 1);
          return;
        case 'wait':
          one.app.clock.advance(step.minutes * 60_000);
          return;
        case 'settle':
          return decideHere(one, { type: 'sync.settle', field: step.field, keep: step.keep }, step.deal);
        case 'retry':
          return decideHere(one, { type: 'sync.retry' }, step.deal);
      }
    },
    async quiet() {
      one.core.faults.clear();
      meddling = undefined;
      await bomb.defused();
      for (let rounds = 0; rounds < 25; rounds++) {
        await one.app.settled();
        for (const wire of [...bag.splice(0), ...ownThere(one)]) await delivered(wire);
        await one.app.settled();
        one.app.clock.advance(120_000);
      }
    },
    async lost() {
      const found: string[] = [];
      for (const [key, last] of typed) {
        const [deal = '', field = 'name'] = key.split(' ');
        const here = await one.here(deal);
        const now = here[field as 'name'];
        // What ended there has its last word in all that was still open.
        const over = one.core.state.get(here.partnerCenterId ?? here.id)?.status === 'Closed';
        if (!over && now !== last && !now?.startsWith('there ')) found.push(`${key}: ${last} became ${now}`);
      }
      return found;
    },
    close: () => one.app.close(),
  };
  return world;
}
