import type { Config } from '#bot/config/config.ts';
import type { ProveApp } from '#bot/config/identity/proveIdentity.ts';
import type { secretNames } from '#bot/config/secretFiles.ts';
import type { Log } from '#bot/telemetry/log.ts';
import type { Metrics } from '#bot/telemetry/metrics.ts';
import { UnavailableError } from '#ports/errors.ts';
import { createTakeover, type TakenOver, type Takeover } from './takeover.ts';

type SecretName = (typeof secretNames)[number];

/** The secrets that may change while the process runs. */
export interface CurrentSecrets {
  password: () => string | undefined;
  tokenKeys: () => readonly string[];
}

interface RereadSecrets {
  config: Config;
  /** All settings as they are by now, secrets from their files. */
  reread: () => { config: Config; problems: readonly string[] };
  proveApp: ProveApp;
  /** The key of Local mode. */
  takeIntakeKey: (key: string) => void;
  log: Log;
  metrics: Metrics;
}

/**
 * Takes over secrets when their files change. The bot's own is tried at Entra first, because it takes a while there until a
 * new one counts; until then the former one is used.
 */
export function rereadSecrets(deps: RereadSecrets): { secrets: CurrentSecrets; takeovers: Takeover[] } {
  const { config, log, metrics } = deps;
  let password = config.app?.password;
  let tokenKeys = keysOf(config);
  const told = new Set<string>();
  const refuse = (setting: SecretName, problems: readonly string[]) => {
    const key = problems.join();
    if (!told.has(key)) log.error({ event: 'secret.refused', setting, problems });
    told.add(key);
  };
  const secret = (
    setting: SecretName,
    of: (config: Config) => string | undefined,
    take: (next: Config) => Promise<TakenOver> | TakenOver,
  ): Takeover =>
    createTakeover(
      setting,
      of(config) ?? '',
      () => of(deps.reread().config) ?? '',
      async () => {
        const { config: next, problems } = deps.reread();
        const own = problems.filter((one) => one.startsWith(setting));
        if (own.length > 0) refuse(setting, own);
        const outcome = own.length > 0 ? 'refused' : await take(next);
        if (outcome === 'taken') log.info({ event: 'secret.changed', setting });
        metrics.reread.inc({ setting, outcome });
        return outcome;
      },
    );
  const atStartOnly = (setting: SecretName, of: (config: Config) => string | undefined) =>
    secret(setting, of, () => {
      refuse(setting, [`${setting} counts from the next start on`]);
      return 'refused';
    });
  return {
    secrets: { password: () => password, tokenKeys: () => tokenKeys },
    takeovers: [
      secret('MicrosoftAppPassword', passwordOf, async ({ app }) => {
        const refused = app && (await refusalOf(deps.proveApp, app));
        if (refused) {
          refuse('MicrosoftAppPassword', [`MicrosoftAppPassword: no token for the new one (${refused})`]);
          return 'again';
        }
        password = app?.password;
        return 'taken';
      }),
      secret(
        'PARTNER_CENTER_TOKEN_KEY',
        (one) => keysOf(one).join(),
        (next) => {
          if (!keysOf(next).some((key) => tokenKeys.includes(key))) {
            refuse('PARTNER_CENTER_TOKEN_KEY', [
              'PARTNER_CENTER_TOKEN_KEY has none of its former keys, so that no sign-in could be read: keep the old one behind the new one, with a comma between them',
            ]);
            return 'refused';
          }
          tokenKeys = keysOf(next);
          return 'taken';
        },
      ),
      secret(
        'INTAKE_KEY',
        ({ intakeKey }) => intakeKey,
        ({ intakeKey }) => {
          if (intakeKey) deps.takeIntakeKey(intakeKey);
          return 'taken';
        },
      ),
      atStartOnly('COSMOS_KEY', ({ store }) => (store.kind === 'cosmos' ? store.key : undefined)),
      atStartOnly('OTEL_EXPORTER_OTLP_HEADERS', ({ telemetry }) => JSON.stringify(telemetry?.headers)),
    ],
  };
}

function passwordOf({ app }: Config): string | undefined {
  return app?.password;
}

function keysOf({ partnerCenter }: Config): readonly string[] {
  return partnerCenter?.vault.kind === 'store' ? partnerCenter.vault.keys : [];
}

async function refusalOf(proveApp: ProveApp, app: NonNullable<Config['app']>): Promise<string | undefined> {
  try {
    return await proveApp(app);
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    return 'the sign-in of Microsoft does not answer';
  }
}
