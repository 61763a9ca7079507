import { mkdirSync, writeFileSync } from 'node:fs';
import { contoso, playgroundOf, removalOf } from './guests.ts';
import { startPlayground } from './playground.ts';
import { seatNamed, seatWords } from './seats.ts';

const FOLDER = './data';

/** A Playground for another party or for a colleague, on the bot of a demo that is running: `npm run demo -- li`. */
export async function attachPlayground(word: string, bot: string): Promise<void> {
  const seat = seatNamed(word);
  if (!seat) throw new Error(`there is nobody called ${word}; there are ${listed(seatWords)}`);
  const { guest, person } = seat;
  const ready = await fetch(`${bot}/readyz`).catch(() => undefined);
  if (!ready?.ok) {
    throw new Error(
      `no demo is running at ${bot}; start it with npm run demo, and this in a second terminal`,
    );
  }
  mkdirSync(FOLDER, { recursive: true });
  const configFile = `${FOLDER}/demo-${seat.port}.yml`;
  writeFileSync(configFile, playgroundOf(guest, person));
  const playground = await startPlayground({
    messagesUrl: `${bot}/api/messages`,
    configFile,
    port: seat.port,
    logFile: `${FOLDER}/demo-${seat.port}.log`,
  });
  const who = guest.id === contoso.id ? person : guest.name;
  process.stdout.write(`
  Open this in a browser:  ${playground.url}

  There you are ${person} of ${guest.name}. From then on the demo does nothing in the place of ${who}: you do.
  Ctrl+C ends it, and the demo goes on by itself.

`);
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(0);
    stopping = true;
    await fetch(`${bot}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(removalOf(guest, `${playground.url}/_connector`, person)),
    }).catch(() => undefined);
    await playground.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  await playground.ended;
  if (!stopping) throw new Error('the Agents Playground has ended');
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
