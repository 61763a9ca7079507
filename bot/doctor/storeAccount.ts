import { about, type Finding } from './finding.ts';
import { type Due, lookAtDue } from './storeDue.ts';

const { ok, warning, wrong } = about('store');

/** What was seen in an account of Azure Cosmos DB. */
export interface SeenAccount {
  addresses: readonly string[];
  absent: readonly string[];
  useless: readonly string[];
  faults?: { missing: readonly string[]; needless: readonly string[]; timeToLive: 'on' | 'off' } | undefined;
  due?: Due;
}

const SHOW_POLICY = 'npm run doctor -- --policy prints the right one';

/** The account, its container and its indexes. */
export function lookAtStoreAccount(name: string, seen: SeenAccount, now: Date): Finding[] {
  const { addresses, absent, useless, faults } = seen;
  const reached = ok(`the account answers at ${addresses.join(' and ')}`);
  if (absent.length > 0) {
    const words = `${name}: there is no ${absent.join(' and no ')} yet; the bot makes it at its first start, if its identity may`;
    return [reached, warning(words)];
  }
  const { missing = [], needless = [], timeToLive = 'on' } = faults ?? {};
  const [paths, composites] = [
    missing.filter((one) => !one.includes(', ')),
    missing.filter((one) => one.includes(', ')),
  ];
  return [
    reached,
    ...useless.map(wrong),
    ...(paths.length > 0
      ? [wrong(`${name} has no index of ${paths.join(', ')}: lists fail; ${SHOW_POLICY}`)]
      : []),
    ...(composites.length > 0
      ? [
          warning(
            `${name} lacks composite indexes, so that lists cost more: ${composites.map((one) => `(${one})`).join(' ')}; the bot adds them if its identity may, else ${SHOW_POLICY}`,
          ),
        ]
      : []),
    ...(needless.length > 0
      ? [
          warning(
            `${name} indexes ${needless.join(', ')} for nobody, so that each write costs more; ${SHOW_POLICY}`,
          ),
        ]
      : []),
    ...(timeToLive === 'off'
      ? [warning(`${name} keeps what has expired: set its time to live to On (no default)`)]
      : []),
    ...(useless.length === 0 && !faults
      ? [ok(`${name}: partition key, time to live and indexes are right`)]
      : []),
    ...lookAtDue(seen.due, now),
  ];
}
