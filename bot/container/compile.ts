import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Starts the bot once and ends it when it listens, while an image is built: what Node compiled for it is then part of the
 * image. It takes the options of the start command, because code that was compiled with others is compiled again.
 */
function compile(): void {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
  const options = scripts.start.match(/--\S+/g) ?? [];
  const bot = spawn(process.execPath, [...options, 'bot/main.ts'], { stdio: ['ignore', 'pipe', 'inherit'] });
  bot.stdout.on('data', (words: Buffer) => {
    if (words.includes('Listening on')) bot.kill('SIGINT');
  });
  bot.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

compile();
