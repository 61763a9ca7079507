import { ConfigError, UnavailableError } from '#ports/errors.ts';

/** Why a command line failed, line by line, without anybody's data. */
export function failureWords(error: unknown): readonly string[] {
  if (error instanceof ConfigError) return error.problems;
  if (error instanceof UnavailableError)
    return ['the store is away; it is safe to run the same command again'];
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return [`there is no file ${path}`];
  if (code === 'EISDIR') return ['this is a folder, not a file'];
  if (code === 'EACCES') return [`${path} may not be read`];
  return [message];
}
