import {
  isObject,
  type JsonObject,
  jsonCopy,
  listIn,
  objectIn,
  type StandInAnswer,
} from '#bot/demo/standIn/exchange.ts';
import { ticksOf } from '#bot/demo/standIn/stamps.ts';
import type { Switches } from '#bot/demo/standIn/switches.ts';
import { invalid, refusal } from '#bot/demo/standIn/wireErrors.ts';
import { isEditable } from './editablePaths.ts';
import { type PatchStep, patchWith } from './jsonPatch.ts';
import { type ChangeContext, registrationChange } from './registrations.ts';
import { answeredStage, stageProblem } from './salesStages.ts';
import { referralShape } from './shape.ts';
import { completed, misshapen } from './shaping.ts';
import { stampStatus, transitionProblem } from './statusMachine.ts';

/** The referral after all the steps, or the refusal of all of them. */
export function changed(
  before: JsonObject,
  steps: readonly PatchStep[],
  context: ChangeContext,
): { referral: JsonObject } | { refused: StandInAnswer } {
  const { switches, at } = context;
  const ofRegistration = steps.filter(({ path }) => /^\/registrations(\/|$)/.test(path));
  const others = steps.filter((step) => !ofRegistration.includes(step));
  const refusedPath = pathRefusal(before, others, switches);
  if (refusedPath) return { refused: refusedPath };
  const after = jsonCopy(before);
  for (const step of others) {
    const problem = patchWith(after, jsonCopy(step)) ?? valueProblem(after, step, switches);
    if (problem !== undefined) return { refused: invalid(problem) };
  }
  const wrong = misshapen(after, referralShape);
  if (wrong !== undefined) return { refused: invalid(`The value of '${wrong}' is not valid.`) };
  const transition = transitionProblem(before, after, switches);
  if (transition) {
    return {
      refused: invalid(transition.message, { code: 'invalidTransition', message: transition.allowed }),
    };
  }
  stampStatus(before, after, at);
  const registered = registrationChange(after, ofRegistration, context);
  if (registered) return { refused: registered };
  return { referral: completed(after, referralShape) as JsonObject };
}

function pathRefusal(
  before: JsonObject,
  steps: readonly PatchStep[],
  switches: Switches,
): StandInAnswer | undefined {
  const open = (path: string) =>
    before.status !== 'Closed' || (path === '/favorite' && switches.closedFavorite === 'allowed');
  const late = steps.find(({ path }) => !open(path));
  if (late) {
    const { closedPatch } = switches;
    const code = { 400: 'invalidRequest', 409: 'resourceModified', 403: 'accessDenied' }[closedPatch];
    return refusal(closedPatch, code, 'A closed referral cannot be changed.', {
      code: 'referralClosed',
      message: `The path '${late.path}' cannot be changed any more.`,
    });
  }
  const wrong = steps.find(({ path }) => !isEditable(path, switches));
  if (!wrong) return undefined;
  return invalid(`The path '${wrong.path}' cannot be changed.`, {
    code: 'pathNotSupported',
    message: `'${wrong.path}' is not among the paths that can be patched.`,
  });
}

/** Also writes the value in the form in which the service keeps it. */
function valueProblem(after: JsonObject, { path, value }: PatchStep, switches: Switches): string | undefined {
  if (path === '/salesStage') {
    after.salesStage = answeredStage(value, switches);
    return stageProblem(value, switches);
  }
  if (path.startsWith('/details')) return detailsProblem(after);
  if (path.startsWith('/team')) return membersProblem(after);
  if (
    (path === '/name' || path.startsWith('/status') || path.startsWith('/substatus')) &&
    path !== '/statusReason'
  ) {
    return typeof value === 'string' && value !== '' ? undefined : `The value of '${path}' has to be a text.`;
  }
  return path === '/favorite' && typeof value !== 'boolean'
    ? `The value of '${path}' is no flag.`
    : undefined;
}

/** Why the details are not valid; a value that came as a text becomes a number, as answers have it. */
export function detailsProblem(referral: JsonObject): string | undefined {
  const details = objectIn(referral, 'details');
  const { dealValue, closingDateTime, currency } = details;
  if (dealValue !== null && dealValue !== undefined) {
    const amount = typeof dealValue === 'string' && dealValue.trim() !== '' ? Number(dealValue) : dealValue;
    if (typeof amount !== 'number' || !Number.isFinite(amount) || amount < 0) {
      return "The value of '/details/dealValue' is not valid.";
    }
    details.dealValue = amount;
  }
  if (typeof currency === 'string' && !/^[A-Z]{3}$/.test(currency))
    return "'/details/currency' is not valid.";
  if (closingDateTime === null || closingDateTime === undefined) return undefined;
  return ticksOf(closingDateTime) === undefined ? "'/details/closingDateTime' is not valid." : undefined;
}

function membersProblem(referral: JsonObject): string | undefined {
  const team = listIn(referral, 'team');
  if (team.length === 0) return "'/team' needs at least one member.";
  const fine = team.every((member) => isObject(member) && typeof member.email === 'string');
  return fine ? undefined : "Each member of '/team' needs an email.";
}
