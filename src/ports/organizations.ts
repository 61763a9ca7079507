import type { Solution } from '#domain/referral/referral.ts';
import type { Role } from '#domain/referral/rights.ts';
import type { Options, StageNames } from '#domain/values/options.ts';

/** When people of an organization read messages. */
export interface WorkingHours {
  /** IANA name of the organization's zone, used where a recipient's own is not known. */
  timeZone: string;
  /** Minutes after midnight. */
  start: number;
  end: number;
  /** ISO weekdays, 1 = Monday. */
  days: readonly number[];
}

export interface MemberEntry {
  /** Lower case. */
  email: string;
  role: Role;
  locations: 'all' | readonly string[];
}

/** A partner location (MPN id): what a referral belongs to. */
export interface Location {
  mpnId: string;
  name: string;
  /** ISO 3166-1 alpha-2, capitals. */
  country: string;
}

/** Which channel gets the referrals of a location, of a solution, or of both; without either, all of them. */
export interface RouteEntry {
  /** The team's General channel, as Teams names it (`19:...@thread.tacv2`). */
  channel: string;
  location?: string | undefined;
  /** Solution id. */
  solution?: string | undefined;
}

/** A company that uses the bot, as configured. */
export interface Organization {
  /** Also the partition of its documents. */
  id: string;
  name: string;
  /** Its id in Partner Center, where bodies are checked against it. */
  partnerCenterId?: string | undefined;
  tenantIds: readonly string[];
  /**
   * Where its connection with Partner Center differs from the deployment's: the tenant in which its account signs in (else
   * the first of `tenantIds`), the app registration with which it does, and whether anything is written there.
   */
  partnerCenter?:
    | { tenantId?: string | undefined; clientId?: string | undefined; mode?: 'read' | 'write' | undefined }
    | undefined;
  /** Trial mode: any tenant, any organization id, everyone a company-wide admin. */
  open: boolean;
  workingHours: WorkingHours;
  /** What is written to somebody whose language is not known, or not spoken here; absent: English. */
  language?: string | undefined;
  members: readonly MemberEntry[];
  locations: readonly Location[];
  routes: readonly RouteEntry[];
  /** Its own catalog as far as the file has it; more may have been imported. */
  solutions: readonly Solution[];
  /** Its intake keys may fill the directory of customers, which others share. */
  customersByHttp?: boolean | undefined;
  /** Vetted for solution assessments (CR-10). */
  vetted: boolean;
  /** Where a CRM id leads, `{id}` for the id; absent: nowhere. */
  crmUrl?: string | undefined;
  /** The later rules that it switched on. */
  options: Options;
  /** How it calls the sales stages of its deals (CR-40). */
  stageNames?: StageNames | undefined;
}

/** The organizations of this deployment, looked up by key. */
export interface Organizations {
  all(): readonly Organization[];
  byId(id: string): Organization | undefined;
  byTenant(tenantId: string): Organization | undefined;
}
