import { channelDocumentId } from '#app/contact/contactRecord.ts';
import { noticePartition } from '#app/notice/noticeRecord.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { offers } from './client.ts';
import type { Posted } from './fakeConnector.ts';
import type { FakeTeams, Place, TestPerson } from './fakeTeams.ts';
import { type RunningBot, until } from './startBot.ts';

/** One referral as it stands in a chat and in a channel. */
export interface Scene {
  anna: TestPerson;
  chat: Place;
  channel: Place;
  referral: Record<string, unknown>;
  /** Its card in Anna's chat. */
  card: Posted;
  /** Its card in the channel. */
  channelCard: Posted;
}

/** Anna and a team have the bot; a referral comes in and its cards are there. */
export async function referralArrives(
  bot: Pick<RunningBot, 'teams' | 'intake'>,
  changes: Record<string, unknown> = {},
): Promise<Scene> {
  const { teams } = bot;
  const anna = teams.person('Anna Berg');
  const chat = teams.chatOf(anna);
  const channel = teams.channel('19:sales@thread.tacv2');
  await teams.install(anna, chat);
  await teams.install(anna, channel);
  const referral = inbound(changes);
  await bot.intake(referral);
  const [card, channelCard] = await Promise.all([referralCardIn(bot, chat), referralCardIn(bot, channel)]);
  return { anna, chat, channel, referral, card, channelCard };
}

/** The undecided card that stands in a place; waits for it. */
export function referralCardIn(bot: Pick<RunningBot, 'teams'>, place: Place): Promise<Posted> {
  return until(`a referral's card in ${place.conversationId}`, () =>
    bot.teams.in(place).find((posted) => offers(posted.activity, 'referral.accept')),
  );
}

/** Until it is written down that the card stands in a channel: only then is somebody without a right told more there. */
export function cardKnownIn(
  bot: RunningBot,
  channel: Place,
  of: { organization: string; referralId: unknown },
): Promise<unknown> {
  const partition = noticePartition(of.organization, String(of.referralId));
  return until(`a card that is known to stand in ${channel.conversationId}`, async () => {
    const { documents } = await bot.composed.store.list<'notice'>({ partition, limit: 100 });
    const contact = channelDocumentId(channel.conversationId);
    return documents.some(({ body }) => body.contactId === contact && body.copies.length > 0);
  });
}

/** Adds the bot to a team, and has an admin of the whole company switch on referrals in its General channel (CR-51). */
export async function installInChannel(teams: FakeTeams, admin: TestPerson, channel: Place): Promise<void> {
  await teams.install(admin, channel);
  await teams.press(admin, channel, 'channel.on', {});
}
