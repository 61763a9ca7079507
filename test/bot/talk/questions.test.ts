import assert from 'node:assert/strict';
import { cardOf, offers } from '#test/support/bot/client.ts';
import { installInChannel } from '#test/support/bot/scene.ts';
import { type RunningBot, until } from '#test/support/bot/startBot.ts';
import { isLine, lineOf, type Talker, talker, talkingBot } from '#test/support/talk/talkScene.ts';

describe('The one question of a chat', () => {
  let bot: RunningBot;
  let anna: Talker;
  before(async () => {
    bot = await talkingBot();
  });
  after(() => bot.stop());
  beforeEach(async () => {
    anna = await talker(bot);
  });

  describe('What is final is asked first (CR-42)', () => {
    it('given won is said, when yes is typed, then it is won, and can be taken back', async () => {
      const id = await anna.works('Contoso');
      const ask = await anna.asks('we won contoso');
      assert.match(lineOf(ask), /Mark Contoso as won\?.*Yes, won.*No/);
      assert.equal((await anna.deal(id)).stage, 'accepted');
      const done = await anna.asks('yes');
      assert.match(lineOf(done), /^Contoso is won\. You can undo this until/);
      assert.ok(isLine(done));
      assert.equal((await anna.deal(id)).stage, 'closed');
      await anna.asks('undo');
      assert.equal((await anna.deal(id)).stage, 'accepted');
    });

    it('given the question, when its button is pressed, then it is won, and the question says so', async () => {
      const id = await anna.works('Contoso');
      const ask = await anna.asks('won contoso');
      const done = await anna.taps(ask, 'deal.win');
      assert.match(lineOf(done), /^Contoso is won/);
      assert.equal((await anna.deal(id)).stage, 'closed');
      await until('the question is a line', () => /^Contoso is won/.test(lineOf(ask)));
    });

    for (const no of ['no', 'forget it', 'cancel']) {
      it(`given the question, when ${no} is typed, then nothing changes, and yes means nothing any more`, async () => {
        const id = await anna.works('Contoso');
        await anna.asks('won contoso');
        assert.match(await anna.hears(no), /Cancelled/);
        assert.match(await anna.hears('yes'), /haven’t asked you anything/);
        assert.equal((await anna.deal(id)).stage, 'accepted');
      });
    }

    it('given the question, when No is pressed, then nothing changes, and yes means nothing any more', async () => {
      const id = await anna.works('Contoso');
      const ask = await anna.asks('won contoso');
      assert.match(lineOf(await anna.taps(ask, 'question.drop')), /nothing has changed/);
      assert.match(await anna.hears('yes'), /haven’t asked you anything/);
      assert.equal((await anna.deal(id)).stage, 'accepted');
    });

    it('given lost without a reason, then it is asked why, and the answer is the number or the words (CR-37)', async () => {
      for (const [answer, reason] of [
        ['2', 'no-response'],
        ['price', 'budget'],
        ['customer chose another vendor', 'other-vendor'],
      ] as const) {
        const id = await anna.works('Contoso');
        assert.match(
          await anna.hears('lost contoso'),
          /Why was Contoso lost\?.*1 {2}Project budget.*8 {2}Other/,
        );
        assert.match(await anna.hears(answer), /^Contoso is marked as lost/);
        const deal = await anna.deal(id);
        assert.ok(deal.stage === 'closed' && deal.outcome === 'lost' && deal.reason === reason, answer);
      }
    });

    it('given lost with a reason, then it is asked with that reason', async () => {
      const id = await anna.works('Contoso');
      assert.match(
        await anna.hears('lost contoso because of price'),
        /Mark Contoso as lost\? Project budget/,
      );
      assert.equal((await anna.deal(id)).stage, 'accepted');
      await anna.asks('yes');
      const deal = await anna.deal(id);
      assert.ok(deal.stage === 'closed' && deal.reason === 'budget');
    });

    it('given decline, then it is asked why, and yes is asked where that is known (CR-36)', async () => {
      const first = await anna.gets('Contoso');
      assert.match(await anna.hears('decline contoso'), /Why are you declining Contoso\?/);
      assert.match(await anna.hears('not a customer'), /^Contoso is declined/);
      assert.equal((await anna.deal(first)).stage, 'closed');
      const second = await anna.gets('Northwind');
      assert.match(
        await anna.hears('decline northwind because of timing'),
        /Decline Northwind\? Proposed timeline/,
      );
      assert.equal((await anna.deal(second)).stage, 'received');
      await anna.asks('yes');
      assert.equal((await anna.deal(second)).stage, 'closed');
    });

    it('given accept, then it is asked, because nobody can take it back (CR-35)', async () => {
      const id = await anna.gets('Contoso');
      await anna.works('Tailspin');
      const ask = await anna.asks('accept');
      assert.match(lineOf(ask), /Accept Contoso\?.*\$120,000.*You can’t undo this\./);
      assert.equal((await anna.deal(id)).stage, 'received');
      const done = await anna.asks('yes');
      assert.match(lineOf(done), /^Contoso is yours: accepted/);
      assert.equal((await anna.deal(id)).stage, 'accepted');
    });

    it('given a referral without a close date, when accept is typed, then its form says what is missing before anything is asked', async () => {
      const id = await anna.gets('Contoso', { closeDate: undefined });
      const form = await anna.hears('accept contoso');
      assert.match(form, /Enter the expected close date/);
      assert.doesNotMatch(form, /Yes, accept/);
      assert.equal((await anna.deal(id)).stage, 'received');
    });
  });

  describe('Which deal', () => {
    beforeEach(async () => {
      await anna.works('Alpine', { name: 'Slopes' });
      await anna.works('Alpine', { name: 'Lifts' });
    });

    it('given several fit, then they are buttons with numbers, and a press goes on with what was said', async () => {
      const ask = await anna.asks('won alpine');
      assert.match(lineOf(ask), /Which deal\?.*1 {2}Alpine.*2 {2}Alpine/);
      const next = await anna.taps(ask, 'deal.win');
      assert.match(lineOf(next), /Mark Alpine as won\?/);
    });

    it('given several fit, when the number is typed, then that one is meant, with all that was said', async () => {
      const ask = await anna.asks('move alpine to negotiated');
      const ids = ['Slopes', 'Lifts'].map((name) => lineOf(ask).indexOf(name));
      assert.ok(ids.every((at) => at > 0));
      assert.match(await anna.hears('2'), /Alpine moved to Negotiated/);
    });

    it('given several fit, when words of one are typed, then that one is meant', async () => {
      await anna.asks('move alpine to negotiated');
      await anna.asks('slopes');
      assert.match(await anna.hears('slopes'), /●\s*Negotiated/);
      assert.doesNotMatch(await anna.hears('lifts'), /●\s*Negotiated/);
    });

    it('given a bare name that several have, then it is asked which, and the number opens it', async () => {
      assert.match(await anna.hears('alpine'), /Which deal\?/);
      assert.ok(offers(cardOf(await anna.asks('the second one')), 'stage.mark'));
    });
  });

  describe('How long it is open', () => {
    beforeEach(async () => {
      await anna.works('Contoso');
      await anna.works('Northwind');
    });

    it('given another command, then it takes the place of the question, and says nothing of it', async () => {
      await anna.asks('won contoso');
      assert.match(await anna.hears('move northwind to proposed'), /^Northwind moved to Proposed/);
      assert.match(await anna.hears('yes'), /haven’t asked you anything/);
    });

    it('given another question, then yes answers that one alone', async () => {
      await anna.asks('won contoso');
      await anna.asks('won northwind');
      assert.match(await anna.hears('yes'), /^Northwind is won/);
      assert.match(await anna.hears('yes'), /haven’t asked you anything/);
    });

    it('given something is shown after it by a press, then it is over', async () => {
      const list = await anna.asks('my deals');
      await anna.asks('won contoso');
      await anna.taps(list, 'deal.open');
      assert.match(await anna.hears('yes'), /haven’t asked you anything/);
    });

    it('given an answer that does not fit, then it is asked once more in a line, and then let go', async () => {
      const id = await anna.works('Wingtip');
      await anna.asks('won wingtip');
      assert.match(await anna.hears('purple'), /^Yes or no\?/);
      assert.match(await anna.hears('purple elephants'), /didn’t get that/);
      await anna.asks('yes');
      assert.equal((await anna.deal(id)).stage, 'accepted');
    });

    it('given an answer that fits after it was asked once more, then it is taken', async () => {
      await anna.asks('won contoso');
      await anna.asks('purple');
      assert.match(await anna.hears('yes'), /^Contoso is won/);
    });

    it('given the question stands in her own chat, when yes is typed in a channel, then it is nothing there', async () => {
      const channel = bot.teams.channel(`19:${anna.person.name}`);
      await installInChannel(bot.teams, anna.person, channel);
      await anna.asks('won contoso');
      await bot.teams.say(anna.person, channel, 'yes');
      assert.match(await anna.hears('yes'), /^Contoso is won/);
    });

    it('given it was typed in a channel, then it is asked in her own chat, and answered there', async () => {
      const channel = bot.teams.channel(`19:${anna.person.name}`);
      await installInChannel(bot.teams, anna.person, channel);
      await bot.teams.say(anna.person, channel, 'won contoso');
      assert.match(await anna.hears('yes'), /^Contoso is won/);
    });
  });

  describe('What is asked by a form is heard too', () => {
    it('given the form of the stages, when one is typed, then it is marked (CR-40)', async () => {
      const id = await anna.works('Contoso');
      await anna.asks('stage contoso');
      assert.match(await anna.hears('negotiated'), /^Contoso moved to Negotiated/);
      await anna.asks('stage contoso');
      assert.match(await anna.hears('60%'), /^Contoso moved to Proposed/);
      assert.equal((await anna.deal(id)).salesStage, 60);
    });

    it('given the form of handing over, when a name is typed, then it goes there; of several it is asked which', async () => {
      const id = await anna.works('Contoso');
      const one = await talker(bot);
      assert.match(await anna.hears('hand contoso to Seller'), /Who gets Contoso\?.*1 {2}Seller/);
      assert.match(await anna.hears(one.person.email), /^Contoso · /);
      assert.equal((await anna.deal(id)).holder, one.person.email);
    });

    it('given an invitation without a partner, then it is asked, shown before it is sent, and sent by yes (CR-29)', async () => {
      const id = await anna.works('Contoso', {
        solutions: [{ id: 'SOL-1', name: 'Contoso Analytics', kind: 'own' }],
      });
      assert.match(await anna.hears('invite'), /Invite to this deal/);
      const form = await anna.asks('fabrikam');
      assert.match(lineOf(form), /Invite to this deal/);
      assert.equal((await anna.deal(id)).parties, undefined);
      assert.match(await anna.hears('yes'), /Enter an estimated value/);
      assert.match(await anna.hears('20k'), /Invite to this deal/);
      await anna.asks('yes');
      assert.deepEqual(
        (await anna.deal(id)).parties?.map(({ organization }) => organization),
        ['fabrikam'],
      );
    });

    it('given the form of a note, when the note is typed, then it is added', async () => {
      const id = await anna.works('Contoso');
      await anna.asks('note contoso');
      assert.match(await anna.hears('they like it'), /^Contoso · /);
      assert.equal((await anna.deal(id)).recent?.at(-1)?.what, 'note.add');
    });
  });
});
