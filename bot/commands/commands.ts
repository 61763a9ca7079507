import { admin } from './admin.ts';
import type { CommandRow } from './command.ts';
import { day } from './day.ts';
import { deals } from './deals.ts';
import { figures } from './figures.ts';
import { finding } from './finding.ts';
import { general } from './general.ts';
import { inviting } from './inviting.ts';
import { mute } from './mute.ts';
import { notes } from './notes.ts';
import { plainText } from './plainText.ts';
import { progress } from './progress.ts';
import { byStanding } from './standing.ts';
import { sync } from './sync.ts';

// People type their own word although the command list shows the English one.
const table = {
  ...general,
  ...deals,
  ...day,
  ...finding,
  ...byStanding,
  ...figures,
  ...notes,
  ...admin,
  ...mute,
  ...inviting,
  ...progress,
  ...sync,
};
export type CommandName = keyof typeof table;

/** Every command there is. */
export const commands: Readonly<Record<CommandName, CommandRow>> = table;

/** What a typed message asks for. */
export interface Command {
  name: CommandName;
  /** What follows the command's words, as it was typed. */
  text: string;
}

const phrases = (Object.entries(commands) as [CommandName, CommandRow][])
  .flatMap(([name, row]) => row.words.map((phrase) => ({ name, row, phrase })))
  .sort((one, other) => other.phrase.length - one.phrase.length);

/** Reads a typed message as a command, in any of the six languages; undefined for everything else. */
export function readCommand(text: string): Command | undefined {
  // Some clients and habits put a stroke before a command.
  const typed = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^[/／](?=\p{L})/u, '');
  const plain = plainText(typed);
  const asked = plain.replace(/\s*[?？]+$/u, '');
  for (const { name, row, phrase } of phrases) {
    if (plain === phrase || asked === phrase) return { name, text: '' };
    if (!row.follows || !typed.toLowerCase().startsWith(phrase)) continue;
    const after = typed.slice(phrase.length);
    // Chinese puts no space between words.
    if (!/^[\s:：,，]/u.test(after) && !/\p{Script=Han}$/u.test(phrase)) continue;
    const rest = after.replace(/^[\s:：,，]+/u, '');
    if (row.follows(rest)) return { name, text: rest };
  }
  return undefined;
}
