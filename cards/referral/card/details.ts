import { z } from 'zod';
import { markdownLink } from '#cards/deal/link.ts';
import { type CardJson, expand } from '#cards/expand.ts';
import { optional, optionalText, section, sectionOf } from '#cards/optional.ts';
import { clip, escaped, literal } from '#cards/outside.ts';
import { standInWhy } from '#cards/people/standIn.ts';
import { boardOf } from '#cards/referral/parts/board.ts';
import { contactsOf } from '#cards/referral/parts/contacts.ts';
import { factRowsOf, notesOf } from '#cards/referral/parts/facts.ts';
import { historyOf } from '#cards/referral/parts/history.ts';
import { pathOf } from '#cards/referral/parts/path.ts';
import { registrationPart } from '#cards/referral/registration/registration.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { say, type TextKey } from '#cards/say.ts';
import { syncedText } from '#cards/sync/syncPart.ts';
import template from './details.template.json' with { type: 'json' };
import { mutePressOf, muteStateOf } from './mutePart.ts';

const whyTexts = {
  channel: 'referral.why.channel',
  route: 'referral.why.route',
  admin: 'referral.why.admin',
  'location-admin': 'referral.why.location-admin',
  team: 'referral.why.team',
  everyone: 'referral.why.everyone',
} satisfies Record<string, TextKey>;

const cell = z.object({ label: z.string(), text: z.string(), plain: z.boolean(), linked: z.boolean() });
const lines = z.array(z.object({ line: z.string() }));

const detailsData = z.object({
  path: section,
  facts: z.array(z.object({ left: cell, right: cell.extend({ shown: z.boolean() }) })),
  board: section,
  registration: section,
  notes: z.array(z.object({ title: z.string(), lines })),
  contacts: z.object({
    shown: z.boolean(),
    title: z.string(),
    hint: optionalText,
    people: z.array(z.object({ name: z.string(), title: z.string(), reach: lines, plain: optionalText })),
    more: optionalText,
  }),
  history: section,
  why: optionalText,
  quiet: section,
  id: z.string(),
});

/** What may be left out of a card that would be too large, the least important first: all of it can be had by typing. */
export const leavable = ['quiet', 'history', 'registration', 'notes', 'board', 'contacts'] as const;
export type Left = readonly (typeof leavable)[number][];

/** What is not needed to decide now: it stands behind *Details*, and opens without a round trip. */
export function detailsOf(view: ReferralCardView, left: Left = []): CardJson {
  const { referral } = view;
  const over = referral.stage === 'closed' && referral.outcome !== 'won';
  const short = (part: Left[number]) => left.includes(part);
  const data: z.input<typeof detailsData> = {
    path: sectionOf(pathOf(view)),
    facts: factRowsOf(view),
    board: sectionOf(short('board') ? boardOf(view, 5) : boardOf(view)),
    registration: sectionOf(registrationPart(view, short('registration') ? 'short' : 'whole')),
    // What is over is told shortly.
    notes: over ? [] : notesOf(view, short('notes') ? { characters: 150, lines: 2 } : undefined),
    contacts: contactsOf(view, !over && !short('contacts')),
    history: sectionOf(short('history') ? [] : historyOf(view)),
    why: optional([whyText(view), muteStateOf(view)].filter(Boolean).join(' ')),
    quiet: sectionOf(short('quiet') ? [] : mutePressOf(view)),
    id: idLine(view),
  };
  return expand(template, detailsData.parse(data));
}

/** Why the reader gets the card and how to stop it (CR-55). */
function whyText(view: ReferralCardView): string {
  const { why, handedByName, language } = view;
  if (!why) return '';
  if (why === 'deputy') return escaped(standInWhy(view.absent, view));
  if (why !== 'handed') return say(language, whyTexts[why]);
  const name = handedByName ? clip(literal(handedByName), 100) : say(language, 'referral.someone');
  return say(language, 'deal.why.handed', { name: escaped(name) });
}

/** Its id, which leads to Partner Center, and that all of it is there. */
function idLine(view: ReferralCardView): string {
  const { referral, language, partnerCenterUrl } = view;
  const id = markdownLink(referral.id, partnerCenterUrl);
  return [say(language, 'referral.card.id', { id }), syncedText(view)].filter(Boolean).join(' · ');
}
