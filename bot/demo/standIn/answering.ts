import type { DeliveryCertificates } from './certificates/deliveryCertificates.ts';
import type { StandInAnswer, StandInRequest } from './exchange.ts';
import { answerReferrals, type ReferralsApi } from './referrals/referralsApi.ts';
import { callerOf, mfaAnswered, roleRefusal } from './signIn/calling.ts';
import type { SignIn } from './signIn/signIn.ts';
import { answerSignIn } from './signIn/signInApi.ts';
import { validationEvents } from './webhooks/validationEvents.ts';
import type { Webhooks } from './webhooks/webhooks.ts';
import { answerWebhooks } from './webhooks/webhooksApi.ts';
import { classicRefusal, notFound } from './wireErrors.ts';

interface Answering {
  signIn: SignIn;
  webhooks: Webhooks;
  certificates: () => DeliveryCertificates;
  organizationId: string;
  now: () => Date;
  places: { authority: string; devicePage: string };
  api: ReferralsApi;
}

/** Which part of the stand-in answers what. */
export function answererOf(parts: Answering): (request: StandInRequest) => StandInAnswer {
  const { signIn, webhooks, certificates, organizationId, now, places, api } = parts;
  const validation = validationEvents(webhooks, now);
  const { switches } = api;

  const ofReferrals = (request: StandInRequest, id: string | undefined): StandInAnswer => {
    const caller = callerOf(signIn, request, 'referrals');
    if ('refused' in caller) return caller.refused;
    const { account, compliant } = caller;
    const refused = roleRefusal(signIn, account);
    return mfaAnswered(
      refused ?? answerReferrals(api, { account, organizationId }, request, id),
      request,
      compliant,
    );
  };
  const ofWebhooks = (request: StandInRequest, rest: string): StandInAnswer => {
    const caller = callerOf(signIn, request, 'webhooks');
    if ('refused' in caller) return caller.refused;
    const { account, compliant } = caller;
    const about = { switches, organizationId };
    return mfaAnswered(
      answerWebhooks(webhooks, validation, about, account, request, rest),
      request,
      compliant,
    );
  };
  return (request) => {
    if (!URL.canParse(request.url, places.authority)) return notFound();
    const { pathname } = new URL(request.url, places.authority);
    const referrals = /^\/v1\.0\/engagements\/referrals(?:\/([^/]+))?$/.exec(pathname);
    if (referrals) return ofReferrals(request, referrals[1]);
    const webhook = /^\/webhooks\/v1\/registration(\/.*)?$/.exec(pathname);
    if (webhook) return ofWebhooks(request, webhook[1] ?? '');
    if (pathname.startsWith('/cert/')) return certificates().file(pathname) ?? notFound();
    // Analytics are served by the real one to some; nobody may rely on them.
    if (pathname.startsWith('/partner/')) return classicRefusal(404, '404', 'The resource was not found.');
    return answerSignIn(signIn, request, places) ?? notFound();
  };
}
