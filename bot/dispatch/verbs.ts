import type { ContactDeps } from '#app/contact/contact.remember.ts';
import type { AdminDeps } from '#bot/administration/administer.ts';
import { channelOff } from '#bot/administration/channel.off.ts';
import { channelOn } from '#bot/administration/channel.on.ts';
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
import { whoamiShow } from '#bot/administration/whoami.show.ts';
import { auditShow } from '#bot/audit/audit.show.ts';
import { dealEdit } from '#bot/deal/deal.edit.ts';
import { dealError } from '#bot/deal/deal.error.ts';
import { dealHandover } from '#bot/deal/deal.handover.ts';
import { dealLocate } from '#bot/deal/deal.locate.ts';
import { dealLose } from '#bot/deal/deal.lose.ts';
import { dealShare } from '#bot/deal/deal.share.ts';
import { dealSolutions } from '#bot/deal/deal.solutions.ts';
import { dealSummary } from '#bot/deal/deal.summary.ts';
import { dealTeam } from '#bot/deal/deal.team.ts';
import { dealUndo } from '#bot/deal/deal.undo.ts';
import { dealWin } from '#bot/deal/deal.win.ts';
import { noteAdd } from '#bot/deal/note.add.ts';
import { registrationRegister } from '#bot/deal/registration.register.ts';
import { registrationReview } from '#bot/deal/registration.review.ts';
import { stageMark } from '#bot/deal/stage.mark.ts';
import { timelineShow } from '#bot/deal/timeline.show.ts';
import { deliveryForward } from '#bot/delivery/delivery.forward.ts';
import { deliveryRetry } from '#bot/delivery/delivery.retry.ts';
import { deliveryShow } from '#bot/delivery/delivery.show.ts';
import { awaySet } from '#bot/digest/away.set.ts';
import { dayShow } from '#bot/digest/day.show.ts';
import { digestSet } from '#bot/digest/digest.set.ts';
import { dealAnswer } from '#bot/draft/deal.answer.ts';
import { dealBack } from '#bot/draft/deal.back.ts';
import { dealCancel } from '#bot/draft/deal.cancel.ts';
import { dealChange } from '#bot/draft/deal.change.ts';
import { dealCreate } from '#bot/draft/deal.create.ts';
import { dealStart } from '#bot/draft/deal.start.ts';
import type { InviteDeps } from '#bot/engagement/inviteTyped.ts';
import { partnerInvite } from '#bot/engagement/partner.invite.ts';
import { partnerRemind } from '#bot/engagement/partner.remind.ts';
import { insightsShow } from '#bot/figures/insights.show.ts';
import { pipelineShow } from '#bot/figures/pipeline.show.ts';
import { helpShow } from '#bot/general/help.show.ts';
import { languageChoose } from '#bot/general/language.choose.ts';
import { languageShow } from '#bot/general/language.show.ts';
import { questionDrop } from '#bot/general/question.drop.ts';
import { dealGlance } from '#bot/glance/deal.glance.ts';
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
import type { SuggestDeps } from '#bot/suggest/suggest.ts';
import { syncDrop } from '#bot/sync/sync.drop.ts';
import { syncEnter } from '#bot/sync/sync.enter.ts';
import { syncRetry } from '#bot/sync/sync.retry.ts';
import { syncSettle } from '#bot/sync/sync.settle.ts';
import { syncShow } from '#bot/sync/sync.show.ts';
import type { Verb } from '#cards/verb.ts';
import type { Action, ActionOfAdmin, ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import type { ReferralAction } from '#domain/referral/rights.ts';
import type { Messenger } from '#ports/messenger.ts';
import type { Organizations } from '#ports/organizations.ts';
import type { Chats } from './chats.ts';

/** What the handlers of presses work with, all together. */
export type ActionDeps = AdminDeps &
  DealDeps &
  ContactDeps &
  InviteDeps &
  SuggestDeps & {
    chats: Chats;
    organizations: Organizations;
    messenger: Messenger;
  };

interface Standing {
  /** It stands on a deal's own card: the copy on which it is pressed shows that deal, and is kept true from then on. */
  card?: 'deal';
  /** Where the answer goes: `personal` for what is for the one who pressed and for nobody beside them. */
  answers: 'here' | 'personal';
  /** The message that it stands on shows now a list, now a deal: each answer becomes what that message shows. */
  inList?: true;
  /** Clients press it by themselves when it comes into view: that shows nobody anything new, and calls off no question. */
  byItself?: true;
}

/** All that is true of a button; `right`: who may press it, where `anyone` is asked no more than the use case asks. */
export type VerbRow = Standing &
  (
    | { run: ActionOnDeal<ActionDeps>; right: ReferralAction }
    | { run: ActionOfAdmin<ActionDeps>; right: 'admin' | 'company-admin' }
    | { run: Action<ActionDeps>; right: 'anyone' }
  );

/** Every verb there is. Cards stay in chats for years: never rename one. */
export const verbs: Readonly<Record<Verb, VerbRow>> = {
  'referral.accept': { run: referralAccept, right: 'referral.accept', card: 'deal', answers: 'here' },
  'referral.decline': { run: referralDecline, right: 'referral.decline', card: 'deal', answers: 'here' },
  'referral.view': { run: referralView, right: 'referral.view', card: 'deal', answers: 'here' },
  'deal.answer': { run: dealAnswer, right: 'anyone', answers: 'here' },
  'deal.back': { run: dealBack, right: 'anyone', answers: 'here' },
  'deal.cancel': { run: dealCancel, right: 'anyone', answers: 'here' },
  'deal.change': { run: dealChange, right: 'anyone', answers: 'here' },
  'deal.create': { run: dealCreate, right: 'anyone', answers: 'here' },
  'deal.start': { run: dealStart, right: 'anyone', answers: 'here' },
  'deal.edit': { run: dealEdit, right: 'deal.edit', card: 'deal', answers: 'here' },
  'deal.team': { run: dealTeam, right: 'deal.team', card: 'deal', answers: 'here' },
  'deal.solutions': { run: dealSolutions, right: 'deal.solutions', card: 'deal', answers: 'here' },
  'deal.handover': { run: dealHandover, right: 'deal.handover', card: 'deal', answers: 'here' },
  'deal.locate': { run: dealLocate, right: 'deal.locate', card: 'deal', answers: 'here' },
  'stage.mark': { run: stageMark, right: 'stage.mark', card: 'deal', answers: 'here' },
  'deal.win': { run: dealWin, right: 'deal.win', card: 'deal', answers: 'here' },
  'deal.lose': { run: dealLose, right: 'deal.lose', card: 'deal', answers: 'here' },
  'deal.error': { run: dealError, right: 'deal.error', card: 'deal', answers: 'here' },
  'deal.share': { run: dealShare, right: 'deal.share', card: 'deal', answers: 'here' },
  'deal.summary': { run: dealSummary, right: 'timeline.show', answers: 'personal' },
  'deal.undo': { run: dealUndo, right: 'deal.undo', card: 'deal', answers: 'here' },
  'note.add': { run: noteAdd, right: 'note.add', card: 'deal', answers: 'personal' },
  'timeline.show': { run: timelineShow, right: 'timeline.show', card: 'deal', answers: 'personal' },
  'registration.register': {
    run: registrationRegister,
    right: 'registration.register',
    card: 'deal',
    answers: 'here',
  },
  'registration.review': {
    run: registrationReview,
    right: 'registration.review',
    card: 'deal',
    answers: 'here',
  },
  'partner.invite': { run: partnerInvite, right: 'partner.invite', card: 'deal', answers: 'here' },
  'partner.remind': { run: partnerRemind, right: 'partner.remind', card: 'deal', answers: 'here' },
  'deal.ask': { run: dealAsk, right: 'deal.ask', card: 'deal', answers: 'here' },
  'deal.grant': { run: dealGrant, right: 'anyone', answers: 'here' },
  'sync.show': { run: syncShow, right: 'deal.edit', card: 'deal', answers: 'personal' },
  'sync.enter': { run: syncEnter, right: 'deal.edit', card: 'deal', answers: 'personal' },
  'sync.settle': { run: syncSettle, right: 'deal.edit', card: 'deal', answers: 'personal' },
  'sync.drop': { run: syncDrop, right: 'deal.edit', card: 'deal', answers: 'personal' },
  'sync.retry': { run: syncRetry, right: 'deal.edit', card: 'deal', answers: 'personal' },
  'question.drop': { run: questionDrop, right: 'anyone', answers: 'here' },
  'deals.list': { run: dealsList, right: 'anyone', answers: 'personal', inList: true },
  'deals.search': { run: dealsSearch, right: 'anyone', answers: 'personal', inList: true },
  'deal.open': { run: dealOpen, right: 'anyone', answers: 'personal', inList: true },
  'deal.favorite': { run: dealFavorite, right: 'anyone', answers: 'personal', inList: true },
  'pipeline.show': { run: pipelineShow, right: 'anyone', answers: 'personal' },
  'insights.show': { run: insightsShow, right: 'admin', answers: 'personal' },
  'day.show': { run: dayShow, right: 'anyone', answers: 'personal' },
  'away.set': { run: awaySet, right: 'anyone', answers: 'personal' },
  'digest.set': { run: digestSet, right: 'anyone', answers: 'personal' },
  'deal.glance': { run: dealGlance, right: 'anyone', answers: 'here', byItself: true },
  'news.mute': { run: newsMute, right: 'referral.view', card: 'deal', answers: 'personal', inList: true },
  'news.quiet': { run: newsQuiet, right: 'anyone', answers: 'personal' },
  'news.snooze': { run: newsSnooze, right: 'referral.view', card: 'deal', answers: 'personal', inList: true },
  'news.unmute': { run: newsUnmute, right: 'referral.view', card: 'deal', answers: 'personal', inList: true },
  'member.add': { run: memberAdd, right: 'admin', answers: 'personal' },
  'member.change': { run: memberChange, right: 'admin', answers: 'personal' },
  'member.remove': { run: memberRemove, right: 'admin', answers: 'personal' },
  'member.show': { run: memberShow, right: 'admin', answers: 'personal' },
  'members.show': { run: membersShow, right: 'admin', answers: 'personal' },
  'location.add': { run: locationAdd, right: 'company-admin', answers: 'personal' },
  'location.remove': { run: locationRemove, right: 'company-admin', answers: 'personal' },
  'locations.show': { run: locationsShow, right: 'admin', answers: 'personal' },
  'channel.off': { run: channelOff, right: 'company-admin', answers: 'personal' },
  'channel.on': { run: channelOn, right: 'admin', answers: 'personal' },
  'route.make': { run: routeMake, right: 'admin', answers: 'personal' },
  'route.prove': { run: routeProve, right: 'admin', answers: 'personal' },
  'route.remove': { run: routeRemove, right: 'admin', answers: 'personal' },
  'routes.show': { run: routesShow, right: 'admin', answers: 'personal' },
  'delivery.show': { run: deliveryShow, right: 'company-admin', answers: 'personal' },
  'delivery.retry': { run: deliveryRetry, right: 'company-admin', answers: 'personal' },
  'delivery.forward': { run: deliveryForward, right: 'company-admin', answers: 'personal' },
  'audit.show': { run: auditShow, right: 'company-admin', answers: 'personal' },
  'setup.show': { run: setupShow, right: 'company-admin', answers: 'personal' },
  'whoami.show': { run: whoamiShow, right: 'anyone', answers: 'personal' },
  'help.show': { run: helpShow, right: 'anyone', answers: 'here' },
  'language.choose': { run: languageChoose, right: 'anyone', answers: 'here' },
  'language.show': { run: languageShow, right: 'anyone', answers: 'here' },
};

/** The row of a verb as it came from outside; undefined for one that is none. */
export function verbRow(verb: string): VerbRow | undefined {
  return isVerb(verb) ? verbs[verb] : undefined;
}

/** Whether there is such a verb. */
export function isVerb(verb: string): verb is Verb {
  return Object.hasOwn(verbs, verb);
}
