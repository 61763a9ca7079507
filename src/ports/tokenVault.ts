/**
 * Keeps what renews a sign-in so that nobody can read it: one text an organization. Throws `UnavailableError` where the
 * vault is away.
 */
export interface TokenVault {
  /** The longest text that it takes, in characters. */
  most: number;
  /** Keeps a text; the answer is no secret and leads back to it. What was kept before may go. */
  put(organization: string, text: string): Promise<string>;
  /** The text; undefined where it can't be read any more: another key, or removed there. */
  take(organization: string, held: string): Promise<string | undefined>;
  remove(organization: string): Promise<void>;
}
