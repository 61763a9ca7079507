import type { JsonObject } from '#bot/demo/standIn/exchange.ts';
import type { Connected } from './connected.ts';
import type { ActThere } from './stepsOfTwoSides.ts';

/** The records there that are not Microsoft's. */
export function ownThere({ core }: Connected): JsonObject[] {
  return core.state.list().filter(({ organizationId }) => organizationId !== 'msft');
}

export function recordThere(one: Connected, number: number): JsonObject | undefined {
  const own = ownThere(one);
  return own[number % Math.max(1, own.length)];
}

/** Somebody does something in the portal, as far as that lets them. */
export function actThere(one: Connected, record: number, { act, to }: ActThere): void {
  const found = recordThere(one, record);
  if (!found || found.status === 'Closed') return;
  const id = String(found.id);
  const isNew = found.status === 'New';
  switch (act) {
    case 'accept':
    case 'decline':
      if (isNew) one.core.state.decide(id, act);
      return;
    case 'won':
    case 'lost':
      if (!isNew) one.core.state.decide(id, act);
      return;
    case 'error':
    case 'expired':
      return;
    default:
      one.core.state.change(id, (deal) => changeField(deal, act, to));
  }
}

function changeField(deal: JsonObject, act: string, to: number): void {
  const details = deal.details as JsonObject;
  switch (act) {
    case 'name':
      deal.name = `there ${to}`;
      return;
    case 'crmId':
      deal.externalReferenceId = `there ${to}`;
      return;
    case 'campaignId':
      deal.campaignId = `there ${to}`;
      return;
    case 'notes':
      details.notes = `there ${to}`;
      return;
    case 'value':
      Object.assign(details, { dealValue: to, currency: 'EUR' });
      return;
    case 'closeDate':
      details.closingDateTime = `2027-06-0${to + 1}T00:00:00Z`;
      return;
    case 'stage':
      deal.salesStage = String([20, 40, 60, 80][to % 4]);
      return;
    default:
      deal.team = [
        ...(deal.team as JsonObject[]),
        { firstName: `P${to}`, lastName: 'Partner', email: `p${to}@contoso.example`, phoneNumber: '1' },
      ].filter((one, at, all) => all.findIndex((other) => other.email === one.email) === at);
  }
}
