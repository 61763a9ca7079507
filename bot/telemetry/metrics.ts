import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

/** What `GET /metrics` shows, in Prometheus' format; labels have few values and name nobody. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    intake: new Counter({
      name: 'cosell_intake_total',
      help: 'Deliveries to POST /api/referrals by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    follows: new Counter({
      name: 'cosell_follows_total',
      help: 'Requests of GET /api/referrals by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    tables: new Counter({
      name: 'cosell_tables_total',
      help: 'Requests of POST /api/customers and POST /api/solutions by table and outcome',
      labelNames: ['table', 'outcome'],
      registers,
    }),
    tableRows: new Counter({
      name: 'cosell_table_rows_total',
      help: 'Rows of tables that were sent in, by table and what became of them',
      labelNames: ['table', 'outcome'],
      registers,
    }),
    presses: new Counter({
      name: 'cosell_presses_total',
      help: 'Presses of card buttons by verb and outcome',
      labelNames: ['verb', 'outcome'],
      registers,
    }),
    pressSeconds: new Histogram({
      name: 'cosell_press_seconds',
      help: 'Time from the arrival of a press to its answer',
      labelNames: ['verb'],
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
      registers,
    }),
    searchSeconds: new Histogram({
      name: 'cosell_search_seconds',
      help: 'Time from a keystroke in a field that suggests to its answer',
      labelNames: ['dataset'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
      registers,
    }),
    refusedActivities: new Counter({
      name: 'cosell_refused_activities_total',
      help: 'Requests to /api/messages that were refused before they were read, by reason',
      labelNames: ['reason'],
      registers,
    }),
    wrongKeys: new Counter({
      name: 'cosell_wrong_intake_keys_total',
      help: 'Requests to the intake without a key that is one',
      registers,
    }),
    deliveries: new Counter({
      name: 'cosell_deliveries_total',
      help: 'Sends and edits of messages by kind and outcome',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    nobodyTold: new Counter({
      name: 'cosell_nobody_told_total',
      help: 'Undecided referrals for which nobody with the right to decide has the bot installed',
      registers,
    }),
    setAside: new Counter({
      name: 'cosell_set_aside_total',
      help: 'Events given up after repeated failures; each is in the log with its referral',
      registers,
    }),
    workerErrors: new Counter({
      name: 'cosell_worker_errors_total',
      help: 'Failures of the worker, each retried',
      registers,
    }),
    partnerCenterRequests: new Counter({
      name: 'cosell_partner_center_reads_total',
      help: 'Requests by which referrals are read from Partner Center, by what was asked for',
      labelNames: ['what'],
      registers,
    }),
    partnerCenterRows: new Counter({
      name: 'cosell_partner_center_records_total',
      help: 'Records read from Partner Center that said something new, or could not be taken in, by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    partnerCenterFailures: new Counter({
      name: 'cosell_partner_center_failures_total',
      help: 'Times that reading from Partner Center had to wait, by the reason',
      labelNames: ['code'],
      registers,
    }),
    partnerCenterWebhooks: new Counter({
      name: 'cosell_partner_center_webhooks_total',
      help: 'Deliveries to POST /api/partner-center/webhooks by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    reread: new Counter({
      name: 'cosell_settings_reread_total',
      help: 'Changes of the organizations file and of files of secrets that were met, by setting and outcome',
      labelNames: ['setting', 'outcome'],
      registers,
    }),
    telemetryLost: new Counter({
      name: 'cosell_telemetry_lost_total',
      help: 'Batches of traces, metrics or logs that could not be exported, by signal',
      labelNames: ['signal'],
      registers,
    }),
    lastPoll: new Gauge({
      name: 'cosell_worker_last_poll_seconds',
      help: 'Unix time of the last time the worker looked for work',
      registers,
    }),
  };
}
