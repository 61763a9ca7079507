import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { type Composed, compose } from '#bot/compose.ts';
import { fillingOf } from '#bot/composeImports.ts';
import { type Config, readConfig } from '#bot/config/config.ts';
import { keyDigest } from '#bot/http/intakeKeys.ts';
import { someoneIsThere, startAnswering } from './answering.ts';
import { attachPlayground } from './attach.ts';
import { beginDemo } from './beginning.ts';
import { demoCustomers, demoMicrosoftSolutions, demoPartnerSolutions, demoSolutions } from './catalogs.ts';
import { openDemoCosmos } from './cosmosStore.ts';
import { contoso, guests, playgroundOf } from './guests.ts';
import { demoOrganizations, HOST } from './organizations.ts';
import { type DemoPartnerCenter, startDemoPartnerCenter } from './partnerCenter.ts';
import { type Playground, startPlayground } from './playground.ts';

const KEY = 'demo-intake-key-0000';
/** Of the bot, where nothing else is said. */
const USUAL_PORT = '3978';
const PAUSE_BEFORE_FIRST = 3_000;

/**
 * The bot, a store and the Agents Playground; a referral comes once somebody opens a chat. The store is embedded, with
 * `cosmos` it is the one that several replicas share.
 */
async function main(): Promise<void> {
  const [given] = process.argv.slice(2);
  const onCosmos = given === 'cosmos';
  const word = onCosmos ? undefined : given;
  const partnerCenter = word === undefined ? await startDemoPartnerCenter() : undefined;
  const config = readConfig({
    PORT: process.env.PORT,
    // Each demo begins anew, so that a newcomer sees the welcome and the first card.
    SQLITE_FILE: ':memory:',
    INTAKE_KEY: process.env.INTAKE_KEY ?? KEY,
    // Who answers by itself has nobody to be told, which is nothing to be warned of.
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
    ...partnerCenter?.settings,
  });
  if (!partnerCenter) return attachPlayground(word ?? '', `http://${config.host}:${config.port}`);
  const cosmos = onCosmos ? await openDemoCosmos() : undefined;
  const ends: (() => Promise<void>)[] = [partnerCenter.stop];
  let stopping = false;
  const stop = (code = 0) => {
    // Who presses Ctrl+C once more does not want to wait.
    if (stopping) process.exit(code);
    stopping = true;
    void Promise.allSettled(ends.map((end) => end())).then(() => process.exit(code));
  };
  process.on('SIGINT', () => stop());
  process.on('SIGTERM', () => stop());

  const organizations = demoOrganizations(config.timeZone, keyDigest(config.intakeKey ?? KEY));
  const composed = await compose(config, { organizations, ...(cosmos && { store: cosmos.store }) });
  // The bot writes to the last, so that what it writes to ends after it.
  ends.unshift(() => composed.close().then(() => cosmos?.stop()));
  await beginDemo(composed.store);
  await fillCatalogs(composed.store);
  const bot = await listen(composed, config);
  await partnerCenter.connect(composed, bot);
  const folder = './data';
  mkdirSync(folder, { recursive: true });
  const configFile = join(folder, 'demo-playground.yml');
  writeFileSync(configFile, playgroundOf(contoso));
  const playground = await startPlayground({
    messagesUrl: `${bot}/api/messages`,
    configFile,
    port: contoso.port,
    logFile: join(folder, 'demo-playground.log'),
  });
  ends.unshift(playground.stop);
  void playground.ended.then(() => {
    if (stopping) return;
    process.stderr.write('The Agents Playground has ended, so the demo ends too.\n');
    stop(1);
  });
  greet(playground, partnerCenter, bot, config);
  if (cosmos)
    say(`  Everything is kept in Azure Cosmos DB, or in what stands in for it here:  ${cosmos.where}\n`);
  const wake = () => composed.worker.wake();
  const others = startAnswering({ ...composed, wake }, say);
  ends.unshift(others.stop);

  let sent = 0;
  const send = () => say(`  New referral in Partner Center: ${partnerCenter.create(sent++)}`);
  while (!stopping && !(await someoneIsThere(composed.store, HOST))) await wait(300);
  await wait(PAUSE_BEFORE_FIRST);
  if (stopping) return;
  send();
  if (!process.stdin.isTTY) return;
  say('  Press Enter for another referral, Ctrl+C to stop.\n');
  createInterface({ input: process.stdin }).on('line', send);
}

/** What a deal is created with: customers and solutions to choose from. */
async function fillCatalogs(store: Composed['store']): Promise<void> {
  const { register, solutions } = fillingOf(store);
  await register.register(demoCustomers);
  await solutions({ organization: HOST }).put(demoSolutions);
  await solutions({ organization: guests.fabrikam.id }).put(demoPartnerSolutions);
  await solutions('microsoft').put(demoMicrosoftSolutions);
}

/** Answers the address under which the bot listens. */
async function listen({ server, worker }: Composed, { host, port }: Config): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const advice = 'stop what uses it (another demo?), or choose another: PORT=4000 npm run demo';
      reject(error.code === 'EADDRINUSE' ? new Error(`port ${port} is taken; ${advice}`) : error);
    });
    server.listen(port, host, () => resolve());
  });
  worker.start();
  return `http://${host}:${server.address().port}`;
}

function greet(
  { url, port }: Playground,
  { pageUrl }: DemoPartnerCenter,
  bot: string,
  { intakeKey }: Config,
): void {
  const elsewhere = port === contoso.port ? '' : `\n  (port ${contoso.port} is taken, so it is another one)`;
  const { port: botPort } = new URL(bot);
  const attaching = `${botPort === USUAL_PORT ? '' : `PORT=${botPort} `}npm run demo -- `;
  say(`
  Open this in a browser:  ${url}${elsewhere}

  The bot welcomes you in the personal chat, and a few seconds later a referral arrives there.
  Before you answer it, open Sales > General: the same card stands there, without the customer's contact.
  Press Accept or Decline in either place: both cards show who decided.

  The company is connected to Partner Center, or to what stands in for it here:  ${pageUrl}
  There you see what arrived, and can change something: the cards follow within seconds.

  You are Anna Berg, an admin of Contoso; type members to see your colleagues, to whom you can hand deals over.
  Li Na asks you for the first deal that you accept. Invited to a deal, Fabrikam and Microsoft answer by themselves.
  To be somebody else, in a second terminal:  ${attaching}li   or   ${attaching}fabrikam   or   ${attaching}microsoft

  A referral of your own: POST it to ${bot}/api/referrals with the key ${intakeKey} (see docs/intake.md).
  Ctrl+C stops the demo and the Playground.
`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`The demo cannot start: ${(error as Error).message}\n`);
  process.exit(1);
});
