import { roleTexts } from '#cards/administration/members/describe.ts';
import type { CardJson } from '#cards/expand.ts';
import { formatDay, formatInstant, type Reader } from '#cards/format.ts';
import { type PanelRow, panelCard } from '#cards/panel/panel.ts';
import type { Pressable } from '#cards/pressAction.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { Instant } from '#domain/values/instant.ts';

const whatTexts = {
  'member.add': 'audit.member.add',
  'member.change': 'audit.member.change',
  'member.remove': 'audit.member.remove',
  'location.add': 'audit.location.add',
  'location.remove': 'audit.location.remove',
  'route.make': 'audit.route.make',
  'route.remove': 'audit.route.remove',
  'channel.on': 'audit.channel.on',
  'channel.off': 'audit.channel.off',
  'file.change': 'audit.file.change',
  'deals.export': 'audit.deals.export',
  'deals.remove': 'audit.deals.remove',
  'person.export': 'audit.person.export',
  'person.erase': 'audit.person.erase',
  'audit.export': 'audit.export',
} satisfies Record<string, TextKey>;

const handTexts = {
  file: 'audit.by.file',
  command: 'audit.by.command',
  key: 'audit.by.key',
} satisfies Record<string, TextKey>;

/** One act of administration, as it is shown. */
export interface ActRow {
  what: keyof typeof whatTexts;
  at: Instant;
  /** A person, by name where it is known; or the hand of somebody who is none of the bot. */
  by: string;
  byName?: string | undefined;
  about?: string | undefined;
  channelName?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export interface AuditCardView extends Reader {
  rows: readonly ActRow[];
  /** What leads to the pages before and after it. */
  previous?: object | undefined;
  next?: object | undefined;
}

/** Who changed what of an organization, the newest first. */
export function auditCard(view: AuditCardView): CardJson {
  const { language, rows, previous, next } = view;
  const to = (data: object | undefined, title: string): Pressable[] =>
    data ? [{ verb: 'audit.show', title, data: { ...data } }] : [];
  return panelCard({
    language,
    title: say(language, 'audit.title'),
    intro: [rows.length === 0 ? say(language, 'audit.empty') : ''],
    rows: rows.map((row) => rowOf(row, view)),
    buttons: [
      ...to(previous, say(language, 'admin.previous')),
      ...to(next, say(language, 'admin.next')),
      { verb: 'audit.show', title: say(language, 'admin.refresh') },
    ],
    ways: [{ verb: 'setup.show', title: say(language, 'audit.back') }],
  });
}

function rowOf(row: ActRow, view: AuditCardView): PanelRow {
  const { language } = view;
  const about = row.channelName ?? row.about ?? say(language, 'audit.erased');
  const who = row.byName ?? handName(row.by, view);
  return {
    title: say(language, whatTexts[row.what], { about }),
    lines: [
      row.what === 'deals.remove' ? removedBefore(row, view) : changeOf(row, view),
      `${who} · ${formatInstant(row.at, view)}`,
    ],
  };
}

function handName(by: string, { language }: Reader): string {
  return Object.hasOwn(handTexts, by)
    ? say(language, handTexts[by as keyof typeof handTexts])
    : say(language, 'referral.someone');
}

function removedBefore({ to }: ActRow, view: AuditCardView): string {
  return to ? say(view.language, 'audit.deals.before', { day: formatDay(to, view) }) : '';
}

function changeOf({ from, to }: ActRow, reader: Reader): string {
  const [before, after] = [from && standing(from, reader), to && standing(to, reader)];
  return before && after ? `${before} → ${after}` : (after ?? before ?? '');
}

/** `referrals-user: all` in the reader's words; what is no role with locations stays as it is. */
function standing(text: string, { language }: Reader): string {
  const [role = '', locations = ''] = text.split(': ');
  if (!Object.hasOwn(roleTexts, role)) return text;
  const where = locations === 'all' ? say(language, 'admin.allLocations') : locations;
  return `${say(language, roleTexts[role as keyof typeof roleTexts])}: ${where}`;
}
