import { type CommandWords, runCommandLine } from '#bot/commandLine.ts';
import { composeDoctor } from '#bot/composeDoctor.ts';
import { examine } from './examine.ts';
import { findingLine, findingsSummary, isAmiss } from './finding.ts';

const usage = `Usage: npm run doctor [-- --json | --policy]

  --json    for machines
  --policy  only prints the indexing policy that a container of Azure Cosmos DB needs

Looks at everything that the bot needs, with the bot's settings, beside it or before its first start: settings,
organizations, files, store, network, clock, identity, Partner Center. Nothing is changed, nothing secret is printed.
`;

interface Given {
  form: 'lines' | 'json' | 'policy';
}

function read({ words, options }: CommandWords): Given | string {
  if (words.length > 0 || (options.json && options.policy)) return '';
  return { form: options.policy ? 'policy' : options.json ? 'json' : 'lines' };
}

async function look({ form }: Given): Promise<number> {
  const say = (text: string) => void process.stdout.write(`${text}\n`);
  const looking = composeDoctor();
  if (form === 'policy') {
    say(JSON.stringify(await looking.policy(), undefined, 2));
    return 0;
  }
  const findings = await examine({ env: process.env, looking, now: new Date() });
  if (form === 'json') say(JSON.stringify({ ok: !isAmiss(findings), findings }, undefined, 2));
  else say([...findings.map(findingLine), findingsSummary(findings)].join('\n'));
  return isAmiss(findings) ? 1 : 0;
}

// Exit codes: 0 nothing is wrong, 1 something is.
process.exitCode = await runCommandLine(
  {
    usage,
    failed: 'It could not be looked at:',
    own: { json: 'boolean', policy: 'boolean' },
    read,
  },
  look,
);
