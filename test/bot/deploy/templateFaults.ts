import type { Declaration, Template, Value } from './bicep.ts';
import { shapesOf } from './shapes.ts';

/** Files of a template by their names. */
export type Templates = Readonly<Record<string, Template>>;

/** The library that speaks of a type of resources, and its model of what is sent. */
const models: Readonly<Record<string, readonly [library: string, model: string]>> = {
  'Microsoft.App/containerApps': ['appcontainers', 'ContainerApp'],
  'Microsoft.App/managedEnvironments': ['appcontainers', 'ManagedEnvironment'],
  'Microsoft.Authorization/roleAssignments': ['authorization', 'RoleAssignmentCreateParameters'],
  'Microsoft.BotService/botServices': ['botservice', 'Bot'],
  'Microsoft.BotService/botServices/channels': ['botservice', 'BotChannel'],
  'Microsoft.ContainerRegistry/registries': ['containerregistry', 'Registry'],
  'Microsoft.DocumentDB/databaseAccounts': ['cosmosdb', 'DatabaseAccountCreateUpdateParameters'],
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases': ['cosmosdb', 'SqlDatabaseCreateUpdateParameters'],
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers': [
    'cosmosdb',
    'SqlContainerCreateUpdateParameters',
  ],
  'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments': [
    'cosmosdb',
    'SqlRoleAssignmentCreateUpdateParameters',
  ],
  'Microsoft.Insights/actionGroups': ['monitor', 'ActionGroupResource'],
  'Microsoft.Insights/components': ['appinsights', 'ApplicationInsightsComponent'],
  'Microsoft.Insights/metricAlerts': ['monitor', 'MetricAlertResource'],
  'Microsoft.KeyVault/vaults': ['keyvault', 'VaultCreateOrUpdateParameters'],
  'Microsoft.KeyVault/vaults/secrets': ['keyvault', 'SecretCreateOrUpdateParameters'],
  'Microsoft.ManagedIdentity/userAssignedIdentities': ['msi', 'Identity'],
  'Microsoft.OperationalInsights/workspaces': ['operationalinsights', 'Workspace'],
};
/** Compared with Microsoft's published types by hand: no library that is installed has them. */
const byHand = [
  'Microsoft.Authorization/locks@2020-05-01',
  'Microsoft.Insights/scheduledQueryRules@2023-12-01',
  'Microsoft.Resources/resourceGroups@2024-03-01',
];
/** What stands beside the body of a resource. */
const around = ['name', 'parent', 'scope'];
const builtIn = ['tenant', 'subscription', 'resourceGroup'];

/** What a compiler would find, as far as it can be found without one. */
export async function templateFaults(templates: Templates): Promise<string[]> {
  const bodies = await Promise.all(Object.entries(templates).map(bodyFaults));
  return [
    ...Object.entries(templates).flatMap(([file, { errors }]) => errors.map((error) => `${file}: ${error}`)),
    ...Object.entries(templates).flatMap(nameFaults),
    ...Object.entries(templates).flatMap(([file, template]) => moduleFaults(file, template, templates)),
    ...bodies.flat(),
  ];
}

/** What a file declares of one kind. */
export function declared(template: Template | undefined, kind: Declaration['kind']): Declaration[] {
  return (template?.declarations ?? []).filter((one) => one.kind === kind);
}

/** A value as an object; an empty one where it is none. */
export function objectOf(value: Value | undefined): { [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { [key: string]: Value })
    : {};
}

function nameFaults([file, { declarations, uses }]: [string, Template]): string[] {
  const names = declarations.filter(({ kind }) => kind !== 'output').map(({ name }) => name);
  const used = new Set(uses.map((use) => use.split(/[.([]/)[0] ?? ''));
  const unknown = [...used].filter((name) => !names.includes(name) && !builtIn.includes(name));
  const idle = declarations.filter(({ kind, name }) => /param|var/.test(kind) && !used.has(name));
  return [
    ...unknown.map((name) => `${file}: there is no ${name}`),
    ...idle.map(({ name }) => `${file}: nobody uses ${name}`),
  ];
}

function moduleFaults(file: string, template: Template, templates: Templates): string[] {
  return declared(template, 'module').flatMap(({ name, of = '', value }) => {
    const module = templates[of];
    if (!module) return [`${file}: there is no ${of}`];
    const params = declared(module, 'param');
    const given = Object.keys(objectOf(objectOf(value).params));
    const outputs = declared(module, 'output').map((one) => `${name}.outputs.${one.name}`);
    return [
      ...given
        .filter((one) => !params.some((param) => param.name === one))
        .map((one) => `${file}: ${of} has no parameter ${one}`),
      ...params
        .filter((param) => param.value === undefined && !given.includes(param.name))
        .map((param) => `${file}: ${of} lacks its parameter ${param.name}`),
      ...template.uses
        .filter((use) => use.startsWith(`${name}.outputs.`) && !outputs.includes(use))
        .map((use) => `${file}: ${of} has no output for ${use}`),
    ];
  });
}

async function bodyFaults([file, template]: [string, Template]): Promise<string[]> {
  const faults = declared(template, 'resource').map(async ({ name, of = '', value }) => {
    if (byHand.includes(of)) return [];
    const [type = '', version = ''] = of.split('@');
    const [library, model] = models[type] ?? [];
    if (!library || !model) return [`${name}: nobody knows the model of ${type}`];
    const shapes = await shapesOf(library);
    const body = Object.entries(objectOf(value)).filter(([key]) => !around.includes(key));
    return [
      ...(shapes.versions.includes(version) ? [] : [`${name}: the model is of ${shapes.versions.join()}`]),
      ...shapes.problems(model, Object.fromEntries(body)),
    ];
  });
  return (await Promise.all(faults)).flat().map((fault) => `${file}: ${fault}`);
}
