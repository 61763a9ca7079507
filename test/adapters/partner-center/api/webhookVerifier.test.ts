import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createHttpsClient } from '#adapters/partner-center/api/httpsClient.ts';
import {
  createWebhookVerifier,
  type WebhookVerifierOptions,
} from '#adapters/partner-center/api/webhookVerifier.ts';
import { type StandIn, startStandIn } from '#bot/demo/standIn/standIn.ts';
import { switchesWith, switchValues } from '#bot/demo/standIn/switches.ts';
import type { Forgery } from '#bot/demo/standIn/webhooks/forgedDelivery.ts';
import type { StandInDelivery } from '#bot/demo/standIn/webhooks/signedDelivery.ts';
import type { WebhookVerdict } from '#ports/webhookVerifier.ts';

const URL = 'https://bot.example/api/partner-center/webhooks/contoso';
const ID = '0d0d0000-0000-4000-8000-000000000001';

describe('createWebhookVerifier', () => {
  let standIn: StandIn;
  const deliveries: StandInDelivery[] = [];
  const clients: { close(): void }[] = [];

  before(async () => {
    standIn = await startStandIn({
      automatic: false,
      deliver: async (delivery) => {
        deliveries.push(delivery);
        return 202;
      },
    });
  });
  after(() => standIn.close());
  beforeEach(() => {
    Object.assign(standIn.switches, switchesWith());
    standIn.webhooks.register(URL);
  });
  afterEach(() => {
    standIn.faults.clear();
    for (const client of clients.splice(0)) client.close();
  });

  const hostOf = (name: string) => `${name}:${new globalThis.URL(standIn.apiUrl).port}`;

  /** Over real https, with the stand-in's root trusted. */
  function verifier(options: Partial<WebhookVerifierOptions> = {}) {
    const certificateHosts = options.certificateHosts ?? [hostOf('127.0.0.1'), hostOf('localhost')];
    const http = createHttpsClient({
      origins: certificateHosts.map((host) => `https://${host}`),
      trusted: standIn.caPem,
      mostBytes: 64 * 1024,
    });
    clients.push(http);
    const trusted = standIn.caPem;
    const made = createWebhookVerifier({
      http,
      certificateHosts,
      trusted,
      issuers: standIn.webhooks.issuerPem(),
      ...options,
    });
    return (delivery: StandInDelivery): Promise<WebhookVerdict> => {
      const lower = Object.entries(delivery.headers).map(([name, value]) => [name.toLowerCase(), value]);
      return made.verify({ headers: Object.fromEntries(lower), body: Buffer.from(delivery.body) });
    };
  }

  async function signed(): Promise<StandInDelivery> {
    standIn.webhooks.send('referral-updated', ID);
    await standIn.webhooks.flush();
    return deliveries.at(-1) ?? assert.fail('nothing was delivered');
  }

  async function forged(forgery: Forgery): Promise<StandInDelivery> {
    await standIn.webhooks.forge(forgery);
    return deliveries.at(-1) ?? assert.fail('nothing was delivered');
  }

  const reasonOf = async (verdict: Promise<WebhookVerdict>) => {
    const given = await verdict;
    return given.ok ? 'believed' : given.reason;
  };

  for (const name of ['issuer', 'certificateHost', 'certificateForm', 'deliveryBody'] as const) {
    for (const value of switchValues[name]) {
      it(`given ${name} = ${value}, then a delivery that was signed is believed (points 32 to 34)`, async () => {
        Object.assign(standIn.switches, { [name]: value });
        assert.deepEqual(await verifier()(await signed()), { ok: true });
      });
    }
  }

  it('given the signature in the header for gateways, then it is believed as well', async () => {
    standIn.webhooks.register(URL, { signatureInOwnHeader: true });
    const delivery = await signed();
    assert.ok('x-ms-signature' in delivery.headers);
    assert.deepEqual(await verifier()(delivery), { ok: true });
    // A gateway may put something of its own in its place.
    const headers = { ...delivery.headers, Authorization: 'Bearer of the gateway' };
    assert.deepEqual(await verifier()({ ...delivery, headers }), { ok: true });
  });

  const forgeries: Readonly<Record<Forgery, string>> = {
    'wrong-key': 'signature',
    'wrong-subject': 'certificate-subject',
    'expired-certificate': 'certificate-expired',
    'other-root': 'certificate-untrusted',
    'not-microsoft': 'certificate-issuer',
    'http-certificate': 'certificate-address',
    'foreign-host': 'certificate-host',
    'tampered-body': 'signature',
    'no-signature': 'no-signature',
    'no-certificate': 'no-certificate',
    'weak-hash': 'weak-algorithm',
  };
  for (const [forgery, reason] of Object.entries(forgeries)) {
    it(`given a delivery that is forged by ${forgery}, then it is not believed: ${reason} (point 35)`, async () => {
      assert.equal(await reasonOf(verifier()(await forged(forgery as Forgery))), reason);
    });
  }

  it('given an authority in between that nobody named, then the certificate is not trusted (point 32)', async () => {
    standIn.switches.issuer = 'nowhere';
    assert.equal(await reasonOf(verifier({ issuers: '' })(await signed())), 'certificate-untrusted');
  });

  it('given a root that is trusted by nobody, then the certificate is not trusted', async () => {
    assert.equal(await reasonOf(verifier({ trusted: '' })(await signed())), 'certificate-untrusted');
  });

  it('given another name or another organization in the settings, then these count', async () => {
    const delivery = await signed();
    assert.equal(await reasonOf(verifier({ subject: 'dispatch.example' })(delivery)), 'certificate-subject');
    assert.equal(await reasonOf(verifier({ issuedBy: 'Microsoft' })(delivery)), 'certificate-issuer');
  });

  it('given a host that is not named, or a place that is none, then nobody is asked', async () => {
    const delivery = await signed();
    const asked = standIn.requests.length;
    const verify = verifier({ certificateHosts: ['certificates.example'] });
    assert.equal(await reasonOf(verify(delivery)), 'certificate-host');
    for (const place of [
      'nonsense',
      'file:///etc/passwd',
      'https://a:b@certificates.example/x',
      'x'.repeat(5_000),
    ]) {
      const headers = { ...delivery.headers, 'X-MS-Certificate-Url': place };
      assert.match(await reasonOf(verify({ ...delivery, headers })), /^certificate-(address|host)$/);
    }
    assert.equal(standIn.requests.length, asked);
  });

  it('given many deliveries, then the certificate is fetched once a day', async () => {
    let at = Date.now();
    const verify = verifier({ clock: { now: () => new Date(at) } });
    const delivery = await signed();
    const fetches = () => standIn.requests.filter(({ path }) => path.startsWith('/cert/')).length;
    const before = fetches();
    for (let round = 0; round < 5; round++) assert.deepEqual(await verify(delivery), { ok: true });
    assert.equal(fetches(), before + 1);
    at += 25 * 60 * 60 * 1000;
    assert.deepEqual(await verify(delivery), { ok: true });
    assert.equal(fetches(), before + 2);
  });

  it('given a certificate that was replaced since it was fetched, then it is fetched anew, and not for each forgery', async () => {
    let at = Date.now();
    const verify = verifier({ clock: { now: () => new Date(at) } });
    const delivery = await signed();
    assert.deepEqual(await verify(delivery), { ok: true });
    const fetches = () => standIn.requests.filter(({ path }) => path.startsWith('/cert/')).length;
    const before = fetches();
    const other = await forged('wrong-key');
    for (let round = 0; round < 5; round++) assert.equal(await reasonOf(verify(other)), 'signature');
    assert.equal(fetches(), before);
    at += 6 * 60_000;
    for (let round = 0; round < 5; round++) assert.equal(await reasonOf(verify(other)), 'signature');
    assert.equal(fetches(), before + 1);
  });

  it('given a host of certificates that is away, then that is thrown and the delivery comes again; a missing file is refused', async () => {
    const delivery = await signed();
    standIn.faults.failNext({ how: { status: 503 }, path: /^\/cert\// });
    const verify = verifier();
    await assert.rejects(verify(delivery), { name: 'UnavailableError', code: 'certificate-away' });
    assert.deepEqual(await verify(delivery), { ok: true });
    standIn.faults.failNext({ how: { status: 404 }, path: /^\/cert\// });
    assert.equal(await reasonOf(verifier()(delivery)), 'certificate-unreadable');
  });

  it('given more places of certificates than there can be, then no more are fetched for a while', async () => {
    const verify = verifier();
    const delivery = await signed();
    const url = delivery.headers['X-MS-Certificate-Url'];
    const reasons = [];
    for (let round = 0; round < 12; round++) {
      const headers = { ...delivery.headers, 'X-MS-Certificate-Url': `${url}?${round}` };
      reasons.push(await reasonOf(verify({ ...delivery, headers })).catch(({ code }) => code));
    }
    assert.deepEqual(reasons.slice(9), ['believed', 'certificate-away', 'certificate-away']);
  });

  it('given whatever headers and bytes, then it is a verdict and never an error', async () => {
    const verify = verifier({ certificateHosts: ['certificates.example'] });
    const names = ['authorization', 'x-ms-signature', 'x-ms-certificate-url', 'x-ms-signature-algorithm'];
    const header = fc.oneof(
      fc.string(),
      fc.constantFrom('Signature AAAA', `Signature ${'A'.repeat(400)}`, 'rsa-sha256'),
    );
    const headers = fc.dictionary(fc.constantFrom(...names), header);
    await fc.assert(
      fc.asyncProperty(headers, fc.string(), async (given, body) => {
        assert.equal((await verify({ url: URL, headers: given, body })).ok, false);
      }),
    );
  });
});
