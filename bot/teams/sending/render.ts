import { signInCard } from '#cards/administration/connection/signIn.card.ts';
import { routesCard } from '#cards/administration/routes/routes.card.ts';
import { answerCard } from '#cards/deal/answer/answer.card.ts';
import { strong } from '#cards/deal/answer/sentence.ts';
import { awayCard } from '#cards/delivery/away/away.card.ts';
import { digestCard } from '#cards/delivery/digest/digest.card.ts';
import { missedCard } from '#cards/delivery/missed/missed.card.ts';
import type { CardJson } from '#cards/expand.ts';
import { formatInstant, type Reader } from '#cards/format.ts';
import { headline } from '#cards/news/describe.ts';
import { newsCard } from '#cards/news/news.card.ts';
import { clip, literal } from '#cards/outside.ts';
import { referralCard } from '#cards/referral/card/referral.card.ts';
import { accessRequestCard } from '#cards/request/accessRequest.card.ts';
import { languageOf, say } from '#cards/say.ts';
import { type Links, partnerCenterUrl } from '#dialogs/turn/links.ts';
import type { OutgoingMessage } from '#dialogs/turn/message.ts';
import { holderOf } from '#domain/referral/team.ts';
import { kept } from '#domain/values/kept.ts';
import type { Address, Content } from '#ports/messenger.ts';

type ContentOf<T extends Content['type']> = Extract<Content, { type: T }>;

/** A deal's card is made of this and of nothing else, so that all who read the same get the one that was made first. */
interface DealCard {
  reader: Reader;
  content: ContentOf<'referral-card'>;
}

/** Some dozens of deals under way at once, each in the languages of their readers. */
const MOST_CARDS = 64;

/** What a message looks like for the one it goes to: language, zone, and nothing private in a channel. */
export function createRender(links: Links): (to: Address, content: Content) => OutgoingMessage {
  const dealCardOf = kept(MOST_CARDS, (made) => {
    const { reader, content }: DealCard = JSON.parse(made);
    return dealCard(links, reader, content);
  });
  return (to, content) => {
    const { locale, otherwise, timeZone } = to;
    const reader: Reader = { language: languageOf(locale, otherwise), locale, timeZone };
    const { language } = reader;
    switch (content.type) {
      case 'referral-card':
        return dealCardOf(JSON.stringify({ reader, content: forAnyLike(content) } satisfies DealCard));
      case 'folded': {
        const customer = strong(clip(content.referral.customer.name, 200));
        const sentence = say(language, 'answer.further', { customer });
        const card = answerCard({ language, sentence, open: { referral: content.referral.id } });
        return { card, summary: String(card.fallbackText) };
      }
      case 'missed': {
        const card = missedCard({ ...reader, deals: content.deals });
        return { card, summary: String(card.fallbackText) };
      }
      case 'news':
        return newsMessage(reader, content);
      case 'handed': {
        const { referral, byName } = content;
        const name = byName ?? say(language, 'referral.someone');
        const said = say(language, 'deal.handed', { name, customer: literal(referral.customer.name) });
        return { text: `${said} ${say(language, 'news.why.holder')}` };
      }
      case 'forwarded': {
        const card = forwardedCard(reader, content);
        return { card, summary: String(card.fallbackText) };
      }
      case 'ask': {
        const card = accessRequestCard({ ...reader, ...content });
        return { card, summary: String(card.fallbackText) };
      }
      case 'asked':
        return { text: askedText(reader, content) };
      case 'expired':
        return {
          text: `${say(language, 'notice.expired', { customer: content.referral.customer.name })} ${whyFollows(to, reader)}`,
        };
      case 'last-reminder': {
        const { customer, expiresAt } = content.referral;
        const deadline = formatInstant(expiresAt, reader);
        const said = say(language, 'notice.lastReminder', { customer: customer.name, deadline });
        return { text: `${said} ${whyFollows(to, reader)}` };
      }
      case 'away': {
        const { what, name = say(language, 'referral.someone') } = content;
        if (what === 'refused') return { text: say(language, 'away.refused', { name: literal(name) }) };
        const card = awayCard({
          ...reader,
          kind: 'asked',
          name,
          absent: content.absent,
          until: content.until,
        });
        return { card, summary: String(card.fallbackText) };
      }
      case 'digest': {
        const card = digestCard({ ...reader, ...content });
        return { card, summary: String(card.fallbackText) };
      }
      case 'route-test': {
        const { rule, locationName, by } = content;
        const [location, solution] = [locationName ?? rule.location, rule.solutionName ?? rule.solution];
        const card = routesCard({ ...reader, kind: 'test', location, solution, by });
        return { card, summary: say(language, 'admin.test.mark') };
      }
      case 'channel-ask': {
        const { channel, teamName: team, channelName: name, asked, lost } = content;
        const card = routesCard({ ...reader, kind: 'ask', channel, team, name, asked, lost });
        return { card, summary: String(card.fallbackText) };
      }
      case 'sign-in': {
        const card = signInCard({ ...reader, ...content });
        return { card, summary: String(card.fallbackText) };
      }
      case 'handover-done': {
        const { member, to: colleague, moved, left } = content;
        const done = say(language, 'admin.handover.done', { member, to: colleague, count: moved });
        return { text: left > 0 ? `${done} ${say(language, 'admin.handover.left', { count: left })}` : done };
      }
      default:
        return content satisfies never;
    }
  };
}

/** What did not reach somebody else, in one line that leads to the deal. */
function forwardedCard({ language }: Reader, { referral, ...names }: ContentOf<'forwarded'>): CardJson {
  const customer = strong(clip(referral.customer.name, 200));
  const by = names.byName ?? say(language, 'referral.someone');
  const sentence =
    names.missedName === undefined
      ? say(language, 'delivery.forwarded.nobody', { by, customer })
      : say(language, 'delivery.forwarded', { by, customer, name: names.missedName });
  return answerCard({ language, sentence, open: { referral: referral.id } });
}

/** Why a message comes that follows a card, and how to stop it (CR-55). */
function whyFollows(to: Address, { language }: Reader): string {
  return say(language, to.kind === 'channel' ? 'news.why.channel' : 'news.why.card');
}

/** In a channel it is one line in the thread of the card, and names nobody. */
function newsMessage(reader: Reader, content: ContentOf<'news'>): OutgoingMessage {
  const { referral, news, why } = content;
  if (why === 'channel') {
    const lines = news.map((one) => `${headline(one, { ...reader, referral })}.`);
    return { text: [...lines, say(reader.language, 'news.why.channel')].join(' ') };
  }
  const card = newsCard({ ...reader, ...content, why });
  return { card, summary: String(card.fallbackText) };
}

/** Of a reader's own addresses a card knows only whether one is in the deal's team. */
function forAnyLike(content: ContentOf<'referral-card'>): ContentOf<'referral-card'> {
  const { you, referral } = content;
  if (!you) return content;
  const team = new Set(referral.team.map(({ email }) => email?.toLowerCase()));
  return { ...content, you: { ...you, addresses: you.addresses.filter((address) => team.has(address)) } };
}

function dealCard(links: Links, reader: Reader, content: ContentOf<'referral-card'>): OutgoingMessage {
  const { type: _type, withContacts, despite, ...shown } = content;
  const { referral } = content;
  const card = referralCard({
    ...reader,
    ...shown,
    audience: withContacts ? 'personal' : 'channel',
    resultLine: despite ? say(reader.language, 'news.despite') : undefined,
    partnerCenterUrl: partnerCenterUrl(links, referral),
    connection: links.connection(referral.organization),
  });
  return { card, summary: summaryOf(reader, content, card) };
}

/** The line in the chat list. An edit replaces it too: what is decided must not stand there as new. */
function summaryOf({ language }: Reader, content: ContentOf<'referral-card'>, card: CardJson): string {
  const { referral, why, handedByName } = content;
  const customer = referral.customer.name;
  if (referral.stage !== 'closed' && why === 'handed') {
    const name = handedByName ?? say(language, 'referral.someone');
    return say(language, 'deal.handed.new', { name, customer });
  }
  if (referral.stage === 'received') return say(language, 'notice.newReferral', { customer });
  return String(card.fallbackText);
}

function askedText({ language }: Reader, { referral, state }: ContentOf<'asked'>): string {
  const customer = literal(referral.customer.name);
  const holder = holderOf(referral)?.name ?? say(language, 'referral.someone');
  if (state === 'taken') return say(language, 'deal.asked.taken', { customer, holder: literal(holder) });
  return say(language, state === 'granted' ? 'deal.asked.granted' : 'deal.asked.closed', { customer });
}
