/** Under these names a referral comes from what passes it on. */
const wrapperNames = ['value', 'referral', 'resource', 'data', 'body'];
/** Under these lists of them come, from the API too. */
const listNames = ['value', 'items', 'referrals', 'results', 'data'];

/**
 * What a body is that was sent in the place of a referral, and what to send instead; undefined for everything else.
 * `body`: with property names in lower case.
 */
export function mistakenFor(body: unknown): string | undefined {
  if (Array.isArray(body)) return mistakenList(body);
  if (!isObject(body)) return undefined;
  if (body.eventname !== undefined && body.resourceuri !== undefined) {
    return 'is a webhook notification: fetch the referral that ResourceUri names, and send that';
  }
  if (isReferral(body)) return undefined;
  if (isObject(body.error) || body.statuscode === 429) {
    return 'is an error that was answered in place of a referral: ask for the referral again, and send that';
  }
  const inner = isObject(body.d) ? body.d : body;
  const list = listNames.find((name) => Array.isArray(inner[name]));
  if (list !== undefined) {
    return `is a page of a list: send the referrals in "${list}" one by one, each in a request of its own`;
  }
  const wrapped = wrapperNames.find((name) => isObject(body[name]) && isReferral(body[name]));
  return wrapped === undefined ? undefined : `wraps a referral: send what stands in "${wrapped}"`;
}

function mistakenList(list: readonly unknown[]): string | undefined {
  if (!list.some(isObject)) return undefined;
  const patch = list.every((one) => isObject(one) && one.op !== undefined && one.path !== undefined);
  return patch
    ? 'is a JSON Patch: send the whole referral as it is after it'
    : 'is a list: send the referrals in it one by one, each in a request of its own';
}

/** Whether it looks like a referral, right or not. */
function isReferral(body: Readonly<Record<string, unknown>>): boolean {
  return isObject(body.customerprofile) || (typeof body.id === 'string' && body.status !== undefined);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
