import { z } from 'zod';
import { type CardJson, expand } from '#cards/expand.ts';
import { formatList } from '#cards/format.ts';
import { optional, optionalText } from '#cards/optional.ts';
import { clip, escaped, literal } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { type Language, say, type TextKey } from '#cards/say.ts';
import type { Why } from '#domain/news/why.ts';
import template from './welcome.template.json' with { type: 'json' };

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
  /** Team scope: names of who can have referrals come here. */
  admins?: readonly string[] | undefined;
  /** Personal scope: as what this person gets referrals; `none` for someone who isn't listed. */
  why?: Exclude<Why, 'channel' | 'route' | 'handed'> | 'none' | undefined;
}

const welcomeCardData = z.object({
  lang: z.string().length(2),
  summary: z.string(),
  title: z.string(),
  what: z.string(),
  nextTitle: z.string(),
  next: z.array(z.object({ line: z.string() })),
  type: z.string(),
  addedBy: optionalText,
  actions: z.array(z.record(z.string(), z.unknown())),
});

/** Shown once after installation: what it is good for, what happens next, what to type. */
export function welcomeCard(view: WelcomeCardView): CardJson {
  const { language } = view;
  const addedBy = view.addedBy && clip(literal(view.addedBy), 100);
  const data: z.infer<typeof welcomeCardData> = {
    lang: language.slice(0, 2),
    summary: say(language, 'welcome.title'),
    title: say(language, 'welcome.title'),
    what: say(language, view.scope === 'team' ? 'welcome.team' : 'welcome.personal'),
    nextTitle: say(language, 'welcome.next'),
    next: nextOf(view).map((line) => ({ line })),
    type: say(language, 'welcome.type'),
    addedBy: optional(addedBy && say(language, 'welcome.addedBy', { name: addedBy })),
    actions: [
      ...(view.scope === 'team' && !view.trial
        ? [pressAction({ verb: 'channel.on', title: say(language, 'welcome.switchOn') })]
        : []),
      pressAction({ verb: 'help.show', title: say(language, 'welcome.helpButton') }),
      pressAction({ verb: 'language.show', title: say(language, 'help.languageButton') }),
    ],
  };
  return expand(template, welcomeCardData.parse(data));
}

function nextOf({ language, scope, trial, why, admins = [] }: WelcomeCardView): string[] {
  const reminders = say(language, 'welcome.reminders');
  if (scope === 'team') {
    const contacts = say(language, 'welcome.teamContacts');
    if (trial)
      return [say(language, 'welcome.teamNext'), contacts, reminders, say(language, 'welcome.teamTrial')];
    // An installation by anybody brings no referral here (CR-51).
    const who = clip(escaped(formatList(admins, { language })), 300);
    const whom = admins.length > 0 ? [say(language, 'welcome.teamWho', { who })] : [];
    return [say(language, 'welcome.teamOff'), ...whom, contacts];
  }
  const as = trial ? 'everyone' : (why ?? 'none');
  return [say(language, nextTexts[as]), reminders];
}
