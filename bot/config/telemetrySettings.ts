import type { z } from 'zod';
import type { ExportTarget } from '#bot/telemetry/exporting.ts';
import { setting } from './setting.ts';
import { isWebAddress } from './webAddress.ts';

const samplers = ['always_on', 'always_off', 'traceidratio'].flatMap((name) => [name, `parentbased_${name}`]);

const switched = setting.refine((value) => value === undefined || /^(otlp|none)$/i.test(value), {
  message: 'must be otlp or none',
});

const pairs = setting
  .transform((value) => (value === undefined ? {} : readPairs(value)))
  .refine((read) => read !== undefined, {
    message: 'must be names and values such as team=sales,stage=prod, with %2C for a comma in a value',
  });

/** The settings of OpenTelemetry, as its specification names them. */
export const telemetrySettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: setting.refine((value) => value === undefined || isWebAddress(value), {
    message: 'must be a complete address such as http://127.0.0.1:4318',
  }),
  OTEL_EXPORTER_OTLP_HEADERS: pairs,
  OTEL_EXPORTER_OTLP_PROTOCOL: setting.refine(
    (value) => value === undefined || /^http\/(json|protobuf)$/.test(value),
    {
      message: 'must be http/json: the bot speaks OTLP over HTTP alone, at port 4318 of most collectors',
    },
  ),
  OTEL_SERVICE_NAME: setting,
  OTEL_RESOURCE_ATTRIBUTES: pairs,
  OTEL_TRACES_EXPORTER: switched,
  OTEL_METRICS_EXPORTER: switched,
  OTEL_LOGS_EXPORTER: switched,
  OTEL_TRACES_SAMPLER: setting.refine((value) => value === undefined || samplers.includes(value), {
    message: `must be one of ${samplers.join(', ')}`,
  }),
  OTEL_TRACES_SAMPLER_ARG: setting
    .transform((value) => Number(value ?? 1))
    .refine((share) => share >= 0 && share <= 1, { message: 'must be a share from 0 to 1, such as 0.1' }),
  OTEL_SDK_DISABLED: setting.refine((value) => value === undefined || /^(true|false)$/i.test(value), {
    message: 'must be true or false',
  }),
};

type Given = z.output<z.ZodObject<typeof telemetrySettings>>;

/** Where what is seen goes; undefined where nothing is exported. */
export function exportTarget(given: Given): ExportTarget | undefined {
  const endpoint = given.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (!endpoint || given.OTEL_SDK_DISABLED?.toLowerCase() === 'true') return undefined;
  const resource = given.OTEL_RESOURCE_ATTRIBUTES ?? {};
  return {
    endpoint,
    headers: given.OTEL_EXPORTER_OTLP_HEADERS ?? {},
    resource,
    serviceName: given.OTEL_SERVICE_NAME ?? resource['service.name'] ?? 'cosell-bot',
    signals: {
      traces: isOn(given.OTEL_TRACES_EXPORTER),
      metrics: isOn(given.OTEL_METRICS_EXPORTER),
      logs: isOn(given.OTEL_LOGS_EXPORTER),
    },
    sampler: {
      name: given.OTEL_TRACES_SAMPLER ?? 'parentbased_always_on',
      share: given.OTEL_TRACES_SAMPLER_ARG,
    },
  };
}

function isOn(exporter: string | undefined): boolean {
  return exporter?.toLowerCase() !== 'none';
}

/** `a=1,b=2` as W3C Baggage writes it; undefined where it is none. */
function readPairs(text: string): Record<string, string> | undefined {
  const entries = text
    .split(',')
    .filter((pair) => pair.trim() !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1).trim()] as const;
    });
  if (entries.some(([name]) => name === '')) return undefined;
  try {
    return Object.fromEntries(entries.map(([name, value]) => [name, decodeURIComponent(value)]));
  } catch {
    return undefined;
  }
}
