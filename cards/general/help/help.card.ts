import { z } from 'zod';
import { markdownLink } from '#cards/deal/link.ts';
import { type CardJson, expand } from '#cards/expand.ts';
import { optional, optionalText } from '#cards/optional.ts';
import { pressAction } from '#cards/pressAction.ts';
import { type Language, say, type TextKey } from '#cards/say.ts';
import template from './help.template.json' with { type: 'json' };

const commandTexts = {
  create: 'help.command.create',
  lists: 'help.command.lists',
  presets: 'help.command.presets',
  search: 'help.command.search',
  whoami: 'help.command.whoami',
  members: 'help.command.members',
  setup: 'help.command.setup',
  invite: 'help.command.invite',
  quiet: 'help.command.quiet',
  stage: 'help.command.stage',
  reviews: 'help.command.reviews',
  history: 'help.command.history',
  note: 'help.command.note',
  undo: 'help.command.undo',
} satisfies Record<string, TextKey>;

export interface HelpCardView {
  language: Language;
  /** Lists and forms are for one person: where others read too, there are no buttons to them. */
  audience: 'personal' | 'channel';
  /** Registrations of partners come in for review here: at Microsoft alone. */
  reviews?: boolean | undefined;
}

const helpCardData = z.object({
  lang: z.string().length(2),
  summary: z.string(),
  title: z.string(),
  what: z.string(),
  sections: z.array(
    z.object({
      title: z.string(),
      text: optionalText,
      commands: z.array(z.object({ command: z.string(), does: z.string() })),
    }),
  ),
  advice: z.string(),
  more: z.string(),
  actions: z.array(z.record(z.string(), z.unknown())),
});

type HelpCommand =
  | 'create'
  | 'lists'
  | 'presets'
  | 'search'
  | 'reviews'
  | 'invite'
  | 'whoami'
  | 'members'
  | 'setup'
  | 'quiet'
  | 'stage'
  | 'history'
  | 'note'
  | 'undo';

/** What the bot does and what to type for it, by what people want to do; with the advice of CR-56 and CR-57. */
export function helpCard({ language, audience, reviews }: HelpCardView): CardJson {
  // In the reader's own words; those of every language are understood.
  const command = (name: HelpCommand, does: string) => ({
    command: say(language, commandTexts[name]),
    does,
  });
  const data: z.infer<typeof helpCardData> = {
    lang: language.slice(0, 2),
    summary: `${say(language, 'help.title')}: ${say(language, 'help.what')}`,
    title: say(language, 'help.title'),
    what: say(language, 'help.what'),
    sections: [
      {
        title: say(language, 'help.answer'),
        text: optional(say(language, 'help.answerText')),
        commands: [],
      },
      {
        title: say(language, 'help.create'),
        text: optional(''),
        commands: [command('create', say(language, 'create.command'))],
      },
      {
        title: say(language, 'help.find'),
        text: optional(''),
        commands: [
          command('lists', say(language, 'help.typeLists')),
          command('presets', say(language, 'help.typePresets')),
          command('search', say(language, 'help.typeSearch')),
          ...(reviews ? [command('reviews', say(language, 'help.typeReviews'))] : []),
        ],
      },
      {
        title: say(language, 'help.run'),
        text: optional(say(language, 'help.runText')),
        commands: [
          command('stage', say(language, 'progress.help')),
          command('invite', say(language, 'invite.help.does')),
          command('history', say(language, 'help.typeHistory')),
          command('note', say(language, 'help.typeNote')),
          command('undo', say(language, 'help.typeUndo')),
        ],
      },
      {
        title: say(language, 'help.quiet'),
        text: optional(''),
        commands: [command('quiet', say(language, 'help.typeQuiet'))],
      },
      {
        title: say(language, 'help.admin'),
        text: optional(''),
        commands: [
          command('whoami', say(language, 'admin.help.whoami')),
          command('members', say(language, 'admin.help.members')),
          command('setup', say(language, 'admin.help.setup')),
        ],
      },
    ],
    advice: say(language, 'help.advice'),
    more: say(language, 'help.more', { links: adviceLinks(language) }),
    actions: [
      ...(audience === 'personal' ? personalButtons(language) : []),
      pressAction({ verb: 'language.show', title: say(language, 'help.languageButton') }),
    ],
  };
  return expand(template, helpCardData.parse(data));
}

/** Where Microsoft itself advises sellers (CR-57). Without a language in its address, a page comes in the reader's own. */
const advicePages = [
  ['help.more.ready', 'https://learn.microsoft.com/partner-center/referrals/co-sell-requirements'],
  ['help.more.leads', 'https://learn.microsoft.com/partner-center/referrals/manage-leads'],
  ['help.more.register', 'https://learn.microsoft.com/partner-center/referrals/register-deals'],
] as const satisfies readonly (readonly [TextKey, string])[];

function adviceLinks(language: Language): string {
  return advicePages.map(([key, url]) => markdownLink(say(language, key), url)).join(' · ');
}

function personalButtons(language: Language): CardJson[] {
  return [
    pressAction({ verb: 'deal.start', title: say(language, 'help.newButton'), style: 'positive' }),
    pressAction({
      verb: 'deals.list',
      title: say(language, 'find.list.inbound'),
      data: { list: 'inbound' },
    }),
    pressAction({ verb: 'deals.list', title: say(language, 'find.list.mine'), data: { list: 'mine' } }),
  ];
}
