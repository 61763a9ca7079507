import assert from 'node:assert/strict';
import { composeDoctor } from '#bot/composeDoctor.ts';
import { readAllSettings } from '#bot/config/config.ts';
import { settingNames } from '#bot/config/settings.ts';
import { filesOfProject, textOf } from '#test/support/repository.ts';
import { bicepReader, type Template, type Value } from './bicep.ts';
import { declared, objectOf, type Templates, templateFaults } from './templateFaults.ts';

const FOLDER = 'docs/deploy/azure';

/** Slips of the pen: the file, what stands there, what is written instead, and what is found. */
const slips: readonly (readonly [file: string, right: string, wrong: string, found: RegExp])[] = [
  [
    'kept.bicep',
    "tier: 'Continuous7Days'",
    "level: 'Continuous7Days'",
    /continuousModeProperties: .*no level/,
  ],
  ['kept.bicep', 'defaultTtl: -1', "defaultTtl: 'on'", /defaultTtl: no number/],
  [
    'kept.bicep',
    "defaultConsistencyLevel: 'Session'",
    "defaultConsistencyLevel: 'Often'",
    /none of .*Session/,
  ],
  ['kept.bicep', 'location: location', 'place: location', /Identity: location is missing/],
  ['kept.bicep', 'databaseAccounts@2025-10-15', 'databaseAccounts@2030-01-01', /the model is of 2025-10-15/],
  ['registration.bicep', 'isEnabled: true', 'enabled: true', /isEnabled is missing/],
  ['registration.bicep', 'msaAppMSIResourceId', 'msaAppMsiResourceId', /there is no msaAppMsiResourceId/],
  ['bot.bicep', 'failureThreshold: 10', 'failures: 10', /probes\[0\]: there is no failures/],
  ['bot.bicep', 'targetPort: port', 'port: port', /ingress: there is no port/],
  ['bot.bicep', 'image: imageName', 'image: image', /there is no image$/m],
  ['bot.bicep', 'minReplicas: minReplicas', 'minReplicas: 2', /nobody uses minReplicas/],
  ['bot.bicep', 'metricName: alert.metric', 'metric: alert.metric', /allOf\[0\]: metricName is missing/],
  ['alerts.bicep', "groupShortName: 'cosell'", "groupShortName: 'the co-sell bot'", /beyond MaxLength 12/],
  ['main.bicep', 'maxThroughput: maxThroughput', '', /kept\.bicep lacks its parameter maxThroughput/],
  ['main.bicep', 'keeping.outputs.vaultUri', 'keeping.outputs.vaultUrl', /no output for .*vaultUrl/],
  ['running.bicep', "{ name: 'Basic' }", "{ name: 'Basic' ", /^running\.bicep: line \d+: /m],
  ['running.bicep', 'workspaceId: workspace.id', 'workspace: workspace.id', /no parameter workspace/],
  ['running.bicep', "sku: { name: 'Basic' }", "sku: 'Basic'", /sku: no object/],
];

describe('The template for Azure', () => {
  let read: (text: string) => Template;
  let texts: Readonly<Record<string, string>>;
  let templates: Templates;

  before(async () => {
    read = await bicepReader();
    const files = filesOfProject(FOLDER).filter((path) => path.endsWith('.bicep'));
    texts = Object.fromEntries(files.map((path) => [path.slice(FOLDER.length + 1), textOf(path)]));
    templates = Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, read(text)]));
  });

  it('given a grammar of Bicep and the models that Microsoft publishes, then it is as they say', async () => {
    const resources = Object.values(templates).flatMap((one) => declared(one, 'resource'));
    assert.ok(resources.length >= 18, `${resources.length} resources`);
    assert.deepEqual(await templateFaults(templates), []);
  });

  for (const [file, right, wrong, found] of slips) {
    it(`given a slip of the pen in ${file} (${wrong.trim() || `no ${right}`}), then it is found`, async () => {
      const text = texts[file] ?? '';
      assert.ok(text.includes(right), `${file} has no ${right}`);
      const faults = await templateFaults({ ...templates, [file]: read(text.replace(right, wrong)) });
      assert.match(faults.join('\n') || 'nothing', found);
    });
  }

  it('given the parameters that azd fills in, then they are those of the template, from azd, the guide or main.bicep', () => {
    const outputs = declared(templates['main.bicep'], 'output').map(({ name }) => name);
    const byAzd = ['AZURE_ENV_NAME', 'AZURE_LOCATION', 'SERVICE_BOT_IMAGE_NAME'];
    const guide = textOf('docs/deploy/azure.md');
    for (const module of ['main', 'bot']) {
      const { parameters } = JSON.parse(textOf(`${FOLDER}/${module}.parameters.json`));
      const params = declared(templates[`${module}.bicep`], 'param');
      const needed = params.filter(({ value }) => value === undefined).map(({ name }) => name);
      const names = params.map(({ name }) => name);
      assert.deepEqual([...new Set([...names, ...Object.keys(parameters)])], names, module);
      assert.deepEqual(
        [...new Set([...Object.keys(parameters), ...needed])],
        Object.keys(parameters),
        module,
      );
      const asked = [...JSON.stringify(parameters).matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name);
      const given = (name: string) =>
        outputs.includes(name) || byAzd.includes(name) || guide.includes(`azd env set ${name} `);
      assert.deepEqual(
        asked.filter((name) => !given(name)),
        [],
      );
    }
  });

  it('given the indexes of the container, then they are those that the queries need', async () => {
    const policy = JSON.parse(textOf(`${FOLDER}/indexing-policy.json`));
    const how = `npm run doctor --silent -- --policy > ${FOLDER}/indexing-policy.json`;
    assert.deepEqual(policy, await composeDoctor().policy(), how);
  });

  it('given the environment of the container, then the bot reads every setting in it, and can start with them', () => {
    const env = environmentOf(templates['bot.bicep']);
    assert.deepEqual(
      Object.keys(env).filter((name) => !settingNames.includes(name)),
      [],
    );
    assert.deepEqual(readAllSettings(env).problems, []);
    const { problems } = readAllSettings({ ...env, MicrosoftAppTenantId: '' });
    assert.match(String(problems), /^MicrosoftAppTenantId is missing/);
  });

  it('given what Azure asks of the container, then it asks on the port that the world does not reach', () => {
    const { containers } = objectOf(revisionOf(templates['bot.bicep']));
    const [container] = containers as Value[];
    const ports = (objectOf(container).probes as Value[]).map(
      (probe) => objectOf(objectOf(objectOf(probe).httpGet).port).code,
    );
    assert.deepEqual(ports, ['adminPort', 'adminPort', 'adminPort']);
    const { ADMIN_PORT, PORT } = environmentOf(templates['bot.bicep']);
    assert.deepEqual([ADMIN_PORT, PORT], ['3979', '3978']);
  });

  it('given the log events that send a mail, then the guide to operations has them', () => {
    const events = [...(texts['alerts.bicep'] ?? '').matchAll(/'([a-z]+\.[a-z-]+)'/g)].map(([, one]) => one);
    assert.ok(events.length >= 4);
    const guide = textOf('docs/operations.md');
    assert.deepEqual(
      events.filter((event) => !guide.includes(`| \`${event}\``)),
      [],
    );
  });
});

/** What a deployment puts in the place of an expression. */
const filledIn: Readonly<Record<string, string>> = {
  appId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
  tenantId: '33330000-0000-4000-8000-000000000001',
  partnerCenterClientId: '1f2e3d4c-5b6a-4978-8796-a5b4c3d2e1f0',
  cosmosEndpoint: 'https://cosmos-x.documents.azure.com:443/',
  "empty(partnerCenterClientId) ? '' : vaultUrl": 'https://kv-x.vault.azure.net/',
  'string(port)': '3978',
  'string(adminPort)': '3979',
  otlpEndpoint: 'http://collector',
};

/** The settings that the container gets, as if it were deployed; without those of Azure's own libraries. */
function environmentOf(template: Template | undefined): Record<string, string> {
  const [container] = objectOf(revisionOf(template)).containers as Value[];
  const env = objectOf(container).env as { name: string; value: Value }[];
  return Object.fromEntries(
    env
      .filter(({ name }) => name !== 'AZURE_CLIENT_ID')
      .map(({ name, value }) => {
        const code = String(objectOf(value).code);
        return [name, typeof value === 'string' ? value : (filledIn[code] ?? code)];
      }),
  );
}

/** What Container Apps makes each replica from. */
function revisionOf(template: Template | undefined): Value | undefined {
  const [bot] = declared(template, 'resource');
  return objectOf(objectOf(bot?.value).properties).template;
}
