import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type AuditCardView, auditCard } from './administration/audit/audit.card.ts';
import { type SignInCardView, signInCard } from './administration/connection/signIn.card.ts';
import { deliveryCard } from './administration/delivery/delivery.card.ts';
import type { DeliveryCardView } from './administration/delivery/view.ts';
import { type LocationsCardView, locationsCard } from './administration/locations/locations.card.ts';
import { membersCard } from './administration/members/members.card.ts';
import type { MembersCardView } from './administration/members/view.ts';
import { routesCard } from './administration/routes/routes.card.ts';
import type { RoutesCardView } from './administration/routes/view.ts';
import { type SetupCardView, setupCard } from './administration/setup/setup.card.ts';
import { type WhoamiCardView, whoamiCard } from './administration/whoami/whoami.card.ts';
import { type AnswerCardView, answerCard } from './deal/answer/answer.card.ts';
import { timelineCard } from './deal/timeline/timeline.card.ts';
import type { TimelineCardView } from './deal/timeline/view.ts';
import { awayCard } from './delivery/away/away.card.ts';
import { type DigestCardView, digestCard } from './delivery/digest/digest.card.ts';
import {
  type DigestSettingCardView,
  digestSettingCard,
} from './delivery/digestSetting/digestSetting.card.ts';
import { type MissedCardView, missedCard } from './delivery/missed/missed.card.ts';
import { draftCard } from './draft/draft.card.ts';
import { movedCard } from './draft/moved/moved.card.ts';
import { type StartCardView, startCard } from './draft/start/start.card.ts';
import type { DraftCardView } from './draft/view.ts';
import type { CardJson } from './expand.ts';
import { type ExportCardView, exportCard } from './figures/export/export.card.ts';
import { type InsightsCardView, insightsCard } from './figures/insights/insights.card.ts';
import { pipelineCard } from './figures/pipeline/pipeline.card.ts';
import type { PipelineCardView } from './figures/pipeline/view.ts';
import type { Reader } from './format.ts';
import { type HelpCardView, helpCard } from './general/help/help.card.ts';
import { type LanguageCardView, languageCard } from './general/language/language.card.ts';
import { type WelcomeCardView, welcomeCard } from './general/welcome/welcome.card.ts';
import { listCard } from './list/list.card.ts';
import { type SearchCardView, searchCard } from './list/search/search.card.ts';
import type { ListCardView } from './list/view.ts';
import { type MutesCardView, mutesCard } from './mute/mutes.card.ts';
import { newsCard } from './news/news.card.ts';
import type { NewsCardView } from './news/view.ts';
import { referralCard } from './referral/card/referral.card.ts';
import { type GlanceCardView, glanceCard } from './referral/glance/glance.card.ts';
import type { ReferralCardView } from './referral/view/view.ts';
import { type AccessRequestCardView, accessRequestCard } from './request/accessRequest.card.ts';
import type { Language } from './say.ts';
import { enteringCard } from './sync/entering/entering.card.ts';
import type { EnteringView } from './sync/entering/view.ts';
import { type QuestionCardView, questionCard } from './talk/question/question.card.ts';
import { type SummaryCardView, summaryCard } from './talk/summary/summary.card.ts';

const of = (folder: string, build: (view: unknown) => CardJson) => ({ folder, build });

/** Every card by its name, with its folder; a sample is the view it is made from. */
const cards = {
  referral: of('referral', (view) => referralCard(view as ReferralCardView)),
  ask: of('request', (view) => accessRequestCard(view as AccessRequestCardView)),
  glance: of('referral/glance', (view) => glanceCard(view as unknown as GlanceCardView)),
  missed: of('delivery/missed', (view) => missedCard(view as MissedCardView)),
  silence: of('mute', (view) => mutesCard(view as MutesCardView)),
  news: of('news', (view) => newsCard(view as NewsCardView)),
  away: of('delivery/away', (view) => awayCard(view as Parameters<typeof awayCard>[0])),
  digest: of('delivery/digest', (view) => digestCard(view as DigestCardView)),
  digestSetting: of('delivery/digestSetting', (view) => digestSettingCard(view as DigestSettingCardView)),
  welcome: of('general/welcome', (view) => welcomeCard(view as WelcomeCardView)),
  members: of('administration/members', (view) => membersCard(view as MembersCardView)),
  locations: of('administration/locations', (view) => locationsCard(view as LocationsCardView)),
  routes: of('administration/routes', (view) => routesCard(view as RoutesCardView)),
  setup: of('administration/setup', (view) => setupCard(view as SetupCardView)),
  delivery: of('administration/delivery', (view) => deliveryCard(view as DeliveryCardView)),
  audit: of('administration/audit', (view) => auditCard(view as AuditCardView)),
  connection: of('administration/connection', (view) => signInCard(view as SignInCardView)),
  whoami: of('administration/whoami', (view) => whoamiCard(view as WhoamiCardView)),
  help: of('general/help', (view) => helpCard(view as HelpCardView)),
  language: of('general/language', (view) => languageCard(view as LanguageCardView)),
  answer: of('deal/answer', (view) => answerCard(view as AnswerCardView)),
  timeline: of('deal/timeline', (view) => timelineCard(view as TimelineCardView)),
  entering: of('sync/entering', (view) => enteringCard(view as EnteringView)),
  question: of('talk/question', (view) => questionCard(view as QuestionCardView)),
  summary: of('talk/summary', (view) => summaryCard(view as SummaryCardView)),
  pipeline: of('figures/pipeline', (view) => pipelineCard(view as PipelineCardView)),
  insights: of('figures/insights', (view) => insightsCard(view as InsightsCardView)),
  export: of('figures/export', (view) => exportCard(view as ExportCardView)),
  list: of('list', (view) => listCard(view as ListCardView)),
  search: of('list/search', (view) => searchCard(view as SearchCardView)),
  start: of('draft/start', (view) => startCard(view as StartCardView)),
  draft: of('draft', (view) => draftCard(view as DraftCardView)),
  moved: of('draft/moved', (view) => movedCard(view as Reader)),
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
  return Object.entries(cards).flatMap(([card, { folder, build }]) =>
    sampleFiles(folder).map(({ name, path }) => {
      const view = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
      return {
        name: `${card}/${name}`,
        view,
        render: (language: Language) => build({ ...view, language, locale: sampleLocales[language] }),
      };
    }),
  );
}

/** The samples of one folder of cards, in the order of their names; folders among them only keep them apart. */
export function sampleFiles(folder: string): { name: string; path: string }[] {
  const path = join(import.meta.dirname, folder, 'samples');
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ name: basename(file, '.json'), path: join(path, file) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
