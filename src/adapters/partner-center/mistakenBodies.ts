/** Under these names lists of referrals come from the API and from what passes them on. */
const listNames = ['value', 'items', 'referrals', 'results', 'data'];

/**
 * What a body is that was sent in the place of a referral, and what to send instead; undefined for everything else.
 * `body`: with property names in lower case.
 */
export function mistakenFor(body: Readonly<Record<string, unknown>>): string | undefined {
  if (body.eventname !== undefined && body.resourceuri !== undefined) {
    return 'is a webhook notification: fetch the referral that ResourceUri names, and send that';
  }
  if (body.customerprofile === undefined && body.id === undefined) {
    const list = listNames.find((name) => Array.isArray(body[name]));
    if (list !== undefined) {
      return `is a page of a list: send the referrals in "${list}" one by one, each in a request of its own`;
    }
  }
  return undefined;
}
