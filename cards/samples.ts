import { readdirSync, readFileSync } from 'node:fs';
import type { DealStep } from '#domain/draft.ts';
import { type AskCardView, askCard } from './ask/ask.card.ts';
import { answeredCard, draftCard } from './draft/draft.card.ts';
import type { DraftCardView } from './draft/view.ts';

import type { CardJson } from './expand.ts';
import { type HelpCardView, helpCard } from './help/help.card.ts';
import { type LanguageCardView, languageCard } from './language/language.card.ts';
import { listCard } from './list/list.card.ts';
import type { ListCardView } from './list/view.ts';
import { type LocationsCardView, locationsCard } from './locations/locations.card.ts';
import { membersCard } from './members/members.card.ts';
import type { MembersCardView } from './members/view.ts';
import { type MissedCardView, missedCard } from './missed/missed.card.ts';
import { newsCard } from './news/news.card.ts';
import type { NewsCardView } from './news/view.ts';
import { referralCard } from './referral/referral.card.ts';
import type { ReferralCardView } from './referral/view.ts';
import { type ReminderCardView, reminderCard } from './reminder/reminder.card.ts';
import { routesCard } from './routes/routes.card.ts';
import type { RoutesCardView } from './routes/view.ts';
import type { Language } from './say.ts';
import { type SearchCardView, searchCard } from './search/search.card.ts';
import { type SetupCardView, setupCard } from './setup/setup.card.ts';
import { type SilenceCardView, silenceCard } from './silence/silence.card.ts';
import { type StartCardView, startCard } from './start/start.card.ts';
import { timelineCard } from './timeline/timeline.card.ts';
import type { TimelineCardView } from './timeline/view.ts';
import { type WelcomeCardView, welcomeCard } from './welcome/welcome.card.ts';
import { type WhoamiCardView, whoamiCard } from './whoami/whoami.card.ts';

/** Every card by its folder; a sample is the view it is made from. */
const cards = {
  referral: (view: unknown) => referralCard(view as ReferralCardView),
  ask: (view: unknown) => askCard(view as AskCardView),
  missed: (view: unknown) => missedCard(view as MissedCardView),
  silence: (view: unknown) => silenceCard(view as SilenceCardView),
  news: (view: unknown) => newsCard(view as NewsCardView),
  reminder: (view: unknown) => reminderCard(view as ReminderCardView),
  welcome: (view: unknown) => welcomeCard(view as WelcomeCardView),
  members: (view: unknown) => membersCard(view as MembersCardView),
  locations: (view: unknown) => locationsCard(view as LocationsCardView),
  routes: (view: unknown) => routesCard(view as RoutesCardView),
  setup: (view: unknown) => setupCard(view as SetupCardView),
  whoami: (view: unknown) => whoamiCard(view as WhoamiCardView),
  help: (view: unknown) => helpCard(view as HelpCardView),
  language: (view: unknown) => languageCard(view as LanguageCardView),
  timeline: (view: unknown) => timelineCard(view as TimelineCardView),
  list: (view: unknown) => listCard(view as ListCardView),
  search: (view: unknown) => searchCard(view as SearchCardView),
  start: (view: unknown) => startCard(view as StartCardView),
  draft: (view: unknown) => {
    const { answered, ...rest } = view as DraftCardView & { answered?: DealStep };
    return answered ? answeredCard(rest, answered) : draftCard(rest);
  },
};

/** Where a speaker of each language is taken to be, for figures and dates. */
export const sampleLocales: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  de: 'de-DE',
  sv: 'sv-SE',
  'zh-Hans': 'zh-CN',
  ru: 'ru-RU',
  it: 'it-IT',
};

export interface Sample {
  /** `referral/received`. */
  name: string;
  view: Record<string, unknown>;
  render: (language: Language) => CardJson;
}

/** One sample for each state that a person can meet; they feed the preview, the golden files and the size check. */
export function samples(): Sample[] {
  return Object.entries(cards).flatMap(([folder, build]) => {
    const path = new URL(`./${folder}/samples/`, import.meta.url);
    return readdirSync(path)
      .sort()
      .map((file) => {
        const view = JSON.parse(readFileSync(new URL(file, path), 'utf8')) as Record<string, unknown>;
        return {
          name: `${folder}/${file.replace('.json', '')}`,
          view,
          render: (language: Language) => build({ ...view, language, locale: sampleLocales[language] }),
        };
      });
  });
}
