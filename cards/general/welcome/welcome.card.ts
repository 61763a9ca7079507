import type { CardJson } from '#cards/expand.ts';
import { formatList } from '#cards/format.ts';
import { frameCard } from '#cards/frame/frame.ts';
import { textPart } from '#cards/frame/text.ts';
import { clip } from '#cards/outside.ts';
import { type Language, say, type TextKey } from '#cards/say.ts';
import type { Why } from '#domain/news/why.ts';

const nextTexts = {
  admin: 'welcome.personalNext.admin',
  'location-admin': 'welcome.personalNext.location-admin',
  team: 'welcome.personalNext.team',
  everyone: 'welcome.personalNext.everyone',
  none: 'welcome.personalNext.none',
} satisfies Record<string, TextKey>;

export interface WelcomeCardView {
  language: Language;
  scope: 'personal' | 'team';
  /** Name of who added the bot, if known. */
  addedBy?: string | undefined;
  /** Trial mode: everyone is a referrals admin. */
  trial: boolean;
  /** Team scope: a channel route leads here already. */
  routed?: boolean | undefined;
  /** Team scope: names of who can have referrals come here. */
  admins?: readonly string[] | undefined;
  /** Personal scope: as what this person gets referrals; `none` for someone who isn't listed. */
  why?: Exclude<Why, 'channel' | 'route' | 'handed' | 'deputy'> | 'none' | undefined;
}

/** Shown once after installation: what it is good for, what happens next, what to type. */
export function welcomeCard(view: WelcomeCardView): CardJson {
  const { language, scope, trial, routed, addedBy } = view;
  const next = textPart(say(language, 'welcome.next'), { bold: true });
  return frameCard({
    language,
    title: say(language, 'welcome.title'),
    hints: [say(language, scope === 'team' ? 'welcome.team' : 'welcome.personal')],
    body: [next, ...nextOf(view).map((line) => textPart(line))],
    buttons: [
      ...(scope === 'team' && !trial && !routed
        ? [{ verb: 'channel.on' as const, title: say(language, 'welcome.switchOn') }]
        : []),
      { verb: 'help.show', title: say(language, 'welcome.helpButton') },
      { verb: 'language.show', title: say(language, 'help.languageButton') },
    ],
    notes: [
      say(language, 'welcome.type'),
      addedBy ? say(language, 'welcome.addedBy', { name: clip(addedBy, 100) }) : '',
    ],
  });
}

function nextOf({ language, scope, trial, routed, why, admins = [] }: WelcomeCardView): string[] {
  const reminders = say(language, 'welcome.reminders');
  if (scope === 'team') {
    const contacts = say(language, 'welcome.teamContacts');
    if (trial || routed) {
      const free = trial ? [say(language, 'welcome.teamTrial')] : [];
      return [say(language, 'welcome.teamNext'), contacts, reminders, ...free];
    }
    // An installation by anybody brings no referral here (CR-51).
    const who = clip(formatList(admins, { language }), 300);
    const whom = admins.length > 0 ? [say(language, 'welcome.teamWho', { who })] : [];
    return [say(language, 'welcome.teamOff'), ...whom, contacts];
  }
  const as = trial ? 'everyone' : (why ?? 'none');
  return [say(language, nextTexts[as]), reminders];
}
