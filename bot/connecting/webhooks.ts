import { setTimeout as sleep } from 'node:timers/promises';
import { CONNECTION_ID } from '#app/sync/connectionRecord.ts';
import { noteWebhook } from '#app/sync/reading/webhook.note.ts';
import { complain } from '#bot/commandLine.ts';
import { readConfig } from '#bot/config/config.ts';
import { type ConnectingWork, runConnecting } from './commandLine.ts';
import { eventsToRegister, eventsWithoutOurs } from './webhookEvents.ts';

const usage = `Usage: npm run partner-center:webhooks [-- ORGANIZATION] [--address URL | --remove] [--yes]

  --address URL  has Partner Center tell the bot of changes there; URL: where the world reaches it, such as
                 https://bot.contoso.example
  --remove       has it tell nobody any more
  --yes          takes the place of whoever is told now, without asking

Without either it only says who is told now. Partner Center tells one address of a company: registering the bot takes the
events away from a CRM connector that gets them. The bot needs no webhooks; it hears of changes sooner with them.
`;

type WebhookClient = ReturnType<ConnectingWork['access']['webhooksWith']>;

const TRIAL_PAUSE = 2_000;
const TRIAL_LOOKS = 30;

async function webhooks(work: ConnectingWork): Promise<number> {
  const { access, organization, store, say, command } = work;
  const { address, remove } = command.options;
  if (!(await store.read<'connection'>(organization.id, CONNECTION_ID))) {
    process.stderr.write(`${organization.name} is not connected: npm run partner-center:connect\n`);
    return 1;
  }
  const client = access.webhooksWith((refused) => access.tokens.tokenFor(organization, 'webhooks', refused));
  const present = await client.registration();
  say(
    present
      ? `Partner Center tells ${present.url} of: ${present.events.join(', ') || 'nothing'}`
      : 'Partner Center tells nobody.',
  );
  if (remove) return await unregister(work, client, present);
  return typeof address === 'string' ? await register(work, client, present, address) : 0;
}

type Present = Awaited<ReturnType<WebhookClient['registration']>>;

async function register(
  work: ConnectingWork,
  client: WebhookClient,
  present: Present,
  given: string,
): Promise<number> {
  const { say, agreed } = work;
  const address = addressOf(given, work.organization.id);
  if (address === undefined) {
    return complain(
      'The address must be a complete one that begins with https://, and Partner Center must reach it.',
    );
  }
  const isOurs = present?.url === address;
  if (present && present.events.length > 0 && !isOurs) {
    say(
      `It tells one address only. ${present.url} will hear of nothing any more, which may be your CRM connector.`,
    );
    if (!(await agreed(`Tell ${address} in its place?`))) return complain('Nothing was changed.');
  }
  const events = eventsToRegister(await client.events(), isOurs ? present.events : []);
  const outcome = await client.register({ url: address, events });
  if (outcome.kind === 'refused') return complain(`Partner Center refused it: ${outcome.refusal.code}`);
  await noteWebhook(work.access.deps, work.organization.id, address);
  say(`Registered for: ${outcome.registration.events.join(', ')}`);
  return await tryOut(work, client);
}

/** Where an organization's webhooks arrive; an address with a path is taken as it is. A stand-in reaches this machine. */
function addressOf(given: string, organization: string): string | undefined {
  const url = URL.parse(given);
  if (!url || (url.protocol !== 'https:' && !/^http:\/\/127\.0\.0\.1[:/]/.test(url.href))) return undefined;
  return url.pathname === '/' ? `${url.origin}/api/partner-center/webhooks/${organization}` : given;
}

/** Partner Center sends a test event and says how it fared. */
async function tryOut({ say, stopped }: ConnectingWork, client: WebhookClient): Promise<number> {
  const id = await client.tryOut();
  if (id === undefined) {
    say(
      'It could not be tried out: Partner Center sends two test events a minute at most. Run this again to try it.',
    );
    return 0;
  }
  for (let looks = 0; looks < TRIAL_LOOKS && !stopped.aborted; looks++) {
    const trial = await client.trial(id);
    if (trial?.status === 'completed') {
      const arrived = trial.answers.some((answer) => /^(ok|accepted|20\d)$/i.test(answer));
      say(
        `The test event ${arrived ? 'arrived' : `did not arrive: ${trial.answers.join(', ') || 'no answer'}`}.`,
      );
      return arrived ? 0 : 1;
    }
    await sleep(TRIAL_PAUSE, undefined, { signal: stopped }).catch(() => undefined);
  }
  say('Whether the test event arrived is not known yet; the log of the bot says so when it does.');
  return 1;
}

async function unregister(work: ConnectingWork, client: WebhookClient, present: Present): Promise<number> {
  const { say, agreed, organization, access } = work;
  if (!present || present.events.length === 0) return 0;
  if (!(await agreed(`Tell ${present.url} nothing any more?`))) return complain('Nothing was changed.');
  const outcome = await client.register({ url: present.url, events: eventsWithoutOurs(present.events) });
  if (outcome.kind === 'refused') return complain(`Partner Center refused it: ${outcome.refusal.code}`);
  await noteWebhook(access.deps, organization.id, undefined);
  say(
    `Removed: ${present.url} hears of nothing but test events any more. Partner Center knows no way to forget an address.`,
  );
  return 0;
}

process.exitCode = await runConnecting(
  {
    usage,
    failed: 'It can not be done:',
    own: { address: 'string', remove: 'boolean' },
    readSettings: () => readConfig(process.env),
  },
  webhooks,
);
