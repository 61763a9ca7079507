import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#bot/config/config.ts';
import { secretNames } from '#bot/config/secretFiles.ts';
import { ConfigError } from '#ports/errors.ts';

const TOKEN_KEY = Buffer.alloc(32, 'k').toString('base64');
const APP = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
/** What else has to be set for a secret to have a meaning, and where it is then. */
const cases: Record<
  (typeof secretNames)[number],
  { secret: string; env: Record<string, string>; found: RegExp }
> = {
  MicrosoftAppPassword: {
    secret: 'p~4ss word',
    env: { MicrosoftAppId: APP, MicrosoftAppTenantId: APP, ORGANIZATIONS_FILE: 'organizations.json' },
    found: /"password":"p~4ss word"/,
  },
  INTAKE_KEY: {
    secret: 'an-intake-key-of-24-sign',
    env: {},
    found: /"intakeKey":"an-intake-key-of-24-sign"/,
  },
  COSMOS_KEY: {
    secret: 'a2V5',
    env: { COSMOS_ENDPOINT: 'https://cosell.documents.azure.com' },
    found: /"key":"a2V5"/,
  },
  PARTNER_CENTER_TOKEN_KEY: {
    secret: TOKEN_KEY,
    env: { PARTNER_CENTER_CLIENT_ID: APP },
    found: new RegExp(`"keys":\\["${RegExp.escape(TOKEN_KEY)}"\\]`),
  },
  OTEL_EXPORTER_OTLP_HEADERS: {
    secret: 'api-key=p4ss%20word',
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' },
    found: /"api-key":"p4ss word"/,
  },
};

describe('A secret in a file', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const fileOf = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };

  for (const name of secretNames) {
    const { secret, env, found } = cases[name];

    it(`given ${name}_FILE, then the secret is what the file holds, without its line end`, () => {
      const config = readConfig({ ...env, [`${name}_FILE`]: fileOf(name, `${secret}\r\n`) });
      assert.match(JSON.stringify(config), found);
    });

    it(`given ${name} and ${name}_FILE, then it is asked to choose one`, () => {
      const given = { ...env, [name]: secret, [`${name}_FILE`]: fileOf(name, secret) };
      assert.throws(() => readConfig(given), refusal(new RegExp(`^${name}_FILE .* ${name} is set as well`)));
    });
  }

  it('given files that are not there or empty and another setting that is wrong, then each is named, and no secret', () => {
    const given = {
      COSMOS_KEY_FILE: join(folder, 'nowhere'),
      INTAKE_KEY_FILE: fileOf('empty', '\n'),
      PORT: 'x',
    };
    assert.throws(
      () => readConfig(given),
      refusal(
        /^INTAKE_KEY_FILE .* the file is empty$/,
        /^COSMOS_KEY_FILE .*no such file/,
        /^PORT must be/,
        /^COSMOS_ENDPOINT is missing although COSMOS_KEY/,
      ),
    );
  });

  it('given an empty name of a file, as a deployment template leaves it, then it counts as not set', () => {
    assert.equal(readConfig({ COSMOS_KEY_FILE: ' ' }).store.kind, 'sqlite');
  });
});

function refusal(...words: readonly RegExp[]) {
  return (error: unknown) => {
    assert.ok(error instanceof ConfigError);
    assert.equal(error.problems.length, words.length);
    for (const [at, one] of words.entries()) assert.match(error.problems[at] ?? '', one);
    return true;
  };
}
