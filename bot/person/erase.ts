import { type EraseCounts, eraseSomeone } from '#app/person/person.erase.ts';
import { keepAct } from '#app/store/audit.ts';
import { readConfig } from '#bot/config/config.ts';
import { actOf } from './act.ts';
import { runForSomeone } from './someone.ts';

const usage = `Usage: npm run person:erase -- EMAIL|ID [--organization ID]

Takes a person out of all that one organization stores. Safe beside a running bot and to run again. What goes and what
stays: docs/operations.md, Data protection
`;
const STEP = 1_000;

function summary({ documents, deals, changed, removed }: EraseCounts): string {
  return `${documents} documents looked at: ${deals} deals and ${changed} other documents changed, ${removed} removed.`;
}

// Exit codes: 0 done, 2 done, but the organizations file still lists them, 1 nothing or not all could be done.
process.exitCode = await runForSomeone(
  {
    usage,
    failed: 'Not all could be erased; what was, stays so:',
    readSettings: () => readConfig(process.env),
  },
  async (work, who) => {
    let shown = 0;
    const onProgress = ({ documents }: EraseCounts) => {
      if (documents < shown + STEP) return;
      shown = documents;
      process.stdout.write(`${documents} documents looked at ...\n`);
    };
    await keepAct(work, who.organization, actOf(work, 'person.erase'));
    const outcome = await eraseSomeone({ ...work, onProgress }, who);
    if (outcome.kind === 'last-admin') {
      process.stderr.write(
        'Nobody else may run this organization: make somebody else a referrals admin first.\n',
      );
      return 1;
    }
    process.stdout.write(`${summary(outcome.counts)}\n`);
    if (!work.compact()) {
      process.stderr.write(
        'The file was busy, so traces may be left on the disk: run it again, or stop the bot first.\n',
      );
      return 1;
    }
    if (outcome.counts.listed === 0) return 0;
    process.stdout.write('The organizations file still lists this person: take them out of it as well.\n');
    return 2;
  },
);
