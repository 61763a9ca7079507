import type { StandInCore } from '#bot/demo/standIn/core.ts';
import {
  type JsonObject,
  objectIn,
  type StandInAnswer,
  type StandInRequest,
} from '#bot/demo/standIn/exchange.ts';
import type { PortalDecision } from '#bot/demo/standIn/referrals/referralsState.ts';
import type { WireRegistrationStatus } from '#bot/demo/standIn/referrals/registrations.ts';
import { answeredStage } from '#bot/demo/standIn/referrals/salesStages.ts';
import { seeOther, sorry } from './layout.ts';
import { referralDetailPage } from './referralDetail.ts';
import { referralListPage } from './referralList.ts';
import { signInPage } from './signInPage.ts';

const DECISIONS: readonly string[] = ['accept', 'decline', 'won', 'lost', 'error'];

/** The page for people: what arrived here, and what somebody would do in the portal. */
export function answerPage(core: StandInCore, request: StandInRequest, origin: string): StandInAnswer {
  if (!URL.canParse(request.url, origin)) return sorry(400, 'Not found', 'That is no address.');
  const { pathname } = new URL(request.url, origin);
  const [, id, action] = /^\/referrals\/([^/]+)(?:\/(decide|edit|registration))?$/.exec(pathname) ?? [];
  if (!isOwnHost(request, origin)) return sorry(421, 'Wrong address', 'This page has another address.');
  if (request.method === 'GET') {
    if (pathname === '/') return referralListPage(core);
    if (pathname === '/device') return signInPage(core);
    if (id !== undefined && action === undefined) return referralDetailPage(core, id);
    return sorry(404, 'Not found', 'There is no such page.');
  }
  if (request.method !== 'POST') return sorry(405, 'Not possible', 'This page takes GET and POST.');
  if (request.headers.origin !== `http://${request.headers.host}`) {
    return sorry(403, 'Not from here', 'Forms are taken from this page alone.');
  }
  const form = new URLSearchParams(request.body);
  if (pathname === '/device') return signedIn(core, form);
  if (pathname === '/referrals') return sent(core, form);
  if (id === undefined || !core.state.get(id)) return sorry(404, 'Not found', 'There is no such referral.');
  return acted(core, id, action, form);
}

/** A name that somebody else points at this machine is not this page. */
function isOwnHost({ headers }: StandInRequest, origin: string): boolean {
  const { host, port } = new URL(origin);
  return headers.host === host || headers.host === `localhost:${port}`;
}

function signedIn(core: StandInCore, form: URLSearchParams): StandInAnswer {
  const code = String(form.get('code') ?? '')
    .trim()
    .toUpperCase();
  const account = core.signIn.accounts.find(({ username }) => username === form.get('account'));
  if (!core.signIn.waiting().some(({ userCode }) => userCode === code)) {
    return signInPage(core, 'That code is not known, or it has expired. Start again in the command line.');
  }
  if (form.get('decision') === 'deny') {
    core.signIn.deny(code);
    return signInPage(core, undefined, 'The sign-in is cancelled.');
  }
  core.signIn.approve(code, account);
  return signInPage(core, undefined, 'You are signed in.');
}

function sent({ state }: StandInCore, form: URLSearchParams): StandInAnswer {
  const amount = amountIn(form.get('value'));
  if (amount === undefined) return sorry(400, 'Not sent', 'The value has to be a number.');
  const { id } = state.put({
    name: form.get('name') ?? 'Referral',
    customerProfile: {
      name: form.get('customer') ?? 'Customer',
      address: {
        addressLine1: '3 Bean Street',
        city: 'Boise',
        state: 'ID',
        postalCode: '83702',
        country: 'US',
      },
      team: [
        { firstName: 'Lee', lastName: 'Moss', email: 'lee.moss@coffee.example', phoneNumber: '2085550117' },
      ],
    },
    consent: { consentToToShareInfoWithOthers: true, consentToContact: true },
    details: {
      notes: 'Created on the page of the stand-in.',
      dealValue: amount,
      currency: form.get('currency') ?? 'USD',
      requirements: { solutions: [{ id: 'SOL-15974-MQF', name: 'Contoso Analytics' }] },
    },
  });
  return seeOther(`/referrals/${id}`);
}

function acted(
  core: StandInCore,
  id: string,
  action: string | undefined,
  form: URLSearchParams,
): StandInAnswer {
  const own = String(core.state.get(id)?.engagementId);
  const { state, organization } = core;
  const reason = form.get('reason') || undefined;
  if (action === 'decide') {
    const decision = form.get('decision') ?? '';
    if (!DECISIONS.includes(decision)) return sorry(400, 'Not done', 'That cannot be decided.');
    if (state.get(id)?.status === 'Closed') return sorry(409, 'Not done', 'It is closed already.');
    state.decide(id, decision as PortalDecision, reason);
  } else if (action === 'registration') {
    state.decideRegistration(id, form.get('status') as WireRegistrationStatus, reason);
  } else {
    const problem = edited(core, id, form);
    if (problem !== undefined) return sorry(400, 'Not saved', problem);
  }
  // Who decided as Microsoft goes back to the referral of the organization.
  const shown = state
    .list()
    .find(({ engagementId, organizationId }) => engagementId === own && organizationId === organization.id);
  return seeOther(`/referrals/${shown?.id ?? id}`);
}

function edited({ state, switches }: StandInCore, id: string, form: URLSearchParams): string | undefined {
  const [value, day, stage] = [form.get('value') ?? '', form.get('day') ?? '', form.get('stage') ?? ''];
  const amount = value.trim() === '' ? null : amountIn(value);
  if (amount === undefined) return 'The value has to be a number.';
  if (day !== '' && !/^\d{4}-\d\d-\d\d$/.test(day)) return 'The close date has to be a day.';
  if (state.get(id)?.status === 'Closed') return 'It is closed.';
  state.change(id, (referral: JsonObject) => {
    const details = objectIn(referral, 'details');
    referral.name = form.get('name') ?? referral.name;
    details.dealValue = amount;
    // The time of day stays, so that saving a day that nobody touched moves nothing.
    const time = String(details.closingDateTime ?? 'T00:00:00Z').replace(/^[^T]*/, '');
    details.closingDateTime = day === '' ? null : `${day}${time}`;
    details.notes = (form.get('notes') ?? '').replaceAll('\r\n', '\n') || null;
    referral.salesStage = answeredStage(stage, switches);
  });
  return undefined;
}

function amountIn(text: string | null): number | undefined {
  const amount = Number((text ?? '').replaceAll(/[\s,]/g, ''));
  return text?.trim() && Number.isFinite(amount) && amount >= 0 ? amount : undefined;
}
