import type { WireObject } from '#ports/partnerCenter.ts';

/** What a list is gone on with: one option of the address of its next page, its value written as it stood there. */
export interface NextOption {
  name: '$skiptoken' | '$skip';
  value: string;
}

const names = ['$skiptoken', '$skip'] as const;
const LONGEST = 4_000;
/** What may stand in an address as it is. */
const written = /^[\w.~!*'(),;:@/?=+%-]+$/;

/** The link to the next page, under each name that OData knows for it. `body`: names in lower case. */
export function nextLinkOf(body: WireObject): string | undefined {
  const link = body['@odata.nextlink'] ?? body['odata.nextlink'] ?? body.nextlink ?? body['@nextlink'];
  return typeof link === 'string' && link.length <= LONGEST ? link.trim() || undefined : undefined;
}

/**
 * What is taken from such a link. It is never followed: its scheme, host and path may be anything (a published one is
 * http and lacks a part of the path, others lack their `?`), so the address is built from the settings. Undefined where
 * it holds nothing to go on with.
 */
export function nextOptionOf(link: string): NextOption | undefined {
  for (const name of names) {
    const value = optionIn(link, name);
    if (value !== undefined && (name !== '$skip' || /^\d{1,9}$/.test(value))) return { name, value };
  }
  return undefined;
}

function optionIn(link: string, name: string): string | undefined {
  const [address = ''] = link.split('#');
  const plain = address.replaceAll(/%24/g, '$');
  const at = plain.toLowerCase().indexOf(`${name}=`);
  if (at < 0) return undefined;
  const [value = ''] = plain.slice(at + name.length + 1).split('&');
  return written.test(value) ? value : encodeURIComponent(value) || undefined;
}
