const HOUR = 3_600_000;

/** What a store holds; see `StoreFile`. */
interface Contents {
  documents: number;
  organizations: number;
  kinds: Readonly<Record<string, number>>;
}

/** What administrators call the kinds of documents that they know; all others are named together. */
const known: readonly [kind: string, one: string, many?: string][] = [
  ['referral', 'deal'],
  ['member', 'member'],
  ['person', 'person who has the bot', 'people who have the bot'],
  ['channel', 'channel'],
  ['customer', 'customer'],
  ['solution', 'solution'],
];

/** Such as `2 organizations, 310 deals, 45 members and 1,204 other documents`. */
export function contentsWords({ documents, organizations, kinds }: Contents): string {
  const named = known.filter(([kind]) => kinds[kind]);
  const others = documents - named.reduce((sum, [kind]) => sum + (kinds[kind] ?? 0), 0);
  const parts = [
    counted(organizations, 'organization'),
    ...named.map(([kind, one, many]) => counted(kinds[kind] ?? 0, one, many)),
  ];
  if (others === 0 && parts.length > 1) return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  return `${parts.join(', ')} and ${counted(others, 'other document')}`;
}

/** How long ago something was, `milliseconds` of it, in the unit that one would say. */
export function ageWords(milliseconds: number): string {
  const hours = milliseconds / HOUR;
  if (hours < 1) return counted(Math.max(0, Math.round(hours * 60)), 'minute');
  return hours < 48 ? counted(Math.round(hours), 'hour') : counted(Math.round(hours / 24), 'day');
}

/** A number and what it counts. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
