/** How a company works with the bot in a month. */
export interface Month {
  sellers: number;
  referrals: number;
}

/** What that takes, in the units that Azure counts. */
export interface MonthlyUse {
  /** Of two replicas with half a processor and 1 GiB each. */
  processorSeconds: number;
  memorySeconds: number;
  databaseRequests: number;
  /** At most: as if each request were as dear as the dearest of its kind. */
  requestUnits: number;
  /** Of those that are paid for anyway: a tenth of the throughput that was chosen, all the time. */
  shareOfLeast: number;
  logMegabytes: number;
}

const SECONDS = 30 * 24 * 3_600;
const MINUTES = SECONDS / 60;
const REPLICAS = 2;
const WORKING_DAYS = 20;
/** What somebody presses or types on a working day. */
const PRESSES_A_DAY = 10;
/** Requests of the database, at most. */
const requests = { referral: 30, press: 20, quietMinute: 4 };
/** Microsoft's published charge of writing 16 KB, and as much again for what is indexed of it. */
const UNITS_OF_A_WRITE = 2 * 9.52;
/** Of a query that finds nothing, which is what a quiet minute asks. */
const UNITS_OF_LOOKING = 3;
const LEAST_UNITS_A_SECOND = 100;
/** A line as Log Analytics counts it, with its columns. */
const BYTES_A_LINE = 1_000;

/** What a month takes, computed; docs/deploy/costs.md shows it. */
export function monthlyUse({ sellers, referrals }: Month): MonthlyUse {
  const presses = sellers * PRESSES_A_DAY * WORKING_DAYS;
  const asked = referrals * requests.referral + presses * requests.press;
  const looks = REPLICAS * MINUTES * requests.quietMinute;
  const requestUnits = asked * UNITS_OF_A_WRITE + looks * UNITS_OF_LOOKING;
  return {
    processorSeconds: REPLICAS * 0.5 * SECONDS,
    memorySeconds: REPLICAS * SECONDS,
    databaseRequests: asked + looks,
    requestUnits,
    shareOfLeast: requestUnits / (LEAST_UNITS_A_SECOND * SECONDS),
    logMegabytes: ((presses + 4 * referrals) * BYTES_A_LINE) / 1e6,
  };
}
