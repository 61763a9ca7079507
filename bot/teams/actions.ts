import type { ContactDeps } from '../../src/app/contact.remember.ts';
import type { DecideDeps } from '../../src/app/decideRecord.ts';
import type { Messenger } from '../../src/ports/messenger.ts';
import type { Organizations } from '../../src/ports/organizations.ts';
import { dealAnswer } from '../actions/deal.answer.ts';
import { dealAsk } from '../actions/deal.ask.ts';
import { dealBack } from '../actions/deal.back.ts';
import { dealCancel } from '../actions/deal.cancel.ts';
import { dealChange } from '../actions/deal.change.ts';
import { dealCreate } from '../actions/deal.create.ts';
import { dealEdit } from '../actions/deal.edit.ts';
import { dealError } from '../actions/deal.error.ts';
import { dealFavorite } from '../actions/deal.favorite.ts';
import { dealGrant } from '../actions/deal.grant.ts';
import { dealHandover } from '../actions/deal.handover.ts';
import { dealLose } from '../actions/deal.lose.ts';
import { dealOpen } from '../actions/deal.open.ts';
import { dealShare } from '../actions/deal.share.ts';
import { dealSolutions } from '../actions/deal.solutions.ts';
import { dealStart } from '../actions/deal.start.ts';
import { dealTeam } from '../actions/deal.team.ts';
import { dealWin } from '../actions/deal.win.ts';
import { dealsList } from '../actions/deals.list.ts';
import { dealsSearch } from '../actions/deals.search.ts';
import { helpShow } from '../actions/help.show.ts';
import { languageChoose } from '../actions/language.choose.ts';
import { languageShow } from '../actions/language.show.ts';
import { locationAdd } from '../actions/location.add.ts';
import { locationRemove } from '../actions/location.remove.ts';
import { locationsShow } from '../actions/locations.show.ts';
import { memberAdd } from '../actions/member.add.ts';
import { memberChange } from '../actions/member.change.ts';
import { memberRemove } from '../actions/member.remove.ts';
import { memberShow } from '../actions/member.show.ts';
import { membersShow } from '../actions/members.show.ts';
import { newsMute } from '../actions/news.mute.ts';
import { newsQuiet } from '../actions/news.quiet.ts';
import { newsSnooze } from '../actions/news.snooze.ts';
import { newsUnmute } from '../actions/news.unmute.ts';
import { noteAdd } from '../actions/note.add.ts';
import { partnerInvite } from '../actions/partner.invite.ts';
import { partnerRemind } from '../actions/partner.remind.ts';
import { referralAccept } from '../actions/referral.accept.ts';
import { referralDecline } from '../actions/referral.decline.ts';
import { referralView } from '../actions/referral.view.ts';
import { registrationRegister } from '../actions/registration.register.ts';
import { registrationReview } from '../actions/registration.review.ts';
import { routeMake } from '../actions/route.make.ts';
import { routeProve } from '../actions/route.prove.ts';
import { routeRemove } from '../actions/route.remove.ts';
import { routesShow } from '../actions/routes.show.ts';
import { setupShow } from '../actions/setup.show.ts';
import { stageMark } from '../actions/stage.mark.ts';
import { timelineShow } from '../actions/timeline.show.ts';
import { whoamiShow } from '../actions/whoami.show.ts';
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
