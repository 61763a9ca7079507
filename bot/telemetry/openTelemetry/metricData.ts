import { type HrTime, ValueType } from '@opentelemetry/api';
import { AggregationTemporality, DataPointType, type MetricData } from '@opentelemetry/sdk-metrics';

/** One of Prometheus, as its library says it. */
interface Metric {
  name: string;
  help: string;
  type: unknown;
  values: readonly {
    value: number;
    labels: Readonly<Record<string, string | number | undefined>>;
    metricName?: string;
  }[];
}

/** The metrics of Prometheus in the shape of OpenTelemetry; `since` and `now` in milliseconds since 1970. */
export function metricsOf(metrics: readonly Metric[], since: number, now: number): MetricData[] {
  const times = { startTime: hrTime(since), endTime: hrTime(now) };
  return metrics.flatMap((metric) => {
    const { name, help, type } = metric;
    const base = {
      descriptor: { name, description: help, unit: '', valueType: ValueType.DOUBLE },
      aggregationTemporality: AggregationTemporality.CUMULATIVE,
    };
    const points = () =>
      metric.values.map(({ value, labels }) => ({ ...times, value, attributes: attributesOf(labels) }));
    switch (type) {
      case 'counter':
        return { ...base, dataPointType: DataPointType.SUM, isMonotonic: true, dataPoints: points() };
      case 'gauge':
        return { ...base, dataPointType: DataPointType.GAUGE, dataPoints: points() };
      case 'histogram':
        return {
          ...base,
          dataPointType: DataPointType.HISTOGRAM,
          dataPoints: histograms(metric).map((one) => ({ ...times, ...one })),
        };
      default:
        return [];
    }
  });
}

/** One histogram for each combination of labels: Prometheus counts up to a bound, OpenTelemetry between two. */
function histograms({ name, values }: Metric) {
  const groups = Map.groupBy(values, ({ labels }) => JSON.stringify({ ...labels, le: undefined }));
  return [...groups.values()].map((group) => {
    const total = (end: string) =>
      group.find(({ metricName }) => metricName === `${name}_${end}`)?.value ?? 0;
    const upTo = group.filter(({ metricName }) => metricName === `${name}_bucket`);
    const boundaries = upTo.map(({ labels }) => Number(labels.le)).filter(Number.isFinite);
    const counts = upTo.map(({ value }, at) => value - (upTo[at - 1]?.value ?? 0));
    const { le: _, ...labels } = group[0]?.labels ?? {};
    return {
      attributes: attributesOf(labels),
      value: { buckets: { boundaries, counts }, sum: total('sum'), count: total('count') },
    };
  });
}

function attributesOf(labels: Metric['values'][number]['labels']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(labels).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function hrTime(milliseconds: number): HrTime {
  return [Math.floor(milliseconds / 1_000), Math.round((milliseconds % 1_000) * 1e6)];
}
