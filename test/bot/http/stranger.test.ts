import assert from 'node:assert/strict';
import { request } from 'node:http';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import { temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';

const APP = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';

/** Headers that `fetch` would not let a test choose. */
function ask(
  url: string,
  headers: Record<string, string>,
  body?: string,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: body === undefined ? 'GET' : 'POST', headers, agent: false },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('Somebody who is not the Bot Service, at /api/messages', () => {
  let bot: RunningBot;
  let remove: () => Promise<void>;
  before(async () => {
    const file = await temporaryFile(twoOrganizations());
    remove = file.remove;
    bot = await startBot({
      MicrosoftAppId: APP,
      MicrosoftAppType: 'MultiTenant',
      MicrosoftAppPassword: 'none',
      ORGANIZATIONS_FILE: file.path,
    });
  });
  after(async () => {
    await bot.stop();
    await remove();
  });

  const part = (fields: object) => Buffer.from(JSON.stringify(fields)).toString('base64url');
  const token = (claims: object) => `Bearer ${part({ alg: 'RS256', kid: 'x' })}.${part(claims)}.c2ln`;
  const soon = Math.floor(Date.now() / 1000) + 3_600;
  for (const [what, authorization] of Object.entries({
    'no token': undefined,
    'a word': 'Bearer abc',
    'another scheme': 'Basic YTpi',
    'no JSON in it': 'Bearer a.b.c',
    'a token for another app': token({ aud: 'other', exp: soon }),
    'a token that is over': token({ aud: APP, exp: 1 }),
    'a token without an end': token({ aud: APP }),
    'a token without end': `Bearer ${'x'.repeat(10_000)}`,
  })) {
    it(`given ${what}, then 401 without a word of why, and the body is not even read`, async () => {
      const headers: Record<string, string> = { 'Content-Type': 'application/json' };
      if (authorization) headers.Authorization = authorization;
      for (const body of ['{}', '{"not":', 'x'.repeat(100)]) {
        const answer = await ask(`${bot.url}/api/messages`, headers, body);
        assert.deepEqual([answer.status, JSON.parse(answer.body)], [401, { message: 'not authorized' }]);
      }
    });
  }

  it('then it is counted', async () => {
    const metrics = await (await fetch(`${bot.url}/metrics`)).text();
    assert.match(metrics, /cosell_refused_activities_total\{reason="no-token"\} [1-9]/);
    assert.match(metrics, /cosell_refused_activities_total\{reason="forged"\} [1-9]/);
  });
});

describe('Local mode', () => {
  let bot: RunningBot;
  before(async () => {
    bot = await startBot();
  });
  after(() => bot.stop());

  for (const host of ['evil.example', 'evil.example:3978', '127.0.0.1.evil.example', '10.0.0.1', 'x y']) {
    it(`given the host "${host}", then nothing is answered to it`, async () => {
      for (const path of ['/healthz', '/metrics', '/api/referrals/x', '/nowhere']) {
        assert.ok([400, 421].includes((await ask(`${bot.url}${path}`, { Host: host })).status), path);
      }
      const headers = { Host: host, 'Content-Type': 'application/json' };
      assert.ok([400, 421].includes((await ask(`${bot.url}/api/messages`, headers, '{}')).status));
    });
  }

  for (const host of ['localhost:3978', '127.0.0.1', '[::1]:3978', 'LOCALHOST']) {
    it(`given the host "${host}", then it is served`, async () =>
      assert.equal((await ask(`${bot.url}/healthz`, { Host: host })).status, 200));
  }

  it('given a connector that is not on this machine, then the activity is refused, and nobody is remembered', async () => {
    const anna = bot.teams.person('Anna Berg');
    const chat = bot.teams.chatOf(anna);
    for (const serviceUrl of [
      'https://smba.example/',
      'http://127.0.0.1.evil.example/',
      'http://10.0.0.1/',
    ]) {
      assert.equal(await bot.teams.say(anna, chat, 'hi', { serviceUrl }), 403);
    }
    const known = await bot.composed.store.list({ partition: 'local', kind: 'person', limit: 10 });
    assert.deepEqual(known.documents, []);
  });
});

describe('Wrong keys at the intake', () => {
  it('given one after the other, then they are counted', async () => {
    const bot = await startBot();
    for (let attempt = 0; attempt < 3; attempt++) {
      assert.equal((await bot.intake({}, `wrong-key-0000000000-${attempt}`)).status, 401);
    }
    const metrics = await (await fetch(`${bot.url}/metrics`)).text();
    assert.match(metrics, /cosell_wrong_intake_keys_total 3/);
    await bot.stop();
  });
});
