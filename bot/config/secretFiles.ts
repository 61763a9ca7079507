import { readFileSync } from 'node:fs';
import { ConfigError } from '#ports/errors.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The settings that are secrets: each may stand in a file instead, whose path is the setting with `_FILE` behind it. */
export const secretNames = [
  'MicrosoftAppPassword',
  'INTAKE_KEY',
  'COSMOS_KEY',
  'PARTNER_CENTER_TOKEN_KEY',
] as const;

/**
 * The environment with the secrets that stand in files: what other processes of the user may list is then a path. Throws
 * ConfigError with every file that can't be read, is empty, or names a secret that is set as well.
 */
export function withSecretFiles(env: Env): Env {
  const problems: string[] = [];
  const read = secretNames.flatMap((name) => {
    const path = env[`${name}_FILE`]?.trim();
    if (!path) return [];
    const secret = env[name]?.trim() ? `${name} is set as well: choose one of the two` : secretIn(path);
    if (typeof secret === 'string') problems.push(`${name}_FILE ${path}: ${secret}`);
    return typeof secret === 'string' ? [] : [[name, secret.text] as const];
  });
  if (problems.length > 0) throw new ConfigError(problems);
  return { ...env, ...Object.fromEntries(read) };
}

/** What a file holds, without the line end that editors put behind it; a text is why it can't be used. */
function secretIn(path: string): { text: string } | string {
  try {
    const text = readFileSync(path, 'utf8').trim();
    return text === '' ? 'the file is empty' : { text };
  } catch (error) {
    return (error as Error).message;
  }
}
