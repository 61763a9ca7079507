import assert from 'node:assert/strict';
import type { Finding, Verdict } from '#bot/doctor/finding.ts';
import { findingLine, findingsSummary, isAmiss } from '#bot/doctor/finding.ts';
import { type HostAnswer, lookAtClock, lookAtNetwork } from '#bot/doctor/network.ts';
import { lookAtProgram } from '#bot/doctor/program.ts';
import { lookAtSettings } from '#bot/doctor/settings.ts';
import { lookAtStoreAccount, type SeenAccount } from '#bot/doctor/storeAccount.ts';
import { lookAtDue } from '#bot/doctor/storeDue.ts';

type Case = readonly [given: string, found: () => Finding[], mark: Verdict, words: RegExp];

const now = new Date('2031-05-05T12:00:00.000Z');
const machine = { node: '24.21.0', memory: 8e9, root: false };
const answered = (ahead: number | undefined): HostAnswer => ({ kind: 'answered', tls: 'TLSv1.3', ahead });
const network = (answer: HostAnswer, newestTls?: true) =>
  lookAtNetwork([
    { place: { url: 'https://x.example', why: 'trying', ...(newestTls && { newestTls }) }, answer },
  ]);
const silent = (code: string): HostAnswer => ({ kind: 'silent', code });
const account: SeenAccount = { addresses: ['https://a.example'], absent: [], useless: [] };
const faulty = (faults: Partial<NonNullable<SeenAccount['faults']>>) =>
  lookAtStoreAccount(
    'c',
    { ...account, faults: { missing: [], needless: [], timeToLive: 'on', ...faults } },
    now,
  );

const cases: readonly Case[] = [
  ['a Node of today', () => lookAtProgram(machine), 'ok', /^Node 24\.21\.0$/],
  ['an old Node', () => lookAtProgram({ ...machine, node: '20.19.0' }), 'wrong', /Node 24 is needed/],
  ['little memory', () => lookAtProgram({ ...machine, memory: 3e8 }), 'warning', /^286 MB.*give it 400 MB/],
  ['too little', () => lookAtProgram({ ...machine, memory: 1e8 }), 'wrong', /^95 MB/],
  ['root', () => lookAtProgram({ ...machine, root: true }), 'warning', /runs as root/],
  [
    'settings that are right',
    () => lookAtSettings({ PORT: '1', COSMOS_KEY_FILE: '/x', PATH: '/bin' }, [], false),
    'ok',
    /^2 of \d+ are set/,
  ],
  ['a problem', () => lookAtSettings({}, ['PORT must be a port'], false), 'wrong', /^PORT must be a port$/],
  ['no app id', () => lookAtSettings({}, [], true), 'warning', /Local mode/],
  [
    'a name in capitals',
    () => lookAtSettings({ MICROSOFT_APP_ID: 'x' }, [], false),
    'warning',
    /^MICROSOFT_APP_ID means nothing: the setting is spelled MicrosoftAppId$/,
  ],
  [
    'a slip of the pen',
    () => lookAtSettings({ PARTNER_CENTER_POLL_SECS: '5' }, [], false),
    'warning',
    /^PARTNER_CENTER_POLL_SECS means nothing: docs/,
  ],
  [
    'an address that answers',
    () => network(answered(0), true),
    'ok',
    /^x\.example answers, TLS 1\.3: trying$/,
  ],
  [
    'TLS 1.2 where 1.3 is needed',
    () => network({ kind: 'answered', tls: 'TLSv1.2', ahead: 0 }, true),
    'wrong',
    /TLS 1\.2 where it takes 1\.3 alone/,
  ],
  [
    'a name that is not known',
    () => network(silent('ENOTFOUND')),
    'wrong',
    /^x\.example \(trying\): .*DNS \(ENOTFOUND\)$/,
  ],
  ['nobody there', () => network(silent('ECONNREFUSED')), 'wrong', /nobody listens.*\(ECONNREFUSED\)/],
  ['a firewall that swallows', () => network(silent('no answer in time')), 'wrong', /within ten seconds/],
  [
    'a proxy that opens TLS',
    () => network(silent('SELF_SIGNED_CERT_IN_CHAIN')),
    'wrong',
    /NODE_EXTRA_CA_CERTS/,
  ],
  ['anything else', () => network(silent('EPIPE')), 'wrong', /could not be reached \(EPIPE\)/],
  [
    'a clock as outside',
    () => lookAtClock([answered(200), answered(9e9), answered(-300)]),
    'ok',
    /within 1 s/,
  ],
  ['a clock behind', () => lookAtClock([answered(60_000)]), 'warning', /^60 s behind of others.*NTP/],
  ['a clock far ahead', () => lookAtClock([answered(-600_000)]), 'wrong', /^600 s ahead.*tokens are refused/],
  ['nobody who tells the time', () => lookAtClock([silent('ENOTFOUND')]), 'warning', /can’t be compared/],
  ['nothing due', () => lookAtDue({ count: 0, more: false, since: undefined }, now), 'ok', /nothing waits/],
  [
    'something due now',
    () => lookAtDue({ count: 3, more: false, since: '2031-05-05T11:59:00.000Z' }, now),
    'ok',
    /^3 to be done, none of it late$/,
  ],
  [
    'what waits since yesterday',
    () => lookAtDue({ count: 1_000, more: true, since: '2031-05-04T12:00:00.000Z' }, now),
    'warning',
    /^more than 1,000 to be done, the first since 2031-05-04.*is the bot running/,
  ],
  ['a right container', () => lookAtStoreAccount('c', account, now), 'ok', /^c: .*are right$/],
  [
    'no container',
    () => lookAtStoreAccount('c', { ...account, absent: ['container'] }, now),
    'warning',
    /no container yet/,
  ],
  [
    'another partition key',
    () => lookAtStoreAccount('c', { ...account, useless: ['needs the partition key'] }, now),
    'wrong',
    /partition key/,
  ],
  ['missing paths', () => faulty({ missing: ['/sort/*'] }), 'wrong', /no index of \/sort\/\*: .*--policy/],
  [
    'missing composites',
    () => faulty({ missing: ['/a ascending, /b ascending'] }),
    'warning',
    /\(\/a ascending, \/b ascending\)/,
  ],
  ['needless paths', () => faulty({ needless: ['/body/*'] }), 'warning', /indexes \/body\/\* for nobody/],
  ['no time to live', () => faulty({ timeToLive: 'off' }), 'warning', /time to live to On/],
];

describe('A line of the doctor', () => {
  for (const [given, found, mark, words] of cases) {
    it(`given ${given}, then ${mark}: in words`, () => {
      const findings = found();
      assert.ok(
        findings.some((one) => one.mark === mark && words.test(one.words)),
        findings.map(findingLine).join('\n'),
      );
      if (mark === 'ok') assert.equal(isAmiss(findings), false);
    });
  }

  it('given words with line ends, then it is one line all the same; and all are counted', () => {
    const finding: Finding = { subject: 'store', mark: 'wrong', words: 'a\n  b' };
    assert.equal(findingLine(finding), 'wrong    store          a b');
    assert.equal(findingsSummary([finding]), '0 ok, 0 to look at, 1 wrong');
  });
});
