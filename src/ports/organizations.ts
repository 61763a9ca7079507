import type { Role } from '../domain/rights.ts';

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

/** A company that uses the bot, as configured. */
export interface Organization {
  /** Also the partition of its documents. */
  id: string;
  name: string;
  /** Its id in Partner Center, where bodies are checked against it. */
  partnerCenterId?: string | undefined;
  tenantIds: readonly string[];
  /** Trial mode: any tenant, any organization id, everyone a company-wide admin. */
  open: boolean;
  workingHours: WorkingHours;
  members: readonly MemberEntry[];
}

/** The organizations of this deployment, looked up by key. */
export interface Organizations {
  all(): readonly Organization[];
  byId(id: string): Organization | undefined;
  byTenant(tenantId: string): Organization | undefined;
}
