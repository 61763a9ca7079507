import { UnavailableError } from '#ports/errors.ts';
import type { TokenVault } from '#ports/tokenVault.ts';
import type { SignInContent } from './tokenRecord.ts';

/**
 * Puts a sign-in into the vault; the answer is what the document holds of it. Where a vault takes little, tokens that can
 * be had again stay out. Throws `UnavailableError('sign-in-too-long')` where even the rest is too long.
 */
export async function keepContent(
  { vault }: { vault: TokenVault },
  organization: string,
  content: SignInContent,
): Promise<string> {
  const whole = JSON.stringify(content);
  const text = whole.length <= vault.most ? whole : JSON.stringify({ ...content, access: {} });
  if (text.length > vault.most) throw new UnavailableError('sign-in-too-long');
  return await vault.put(organization, text);
}

/** What the vault has of a sign-in; undefined where it can't be read any more. */
export async function contentOf(
  { vault }: { vault: Pick<TokenVault, 'take'> },
  organization: string,
  held: string,
): Promise<SignInContent | undefined> {
  const text = await vault.take(organization, held);
  return text === undefined ? undefined : (JSON.parse(text) as SignInContent);
}
