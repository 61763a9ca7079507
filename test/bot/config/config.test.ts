import assert from 'node:assert/strict';
import { readConfig } from '#bot/config/config.ts';
import { settingNames } from '#bot/config/settings.ts';
import { ConfigError } from '#ports/errors.ts';

const APP = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const TENANT = '7d23e5ca-19dc-4eaa-aac8-5e6b559f0d1d';
const REAL = {
  MicrosoftAppId: APP,
  MicrosoftAppPassword: 'secret',
  MicrosoftAppTenantId: TENANT,
  ORGANIZATIONS_FILE: 'organizations.json',
};

const KEY = Buffer.alloc(32, 'k').toString('base64');
const CONNECTED = { PARTNER_CENTER_CLIENT_ID: APP, PARTNER_CENTER_TOKEN_KEY: KEY };

function problemsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.problems;
  }
}

describe('readConfig', () => {
  it('given nothing, then Local mode on this machine only, with the embedded store', () => {
    const { timeZone, ...config } = readConfig({});
    assert.deepEqual(config, {
      port: 3978,
      adminPort: undefined,
      host: '127.0.0.1',
      app: undefined,
      channels: new Set(['msteams']),
      targetedHosts: new Set(['smba.trafficmanager.net']),
      organizationsFile: undefined,
      intakeKey: undefined,
      store: { kind: 'sqlite', file: './data/cosell.db' },
      partnerCenterUrl: 'https://partner.microsoft.com/dashboard/home',
      partnerCenter: undefined,
      reminderHours: [24, 72, 168, 240, 312],
      drainSeconds: 5,
      logLevel: 'info',
      telemetry: undefined,
    });
    assert.equal(timeZone, Intl.DateTimeFormat().resolvedOptions().timeZone);
  });

  it('given every setting empty, as a deployment template leaves it, then it counts as not set', () => {
    const empty = Object.fromEntries(settingNames.map((name) => [name, ' ']));
    assert.deepEqual(readConfig(empty), readConfig({}));
  });

  it('given everything, then all of it counts', () => {
    const config = readConfig({
      ...REAL,
      DRAIN_SECONDS: '15',
      PORT: '8080',
      ADMIN_PORT: '8081',
      MicrosoftAppType: 'SingleTenant',
      COSMOS_ENDPOINT: 'https://cosell.documents.azure.com',
      COSMOS_KEY: 'key',
      COSMOS_DATABASE: 'deals',
      CHANNELS: 'msteams, emulator',
      TARGETED_MESSAGE_HOSTS: 'smba.trafficmanager.net, SMBA.example',
      PARTNER_CENTER_URL: 'https://example.com/deals/{id}',
      TIME_ZONE: 'Asia/Shanghai',
      REMINDER_HOURS: '72, 24,0.5',
      LOG_LEVEL: 'warn',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
      OTEL_EXPORTER_OTLP_HEADERS: 'api-key=a%3Db, other = c',
      OTEL_SERVICE_NAME: 'cosell-eu',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=prod',
      OTEL_LOGS_EXPORTER: 'none',
      OTEL_TRACES_SAMPLER: 'traceidratio',
      OTEL_TRACES_SAMPLER_ARG: '0.1',
    });
    assert.deepEqual(config, {
      port: 8080,
      adminPort: 8081,
      host: '0.0.0.0',
      app: { id: APP, password: 'secret', type: 'SingleTenant', tenantId: TENANT },
      channels: new Set(['msteams', 'emulator']),
      targetedHosts: new Set(['smba.trafficmanager.net', 'smba.example']),
      organizationsFile: 'organizations.json',
      intakeKey: undefined,
      store: {
        kind: 'cosmos',
        endpoint: 'https://cosell.documents.azure.com',
        key: 'key',
        database: 'deals',
      },
      partnerCenterUrl: 'https://example.com/deals/{id}',
      partnerCenter: undefined,
      timeZone: 'Asia/Shanghai',
      reminderHours: [0.5, 24, 72],
      drainSeconds: 15,
      logLevel: 'warn',
      telemetry: {
        endpoint: 'http://127.0.0.1:4318',
        headers: { 'api-key': 'a=b', other: 'c' },
        resource: { 'deployment.environment.name': 'prod' },
        serviceName: 'cosell-eu',
        signals: { traces: true, metrics: true, logs: false },
        sampler: { name: 'traceidratio', share: 0.1 },
      },
    });
  });

  const bad: readonly (readonly [string, string, RegExp])[] = [
    ['PORT', 'http', /^PORT must be a port number from 0 to 65535$/],
    ['PORT', '65536', /^PORT must be a port number/],
    ['PORT', '-1', /^PORT must be a port number/],
    ['PORT', '80.5', /^PORT must be a port number/],
    ['ADMIN_PORT', 'http', /^ADMIN_PORT must be a port number from 0 to 65535$/],
    ['ADMIN_PORT', '3978', /^ADMIN_PORT and PORT are both 3978/],
    ['DRAIN_SECONDS', '-1', /^DRAIN_SECONDS must be seconds, 0 to 300$/],
    ['DRAIN_SECONDS', 'soon', /^DRAIN_SECONDS must be seconds/],
    [
      'HOST',
      '0.0.0.0',
      /^HOST is 0\.0\.0\.0: without MicrosoftAppId nobody is checked, so only 127\.0\.0\.1/,
    ],
    ['HOST', '10.0.0.4', /^HOST is 10\.0\.0\.4/],
    ['HOST', '::', /^HOST is ::/],
    ['HOST', '127.0.0.1.example.com', /^HOST is 127/],
    ['HOST', 'localhost.example.com', /^HOST is localhost/],
    ['MicrosoftAppId', 'my bot', /^MicrosoftAppId must be a GUID/],
    ['MicrosoftAppPassword', 'secret', /^MicrosoftAppPassword is set but MicrosoftAppId is not/],
    ['MicrosoftAppType', 'Tenant', /^MicrosoftAppType must be SingleTenant, UserAssignedMSI or MultiTenant$/],
    ['MicrosoftAppTenantId', 'contoso.com', /^MicrosoftAppTenantId must be a GUID/],
    ['INTAKE_KEY', 'a key with spaces in it', /^INTAKE_KEY must have at least 16 characters, without spaces/],
    ['PARTNER_CENTER_URL', 'javascript:alert(1)', /^PARTNER_CENTER_URL must be a complete web address/],
    ['INTAKE_KEY', 'short', /^INTAKE_KEY must have at least 16 characters, without spaces/],
    ['COSMOS_ENDPOINT', 'cosell', /^COSMOS_ENDPOINT must be a complete web address/],
    ['COSMOS_KEY', 'key', /^COSMOS_ENDPOINT is missing although COSMOS_KEY/],
    ['COSMOS_DATABASE', 'deals', /^COSMOS_ENDPOINT is missing although/],
    ['PARTNER_CENTER_URL', 'javascript:alert({id})', /^PARTNER_CENTER_URL must be a complete web address/],
    ['PARTNER_CENTER_URL', 'example.com/{id}', /^PARTNER_CENTER_URL must be a complete web address/],
    ['TIME_ZONE', 'Berlin', /^TIME_ZONE must be an IANA time zone such as Europe\/Berlin$/],
    ['REMINDER_HOURS', '24;72', /^REMINDER_HOURS must be hours after receipt/],
    ['REMINDER_HOURS', '24,0', /^REMINDER_HOURS must be hours/],
    ['REMINDER_HOURS', '24,-1', /^REMINDER_HOURS must be hours/],
    [
      'OTEL_EXPORTER_OTLP_ENDPOINT',
      'collector:4318',
      /^OTEL_EXPORTER_OTLP_ENDPOINT must be a complete address/,
    ],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'no pair', /^OTEL_EXPORTER_OTLP_HEADERS must be names and values/],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc', /^OTEL_EXPORTER_OTLP_PROTOCOL must be http\/json/],
    ['OTEL_TRACES_EXPORTER', 'zipkin', /^OTEL_TRACES_EXPORTER must be otlp or none/],
    ['OTEL_TRACES_SAMPLER', 'some', /^OTEL_TRACES_SAMPLER must be one of always_on, /],
    ['OTEL_TRACES_SAMPLER_ARG', '10', /^OTEL_TRACES_SAMPLER_ARG must be a share from 0 to 1/],
    ['OTEL_SDK_DISABLED', 'yes', /^OTEL_SDK_DISABLED must be true or false/],
    ['LOG_LEVEL', 'loud', /^LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent$/],
  ];
  for (const [name, value, words] of bad) {
    it(`given ${name}=${value}, then it is refused in its own words`, () => {
      // With an app id more has to be set, and that is said beside what is wrong with it.
      const around = name === 'MicrosoftAppId' ? REAL : {};
      const [problem, ...more] = problemsOf({ ...around, [name]: value });
      assert.deepEqual(more, []);
      assert.match(String(problem), words);
    });
  }

  for (const host of ['127.0.0.1', '127.8.9.10', 'localhost', '::1']) {
    it(`given HOST=${host} without an app id, then it is fine`, () =>
      assert.equal(readConfig({ HOST: host }).host, host));
  }

  for (const [what, env, words] of [
    ['no organizations file', { ORGANIZATIONS_FILE: '' }, /^ORGANIZATIONS_FILE is missing/],
    ['no password', { MicrosoftAppPassword: '' }, /^MicrosoftAppPassword is missing/],
    ['no tenant', { MicrosoftAppTenantId: '' }, /^MicrosoftAppTenantId is missing.*401/],
    [
      'a key of its own',
      { INTAKE_KEY: 'x'.repeat(16) },
      /^INTAKE_KEY has no meaning with ORGANIZATIONS_FILE/,
    ],
    [
      'two stores',
      { COSMOS_ENDPOINT: 'https://x.example', SQLITE_FILE: 'x.db' },
      /^COSMOS_ENDPOINT and SQLITE_FILE are both set/,
    ],
  ] as const) {
    it(`given an app id and ${what}, then it is refused in words`, () => {
      const [problem, ...more] = problemsOf({ ...REAL, ...env });
      assert.deepEqual(more, []);
      assert.match(String(problem), words);
    });
  }

  it('given a client id and a key, then organizations can be connected with Partner Center itself', () => {
    assert.deepEqual(readConfig(CONNECTED).partnerCenter, {
      clientId: APP,
      mode: 'write',
      apiUrl: 'https://api.partner.microsoft.com/v1.0',
      webhooksUrl: 'https://api.partnercenter.microsoft.com/webhooks/v1',
      authority: 'https://login.microsoftonline.com',
      apiScope: 'https://api.partner.microsoft.com/.default',
      webhooksScope: 'https://api.partnercenter.microsoft.com/.default',
      caFile: undefined,
      certificateHosts: ['3psostorageacct.blob.core.windows.net'],
      certificateSubject: 'pcnotifications-dispatch.microsoft.com',
      pollSeconds: 30,
      vault: { kind: 'store', keys: [KEY] },
    });
  });

  it('given other addresses, scopes and a Key Vault, then all of it counts', () => {
    const config = readConfig({
      PARTNER_CENTER_CLIENT_ID: APP,
      PARTNER_CENTER_MODE: 'read',
      PARTNER_CENTER_API_URL: 'https://127.0.0.1:4500/v1.0/',
      PARTNER_CENTER_WEBHOOKS_URL: 'https://hooks.example/webhooks/v1',
      PARTNER_CENTER_AUTHORITY: 'https://sign-in.example/',
      PARTNER_CENTER_WEBHOOKS_SCOPE: 'https://audience.example/user_impersonation',
      PARTNER_CENTER_CA_FILE: 'ca.pem',
      PARTNER_CENTER_POLL_SECONDS: '5',
      KEY_VAULT_URL: 'https://cosell.vault.azure.net',
    });
    assert.deepEqual(config.partnerCenter, {
      clientId: APP,
      mode: 'read',
      apiUrl: 'https://127.0.0.1:4500/v1.0',
      webhooksUrl: 'https://hooks.example/webhooks/v1',
      authority: 'https://sign-in.example',
      apiScope: 'https://api.partner.microsoft.com/.default',
      webhooksScope: 'https://audience.example/user_impersonation',
      caFile: 'ca.pem',
      certificateHosts: ['3psostorageacct.blob.core.windows.net'],
      certificateSubject: 'pcnotifications-dispatch.microsoft.com',
      pollSeconds: 5,
      vault: { kind: 'key-vault', url: 'https://cosell.vault.azure.net' },
    });
  });

  for (const [name, value, words] of [
    ['PARTNER_CENTER_CLIENT_ID', 'cosell', /^PARTNER_CENTER_CLIENT_ID must be a GUID/],
    ['PARTNER_CENTER_MODE', 'both', /^PARTNER_CENTER_MODE must be write or read$/],
    ['PARTNER_CENTER_TOKEN_KEY', 'secret', /^PARTNER_CENTER_TOKEN_KEY must be a key of 32 bytes in base64/],
    ['PARTNER_CENTER_TOKEN_KEY', [KEY, KEY, KEY].join(), /^PARTNER_CENTER_TOKEN_KEY must be a key/],
    ['PARTNER_CENTER_TOKEN_KEY', '', /^PARTNER_CENTER_TOKEN_KEY is missing.*KEY_VAULT_URL/],
    ['KEY_VAULT_URL', 'https://x.example', /^PARTNER_CENTER_TOKEN_KEY and KEY_VAULT_URL are both set/],
    ['PARTNER_CENTER_API_URL', 'http://127.0.0.1', /^PARTNER_CENTER_API_URL must be .* https:/],
    ['PARTNER_CENTER_WEBHOOKS_URL', 'hooks', /^PARTNER_CENTER_WEBHOOKS_URL must be .* https:/],
    ['PARTNER_CENTER_AUTHORITY', 'http://127.0.0.1', /^PARTNER_CENTER_AUTHORITY must be .* https:/],
    ['PARTNER_CENTER_API_SCOPE', 'a b', /^PARTNER_CENTER_API_SCOPE must be one scope/],
    ['PARTNER_CENTER_WEBHOOKS_SCOPE', 'a b', /^PARTNER_CENTER_WEBHOOKS_SCOPE must be one scope/],
    ['PARTNER_CENTER_POLL_SECONDS', '4', /^PARTNER_CENTER_POLL_SECONDS must be seconds, 5 to 3600$/],
  ] as const) {
    it(`given a connection with ${name}=${value}, then it is refused in words`, () => {
      const [problem, ...more] = problemsOf({ ...CONNECTED, [name]: value });
      assert.deepEqual(more, []);
      assert.match(String(problem), words);
    });
  }

  it('given a Key Vault by http, then it is refused in words', () => {
    const problems = problemsOf({
      ...CONNECTED,
      PARTNER_CENTER_TOKEN_KEY: '',
      KEY_VAULT_URL: 'http://127.0.0.1',
    });
    assert.equal(problems.length, 1, problems.join());
    assert.match(String(problems), /^KEY_VAULT_URL must be .* https:/);
  });

  it('given anything of the connection without a client id, then it is said what is missing', () => {
    for (const name of settingNames.filter((one) => /^(PARTNER_CENTER_(?!URL$)|KEY_VAULT)/.test(one))) {
      if (name === 'PARTNER_CENTER_CLIENT_ID') continue;
      const value = name === 'PARTNER_CENTER_TOKEN_KEY' ? KEY : name.endsWith('SECONDS') ? '60' : 'read';
      const fits = /URL|AUTHORITY/.test(name) ? 'https://x.example' : value;
      const [problem, ...more] = problemsOf({ [name]: fits });
      assert.deepEqual(more, []);
      assert.match(
        String(problem),
        new RegExp(`^PARTNER_CENTER_CLIENT_ID is missing although ${name} is set`),
      );
    }
  });

  it('given a managed identity, then no password is needed; given many tenants, then no tenant', () => {
    const { MicrosoftAppPassword: _, ...identity } = REAL;
    assert.deepEqual(problemsOf({ ...identity, MicrosoftAppType: 'UserAssignedMSI' }), []);
    const { MicrosoftAppTenantId: __, ...multi } = REAL;
    assert.deepEqual(problemsOf({ ...multi, MicrosoftAppType: 'multitenant' }), []);
  });

  it('given several wrong at once, then each is named', () => {
    const problems = problemsOf({ PORT: 'x', TIME_ZONE: 'x', MicrosoftAppId: 'x', LOG_LEVEL: 'x' });
    assert.deepEqual(
      problems.map((problem) => problem.split(' ')[0]),
      [
        ...['PORT', 'MicrosoftAppId', 'TIME_ZONE', 'LOG_LEVEL'],
        ...['ORGANIZATIONS_FILE', 'MicrosoftAppPassword', 'MicrosoftAppTenantId'],
      ],
    );
    assert.deepEqual(
      problemsOf({ ...REAL, MicrosoftAppType: 'Bot', MicrosoftAppPassword: '' }).map(
        (one) => one.split(' ')[0],
      ),
      ['MicrosoftAppType'],
      'what a type needs is not known where it is none',
    );
    const missing = problemsOf({ MicrosoftAppId: APP, COSMOS_KEY: 'x' });
    assert.deepEqual(
      missing.map((problem) => problem.split(' ')[0]),
      ['ORGANIZATIONS_FILE', 'MicrosoftAppPassword', 'MicrosoftAppTenantId', 'COSMOS_ENDPOINT'],
    );
  });
});
