import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { verbs } from '#bot/dispatch/verbs.ts';
import { root } from '#test/support/repository.ts';

// `npm run test:flips`: flips each flag of each row of the verbs once and runs the tests that are about rows; each
// time one of them has to fail. What it prints at the end is what no test noticed.
const files = ['test/architecture/verbs.test.ts', 'test/bot/dispatch/verbs.test.ts'];

interface Flip {
  verb: string;
  flag: string;
  value: string;
}

function flipsOf(verb: string): Flip[] {
  const { right, card, answers, inList } = verbs[verb as keyof typeof verbs];
  const rights =
    right === 'anyone'
      ? ['admin']
      : right === 'admin'
        ? ['company-admin']
        : right === 'company-admin'
          ? ['admin']
          : [];
  const ofDeal = right === 'registration.review' ? 'referral.view' : 'deal.grant';
  return [
    { verb, flag: 'right', value: rights[0] ?? ofDeal },
    { verb, flag: 'card', value: card ? '' : 'deal' },
    { verb, flag: 'answers', value: answers === 'here' ? 'personal' : 'here' },
    { verb, flag: 'inList', value: inList ? '' : 'true' },
  ];
}

function noticed({ verb, flag, value }: Flip): Promise<boolean> {
  const grep = `(given|every row|row of) ?${verb.replace('.', '\\.')}( |$)|every row says`;
  const words = ['node_modules/mocha/bin/mocha.js', '--no-config', '--timeout', '60000', '--bail', '--exit'];
  const child = spawn(
    process.execPath,
    ['--import', './test/flips/flip.ts', ...words, '--grep', grep, ...files],
    { cwd: root, env: { ...process.env, FLIP: `${verb} ${flag} ${value}` }, stdio: 'ignore' },
  );
  return new Promise((resolve) => child.on('exit', (code) => resolve(code !== 0)));
}

const waiting = Object.keys(verbs).flatMap(flipsOf);
const all = waiting.length;
const missed: string[] = [];
const worker = async () => {
  for (let flip = waiting.shift(); flip; flip = waiting.shift()) {
    if (!(await noticed(flip))) missed.push(`${flip.verb}: ${flip.flag} ${flip.value || 'absent'}`);
  }
};
await Promise.all(Array.from({ length: availableParallelism() }, worker));
console.log(`${all} flags flipped, ${all - missed.length} noticed`);
for (const one of missed) console.log(`nobody noticed ${one}`);
