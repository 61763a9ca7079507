import type { ContactDeps } from '#app/contact/contact.remember.ts';
import type { DecideDeps } from '#app/referral/decideRecord.ts';
import { locationAdd } from '#bot/administration/location.add.ts';
import { locationRemove } from '#bot/administration/location.remove.ts';
import { locationsShow } from '#bot/administration/locations.show.ts';
import { memberAdd } from '#bot/administration/member.add.ts';
import { memberChange } from '#bot/administration/member.change.ts';
import { memberRemove } from '#bot/administration/member.remove.ts';
import { memberShow } from '#bot/administration/member.show.ts';
import { membersShow } from '#bot/administration/members.show.ts';
import { routeMake } from '#bot/administration/route.make.ts';
import { routeProve } from '#bot/administration/route.prove.ts';
import { routeRemove } from '#bot/administration/route.remove.ts';
import { routesShow } from '#bot/administration/routes.show.ts';
import { setupShow } from '#bot/administration/setup.show.ts';
import type { SetupFacts } from '#bot/administration/setup.ts';
import { whoamiShow } from '#bot/administration/whoami.show.ts';
import { dealEdit } from '#bot/deal/deal.edit.ts';
import { dealError } from '#bot/deal/deal.error.ts';
import { dealHandover } from '#bot/deal/deal.handover.ts';
import { dealLose } from '#bot/deal/deal.lose.ts';
import { dealShare } from '#bot/deal/deal.share.ts';
import { dealSolutions } from '#bot/deal/deal.solutions.ts';
import { dealTeam } from '#bot/deal/deal.team.ts';
import { dealWin } from '#bot/deal/deal.win.ts';
import { noteAdd } from '#bot/deal/note.add.ts';
import { registrationRegister } from '#bot/deal/registration.register.ts';
import { registrationReview } from '#bot/deal/registration.review.ts';
import { stageMark } from '#bot/deal/stage.mark.ts';
import { timelineShow } from '#bot/deal/timeline.show.ts';
import { dealAnswer } from '#bot/draft/deal.answer.ts';
import { dealBack } from '#bot/draft/deal.back.ts';
import { dealCancel } from '#bot/draft/deal.cancel.ts';
import { dealChange } from '#bot/draft/deal.change.ts';
import { dealCreate } from '#bot/draft/deal.create.ts';
import { dealStart } from '#bot/draft/deal.start.ts';
import type { DraftingDeps } from '#bot/draft/setting.ts';
import { partnerInvite } from '#bot/engagement/partner.invite.ts';
import { partnerRemind } from '#bot/engagement/partner.remind.ts';
import { helpShow } from '#bot/general/help.show.ts';
import { languageChoose } from '#bot/general/language.choose.ts';
import { languageShow } from '#bot/general/language.show.ts';
import { dealFavorite } from '#bot/list/deal.favorite.ts';
import { dealOpen } from '#bot/list/deal.open.ts';
import { dealsList } from '#bot/list/deals.list.ts';
import { dealsSearch } from '#bot/list/deals.search.ts';
import { newsMute } from '#bot/news/news.mute.ts';
import { newsQuiet } from '#bot/news/news.quiet.ts';
import { newsSnooze } from '#bot/news/news.snooze.ts';
import { newsUnmute } from '#bot/news/news.unmute.ts';
import { referralAccept } from '#bot/referral/referral.accept.ts';
import { referralDecline } from '#bot/referral/referral.decline.ts';
import { referralView } from '#bot/referral/referral.view.ts';
import { dealAsk } from '#bot/request/deal.ask.ts';
import { dealGrant } from '#bot/request/deal.grant.ts';
import type { Conversing } from '#bot/teams/conversing.ts';
import type { Answer } from '#bot/teams/invokeResponse.ts';
import type { CardDeps } from '#bot/turn/press.ts';
import type { Turn } from '#bot/turn/turn.ts';
import type { Messenger } from '#ports/messenger.ts';
import type { Organizations } from '#ports/organizations.ts';

/** What the handlers of presses work with. */
export type ActionDeps = CardDeps &
  DecideDeps &
  ContactDeps &
  DraftingDeps & {
    organizations: Organizations;
    messenger: Messenger;
    conversing: Conversing;
    setup: SetupFacts;
  };

/** One press of a button: who and where, what came with it, and the id that tells it from its repeats. */
export interface Press {
  turn: Turn;
  /** The button's data and the inputs, unchecked. */
  data: Readonly<Record<string, unknown>>;
  commandId: string;
}

export type Action = (deps: ActionDeps, press: Press) => Promise<Answer>;

/** Every verb there is; each has its file in bot/actions. Cards stay in chats for years: never rename one. */
export const actions: Readonly<Record<string, Action>> = {
  'deal.answer': dealAnswer,
  'deal.back': dealBack,
  'deal.cancel': dealCancel,
  'deal.change': dealChange,
  'deal.create': dealCreate,
  'deal.start': dealStart,
  'deal.ask': dealAsk,
  'deal.edit': dealEdit,
  'deal.grant': dealGrant,
  'deal.handover': dealHandover,
  'deal.solutions': dealSolutions,
  'deal.team': dealTeam,
  'deal.win': dealWin,
  'deal.lose': dealLose,
  'deal.error': dealError,
  'deal.share': dealShare,
  'stage.mark': stageMark,
  'deal.favorite': dealFavorite,
  'deal.open': dealOpen,
  'deals.list': dealsList,
  'deals.search': dealsSearch,
  'help.show': helpShow,
  'language.choose': languageChoose,
  'language.show': languageShow,
  'location.add': locationAdd,
  'location.remove': locationRemove,
  'locations.show': locationsShow,
  'member.add': memberAdd,
  'member.change': memberChange,
  'member.remove': memberRemove,
  'member.show': memberShow,
  'members.show': membersShow,
  'registration.register': registrationRegister,
  'registration.review': registrationReview,
  'news.mute': newsMute,
  'news.quiet': newsQuiet,
  'news.snooze': newsSnooze,
  'news.unmute': newsUnmute,
  'partner.invite': partnerInvite,
  'partner.remind': partnerRemind,
  'route.make': routeMake,
  'route.prove': routeProve,
  'route.remove': routeRemove,
  'routes.show': routesShow,
  'setup.show': setupShow,
  'whoami.show': whoamiShow,
  'note.add': noteAdd,
  'timeline.show': timelineShow,
  'referral.accept': referralAccept,
  'referral.decline': referralDecline,
  'referral.view': referralView,
};
