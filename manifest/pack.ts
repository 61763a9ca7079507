import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { type Zippable, zipSync } from 'fflate';
import { z } from 'zod';

/** What an administrator gives to the package: ids from Azure, and who stands behind the app. */
export interface PackageSettings {
  MicrosoftAppId: string;
  TEAMS_APP_ID: string;
  DEVELOPER_NAME: string;
  DEVELOPER_WEBSITE: string;
  PRIVACY_URL: string;
  TERMS_URL: string;
  /** The host whose links to deals unfold. */
  PARTNER_CENTER_DOMAIN: string;
}

export type Result<T> = { ok: true; value: T } | { ok: false; problems: string[] };

/** The finished package, not yet on disk. */
export interface AppPackage {
  zip: Uint8Array;
  /** Names of the files in it, all at top level. */
  files: string[];
  settings: PackageSettings;
}

const guid = (missing: string) =>
  z
    .string(missing)
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, {
      error: ({ input }) =>
        `"${input}" is not an id of the form 12345678-90ab-cdef-1234-567890abcdef, without braces.`,
      abort: true,
    })
    .refine((id) => /[^0-]/.test(id), 'is all zeros: that is a placeholder, not an id.')
    .toLowerCase();

const page = (what: string) =>
  z
    .string(`is missing. It is the https address of ${what}, open to everyone without signing in.`)
    .max(2048, 'is longer than the 2048 characters Teams allows.')
    .pipe(
      z.url({
        protocol: /^https$/,
        hostname: z.regexes.domain,
        error: ({ input }) => `"${input}" is not a public https address like https://www.example.com/page.`,
      }),
    );

const settingsSchema = z.object({
  MicrosoftAppId: guid(
    'is missing. It is the application (client) id of the bot; Azure shows it on the page "Configuration".',
  ),
  TEAMS_APP_ID: guid('is missing.').optional(),
  DEVELOPER_NAME: z
    .string('is missing. It is the company name that Teams shows as the publisher of the app.')
    .max(32, { error: ({ input }) => `"${input}" is longer than the 32 characters Teams allows.` }),
  DEVELOPER_WEBSITE: page('the page with support for the app'),
  PRIVACY_URL: page('your privacy statement'),
  TERMS_URL: page('your terms of use'),
  PARTNER_CENTER_URL: z.string().optional(),
});

const manifestSchema = z.looseObject({
  icons: z.object({ color: z.string(), outline: z.string() }),
  localizationInfo: z.object({
    defaultLanguageFile: z.string(),
    additionalLanguages: z.array(z.object({ file: z.string() })),
  }),
});

/**
 * Takes the settings of the package out of environment variables. An empty variable counts as missing;
 * without a TEAMS_APP_ID the app carries the bot's id. All that is wrong is named at once, in words for an
 * administrator.
 */
export function readSettings(environment: Record<string, string | undefined>): Result<PackageSettings> {
  const given = Object.fromEntries(
    Object.keys(settingsSchema.shape).map((name) => [name, environment[name]?.trim() || undefined]),
  );
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map((i) => `${i.path.join('.')} ${i.message}`) };
  }
  const { PARTNER_CENTER_URL, ...settings } = parsed.data;
  return {
    ok: true,
    value: {
      ...settings,
      TEAMS_APP_ID: settings.TEAMS_APP_ID ?? settings.MicrosoftAppId,
      PARTNER_CENTER_DOMAIN: domainOf(PARTNER_CENTER_URL),
    },
  };
}

/** Links on the bot's cards lead there; what no client could open from elsewhere is none. */
function domainOf(address = ''): string {
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  return /\.[a-z]{2,}$/i.test(host) ? host : 'partner.microsoft.com';
}

/** Puts the settings where a text says `${{NAME}}`. A name that is no setting is our own slip, and throws. */
export function fill(template: unknown, settings: PackageSettings): unknown {
  if (typeof template === 'string') {
    return template.replace(/\$\{\{(\w+)\}\}/g, (_, name: string) => {
      if (!Object.hasOwn(settings, name))
        throw new Error(`manifest.json asks for an unknown setting: ${name}`);
      return settings[name as keyof PackageSettings];
    });
  }
  if (Array.isArray(template)) return template.map((item) => fill(item, settings));
  if (template === null || typeof template !== 'object') return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fill(value, settings)]));
}

/** Checks a manifest or localization file by the schema it names, from the installed package, not the web. */
export async function schemaProblems(file: string, content: unknown): Promise<string[]> {
  const { $schema } = z.looseObject({ $schema: z.string() }).parse(content);
  const carried = await AppManifestUtils.fetchSchema($schema);
  // One pattern of the localization schema leaves a bracket unescaped: no regular expression in unicode mode.
  const schema = JSON.parse(JSON.stringify(carried).replaceAll('\\\\b]', '\\\\b\\\\]'));
  // Its parameter type knows manifests only; the check itself takes any document with its schema.
  const problems = await AppManifestUtils.validateAgainstSchema(content as never, schema);
  return problems.map((problem) => `${file}: ${problem.trim()}`);
}

/**
 * Makes the Teams app package from the folder with the manifest: fills, checks all by the schema, packs.
 * The same input gives the same bytes.
 */
export async function makePackage(
  environment: Record<string, string | undefined>,
  source: string,
): Promise<Result<AppPackage>> {
  const read = readSettings(environment);
  if (!read.ok) return read;

  const filled = fill(JSON.parse(await readFile(join(source, 'manifest.json'), 'utf8')), read.value);
  const { icons, localizationInfo } = manifestSchema.parse(filled);
  const languages = [
    localizationInfo.defaultLanguageFile,
    ...localizationInfo.additionalLanguages.map((language) => language.file),
  ];

  const entries: Zippable = { 'manifest.json': Buffer.from(`${JSON.stringify(filled, null, 2)}\n`) };
  for (const icon of [icons.color, icons.outline]) entries[icon] = await readFile(join(source, icon));
  const problems = await schemaProblems('manifest.json', filled);
  for (const file of languages) {
    const content = await readFile(join(source, file));
    problems.push(...(await schemaProblems(file, JSON.parse(content.toString('utf8')))));
    entries[file] = content;
  }
  if (problems.length > 0) return { ok: false, problems };

  // A zip carries local time: a date made of local parts is the same everywhere.
  const zip = zipSync(entries, { level: 9, mtime: new Date(2000, 0, 1) });
  return { ok: true, value: { zip, files: Object.keys(entries), settings: read.value } };
}

/** Writes the package into the target folder, says what it did and what comes next. Returns the exit code. */
export async function pack(
  environment: Record<string, string | undefined>,
  { source, target }: { source: string; target: string },
  out: { log(line: string): void; error(line: string): void },
): Promise<number> {
  const made = await makePackage(environment, source);
  if (!made.ok) {
    out.error('No package was made. Put this right and run it again:');
    for (const problem of made.problems) out.error(`- ${problem}`);
    return 1;
  }
  const { zip, files, settings } = made.value;
  const path = join(target, 'cosell-bot.zip');
  await mkdir(target, { recursive: true });
  await writeFile(path, zip);
  out.log(`Wrote ${path} (${files.join(', ')}).`);
  out.log(`Bot id ${settings.MicrosoftAppId}, Teams app id ${settings.TEAMS_APP_ID}.`);
  out.log('Next: upload it in the Teams admin center under "Teams apps" > "Manage apps" > "Upload new app".');
  return 0;
}

if (process.argv[1] === import.meta.filename) {
  const source = import.meta.dirname;
  const target = process.argv[2] ?? join(source, 'build');
  process.exitCode = await pack(process.env, { source, target }, console);
}
