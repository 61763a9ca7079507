import type { StandInCoreOptions } from '#bot/demo/standIn/core.ts';
import { type JsonObject, objectIn } from '#bot/demo/standIn/exchange.ts';
import type { Switches } from '#bot/demo/standIn/switches.ts';
import { type Asked, type AskedStandIn, askedStandIn } from '#test/support/standIn/asking.ts';

/** What a client finds out about one silent point, and what that is for each value of its switch. */
export interface SwitchCase<Value> {
  point: string;
  ask: (standIn: AskedStandIn) => Promise<unknown>;
  answers: readonly (readonly [Value, unknown])[];
  options?: Omit<StandInCoreOptions, 'switches'>;
  /** Other switches under which the point shows at all. */
  beside?: Partial<Switches>;
}

export type SwitchCases<Name extends keyof Switches> = {
  [Each in Name]: SwitchCase<Switches[Each]>;
};

export function standInUnder(
  { options, beside }: SwitchCase<unknown>,
  name: string,
  value: unknown,
): AskedStandIn {
  return askedStandIn({ ...options, switches: { ...beside, [name]: value } });
}

/** Status and code of a refusal, in either shape. */
export function refusalOf({ status, body }: Asked): unknown[] {
  const { code } = body.error === undefined ? body : objectIn(body, 'error');
  return [status, code];
}

export const rowsOf = ({ body }: Asked): JsonObject[] => (body.value ?? []) as JsonObject[];
export const namesOf = (answer: Asked): unknown[] => rowsOf(answer).map(({ name }) => name);

/** Names of all pages, by following what the stand-in itself calls the next one, whatever the address looks like. */
export async function everyPage(standIn: AskedStandIn, query: string): Promise<unknown[]> {
  let answer = await standIn.referrals('GET', query);
  const names = namesOf(answer);
  for (;;) {
    const next = answer.body['@odata.nextLink'];
    if (typeof next !== 'string') return names;
    answer = await standIn.referrals('GET', new URL(next).search);
    names.push(...namesOf(answer));
  }
}
