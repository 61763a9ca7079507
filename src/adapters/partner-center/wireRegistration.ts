import { registrationFilterOf } from '#domain/list/dealList.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { RegistrationForm, RegistrationStep } from '#domain/referral/registration.ts';
import { ownRegistration } from '#domain/registration/registrationView.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import type { WireObject } from '#ports/partnerCenter.ts';

/** Partner Center's spelling of where a registration stands; what it sent in a word of its own stays so. */
const spellings: Readonly<Record<string, string>> = {
  none: 'None',
  pending: 'Pending',
  reviewpending: 'ReviewPending',
  actionrequired: 'ActionRequired',
  approved: 'Approved',
  passed: 'Passed',
  failed: 'Failed',
  closed: 'Closed',
};

/**
 * What Partner Center calls `registrationStatus` and `registrations`, of a registration that was handed in here (CR-47,
 * CR-48). Where Partner Center decides it and knows it already, its own word stays: undefined.
 */
export function wireRegistration(
  referral: Referral,
  sent: unknown,
): { status: string; registrations: WireObject[] } | undefined {
  const own = ownRegistration(referral);
  if (!own?.filing) return undefined;
  const known: unknown[] = Array.isArray(sent) ? sent : [];
  if (own.elsewhere && known.length > 0) return undefined;
  const status = spellings[registrationFilterOf(referral)] ?? 'Pending';
  const { form, submissions } = own.filing;
  const [first] = known;
  const registration: WireObject = {
    ...(typeof first === 'object' && first !== null && !Array.isArray(first) ? (first as WireObject) : {}),
    type: 'AzureIPCoSell',
    registrationDateTime: submissions[0]?.at ?? null,
    status,
    statusReason: own.history.findLast(({ reason }) => reason)?.reason ?? null,
    contract: contractOf(form),
    solutionDetails: [detailsOf(form)],
    statusHistory: historyOf(own.history),
  };
  return { status, registrations: [registration, ...(known.slice(1) as WireObject[])] };
}

function contractOf({ value, term, signed, start, end }: RegistrationForm): WireObject {
  return {
    currency: value.currency,
    value: value.amount,
    term: term === 'finite' ? 'Finite' : 'Perpetual',
    signDateTime: midnight(signed),
    startDateTime: midnight(start),
    endDateTime: midnight(end),
  };
}

function detailsOf(form: RegistrationForm): WireObject {
  const { solution, value, solutionValue, azure, tenant, pricing, marketplace, marketplaceDate } = form;
  return {
    id: solution.id,
    name: solution.name,
    currency: value.currency,
    value: solutionValue,
    isDeployedOnAzure: azure,
    primaryDeploymentOn: tenant === 'customer' ? 'Customer' : 'Partner',
    pricingModel: pricing === 'other' ? 'Other' : 'PayAsYouGo',
    marketplaceTransactionDetails: {
      isMarketplaceTransacted: marketplace,
      marketplaceTransactionDateTime: midnight(marketplaceDate),
    },
  };
}

function historyOf(history: readonly RegistrationStep[]): WireObject {
  const last = (state: RegistrationStep['state']) =>
    history.findLast((step) => step.state === state)?.at ?? null;
  return {
    reviewPendingDateTime: last('review-pending'),
    actionRequiredDateTime: last('action-required'),
    passedDateTime: last('passed'),
    failedDateTime: last('failed'),
    approvedDateTime: last('approved'),
  };
}

function midnight(day: LocalDate | undefined): string | null {
  return day ? `${day}T00:00:00Z` : null;
}
