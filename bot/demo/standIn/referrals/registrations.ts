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
import { invalid } from '#bot/demo/standIn/wireErrors.ts';
import { type PatchStep, patchWith } from './jsonPatch.ts';

/** What a change is judged by besides the referral itself. */
export interface ChangeContext {
  switches: Switches;
  at: string;
  /** Microsoft's copy of the same engagement. */
  copy: JsonObject | undefined;
}

export type WireRegistrationStatus =
  | 'ReviewPending'
  | 'ActionRequired'
  | 'Approved'
  | 'Passed'
  | 'Failed'
  | 'Closed';

const moments: Readonly<Record<string, string>> = {
  ReviewPending: 'reviewPendingDateTime',
  ActionRequired: 'actionRequiredDateTime',
  Passed: 'passedDateTime',
  Failed: 'failedDateTime',
  Approved: 'approvedDateTime',
};

const EDITABLE =
  /^\/registrations\/\d+\/(contract\/(startDateTime|endDateTime|signDateTime|term|value)|solutionDetails\/\d+\/(value|currency|isDeployedOnAzure|primaryDeploymentOn|pricingModel|marketplaceTransactionDetails\/(isMarketplaceTransacted|marketplaceTransactionDateTime)))$/;

/** Carries the steps of a registration out on the referral itself; answers the refusal where one is not allowed. */
export function registrationChange(
  referral: JsonObject,
  steps: readonly PatchStep[],
  context: ChangeContext,
): StandInAnswer | undefined {
  // As they were before the patch: its first step puts a registration back into review.
  const open = listIn(referral, 'registrations').map((one) => mayBeEdited(one, context.switches));
  for (const step of steps) {
    const problem =
      step.path === '/registrations/-' && step.op === 'add'
        ? registered(referral, step.value, context)
        : edited(referral, step, open);
    if (problem !== undefined) return notAllowed(problem);
  }
  const touched = steps.flatMap(({ path }) => listIn(referral, 'registrations')[indexIn(path)] ?? []);
  for (const registration of touched) {
    const problem = isObject(registration) ? contentProblem(registration) : undefined;
    if (problem !== undefined) return notAllowed(problem);
    if (isObject(registration))
      setWireRegistrationStatus(referral, registration, 'ReviewPending', context.at);
  }
  return undefined;
}

const notAllowed = (problem: string) =>
  invalid(problem, { code: 'registrationNotAllowed', message: problem });

const indexIn = (path: string): number => Number(path.split('/')[2]);

function mayBeEdited(registration: unknown, { registrationEdit }: Switches): boolean {
  const status = String(objectIn({ registration }, 'registration').status);
  if (registrationEdit === 'until-final') return !['Passed', 'Failed', 'Closed'].includes(status);
  return status === 'ActionRequired';
}

function registered(referral: JsonObject, value: unknown, context: ChangeContext): string | undefined {
  const { switches, at, copy } = context;
  const registrations = listIn(referral, 'registrations');
  if (referral.substatus !== 'Won') return 'Only a referral that was won can be registered.';
  if (switches.eligibility === 'checked' && !['Accepted', 'Won'].includes(String(copy?.substatus))) {
    return 'Microsoft has not accepted this referral.';
  }
  if (registrations.length > 0 && switches.secondRegistration === 'refused') {
    return 'The referral is registered already.';
  }
  if (!isObject(value) || value.type !== 'AzureIPCoSell') return 'The type of the registration is not valid.';
  const sent = jsonCopy(value);
  const problem = contentProblem(sent);
  if (problem !== undefined) return problem;
  const id = `reg-${String(registrations.length + 1).padStart(4, '0')}`;
  const registration = { ...sent, id, registrationDateTime: at, statusHistory: {} };
  setWireRegistrationStatus(referral, registration, switches.registrationStart, at);
  referral.registrations = [...registrations, registration];
  return undefined;
}

function edited(referral: JsonObject, step: PatchStep, open: readonly boolean[]): string | undefined {
  if (!EDITABLE.test(step.path)) return `The path '${step.path}' cannot be changed.`;
  const isOpen = open[indexIn(step.path)];
  if (isOpen === undefined) return `The path '${step.path}' does not exist.`;
  if (!isOpen) return 'The registration can be changed only while action is required.';
  return patchWith(referral, step);
}

/** Writes the state of a registration, its moment and the referral's own summary of it. */
export function setWireRegistrationStatus(
  referral: JsonObject,
  registration: JsonObject,
  status: WireRegistrationStatus,
  at: string,
): void {
  registration.status = status;
  const moment = moments[status];
  registration.statusHistory = {
    ...objectIn(registration, 'statusHistory'),
    ...(moment !== undefined && { [moment]: at }),
  };
  referral.registrationStatus = status;
}

function contentProblem(registration: JsonObject): string | undefined {
  const { currency, value, term, startDateTime, endDateTime, signDateTime } = objectIn(
    registration,
    'contract',
  );
  if (typeof value !== 'number' || value < 0) return "'contract/value' is not valid.";
  if (typeof currency !== 'string') return "'contract/currency' is missing.";
  if (term !== 'Perpetual' && term !== 'Finite') return "'contract/term' is not valid.";
  const [start, end] = [ticksOf(startDateTime), ticksOf(endDateTime)];
  if (start === undefined || ticksOf(signDateTime) === undefined) return 'A date of the contract is missing.';
  if (term === 'Finite' && (end === undefined || end < start)) return "'contract/endDateTime' is not valid.";
  const solutions = listIn(registration, 'solutionDetails');
  const fine = solutions.every(
    (one) =>
      isObject(one) && typeof one.id === 'string' && typeof one.value === 'number' && one.value <= value,
  );
  return solutions.length > 0 && fine ? undefined : "'solutionDetails' is not valid.";
}
