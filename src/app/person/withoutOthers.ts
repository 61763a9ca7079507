const COVERED = '•••';
// With limits, because a text of ten thousand signs must not take seconds.
const anyAddress = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
const addressKey = /mail|upn|principal/i;
const numberKey = /phone|mobile|tel/i;

/** What is given to a person of what is stored about them: nobody else's e-mail address, nor the number beside it. */
export function withoutOthers(value: unknown, addresses: readonly string[]): unknown {
  if (typeof value === 'string') return covered(value, addresses);
  if (Array.isArray(value)) return value.map((one: unknown) => withoutOthers(one, addresses));
  if (typeof value !== 'object' || value === null) return value;
  const entries: [string, unknown][] = Object.entries(value);
  const ofAnother = isOfAnother(entries, addresses);
  return Object.fromEntries(
    entries.map(([key, one]) => {
      const number = ofAnother && numberKey.test(key) && typeof one === 'string';
      return [covered(key, addresses), number ? COVERED : withoutOthers(one, addresses)];
    }),
  );
}

/** Whether somebody else's contact data stand here: they have an address, and none of them is the person's own. */
function isOfAnother(entries: readonly [string, unknown][], addresses: readonly string[]): boolean {
  const given = entries.flatMap(([key, one]) => {
    return addressKey.test(key) && typeof one === 'string' && one.trim() ? [one.trim().toLowerCase()] : [];
  });
  return given.length > 0 && !given.some((one) => addresses.includes(one));
}

function covered(text: string, addresses: readonly string[]): string {
  if (!text.includes('@')) return text;
  return text.replace(anyAddress, (one) => (addresses.includes(one.toLowerCase()) ? one : COVERED));
}
