import { CONNECTION_ID } from '#app/sync/connectionRecord.ts';
import { disconnect } from '#app/sync/signIn/partnerCenter.disconnect.ts';
import { readConfig } from '#bot/config/config.ts';
import { failureWords } from '#bot/config/failureWords.ts';
import { type ConnectingWork, runConnecting } from './commandLine.ts';
import { eventsWithoutOurs } from './webhookEvents.ts';

const usage = `Usage: npm run partner-center:disconnect [-- ORGANIZATION] [--yes]

  --yes  without asking

Ends the connection of an organization with Partner Center and forgets the sign-in. What was read stays; what was not yet
sent is shown as to be entered by hand. Safe beside a running bot.
`;

async function end(work: ConnectingWork): Promise<number> {
  const { access, organization, store, say, agreed } = work;
  const document = await store.read<'connection'>(organization.id, CONNECTION_ID);
  if (!document) {
    say(`${organization.name} is not connected.`);
    // Half of it may be left of an attempt that was cut off.
    await disconnect(access.deps, organization.id);
    return 0;
  }
  const { username } = document.body.account;
  if (!(await agreed(`End the connection of ${organization.name} as ${username}?`))) {
    process.stderr.write('Nothing was changed.\n');
    return 1;
  }
  await unregister(work, document.body.webhook?.url);
  await disconnect(access.deps, organization.id);
  say(`${organization.name} is not connected any more, and the sign-in is forgotten here.`);
  say(
    `Microsoft goes on taking it until it is revoked: Entra admin center > Users > ${username} > Revoke sessions. To take the app's rights away: Enterprise applications > the app > Properties > Delete.`,
  );
  return 0;
}

/** Webhooks that lead to nobody would be sent for ever; where it can't be done, the rest is done all the same. */
async function unregister(
  { access, organization, say }: ConnectingWork,
  url: string | undefined,
): Promise<void> {
  if (url === undefined) return;
  try {
    const client = access.webhooksWith((refused) =>
      access.tokens.tokenFor(organization, 'webhooks', refused),
    );
    const present = await client.registration();
    // Somebody else's by now.
    if (present?.url !== url) return;
    const outcome = await client.register({ url, events: eventsWithoutOurs(present.events) });
    say(
      outcome.kind === 'done'
        ? 'The webhooks are removed.'
        : `Partner Center refused to remove the webhooks (${outcome.refusal.code}): until another address is registered it goes on sending to ${url}.`,
    );
  } catch (error) {
    say(`The webhooks could not be removed: ${failureWords(error).join('; ')}`);
  }
}

process.exitCode = await runConnecting(
  {
    usage,
    failed: 'The connection can not be ended:',
    readSettings: () => readConfig(process.env),
  },
  end,
);
