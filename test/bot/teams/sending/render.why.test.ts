import assert from 'node:assert/strict';
import { createRender } from '#bot/teams/sending/render.ts';
import { languages } from '#cards/say.ts';
import type { Party } from '#domain/referral/party.ts';
import { defaultOptions } from '#domain/values/options.ts';
import type { Address, Content } from '#ports/messenger.ts';
import { readable } from '#test/support/bot/client.ts';
import { sampleView } from '#test/support/cards/views.ts';

const party: Party = {
  role: 'invited',
  organization: 'fabrikam',
  name: 'Fabrikam',
  referralId: 'r-fabrikam',
  seq: 2,
  view: { stage: 'accepted', since: '2026-11-20T10:00:00.000Z', team: [], notes: [] },
  seller: { name: 'Finn Kraft', email: 'finn@fabrikam.example' },
};
const referral = { ...sampleView('received').referral, parties: [party] };
const news = [
  { kind: 'answer', organization: 'fabrikam', referralId: 'r-fabrikam', answer: 'accepted' },
] as const;
const facts = { referral, options: defaultOptions };
const silent = { waits: true, expired: false, joined: false };

/** What each kind of message is, to a person: one that says why it comes, or an answer to what they did themselves. */
const messages: {
  [T in Content['type']]: { content: Extract<Content, { type: T }>; why: RegExp | 'answer' };
} = {
  'referral-card': {
    content: { type: 'referral-card', ...facts, why: 'team', withContacts: true },
    why: /You get this because you’re on this referral’s team\. To stop it, mute or snooze it below\./,
  },
  folded: { content: { type: 'folded', referral }, why: 'answer' },
  news: {
    content: { type: 'news', referral, news, why: 'inviter', occasion: '4' },
    why: /You get this because you invited them to this deal\. To stop it, mute or snooze/,
  },
  missed: {
    content: { type: 'missed', deals: [{ referral, news, ...silent }] },
    why: /You get this because your snooze ended\. For more quiet, type snooze/,
  },
  handed: {
    content: { type: 'handed', referral, byName: 'Bo' },
    why: /You get this because the deal is yours now\. Handovers arrive even when messages are muted\./,
  },
  forwarded: {
    content: { type: 'forwarded', referral, byName: 'Bo', missedName: 'Ada' },
    why: /Bo asks you to look at [\s\S]*: a message about it didn’t reach Ada\./,
  },
  ask: {
    content: { type: 'ask', referral, askerName: 'Bo', askerId: 'x', state: 'open', byName: undefined },
    why: /You get this as a referrals admin for this deal\. To stop it,/,
  },
  asked: {
    content: { type: 'asked', referral, state: 'closed', byName: undefined },
    why: 'answer',
  },
  expired: {
    content: { type: 'expired', referral },
    why: /You get this because you have this deal’s card\. To stop such messages, type mute\./,
  },
  'last-reminder': {
    content: { type: 'last-reminder', referral },
    why: /You get this because you have this deal’s card\. To stop such messages, type mute\./,
  },
  away: {
    content: { type: 'away', what: 'asked', name: 'Ada', absent: 't:ada', until: '2026-11-27T00:00:00.000Z' },
    why: /You get this because Ada chose you\. To refuse, press I can’t here, or later type away\./,
  },
  digest: {
    content: {
      type: 'digest',
      day: { rows: [{ section: 'waiting', referral }], total: 1, more: false, despite: false, forOthers: [] },
      kind: 'morning',
      choice: {},
      at: 540,
    },
    why: /You get this on working days at .*\. To change or stop it, type digest\./,
  },
  'route-test': {
    content: { type: 'route-test', rule: { location: '1' }, by: 'Anna' } as never,
    why: 'answer',
  },
  'channel-ask': {
    content: { type: 'channel-ask', channel: '19:sales', teamName: 'Sales' },
    why: /You get this as a referrals admin of the whole company\. I only ask once/,
  },
  'sign-in': {
    content: {
      type: 'sign-in',
      what: 'ended',
      organization: 'Contoso',
      account: 'sync@contoso.example',
      code: 'AADSTS50076',
      days: 0,
      waiting: 2,
      more: false,
    },
    why: /You get this as a referrals admin of the whole company\. It comes once/,
  },
  'handover-done': {
    content: { type: 'handover-done', member: 'Bo', to: 'Anna', moved: 2, left: 0 },
    why: 'answer',
  },
};

describe('What a message says of why it comes (CR-55)', () => {
  const render = createRender({
    partnerCenter: () => 'https://example.com/',
    connection: () => 'none' as const,
  });
  const to = (kind: Address['kind'], locale: string): Address => ({
    kind,
    locale,
    serviceUrl: '',
    conversationId: 'x',
    tenantId: 't',
    botId: 'b',
    timeZone: 'Europe/Berlin',
  });
  const said = (kind: Address['kind'], content: Content, locale = 'en') => {
    const { text = '', card = {} } = render(to(kind, locale), content);
    return `${text}\n${readable(card)}`;
  };

  for (const { content, why } of Object.values(messages)) {
    it(`given ${content.type}, then it ${why === 'answer' ? 'answers what its reader did' : 'says why it comes and how to stop it'}`, () => {
      if (why !== 'answer') assert.match(said('person', content), why);
      for (const language of languages) assert.ok(said('person', content, language).trim());
    });
  }

  for (const type of ['news', 'expired', 'last-reminder'] as const) {
    it(`given ${type} in a channel, then it says why the channel gets it, and names no person`, () => {
      const { content } = messages[type];
      for (const language of languages) {
        const shown = content.type === 'news' ? { ...content, why: 'channel' as const } : content;
        const text = said('channel', shown, language);
        assert.doesNotMatch(text, /Finn|finn@|Katharina|Anna Berg/);
        if (language === 'en') assert.match(text, /This channel gets this because it has the deal’s card\./);
      }
    });
  }
});
