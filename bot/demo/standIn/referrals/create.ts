import {
  isObject,
  type JsonObject,
  listIn,
  objectIn,
  parsedJson,
  type StandInAnswer,
} from '#bot/demo/standIn/exchange.ts';
import type { Switches } from '#bot/demo/standIn/switches.ts';
import { invalid } from '#bot/demo/standIn/wireErrors.ts';
import { detailsProblem } from './change.ts';
import { referralShape } from './shape.ts';
import { misshapen, shaped } from './shaping.ts';

/** What was asked for, in the names of the contract, or its refusal. */
export function readCreation(
  body: string,
  switches: Switches,
): { fields: JsonObject } | { refused: StandInAnswer } {
  const sent = parsedJson(body);
  if (!isObject(sent)) return { refused: invalid('The body is not valid JSON.') };
  const unknown: string[] = [];
  const fields = shaped(sent, referralShape, unknown) as JsonObject;
  if (unknown.length > 0 && switches.unknownProperties === 'refused') {
    return { refused: invalid(`The property '${unknown[0]}' is not known.`) };
  }
  const wrong = misshapen(fields, referralShape);
  if (wrong !== undefined) return { refused: invalid(`The value of '${wrong}' is not valid.`) };
  const missing = missingField(fields, switches);
  if (missing !== undefined) {
    const message = `'${missing}' is required.`;
    return { refused: invalid(message, { code: 'missingProperty', message }) };
  }
  const problem = kindProblem(fields) ?? detailsProblem(fields);
  return problem === undefined ? { fields } : { refused: invalid(problem) };
}

/** Engagements that exist already are joined; msft among the targets invites Microsoft. */
export function targetLocations(fields: JsonObject): string[] {
  return listIn(fields, 'target').flatMap((one) =>
    isObject(one) && one.type === 'BusinessProfileLocation' ? [String(one.id)] : [],
  );
}

function missingField(fields: JsonObject, switches: Switches): string | undefined {
  for (const name of ['type', 'customerProfile', 'consent', 'details']) {
    if (fields[name] === undefined || fields[name] === null) return `/${name}`;
  }
  const customer = objectIn(fields, 'customerProfile');
  const required = {
    bulk: ['addressLine1', 'city', 'country'],
    country: ['country'],
    full: ['addressLine1', 'city', 'state', 'postalCode', 'country'],
  }[switches.addressRequired];
  const address = objectIn(customer, 'address');
  const part = required.find((name) => typeof address[name] !== 'string' || address[name] === '');
  if (typeof customer.name !== 'string' || customer.name === '') return '/customerProfile/name';
  if (part !== undefined) return `/customerProfile/address/${part}`;
  const needsContact =
    switches.contactRequired === 'always' ||
    (switches.contactRequired === 'co-sell' &&
      (fields.type === 'Shared' || targetLocations(fields).length > 0));
  if (needsContact && listIn(customer, 'team').length === 0) return '/customerProfile/team';
  const location = fields.mpnId ?? objectIn(fields, 'inviteContext').invitedMpnId;
  return switches.locationWhenNone === 'refused' && !location ? '/mpnId' : undefined;
}

function kindProblem({ type, qualification }: JsonObject): string | undefined {
  if (type !== 'Shared' && type !== 'Independent') return `Type '${type}' is not valid.`;
  const known = ['None', 'Direct', 'MarketingQualified', 'SalesQualified', undefined, null];
  return known.includes(qualification as string)
    ? undefined
    : `Qualification '${qualification}' is not valid.`;
}
