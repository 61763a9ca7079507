import type { JsonObject } from '#bot/demo/standIn/exchange.ts';
import type { Switches } from '#bot/demo/standIn/switches.ts';

const substatuses: Readonly<Record<string, readonly string[]>> = {
  None: ['None'],
  New: ['Pending', 'Received'],
  Active: ['Accepted'],
  Closed: ['Won', 'Lost', 'Declined', 'Expired', 'Error'],
};

const next: Readonly<Record<string, readonly string[]>> = {
  None: ['None', 'New', 'Active', 'Closed'],
  New: ['New', 'Active', 'Closed'],
  Active: ['Active', 'Closed'],
  Closed: ['Closed'],
};

/** What the rules exclude beside the table of statuses. */
const againstRules: Readonly<Record<string, readonly string[]>> = {
  New: ['Won', 'Lost'],
  Active: ['Declined', 'Expired'],
};

/** Why a referral cannot go from one state to the other, or undefined. */
export function transitionProblem(
  from: JsonObject,
  to: JsonObject,
  { transitions }: Switches,
): { message: string; allowed: string } | undefined {
  const [before, after, substatus] = [from.status, to.status, to.substatus].map(String) as [
    string,
    string,
    string,
  ];
  if (before === after && from.substatus === to.substatus) return undefined;
  const allowed = substatuses[after];
  if (!allowed?.includes(substatus)) {
    const names = allowed?.join(', ') ?? 'none';
    return {
      message: `Substatus '${substatus}' is not allowed for status '${after}'.`,
      allowed: `Allowed substatus for ${after}: ${names}`,
    };
  }
  const excluded = transitions === 'rules' && againstRules[before]?.includes(substatus);
  if (!next[before]?.includes(after) || excluded || (before === 'Closed' && from.substatus !== substatus)) {
    return {
      message: `Status '${before}' cannot change to '${after}' with substatus '${substatus}'.`,
      allowed: `Allowed status after ${before}: ${next[before]?.join(', ') ?? 'none'}`,
    };
  }
  return undefined;
}

/** The moments that the service writes down when a referral comes into a state. */
export function stampStatus(from: JsonObject, to: JsonObject, at: string): void {
  if (from.status !== 'Active' && to.status === 'Active') {
    to.acceptedDateTime = at;
    to.expirationDateTime = null;
  }
  if (from.status !== 'Closed' && to.status === 'Closed') to.closedDateTime = at;
}
