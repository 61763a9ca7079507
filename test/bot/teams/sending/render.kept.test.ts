import assert from 'node:assert/strict';
import { createRender } from '#bot/teams/sending/render.ts';
import { defaultOptions } from '#domain/values/options.ts';
import type { Address, Content } from '#ports/messenger.ts';
import { sampleView } from '#test/support/cards/views.ts';

type DealContent = Extract<Content, { type: 'referral-card' }>;

describe('Cards of one deal for many readers', () => {
  const links = { partnerCenter: () => 'https://example.com/', connection: () => 'none' as const };
  const referral = {
    ...sampleView('received').referral,
    team: [
      { name: 'Anna Berg', email: 'Anna@contoso.example' },
      { name: 'Bo Lind', email: 'bo@contoso.example' },
    ],
  };
  const admin = (...addresses: string[]) => ({
    role: 'referrals-admin' as const,
    locations: 'all' as const,
    addresses,
  });
  const content = (changes: Partial<DealContent> = {}): DealContent => ({
    type: 'referral-card',
    referral,
    why: 'admin',
    withContacts: true,
    options: defaultOptions,
    you: admin('cleo@contoso.example'),
    ...changes,
  });
  const to = (changes: Partial<Address> = {}): Address => ({
    kind: 'person',
    locale: 'en-US',
    serviceUrl: '',
    conversationId: 'x',
    tenantId: 't',
    botId: 'b',
    timeZone: 'Europe/Berlin',
    ...changes,
  });

  it('given two admins who read the same, then their card is made once', () => {
    const render = createRender(links);
    const one = render(to({ conversationId: 'cleo' }), content());
    const other = render(
      to({ conversationId: 'dan' }),
      content({ you: admin('dan@contoso.example', 'dan@other.example') }),
    );
    assert.equal(one.card, other.card);
  });

  const readers: Readonly<Record<string, [Partial<Address>, Partial<DealContent>]>> = {
    'an admin': [{}, {}],
    'another language': [{ locale: 'de-DE' }, {}],
    'another zone': [{ timeZone: 'America/New_York' }, {}],
    'one of the team': [{}, { you: admin('anna@contoso.example') }],
    'another of the team': [{}, { you: admin('bo@contoso.example') }],
    'a user of the team': [
      {},
      { you: { ...admin('bo@contoso.example'), role: 'referrals-user', locations: ['1234567'] } },
    ],
    'somebody without the right': [
      {},
      { you: { ...admin('cleo@contoso.example'), role: 'referrals-user' }, withContacts: false },
    ],
    'a channel': [{ kind: 'channel' }, { you: undefined, withContacts: false, why: 'channel' }],
    'one who hears despite mute': [{}, { despite: true }],
    'another reason': [{}, { why: 'team' }],
    'an open deal': [{}, { referral: { ...sampleView('deal-partner-led').referral, team: referral.team } }],
  };

  it('given readers who differ, then each has what would have been made for them alone, in any order', () => {
    const render = createRender(links);
    for (const names of [Object.keys(readers), Object.keys(readers).toReversed()]) {
      for (const name of names) {
        const [address, changes] = readers[name] ?? assert.fail(name);
        const alone = createRender(links)(to(address), content(changes));
        assert.deepEqual(render(to(address), content(changes)), alone, name);
      }
    }
  });

  it('given the deal changes, then the card is a new one', () => {
    const render = createRender(links);
    const before = JSON.stringify(render(to(), content()));
    const customer = { ...referral.customer, name: 'Litware' };
    const after = JSON.stringify(render(to(), content({ referral: { ...referral, customer } })));
    assert.match(after, /Litware/);
    assert.doesNotMatch(before, /Litware/);
  });
});
