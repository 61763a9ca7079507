import { mkdirSync, writeFileSync } from 'node:fs';
import { type DemoGuest, guests, playgroundOf, removalOf } from './guests.ts';
import { startPlayground } from './playground.ts';

const FOLDER = './data';

/** A Playground for one of the other parties, on the bot of a demo that is running: `npm run demo -- fabrikam`. */
export async function attachPlayground(word: string, bot: string): Promise<void> {
  const guest: DemoGuest | undefined = Object.entries(guests).find(
    ([name]) => name === word.toLowerCase(),
  )?.[1];
  if (!guest)
    throw new Error(`there is nobody called ${word}; there are ${Object.keys(guests).join(' and ')}`);
  const ready = await fetch(`${bot}/readyz`).catch(() => undefined);
  if (!ready?.ok) {
    throw new Error(
      `no demo is running at ${bot}; start it with npm run demo, and this in a second terminal`,
    );
  }
  mkdirSync(FOLDER, { recursive: true });
  const configFile = `${FOLDER}/demo-${guest.id}.yml`;
  writeFileSync(configFile, playgroundOf(guest));
  const playground = await startPlayground({
    messagesUrl: `${bot}/api/messages`,
    configFile,
    port: guest.port,
    logFile: `${FOLDER}/demo-${guest.id}.log`,
  });
  const [person] = guest.people;
  process.stdout.write(`
  Open this in a browser:  ${playground.url}

  There you are ${person} of ${guest.name}. From then on ${guest.name} does nothing by itself: you answer its invitations.
  Ctrl+C ends it, and ${guest.name} answers by itself again.

`);
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(0);
    stopping = true;
    await fetch(`${bot}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(removalOf(guest, `${playground.url}/_connector`)),
    }).catch(() => undefined);
    await playground.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  await playground.ended;
  if (!stopping) throw new Error('the Agents Playground has ended');
}
