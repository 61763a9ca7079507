import { ConfigError, UnavailableError } from '#ports/errors.ts';

const again = 'it is safe to run the same command again';

/** What is away, where it is not the store. */
const outside: Readonly<Record<string, string>> = {
  'sign-in-away': `the sign-in of Microsoft does not answer, or its certificate is not trusted; ${again}`,
  'sign-in-too-long':
    'the Key Vault takes no secret as long as this sign-in: use PARTNER_CENTER_TOKEN_KEY instead',
  'key-vault-away': `the Key Vault does not answer; ${again}`,
  'key-vault-forbidden':
    'the Key Vault does not let this process in: its identity needs the role Key Vault Secrets Officer',
  'signed-out': 'the sign-in to Partner Center is good for nothing any more: npm run partner-center:connect',
  'not-allowed': 'Partner Center does not let this account do that: its roles do not reach',
  throttled: `Partner Center asks for patience; ${again}`,
  'partner-center-away': `Partner Center does not answer, or its certificate is not trusted; ${again}`,
  'partner-center-slow': `Partner Center does not answer in time; ${again}`,
  'partner-center-refuses': 'Partner Center does not let this account do that',
  renewing: `another process is renewing the sign-in; ${again}`,
};

/** Why a command line failed, line by line, without anybody's data. */
export function failureWords(error: unknown): readonly string[] {
  if (error instanceof ConfigError) return error.problems;
  if (error instanceof UnavailableError) {
    return [
      error.words ?? outside[error.code] ?? 'the store is away; it is safe to run the same command again',
    ];
  }
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return [`there is no file ${path}`];
  if (code === 'EISDIR') return ['this is a folder, not a file'];
  if (code === 'EACCES') return [`${path} may not be read`];
  return [message];
}
