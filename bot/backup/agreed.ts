import { createInterface } from 'node:readline/promises';

/** Asks at the terminal; false where the answer is not yes, or nobody is there to ask. */
export async function agreed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    process.stderr.write('There is nobody to ask; with --yes it is done without.\n');
    return false;
  }
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question(question);
  asking.close();
  return answer.trim().toLowerCase() === 'yes';
}
