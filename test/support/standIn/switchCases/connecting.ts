import { X509Certificate } from 'node:crypto';
import { type JsonObject, objectIn } from '#bot/demo/standIn/exchange.ts';
import type { StandInDelivery } from '#bot/demo/standIn/webhooks/signedDelivery.ts';
import type { AskedStandIn } from '#test/support/standIn/asking.ts';
import { accepting, sentByMicrosoft } from '#test/support/standIn/bodies.ts';
import { referralEngagement } from '#test/support/standIn/engagement.ts';
import { refreshedBy, signedIn } from '#test/support/standIn/signingIn.ts';
import { refusalOf, type SwitchCases } from './switchCase.ts';

const BOT = 'https://bot.example/webhook';
const REGISTRATION = '/webhooks/v1/registration';
const taken: StandInDelivery[] = [];
const options = {
  deliver: async (delivery: StandInDelivery) => {
    taken.push(delivery);
    return 200;
  },
};

/** What was delivered while something happened. */
async function delivered(
  standIn: AskedStandIn,
  happens: () => Promise<unknown> | unknown,
): Promise<StandInDelivery[]> {
  standIn.webhooks.register(BOT);
  taken.length = 0;
  await happens();
  await standIn.webhooks.flush();
  return [...taken];
}

async function oneDelivery(standIn: AskedStandIn): Promise<StandInDelivery> {
  const [delivery] = await delivered(standIn, () => standIn.state.put(sentByMicrosoft()));
  if (!delivery) throw new Error('nothing was delivered');
  return delivery;
}

async function certificateFile(standIn: AskedStandIn): Promise<string> {
  const url = new URL((await oneDelivery(standIn)).headers['X-MS-Certificate-Url'] ?? '');
  const { body } = await standIn.handle({ method: 'GET', url: url.pathname, headers: {}, body: '' });
  return Buffer.from(body).toString('latin1');
}

export const connectingCases: SwitchCases<
  | 'mfaCodeIn'
  | 'mfaEnforced'
  | 'oldRefreshToken'
  | 'missingClaims'
  | 'instanceDiscovery'
  | 'relatedId'
  | 'ownChanges'
  | 'secondWebhook'
  | 'webhookRoles'
  | 'issuer'
  | 'certificateHost'
  | 'certificateForm'
  | 'deliveryBody'
> = {
  mfaCodeIn: {
    point: '26: where 900421 stands',
    async ask(standIn) {
      standIn.signIn.loseMfa('at-call');
      const { status, body } = await standIn.referrals('GET', '');
      const error = objectIn(body, 'error');
      const places = [body.code, error.code, objectIn(error, 'innerError').code, error.message];
      return [status, places.findIndex((text) => String(text).startsWith('900421'))];
    },
    answers: [
      ['classic', [401, 0]],
      ['code', [401, 1]],
      ['inner', [401, 2]],
      ['message', [401, 3]],
    ],
  },
  mfaEnforced: {
    point: 'section 12: whether the referrals ask for MFA; who asks to validate is told',
    async ask(standIn) {
      standIn.signIn.loseMfa('at-call');
      const asked = { validatemfa: 'true' };
      const { status, headers } = await standIn.referrals('GET', '', undefined, asked);
      return [status, headers.ismfacompliant];
    },
    answers: [
      ['yes', [401, 'false']],
      ['no', [200, 'false']],
    ],
  },
  oldRefreshToken: {
    point: '27: whether the refresh token that was used lives on',
    async ask(standIn) {
      const { refresh_token: first } = await signedIn(standIn);
      const second = await refreshedBy(standIn, String(first));
      const again = await refreshedBy(standIn, String(first));
      return [second.status, again.status, second.body.refresh_token === first];
    },
    answers: [
      ['lives', [200, 200, false]],
      ['dies', [200, 400, false]],
    ],
  },
  missingClaims: {
    point: '28: the answer to a token without the claims',
    async ask(standIn) {
      const nobody = standIn.signIn.accounts.find(({ roles }) => roles.length === 0);
      const authorization = `Bearer ${standIn.tokenFor('referrals', nobody)}`;
      const { status, headers } = await standIn.referrals('GET', '', undefined, { authorization });
      return [status, headers['www-authenticate']?.includes('insufficient_claims') ?? false];
    },
    answers: [
      [403, [403, false]],
      ['challenge', [401, true]],
    ],
  },
  instanceDiscovery: {
    point: '29: whether the host is known to instance discovery',
    async ask(standIn) {
      const path = '/common/discovery/instance?authorization_endpoint=https://stand-in.invalid/x';
      const { status, body } = await standIn.ask('GET', path);
      return [status, body.error];
    },
    answers: [
      ['known', [200, undefined]],
      ['unknown', [400, 'invalid_instance']],
    ],
  },
  relatedId: {
    point: '30: whose id stands in related-referral-*',
    options,
    async ask(standIn) {
      const { own, copy } = await referralEngagement(standIn);
      const [delivery] = await delivered(standIn, () => standIn.state.decide(String(copy.id), 'decline'));
      const { EventName, ResourceUri } = JSON.parse(delivery?.body ?? '{}') as JsonObject;
      const id = String(ResourceUri).split('/').at(-1);
      return [EventName, id === copy.id ? 'microsofts' : id === own.id ? 'own' : id];
    },
    answers: [
      ['microsofts', ['related-referral-updated', 'microsofts']],
      ['own', ['related-referral-updated', 'own']],
    ],
  },
  ownChanges: {
    point: '31: whether own changes come back',
    options,
    async ask(standIn) {
      const { id } = standIn.state.put(sentByMicrosoft());
      const own = await delivered(standIn, () => standIn.referrals('PATCH', `/${id}`, accepting));
      const others = await delivered(standIn, () => standIn.state.decide(String(id), 'won'));
      return [own.length, others.length];
    },
    answers: [
      ['come-back', [1, 1]],
      ['silent', [0, 1]],
    ],
  },
  secondWebhook: {
    point: '31: a second registration',
    async ask(standIn) {
      standIn.webhooks.register('https://crm.example/hook');
      const registration = { WebhookUrl: BOT, WebhookEvents: ['referral-created'] };
      const { status } = await standIn.ask('POST', REGISTRATION, registration);
      return [status, standIn.webhooks.registration()?.url];
    },
    answers: [
      ['replaces', [200, BOT]],
      ['fails', [409, 'https://crm.example/hook']],
    ],
  },
  webhookRoles: {
    point: 'section 9: whether the roles that are listed are needed',
    ask: async (standIn) => refusalOf(await standIn.ask('GET', `${REGISTRATION}/events`))[0],
    answers: [
      ['any', 200],
      ['listed', 403],
    ],
  },
  issuer: {
    point: '32: who issued the certificate, and where that one is found',
    options,
    async ask(standIn) {
      const file = Buffer.from(await certificateFile(standIn), 'latin1');
      const leaf = new X509Certificate(file);
      const inFile = file.toString('latin1').split('-----BEGIN CERTIFICATE').length - 1;
      return [/CN=[^,]*, (\w+)/.exec(leaf.issuer)?.[1], leaf.infoAccess !== undefined, inFile];
    },
    answers: [
      ['root', ['root', false, 0]],
      ['by-aia', ['issuer', true, 0]],
      ['in-file', ['issuer', false, 2]],
      ['nowhere', ['issuer', false, 0]],
    ],
  },
  certificateHost: {
    point: '33: the host that serves the certificate',
    options: { ...options, origin: 'https://127.0.0.1:8443' },
    ask: async (standIn) => new URL((await oneDelivery(standIn)).headers['X-MS-Certificate-Url'] ?? '').host,
    answers: [
      ['same', '127.0.0.1:8443'],
      ['other', 'localhost:8443'],
    ],
  },
  certificateForm: {
    point: '33: DER or base64',
    options,
    ask: async (standIn) => (await certificateFile(standIn)).startsWith('-----BEGIN CERTIFICATE-----'),
    answers: [
      ['der', false],
      ['base64', true],
    ],
  },
  deliveryBody: {
    point: '34: whether the body is pretty-printed',
    options,
    ask: async (standIn) => (await oneDelivery(standIn)).body.includes('\r\n  "ResourceUri": '),
    answers: [
      ['compact', false],
      ['pretty', true],
    ],
  },
};
