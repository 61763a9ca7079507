import assert from 'node:assert/strict';
import { tellNews } from '#app/news/news.tell.ts';
import { createNotice } from '#app/notice/createNotice.ts';
import type { Content } from '#ports/messenger.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { command, created, dealOf, invite } from '#test/support/engagement/engaged.ts';
import {
  admin,
  chatOf,
  install,
  installChannel,
  mailOf,
  members,
} from '#test/support/organization/colleagues.ts';

const WAIT = 4_000;
const entries = { name: 'Our part', value: { amount: 55, currency: 'EUR' }, closeDate: '2027-04-01' };
const partners = ['fabrikam', 'litware', 'woodgrove', 'tailspin', 'adatum', 'proseware'];

describe('news.gather: news of one deal that come together are one message', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp({ others: Object.fromEntries(partners.map((id) => [id, id])), newsWait: WAIT });
    await members(app, admin('anna'), admin('bo'));
    for (const name of ['anna', 'bo']) await install(app, name);
    await created(app, { team: ['anna', 'bo'].map((name) => ({ name, email: mailOf(name), phone: '1' })) });
    for (const partner of partners) await invite(app, partner);
    await app.settled();
  });
  afterEach(() => app.close());

  const newsOf = (conversation: string) =>
    app.messenger
      .in(conversation)
      .map(({ content }) => content)
      .filter((content): content is Extract<Content, { type: 'news' }> => content.type === 'news');
  /** Who said what, message by message. */
  const told = (name: string) =>
    newsOf(chatOf(name)).map(({ news }) =>
      news.map((one) => ('answer' in one ? `${one.organization} ${one.answer}` : one.kind)),
    );
  const answers = async (partner: string) => {
    assert.equal(await command(app, partner, `r-${partner}`, { type: 'referral.accept', entries }), 'done');
    await app.settled();
  };
  const passes = async (milliseconds: number) => {
    app.clock.advance(milliseconds);
    await app.settled();
  };

  it('given one party that answers, then it is told four seconds later (CR-52)', async () => {
    await answers('fabrikam');
    await passes(WAIT - 1);
    assert.deepEqual(told('anna'), []);
    await passes(1);
    assert.deepEqual(told('anna'), [['fabrikam accepted']]);
  });

  it('given three parties that answer within seconds, then each person gets one message with all three, no later than the first was due', async () => {
    await answers('fabrikam');
    await passes(1_500);
    await answers('litware');
    await passes(2_400);
    await answers('woodgrove');
    await passes(100);
    const one = [['fabrikam accepted', 'litware accepted', 'woodgrove accepted']];
    assert.deepEqual([told('anna'), told('bo')], [one, one]);
    await passes(WAIT);
    assert.equal(told('anna').length, 1);
  });

  it('given a party that answers after the message went out, then it is told in one of its own', async () => {
    await answers('fabrikam');
    await passes(WAIT);
    await answers('litware');
    await passes(WAIT);
    assert.deepEqual(told('anna'), [['fabrikam accepted'], ['litware accepted']]);
  });

  it('given a deal that Anna has won, when the party wins it too, then no message comes: she knows (CR-42)', async () => {
    await answers('fabrikam');
    await passes(WAIT);
    const before = app.messenger.in(chatOf('anna')).length;
    assert.equal(await command(app, 'contoso', 'deal-1', { type: 'deal.win' }), 'done');
    await app.settled();
    assert.equal(await command(app, 'fabrikam', 'r-fabrikam', { type: 'deal.win' }), 'done');
    await passes(20_000);
    await passes(WAIT);
    assert.equal(app.messenger.in(chatOf('anna')).length, before);
  });

  it('given more than one message shows, then the rest comes in a second one', async () => {
    for (const partner of partners) await answers(partner);
    await passes(WAIT);
    assert.deepEqual(
      told('anna').map((news) => news.length),
      [5, 1],
    );
  });

  it('given a step that comes to be told again, before or after it went out, then nobody is told twice (late, double)', async () => {
    await answers('fabrikam');
    await answers('litware');
    const again = async () => {
      const referral = (await dealOf(app, 'contoso', 'deal-1')) ?? assert.fail();
      const news = [
        { kind: 'answer', organization: 'litware', referralId: 'r-litware', answer: 'accepted' },
      ] as const;
      await tellNews(app.deps, app.organization, referral, { revision: referral.revision, news });
      await app.settled();
    };
    await again();
    await passes(WAIT);
    await again();
    await passes(WAIT);
    assert.deepEqual(told('anna'), [['fabrikam accepted', 'litware accepted']]);
  });

  it('given a message that is being sent this moment, then what comes meanwhile is told in one of its own', async () => {
    await answers('fabrikam');
    let post: (() => void) | undefined;
    app.messenger.answer = async ({ content }) => {
      if (content.type === 'news' && !post) await new Promise<void>((resolve) => (post = resolve));
      return undefined;
    };
    app.clock.advance(WAIT);
    for (let turns = 0; turns < 5_000 && !post; turns++) {
      app.worker.look();
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.equal(await command(app, 'litware', 'r-litware', { type: 'referral.accept', entries }), 'done');
    for (let turns = 0; turns < 500; turns++) {
      app.worker.look();
      await new Promise((resolve) => setImmediate(resolve));
    }
    post?.();
    await app.settled();
    await passes(WAIT);
    assert.deepEqual(told('anna').flat().sort(), ['fabrikam accepted', 'litware accepted']);
    assert.deepEqual(told('bo').flat().sort(), ['fabrikam accepted', 'litware accepted']);
  });

  it('given the channel has the card, then its thread gets one line for all', async () => {
    const channel = '19:sales';
    const contactId = await installChannel(app, channel);
    const referral = (await dealOf(app, 'contoso', 'deal-1')) ?? assert.fail();
    await createNotice(app.deps, 'referral-card', referral, { contactId, why: 'channel' });
    await app.settled();
    await answers('fabrikam');
    await answers('litware');
    await passes(WAIT);
    assert.deepEqual(
      newsOf(channel).map(({ news }) => news.length),
      [2],
    );
  });
});
