import { CONNECTION_ID } from '#app/sync/connectionRecord.ts';
import { beginSignIn, type NewSignIn } from '#app/sync/signIn/partnerCenter.connect.ts';
import { readConfig } from '#bot/config/config.ts';
import { signedOutWords } from '#cards/administration/connection/signedOutWords.ts';
import { accountWords, warningsOf } from './accountWords.ts';
import { type ConnectingWork, runConnecting } from './commandLine.ts';
import { isMfaCompliant, tryReading } from './tryReading.ts';

const usage = `Usage: npm run partner-center:connect [-- ORGANIZATION] [--yes]

  --yes  replaces the account that is connected, and goes on in spite of warnings, without asking

Connects an organization with Partner Center: signs a service account in by a code that is entered in a browser. Its
second factor is needed, and the role Referrals admin for the entire organization. Safe beside a running bot, which begins
to read within seconds.
`;

/** Exit codes: 0 connected, 1 not connected, 130 stopped. */
async function connect(work: ConnectingWork): Promise<number> {
  const { access, organization, say, stopped } = work;
  say(`Connecting ${organization.name} with Partner Center.`);
  const outcome = await beginSignIn(
    access.deps,
    organization,
    ({ address, code, minutes }) =>
      say(
        `\n  Open   ${address}\n  Enter  ${code}\n\nSign in there as the service account, within ${minutes} minutes. Waiting ...\n`,
      ),
    stopped,
  );
  if (outcome.kind === 'refused') return refused(outcome.code);
  return await tryAndKeep(work, outcome);
}

async function tryAndKeep(work: ConnectingWork, signIn: NewSignIn): Promise<number> {
  const { access, settings, organization, store, say, agreed } = work;
  const { account, token } = signIn;
  const compliant = await isMfaCompliant(access, settings, token);
  if (compliant === false) {
    process.stderr.write(
      `${account.username} signed in without a second factor, and Partner Center takes nobody without one. Have the account asked for it (a Conditional Access policy, or security defaults), then run this again.\n`,
    );
    return 1;
  }
  const sight = await tryReading(access, token);
  for (const line of accountWords(account, token, compliant, sight)) say(line);
  const warnings = warningsOf(organization, account, sight);
  for (const line of warnings) say(`  WARNING: ${line}`);
  const connected = await store.read<'connection'>(organization.id, CONNECTION_ID);
  const { username } = connected?.body.account ?? account;
  const replaces = username !== account.username;
  const question = [
    ...(replaces
      ? [`${organization.name} is connected as ${username}. Replace it by ${account.username}?`]
      : []),
    ...(warnings.length > 0 && !replaces ? ['Connect all the same?'] : []),
  ];
  for (const one of question) {
    if (await agreed(one)) continue;
    process.stderr.write('Nothing was changed.\n');
    return 1;
  }
  await signIn.keep();
  const { mode } = settings;
  const reads = mode === 'read' || organization.partnerCenter?.mode === 'read';
  say(
    `\n${organization.name} is connected. A running bot begins to read within seconds; setup shows how far it is.`,
  );
  if (reads)
    say(
      'Only reading: nothing is changed in Partner Center (PARTNER_CENTER_MODE, or mode of the organization).',
    );
  return 0;
}

const words: Readonly<Record<string, string>> = {
  declined: 'The sign-in was declined.',
  expired: 'Nobody entered the code in time. Run it again for a new one.',
  cancelled: 'Stopped.',
  AADSTS7000218:
    'The app registration takes no device codes: set Authentication > Allow public client flows to Yes.',
};

function refused(code: string): number {
  process.stderr.write(`${words[code] ?? `${signedOutWords('en', code)} (${code})`} Nothing was changed.\n`);
  return code === 'cancelled' ? 130 : 1;
}

process.exitCode = await runConnecting(
  {
    usage,
    failed: 'The organization can not be connected:',
    readSettings: () => readConfig(process.env),
  },
  connect,
);
