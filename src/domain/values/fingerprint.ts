const START = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** A short name for a text of any length, the same each time; for ids, which are limited, and never for secrets. */
export function fingerprint(text: string): string {
  let hash = START;
  for (let at = 0; at < text.length; at++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * PRIME);
  }
  return hash.toString(36);
}
