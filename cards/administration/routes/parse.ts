import { formVersionOf, readInputs } from '#cards/form/inputs.ts';
import { ANY_LOCATION } from './describe.ts';
import type { RouteForm } from './view.ts';

export interface ParsedRoute {
  form: RouteForm;
  channel: string;
  location?: string | undefined;
  /** A solution's name or id, as it was typed. */
  solution?: string | undefined;
  ok: boolean;
}

const MOST_SOLUTION = 250;

/** Reads the form of a route as it was sent by a client; never throws. The form is the next one, with problems. */
export function parseRoute(sent: unknown): ParsedRoute {
  const { typed, problems } = readInputs(sent, ['channel', 'location', 'solution'] as const);
  const { channel = '', location = '', solution = '' } = typed;
  if (channel === '') problems.channel ??= { code: 'channel-missing' };
  if (solution.length > MOST_SOLUTION) {
    problems.solution = { code: 'name-too-long', values: { length: solution.length, max: MOST_SOLUTION } };
  }
  return {
    form: { formVersion: formVersionOf(sent) + 1, typed, problems },
    channel,
    location: location === '' || location === ANY_LOCATION ? undefined : location,
    solution: solution || undefined,
    ok: Object.keys(problems).length === 0,
  };
}
