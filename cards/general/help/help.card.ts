import { markdownLink } from '#cards/deal/link.ts';
import type { CardJson } from '#cards/expand.ts';
import { type Fold, foldButton, foldPart } from '#cards/frame/fold.ts';
import { frameCard } from '#cards/frame/frame.ts';
import { rowPart } from '#cards/frame/row.ts';
import { textPart } from '#cards/frame/text.ts';
import type { Pressable } from '#cards/pressAction.ts';
import { type Language, say, type TextKey } from '#cards/say.ts';

const commandTexts = {
  create: 'help.command.create',
  lists: 'help.command.lists',
  presets: 'help.command.presets',
  search: 'help.command.search',
  whoami: 'help.command.whoami',
  members: 'help.command.members',
  setup: 'help.command.setup',
  delivery: 'help.command.delivery',
  audit: 'help.command.audit',
  invite: 'help.command.invite',
  quiet: 'help.command.quiet',
  day: 'help.command.day',
  stage: 'help.command.stage',
  reviews: 'help.command.reviews',
  history: 'help.command.history',
  note: 'help.command.note',
  undo: 'help.command.undo',
  talk: 'help.command.talk',
  pipeline: 'help.command.pipeline',
  insights: 'help.command.insights',
} satisfies Record<string, TextKey>;

export interface HelpCardView {
  language: Language;
  /** Lists and forms are for one person: where others read too, there are no buttons to them. */
  audience: 'personal' | 'channel';
  /** Registrations of partners come in for review here: at Microsoft alone. */
  reviews?: boolean | undefined;
}

/** Something that people want to do: what to type for it, what is said of that, and what a press on it does. */
interface Topic {
  title: TextKey;
  /** Said in place of commands. */
  line?: TextKey;
  text?: TextKey;
  commands: readonly (readonly [keyof typeof commandTexts, TextKey])[];
  press?: Omit<Pressable, 'title'>;
}

const topics: readonly Topic[] = [
  {
    title: 'help.answer',
    line: 'help.answerLine',
    text: 'help.answerText',
    commands: [],
    press: { verb: 'deals.list', data: { list: 'expiring' } },
  },
  { title: 'help.create', commands: [['create', 'create.command']], press: { verb: 'deal.start' } },
  {
    title: 'help.find',
    commands: [
      ['lists', 'help.typeLists'],
      ['presets', 'help.typePresets'],
      ['search', 'help.typeSearch'],
      ['pipeline', 'help.typePipeline'],
    ],
    press: { verb: 'deals.list', data: { list: 'all' } },
  },
  {
    title: 'help.run',
    text: 'help.runText',
    commands: [
      ['talk', 'talk.help.does'],
      ['stage', 'progress.help'],
      ['invite', 'invite.help.does'],
      ['history', 'help.typeHistory'],
      ['note', 'help.typeNote'],
      ['undo', 'help.typeUndo'],
    ],
    press: { verb: 'deals.list', data: { list: 'mine' } },
  },
  { title: 'help.day', commands: [['day', 'help.typeDay']], press: { verb: 'day.show' } },
  { title: 'help.quiet', commands: [['quiet', 'help.typeQuiet']], press: { verb: 'news.quiet' } },
  {
    title: 'help.admin',
    commands: [
      ['whoami', 'admin.help.whoami'],
      ['insights', 'help.typeInsights'],
      ['members', 'admin.help.members'],
      ['setup', 'admin.help.setup'],
      ['delivery', 'admin.help.delivery'],
      ['audit', 'admin.help.audit'],
    ],
    press: { verb: 'whoami.show' },
  },
];

const reviewing = ['reviews', 'help.typeReviews'] as const;

/** What one can do, one line each, and what to type for it; the rest is folded, with the advice of CR-56 and CR-57. */
export function helpCard({ language, audience, reviews }: HelpCardView): CardJson {
  const personal = audience === 'personal';
  const shown = topics.map((topic) =>
    reviews && topic.title === 'help.find' ? { ...topic, commands: [...topic.commands, reviewing] } : topic,
  );
  const more: Fold = {
    id: 'more',
    title: say(language, 'help.moreButton'),
    items: [...shown.flatMap((topic) => explained(topic, language)), ...adviceParts(language)],
  };
  return frameCard({
    language,
    title: say(language, 'help.title'),
    hints: [say(language, 'help.what')],
    body: [...shown.map((topic) => topicRow(topic, language, personal)), foldPart(more)],
    buttons: [
      ...(personal ? personalButtons(language) : []),
      foldButton(more),
      { verb: 'language.show', title: say(language, 'help.languageButton'), mode: 'secondary' },
    ],
  });
}

/** One line, in the reader's own words; those of every language are understood. */
function topicRow({ title, line, commands, press }: Topic, language: Language, personal: boolean): CardJson {
  const typed = commands.map(([name]) => say(language, commandTexts[name])).slice(0, MOST_TYPED);
  const name = say(language, title);
  return rowPart({
    title: name,
    lines: [line ? say(language, line) : typed.join(' · ')],
    press: personal && press ? { ...press, title: name } : undefined,
  });
}

/** As many as find room in a line or two. */
const MOST_TYPED = 3;

function explained({ text, commands }: Topic, language: Language): CardJson[] {
  return [
    ...(text ? [textPart(say(language, text), { small: true })] : []),
    ...commands.map(([name, does]) =>
      rowPart({ title: say(language, commandTexts[name]), lines: [say(language, does)] }),
    ),
  ];
}

function adviceParts(language: Language): CardJson[] {
  return [
    textPart(say(language, 'help.advice'), { small: true }),
    textPart(say(language, 'help.more', { links: adviceLinks(language) }), { small: true, markdown: true }),
  ];
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

function personalButtons(language: Language): Pressable[] {
  return [
    { verb: 'deal.start', title: say(language, 'help.newButton'), style: 'positive' },
    { verb: 'deals.list', title: say(language, 'find.list.mine'), data: { list: 'mine' } },
  ];
}
