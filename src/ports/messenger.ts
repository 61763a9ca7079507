import type { DigestDay } from '#domain/digest/digest.ts';
import type { DigestChoice } from '#domain/digest/digestChoice.ts';
import type { SimilarDeals } from '#domain/list/similarDeals.ts';
import type { ShownMute } from '#domain/news/mute.ts';
import type { News } from '#domain/news/news.ts';
import type { PersonalWhy, Why } from '#domain/news/why.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { RouteRule } from '#domain/referral/routing.ts';
import type { OwnStep } from '#domain/referral/undoable.ts';
import type { Instant } from '#domain/values/instant.ts';
import type { Options, StageNames } from '#domain/values/options.ts';

/** Where a message goes and for whom it is written. */
export interface Address {
  kind: 'person' | 'channel';
  serviceUrl: string;
  /** The chat, or the channel itself (never one thread of it). */
  conversationId: string;
  tenantId: string;
  /** The bot's own account there. */
  botId: string;
  /** Chosen language, else the locale of the conversation, else the organization's language, as a BCP 47 tag. */
  locale: string;
  /** The organization's language, for a locale in which nothing can be written. */
  otherwise?: string | undefined;
  /** IANA name. */
  timeZone?: string | undefined;
}

/**
 * Why somebody is told news of a deal (CR-52, CR-53). `inviter`: they invited the party that it is about; `reviewer`: they
 * may decide on the registration that it is about; `escalated`: those who were asked first did not answer.
 */
export type NewsWhy = PersonalWhy | 'inviter' | 'reviewer' | 'escalated';

/** What a card of a deal shows beside the deal itself; names that are not known are left out. */
export interface CardFacts {
  /** Who accepted, declined or closed it. */
  deciderName?: string | undefined;
  creatorName?: string | undefined;
  /** Who handed it over to the one who has it in hand. */
  handedByName?: string | undefined;
  /** Names of our people who made the last changes, or are in the history of a registration, by person id. */
  actorNames?: Readonly<Record<string, string>> | undefined;
  locationName?: string | undefined;
  /** Of the location for which an assessment is created. */
  placeName?: string | undefined;
  /** Where its CRM id leads. */
  crmUrl?: string | undefined;
  /** The one who has it in hand has not installed the bot, and so gets no card. */
  holderUnreached?: boolean | undefined;
  /** Its close date has passed while it is open. */
  overdue?: boolean | undefined;
  /** Trial mode: everybody may decide, so nobody has to ask. */
  trial?: boolean | undefined;
  /** Who reads it, on a personal copy. */
  you?: Membership | undefined;
  /** What became of deals like it that the reader may see, while it waits for an answer (CR-57). */
  similar?: SimilarDeals | undefined;
  /** What the reader muted of it. */
  mute?: ShownMute | undefined;
  /** What the reader's company switched on, and how it calls the stages. */
  options: Options;
  stageNames?: StageNames | undefined;
}

/** How a request for a deal stands: waiting, granted, somebody else has it, or the deal is closed. */
export type AccessRequestState = 'open' | 'granted' | 'taken' | 'closed';

/** What admins are told of the sign-in to Partner Center. */
export type SignInNews = 'ended' | 'ending' | 'back';

/** A deal of which somebody heard nothing for a while, and what is still true of it. */
export interface MissedDeal {
  referral: Referral;
  news: readonly News[];
  /** It waits for an answer. */
  waits: boolean;
  /** Nobody answered it in time. */
  expired: boolean;
  /** They joined its team. */
  joined: boolean;
}

/** What a message says; how it looks is decided where it is shown. */
export type Content =
  | ({
      type: 'referral-card';
      referral: Referral;
      why: Why;
      /** Of `deputy`: the name of the colleague for whom they stand in. */
      absent?: string | undefined;
      /** Whether this reader may see the customer's and the team's contact data. */
      withContacts: boolean;
      /** They muted it, and so did everybody else who could answer. */
      despite?: boolean | undefined;
      /** What this reader decided and can still take back: revision of the step, and until when. */
      undo?: OwnStep | undefined;
    } & CardFacts)
  /** In place of an older card of a deal in somebody's chat: one line that leads to the one that stands further down. */
  | { type: 'folded'; referral: Referral }
  /** What happened to a deal (CR-52, CR-53). To a channel it goes without a reason, and names no person. */
  | {
      type: 'news';
      referral: Referral;
      news: readonly News[];
      why: NewsWhy | 'channel';
      /** Of `deputy`: the name of the colleague for whom they stand in. */
      absent?: string | undefined;
      /** Name of the deal's location. */
      place?: string | undefined;
      /** Tells the messages about one deal apart. */
      occasion: string;
      /** They muted it, and so did everybody else who could answer. */
      despite?: boolean | undefined;
      /** What the reader muted meanwhile, on a message that is shown again. */
      mute?: ShownMute | undefined;
    }
  /**
   * Somebody is away until then. `asked`: to the colleague who stands in, with the name of the one who is away; `refused`: to
   * the one who is away, with the name of the colleague who said no. `absent`: the id of the one who is away.
   */
  | {
      type: 'away';
      what: 'asked' | 'refused';
      name: string | undefined;
      absent: string;
      until: Instant;
    }
  /** What somebody missed who had snoozed, in one message. */
  | { type: 'missed'; deals: readonly MissedDeal[] }
  /** To the one who has a deal in hand from now on and has its card already. */
  | { type: 'handed'; referral: Referral; byName: string | undefined }
  /** An admin passes on what did not reach somebody: `missedName`, or anybody at all. */
  | { type: 'forwarded'; referral: Referral; byName: string | undefined; missedName: string | undefined }
  /** To an admin: somebody asks for a deal. */
  | {
      type: 'ask';
      referral: Referral;
      askerName: string;
      askerId: string;
      state: AccessRequestState;
      byName: string | undefined;
    }
  /** To the one who asked, how it ended. */
  | { type: 'asked'; referral: Referral; state: AccessRequestState; byName: string | undefined }
  | { type: 'expired'; referral: Referral }
  | { type: 'last-reminder'; referral: Referral }
  /**
   * What needs somebody in the morning. `last`: it comes only because somebody must answer before the next working day;
   * `list`: it brings the referrals that waited when the company connected with Partner Center, which got no card each.
   */
  | {
      type: 'digest';
      day: DigestDay;
      kind: 'morning' | 'last' | 'list';
      choice: DigestChoice;
      /** Minutes after midnight at which the morning is, as the reader has it. */
      at: number;
    }
  /** Proves that a channel route works; marked as a test. */
  | { type: 'route-test'; rule: RouteRule; locationName?: string | undefined; by?: string | undefined }
  /**
   * To an admin: a channel gets referrals although nobody who may says so; is it to go on (CR-51)? `asked`: when; `lost`:
   * whoever said so may not any more.
   */
  | {
      type: 'channel-ask';
      channel: string;
      teamName?: string | undefined;
      channelName?: string | undefined;
      asked?: Instant | undefined;
      lost?: boolean | undefined;
    }
  /**
   * To an admin: the sign-in to Partner Center is good for nothing any more (`ended`, with the code of why), will not be
   * for long (`ending`, after so many days without renewal), or works again (`back`). `waiting`: so many deals are to be
   * brought there meanwhile, or `more` than that.
   */
  | {
      type: 'sign-in';
      what: SignInNews;
      organization: string;
      account: string;
      code?: string | undefined;
      days: number;
      waiting: number;
      more: boolean;
    }
  /** All open deals of a removed member were handed over. */
  | { type: 'handover-done'; member: string; to: string; moved: number; left: number };

/** How a send or an edit ended. */
export type Delivery =
  | { outcome: 'sent'; activityId: string }
  /**
   * Try again after that many milliseconds. `counts` is false where waiting is no failure (rate limits). `doubt`: what it
   * was said to be, which is true only where it is said again and again.
   */
  | {
      outcome: 'later';
      after?: number | undefined;
      counts: boolean;
      doubt?: 'gone' | 'blocked' | undefined;
      reason: string;
    }
  /** The recipient blocked or removed the bot. */
  | { outcome: 'blocked'; reason: string }
  /** The conversation or the message is no longer there; `pointless`: there was nothing to say any more. */
  | { outcome: 'gone'; reason: string; pointless?: true }
  /** It can never work as it is. */
  | { outcome: 'failed'; reason: string };

/** Sends outside of a turn. Never throws for what the other side answers; that is a value. */
export interface Messenger {
  /** A new message; in a channel a new thread. */
  post(to: Address, content: Content): Promise<Delivery>;
  /** A new message that belongs to an earlier one: in a channel a reply in its thread. */
  follow(to: Address, activityId: string, content: Content): Promise<Delivery>;
  edit(to: Address, activityId: string, content: Content): Promise<Delivery>;
  /**
   * The same, but sends only as long as `holding` says so: asked at the last moment, after every wait, so that a process
   * that stood still does not send what another one has sent meanwhile.
   */
  under(holding: () => boolean): Messenger;
}
