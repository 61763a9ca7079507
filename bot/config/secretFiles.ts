import { readFileSync } from 'node:fs';

type Env = Readonly<Record<string, string | undefined>>;

/** The settings that are secrets: each may stand in a file instead, whose path is the setting with `_FILE` behind it. */
export const secretNames = [
  'MicrosoftAppPassword',
  'INTAKE_KEY',
  'COSMOS_KEY',
  'PARTNER_CENTER_TOKEN_KEY',
  'OTEL_EXPORTER_OTLP_HEADERS',
] as const;

/** The environment as it counts, and what of it could not be had. */
interface WithSecrets {
  env: Env;
  unreadable: readonly { name: string; problem: string }[];
}

/**
 * The environment with the secrets that stand in files: what other processes of the user may list is then a path. A file
 * that can't be read, is empty, or names a secret that is set as well is told in words.
 */
export function withSecretFiles(env: Env): WithSecrets {
  const unreadable: { name: string; problem: string }[] = [];
  const read: [name: string, secret: string][] = [];
  for (const [name, path] of secretFilesOf(env)) {
    const secret = env[name]?.trim() ? `${name} is set as well: choose one of the two` : secretIn(path);
    if (typeof secret === 'string') unreadable.push({ name, problem: `${name}_FILE ${path}: ${secret}` });
    else read.push([name, secret.text]);
  }
  return { env: { ...env, ...Object.fromEntries(read) }, unreadable };
}

/** The secrets that stand in files, with their paths. */
export function secretFilesOf(env: Env): [name: string, path: string][] {
  return secretNames.flatMap((name) => {
    const path = env[`${name}_FILE`]?.trim();
    return path ? [[name, path] satisfies [string, string]] : [];
  });
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
