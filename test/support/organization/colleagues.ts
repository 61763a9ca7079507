import { switchChannel } from '#app/administration/channel.switch.ts';
import { rememberChannel, rememberPerson } from '#app/contact/contact.remember.ts';
import {
  type ChatReference,
  channelDocumentId,
  type Profile,
  personDocumentId,
} from '#app/contact/contactRecord.ts';
import { type NoticeRecord, noticeDocumentId, noticePartition } from '#app/notice/noticeRecord.ts';
import { loadMembers } from '#app/organization/members.load.ts';
import type { DecideOutcome } from '#app/referral/decideRecord.ts';
import { acceptReferral } from '#app/referral/referral.accept.ts';
import { declineReferral } from '#app/referral/referral.decline.ts';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import type { ReferralRecord } from '#app/referral/referralRecord.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { Content } from '#ports/messenger.ts';
import type { MemberEntry } from '#ports/organizations.ts';
import { type App, TENANT } from '#test/support/app/runningApp.ts';

/** The location of every sample referral. */
export const HERE = '1234567';

export const admin = (name: string, locations: MemberEntry['locations'] = 'all'): MemberEntry => ({
  email: mailOf(name),
  role: 'referrals-admin',
  locations,
});
export const user = (name: string, locations: MemberEntry['locations'] = 'all'): MemberEntry => ({
  ...admin(name, locations),
  role: 'referrals-user',
});

export function mailOf(name: string): string {
  return `${name}@contoso.example`;
}

export function chatOf(name: string): string {
  return `chat-${name}`;
}

/** Someone in the team of a referral, in Partner Center's shape. */
export function teammate(name: string): object {
  return { firstName: name, lastName: 'Partner', email: mailOf(name), phoneNumber: '1' };
}

export function contactOf(name: string): string {
  return personDocumentId(`${TENANT}:${name}`);
}

interface Sighting extends Partial<Profile> {
  timeZone?: string;
  locale?: string;
  installed?: boolean;
}

/** A person installs the bot, or does something in the personal chat; or removes it with `installed: false`. */
export async function install(app: App, name: string, seen: Sighting = {}): Promise<void> {
  const { timeZone, locale, installed = true, ...profile } = seen;
  await rememberPerson(app.deps, app.organization, {
    personId: `${TENANT}:${name}`,
    name,
    chat: { ...conversation(chatOf(name)), installed, timeZone, locale },
    fetchProfile: async () => ({ name, email: mailOf(name), guest: false, homeTenantId: TENANT, ...profile }),
  });
}

/** The bot is added to a team where an admin wants new referrals, or taken out of it. */
export async function installChannel(app: App, id: string, installed = true): Promise<string> {
  await addToTeam(app, id, installed);
  const by = { organization: app.organization, personId: `${TENANT}:anna`, member: everything };
  if (installed) await switchChannel(app.deps, { ...by, channelId: id, on: true });
  return channelDocumentId(id);
}

/** Somebody adds the bot to a team, which brings no referral there; or it is taken out of it. */
export async function addToTeam(app: App, id: string, installed = true): Promise<string> {
  await rememberChannel(app.deps, app.organization, id, { ...conversation(id), installed });
  return channelDocumentId(id);
}

function conversation(conversationId: string): Omit<ChatReference, 'installed'> {
  return { serviceUrl: 'https://teams.example/', conversationId, tenantId: TENANT, botId: 'bot' };
}

/** Puts the organization's members into the store, as at start. */
export async function members(app: App, ...entries: MemberEntry[]): Promise<void> {
  await loadMembers(app.deps, { ...app.organization, members: entries });
}

export const everything: Membership = { role: 'referrals-admin', locations: 'all', addresses: [] };

export interface Press {
  by?: string;
  commandId?: string;
  member?: Membership | undefined;
}

export function accept(app: App, referralId: string, press: Press = {}): Promise<DecideOutcome> {
  const entries = { name: 'Accepted name', value: { amount: 5, currency: 'EUR' }, closeDate: '2027-05-01' };
  return acceptReferral(app.deps, { ...inputOf(app, referralId, press), entries });
}

export function decline(app: App, referralId: string, press: Press = {}): Promise<DecideOutcome> {
  return declineReferral(app.deps, { ...inputOf(app, referralId, press), reason: 'budget' });
}

function inputOf(app: App, referralId: string, press: Press) {
  return {
    organization: app.organization.id,
    referralId,
    personId: `${TENANT}:${press.by ?? 'anna'}`,
    member: 'member' in press ? press.member : everything,
    commandId: press.commandId ?? `press-${Math.random()}`,
  };
}

export async function recordOf(app: App, referralId: string): Promise<ReferralRecord> {
  const record = await readReferralRecord(app.deps, { organization: app.organization.id, referralId });
  if (!record) throw new Error(`there is no referral ${referralId}`);
  return record;
}

export async function noticeOf(
  app: App,
  referralId: string,
  contactId: string,
  type: NoticeRecord['type'] = 'referral-card',
): Promise<NoticeRecord | undefined> {
  const partition = noticePartition(app.organization.id, referralId);
  return (await app.store.read<'notice'>(partition, noticeDocumentId(type, contactId)))?.body;
}

/** What stands in a conversation, in few words: `card received`, `morning 2`. */
export function shownIn(app: App, conversationId: string): string[] {
  return app.messenger.in(conversationId).map(({ content }) => inShort(content));
}

export function inShort(content: Content): string {
  if (content.type === 'digest') return `${content.kind} ${content.day.total}`;
  if (content.type === 'route-test' || content.type === 'handover-done') return content.type;
  if (content.type === 'channel-ask') return `ask ${content.channel}`;
  if (content.type === 'sign-in') return `sign-in ${content.what}`;
  if (content.type === 'missed') return `missed ${content.deals.length}`;
  if (content.type === 'folded') return 'folded';
  if (content.type === 'away') return `away ${content.what}`;
  const { referral } = content;
  const state = referral.stage === 'closed' ? referral.outcome : referral.stage;
  return content.type === 'referral-card' ? `card ${state}` : `${content.type} ${state}`;
}
