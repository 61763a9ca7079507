import { z } from 'zod';
import { defaultOptions } from '#domain/values/options.ts';
import { ConfigError } from '#ports/errors.ts';
import type { Organization, Organizations, WorkingHours } from '#ports/organizations.ts';
import { issueWords } from './issueWords.ts';
import { organizationEntry } from './organizationEntry.ts';
import { organizationMisfits } from './organizationMisfits.ts';
import { readJsonFile } from './readJsonFile.ts';

const file = z.strictObject({ organizations: z.array(organizationEntry).min(1) });

/** Organizations with the digests of their intake keys, which never leave this module's callers. */
export interface LoadedOrganizations extends Organizations {
  /** SHA-256 digests in hexadecimal, with the organization each belongs to. */
  keyDigests: readonly { digest: string; organizationId: string }[];
}

/** Reads and checks the organizations file; throws ConfigError with every problem at once. */
export function loadOrganizations(path: string): LoadedOrganizations {
  const json = readJsonFile('ORGANIZATIONS_FILE', path);
  const parsed = file.safeParse(json);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => ({
      path: issue.path.join('.') || 'the file',
      message: issueWords(issue),
    })),
    ...organizationMisfits(json),
  ].map((one) => `${path}: ${one.path}: ${one.message}`);
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const organizations = parsed.data.organizations.map(
    (one): Organization => ({
      id: one.id,
      name: one.name,
      partnerCenterId: one.partnerCenterId,
      tenantIds: one.tenantIds,
      open: false,
      workingHours: one.workingHours,
      language: one.language,
      members: one.members,
      locations: one.locations,
      routes: one.routes,
      solutions: one.solutions,
      customersByHttp: one.customersByHttp,
      vetted: one.vetted,
      crmUrl: one.crmUrl,
      partnerCenter: one.partnerCenter,
      options: one.options,
      stageNames: one.stageNames,
    }),
  );
  const keyDigests = parsed.data.organizations.flatMap((one) =>
    one.intakeKeyDigests.map((text) => ({ digest: text, organizationId: one.id })),
  );
  return { ...organizationsAmong(organizations), keyDigests };
}

/** The one organization of Local mode: open to any tenant and any organization id, everyone an admin. */
export function localOrganization(zone: string, keyDigest: string): LoadedOrganizations {
  const hours: WorkingHours = { timeZone: zone, start: 9 * 60, end: 17 * 60, days: [1, 2, 3, 4, 5] };
  const local: Organization = {
    id: 'local',
    name: 'Local',
    tenantIds: [],
    open: true,
    workingHours: hours,
    members: [],
    locations: [{ mpnId: '1234567', name: 'Local', country: 'US' }],
    routes: [],
    solutions: [],
    vetted: true,
    options: defaultOptions,
  };
  return { ...organizationsAmong([local]), keyDigests: [{ digest: keyDigest, organizationId: local.id }] };
}

/** The organizations of a list, found by id and by tenant; an open one gets every tenant that is nobody else's. */
export function organizationsAmong(organizations: readonly Organization[]): Organizations {
  const byId = new Map(organizations.map((one) => [one.id, one]));
  const byTenant = new Map(
    organizations.flatMap((one) => one.tenantIds.map((tenant) => [tenant, one] as const)),
  );
  const open = organizations.find((one) => one.open);
  return {
    all: () => organizations,
    byId: (id) => byId.get(id),
    byTenant: (tenantId) => byTenant.get(tenantId.toLowerCase()) ?? open,
  };
}
