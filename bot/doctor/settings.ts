import { secretNames } from '#bot/config/secretFiles.ts';
import { settingNames } from '#bot/config/settings.ts';
import { about, type Finding } from './finding.ts';

type Env = Readonly<Record<string, string | undefined>>;

const { ok, warning, wrong } = about('settings');
/** What begins so is meant for the bot, or for its tests. */
const ours =
  /^(MicrosoftApp|INTAKE_KEY|ORGANIZATIONS?_|SQLITE_|COSMOS_|PARTNER_CENTER_|KEY_VAULT|REMINDER_|DRAIN_|ADMIN_)/i;
const notOfTheBot = /^COSMOS_TEST_/;

/** What is wrong with the settings, and which names mean nothing. */
export function lookAtSettings(env: Env, problems: readonly string[], isLocal: boolean): Finding[] {
  const set = settingNames.filter((name) => env[name]?.trim() || env[`${name}_FILE`]?.trim());
  return [
    ...problems.map(wrong),
    ...misspelled(env),
    ...telemetry(env),
    ...(problems.length === 0
      ? [ok(`${set.length} of ${settingNames.length} are set, and all can be read`)]
      : []),
    ...(problems.length === 0 && isLocal
      ? [
          warning(
            'without MicrosoftAppId the bot runs in Local mode: on this machine alone, and nobody is checked',
          ),
        ]
      : []),
  ];
}

function misspelled(env: Env): Finding[] {
  const known = [...settingNames, ...secretNames.map((name) => `${name}_FILE`)];
  const plain = (name: string) => name.toLowerCase().replaceAll('_', '');
  const byPlain = new Map(known.map((name) => [plain(name), name]));
  return Object.keys(env)
    .filter((name) => env[name]?.trim() && !known.includes(name) && !notOfTheBot.test(name))
    .flatMap((name) => {
      const meant = byPlain.get(plain(name));
      if (meant) return [warning(`${name} means nothing: the setting is spelled ${meant}`)];
      return ours.test(name) ? [warning(`${name} means nothing: docs/deploying.md lists the settings`)] : [];
    });
}

/** What others know as settings of telemetry and the bot does not. */
function telemetry(env: Env): Finding[] {
  const isSet = (name: string) => Boolean(env[name]?.trim());
  const own = ['TRACES', 'METRICS', 'LOGS'].map((one) => `OTEL_EXPORTER_OTLP_${one}_ENDPOINT`).filter(isSet);
  return [
    ...own.map((name) => warning(`${name} means nothing: OTEL_EXPORTER_OTLP_ENDPOINT is for all three`)),
    ...(isSet('APPLICATIONINSIGHTS_CONNECTION_STRING') && !isSet('OTEL_EXPORTER_OTLP_ENDPOINT')
      ? [
          warning(
            'APPLICATIONINSIGHTS_CONNECTION_STRING alone exports nothing: give it to a collector and name that in OTEL_EXPORTER_OTLP_ENDPOINT (docs/deploy/observability.md)',
          ),
        ]
      : []),
  ];
}
