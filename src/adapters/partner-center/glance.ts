import type { Glance, WireObject } from '#ports/partnerCenter.ts';
import { wireInstant } from './wireInstant.ts';

/** Looks at what a record says of itself in its first row of properties, whatever their case. */
export function glance(body: WireObject): Glance {
  const found = new Map(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value]));
  const text = (name: string): string | undefined => {
    const value = found.get(name);
    return typeof value === 'string' && value.trim() ? value.trim() : undefined;
  };
  return {
    id: text('id')?.toLowerCase(),
    engagementId: text('engagementid'),
    partnerCenterOrganization: text('organizationid')?.toLowerCase(),
    updated: wireInstant(text('updateddatetime') ?? '') ?? '',
  };
}
