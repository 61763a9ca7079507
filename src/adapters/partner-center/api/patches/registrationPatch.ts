import { isNumber, isWireObject } from '#adapters/partner-center/api/wireBody.ts';
import { wireInstant } from '#adapters/partner-center/wireInstant.ts';
import { wireRegistration } from '#adapters/partner-center/wireRegistration.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { WireObject } from '#ports/partnerCenter.ts';
import { append, type Patching, put, valueAt, type WirePath } from './jsonPatch.ts';

/** What of a registration may be changed once it is there (section 8). */
const editable: readonly WirePath[] = [
  ...['startDateTime', 'endDateTime', 'signDateTime', 'term', 'value'].map((name) => ['contract', name]),
  ...['value', 'currency', 'isDeployedOnAzure', 'primaryDeploymentOn', 'pricingModel'].map((name) => [
    'solutionDetails',
    0,
    name,
  ]),
  ...['isMarketplaceTransacted', 'marketplaceTransactionDateTime'].map((name) => [
    ...['solutionDetails', 0, 'marketplaceTransactionDetails', name],
  ]),
];

/**
 * The operations that hand in what was registered here (CR-47): as a new registration where there is none, else by what
 * differs, which is what a registration that was handed back may be changed in (CR-48).
 */
export function registrationOperations(patching: Patching, referral: Referral): WireObject[] {
  const form = wireRegistration(referral, undefined)?.registrations[0];
  if (!form) return [];
  const there = valueAt(patching.wire, ['registrations']);
  if (!Array.isArray(there) || there.length === 0) return append(patching, ['registrations'], handedIn(form));
  const at = there.length - 1;
  return editable.flatMap((path) => {
    const value = valueAt(form, path);
    const whole = ['registrations', at, ...path];
    return saysTheSame(valueAt(patching.wire, whole), value) ? [] : put(patching, whole, value);
  });
}

/** Without what the service writes, and without the name of the solution, which goes by its id. */
function handedIn({ type, contract, solutionDetails }: WireObject): WireObject {
  const details = Array.isArray(solutionDetails) ? solutionDetails.filter(isWireObject) : [];
  return { type, contract, solutionDetails: details.map(({ name: _, ...rest }) => rest) };
}

function saysTheSame(there: unknown, value: unknown): boolean {
  if (typeof value === 'number') return isNumber(there, value);
  if (typeof value !== 'string' || typeof there !== 'string') return (there ?? null) === value;
  const moments = [wireInstant(there), wireInstant(value)];
  return there === value || (moments[0] !== undefined && moments[0] === moments[1]);
}
