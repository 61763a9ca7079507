import type { ContactDeps } from '#app/contact.remember.ts';
import type { DecideDeps } from '#app/decideRecord.ts';
import { dealAnswer } from '#bot/actions/deal.answer.ts';
import { dealAsk } from '#bot/actions/deal.ask.ts';
import { dealBack } from '#bot/actions/deal.back.ts';
import { dealCancel } from '#bot/actions/deal.cancel.ts';
import { dealChange } from '#bot/actions/deal.change.ts';
import { dealCreate } from '#bot/actions/deal.create.ts';
import { dealEdit } from '#bot/actions/deal.edit.ts';
import { dealError } from '#bot/actions/deal.error.ts';
import { dealFavorite } from '#bot/actions/deal.favorite.ts';
import { dealGrant } from '#bot/actions/deal.grant.ts';
import { dealHandover } from '#bot/actions/deal.handover.ts';
import { dealLose } from '#bot/actions/deal.lose.ts';
import { dealOpen } from '#bot/actions/deal.open.ts';
import { dealShare } from '#bot/actions/deal.share.ts';
import { dealSolutions } from '#bot/actions/deal.solutions.ts';
import { dealStart } from '#bot/actions/deal.start.ts';
import { dealTeam } from '#bot/actions/deal.team.ts';
import { dealWin } from '#bot/actions/deal.win.ts';
import { dealsList } from '#bot/actions/deals.list.ts';
import { dealsSearch } from '#bot/actions/deals.search.ts';
import { helpShow } from '#bot/actions/help.show.ts';
import { languageChoose } from '#bot/actions/language.choose.ts';
import { languageShow } from '#bot/actions/language.show.ts';
import { locationAdd } from '#bot/actions/location.add.ts';
import { locationRemove } from '#bot/actions/location.remove.ts';
import { locationsShow } from '#bot/actions/locations.show.ts';
import { memberAdd } from '#bot/actions/member.add.ts';
import { memberChange } from '#bot/actions/member.change.ts';
import { memberRemove } from '#bot/actions/member.remove.ts';
import { memberShow } from '#bot/actions/member.show.ts';
import { membersShow } from '#bot/actions/members.show.ts';
import { newsMute } from '#bot/actions/news.mute.ts';
import { newsQuiet } from '#bot/actions/news.quiet.ts';
import { newsSnooze } from '#bot/actions/news.snooze.ts';
import { newsUnmute } from '#bot/actions/news.unmute.ts';
import { noteAdd } from '#bot/actions/note.add.ts';
import { partnerInvite } from '#bot/actions/partner.invite.ts';
import { partnerRemind } from '#bot/actions/partner.remind.ts';
import { referralAccept } from '#bot/actions/referral.accept.ts';
import { referralDecline } from '#bot/actions/referral.decline.ts';
import { referralView } from '#bot/actions/referral.view.ts';
import { registrationRegister } from '#bot/actions/registration.register.ts';
import { registrationReview } from '#bot/actions/registration.review.ts';
import { routeMake } from '#bot/actions/route.make.ts';
import { routeProve } from '#bot/actions/route.prove.ts';
import { routeRemove } from '#bot/actions/route.remove.ts';
import { routesShow } from '#bot/actions/routes.show.ts';
import { setupShow } from '#bot/actions/setup.show.ts';
import { stageMark } from '#bot/actions/stage.mark.ts';
import { timelineShow } from '#bot/actions/timeline.show.ts';
import { whoamiShow } from '#bot/actions/whoami.show.ts';
import type { Messenger } from '#ports/messenger.ts';
import type { Organizations } from '#ports/organizations.ts';
import type { Conversing } from './conversing.ts';
import type { DraftingDeps } from './drafting/setting.ts';
import type { Answer } from './invokeResponse.ts';
import type { CardDeps } from './press.ts';
import type { SetupFacts } from './setup.ts';
import type { Turn } from './turn.ts';

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
