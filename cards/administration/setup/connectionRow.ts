import { signedOutWords } from '#cards/administration/connection/signedOutWords.ts';
import { formatInstant, type Reader } from '#cards/format.ts';
import type { PanelRow } from '#cards/panel/panel.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { Instant } from '#domain/values/instant.ts';

/** How an organization is connected with Partner Center. */
export type ConnectionView =
  /** The deployment has no settings for it. */
  | { state: 'off' }
  /** Nobody has signed in. */
  | { state: 'none' }
  | {
      state: 'connected';
      account: string;
      since: Instant;
      readOnly: boolean;
      lastRead?: Instant | undefined;
      lastWrite?: Instant | undefined;
      /** Referrals that the first import has read so far; absent once it is done. */
      importing?: number | undefined;
      /** Why reading fails. */
      failing?: { code: string; since: Instant } | undefined;
      signedOut?: { code: string; at: Instant } | undefined;
      /** Deals that are not the same there, such as `100+`. */
      counts: { open: string; conflict: string; refused: string };
    };

type Connected = Extract<ConnectionView, { state: 'connected' }>;

/** The row of the checklist about the connection. */
export function connectionRow(connection: ConnectionView, reader: Reader): PanelRow {
  const { language } = reader;
  const title = say(language, 'admin.setup.connection');
  if (connection.state === 'off')
    return { title, mark: 'unsure', lines: [say(language, 'admin.setup.connection.off')] };
  if (connection.state === 'none')
    return { title, mark: 'todo', lines: [say(language, 'admin.setup.connection.todo')] };
  const { signedOut, failing, counts } = connection;
  const settled = counts.conflict === '0' && counts.refused === '0';
  return {
    title,
    mark: signedOut ? 'todo' : failing || !settled ? 'unsure' : 'done',
    lines: linesOf(connection, reader).filter((line) => line !== ''),
  };
}

function linesOf(connection: Connected, reader: Reader): string[] {
  const { language } = reader;
  const { account, since, readOnly, lastRead, lastWrite, importing, failing, signedOut, counts } = connection;
  const when = (moment: Instant) => formatInstant(moment, reader);
  const at = (key: TextKey, moment: Instant | undefined) =>
    moment ? say(language, key, { when: when(moment) }) : '';
  const { open, conflict, refused } = counts;
  const waits = Object.values(counts).some((count) => count !== '0');
  return [
    signedOut
      ? say(language, 'admin.setup.connection.signedOut', {
          when: when(signedOut.at),
          reason: signedOutWords(language, signedOut.code),
        })
      : '',
    say(language, 'admin.setup.connection.account', { account, when: when(since) }),
    readOnly ? say(language, 'admin.setup.connection.readOnly') : '',
    at('admin.setup.connection.lastRead', lastRead),
    at('admin.setup.connection.lastWrite', lastWrite),
    importing === undefined ? '' : say(language, 'admin.setup.connection.importing', { count: importing }),
    failing && !signedOut
      ? say(language, 'admin.setup.connection.failing', { when: when(failing.since), code: failing.code })
      : '',
    waits ? say(language, 'admin.setup.connection.counts', { open, conflict, refused }) : '',
  ];
}
