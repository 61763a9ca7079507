import { linesOf, whatOf, whoOf } from '#cards/deal/timeline/entryText.ts';
import type { CardJson } from '#cards/expand.ts';
import { formatInstant } from '#cards/format.ts';
import { clipBytes } from '#cards/outside.ts';
import { maskOf } from '#cards/people/people.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import type { TimelineChange, TimelineEntry } from '#domain/referral/timelineEntry.ts';

const MOST_BYTES = 240;

/** The last changes of the deal, one line each, the newest first. A deal that has just begun says so in its first line. */
export function historyOf(view: ReferralCardView): CardJson[] {
  const { recent = [], customer, team, people = {} } = view.referral;
  const personal = view.audience === 'personal';
  const { referral, stageNames, actorNames: names = {} } = view;
  const facts = { referral, stageNames, names, withPeople: personal };
  const mask = personal ? undefined : maskOf({ customer, team: [...team, ...Object.values(people)] });
  const told = recent.flatMap((entry) => {
    const changes = linesOf(personal ? entry : forChannel(entry, view), facts, view);
    // What came from a party and changed nothing that can be told is no news here.
    return changes.length === 0 && entry.what === 'engagement.receive' ? [] : [{ entry, changes }];
  });
  if (told.length < 2) return [];
  const lines = told.toReversed().map(({ entry, changes }) => {
    const created = entry.what === 'deal.create' ? [whatOf(entry, view)] : [];
    const said = [...created, ...changes].join('; ') || whatOf(entry, view);
    const who = isOfItself(entry) ? '' : whoOf(entry.by, facts, view);
    const words = [who, mask ? mask(said) : said].filter(Boolean).join(' · ');
    return rich({
      text: `${formatInstant(entry.at, view)} · ${clipBytes(words, MOST_BYTES)}`,
      isSubtle: true,
    });
  });
  return [rich({ text: say(view.language, 'timeline.last'), weight: 'Bolder' }), ...lines];
}

/** The entry without people and, by option, without what people typed; the kind of help is chosen from a list. */
function forChannel(entry: TimelineEntry, { options }: ReferralCardView): TimelineEntry {
  const has = ({ from, to }: TimelineChange, kinds: readonly string[]) =>
    [from, to].some((value) => value !== undefined && kinds.includes(value.kind));
  const hidden = (change: TimelineChange) =>
    has(change, ['people']) ||
    (!options?.channelTexts && change.field !== 'assistance' && has(change, ['text', 'note']));
  return { ...entry, changes: entry.changes.filter((change) => !hidden(change)) };
}

/** What a party says of itself begins with its name; once is enough. */
function isOfItself({ by, changes }: TimelineEntry): boolean {
  const own = by.kind === 'party' ? by.organization : undefined;
  const named = ({ party, to }: TimelineChange) => party?.organization === own && to?.kind !== 'note';
  return own !== undefined && changes.length > 0 && changes.every(named);
}

function rich(run: object): CardJson {
  return {
    type: 'RichTextBlock',
    spacing: 'Small',
    inlines: [{ type: 'TextRun', size: 'Small', ...run }],
  };
}
