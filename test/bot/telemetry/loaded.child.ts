import { createRequire } from 'node:module';
import { compose } from '#bot/compose.ts';
import { readConfig } from '#bot/config/config.ts';

/** Composes a bot without and then with a collector, and prints which packages of OpenTelemetry were loaded by then. */
const { cache } = createRequire(import.meta.url);

async function loadedWith(settings: Readonly<Record<string, string>>): Promise<string[]> {
  const composed = await compose(readConfig({ SQLITE_FILE: ':memory:', LOG_LEVEL: 'silent', ...settings }));
  await composed.close();
  const packages = Object.keys(cache).flatMap(
    (path) => /@opentelemetry\/((?:sdk|exporter|otlp)[^/\\]*)/.exec(path)?.[1] ?? [],
  );
  return [...new Set(packages)];
}

const none = { OTEL_TRACES_EXPORTER: 'none', OTEL_METRICS_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none' };
const collector = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' };
process.stdout.write(
  JSON.stringify({
    off: await loadedWith({}),
    disabled: await loadedWith({ ...collector, OTEL_SDK_DISABLED: 'true' }),
    on: await loadedWith({ ...collector, ...none }),
  }),
);
