import assert from 'node:assert/strict';
import type { Screen } from '#test/support/e2e/screen.ts';
import { raiseStage, referralFrom, STAGE_PATIENCE, type Stage } from '#test/support/e2e/stage.ts';

const WELCOME = 'Co-sell referrals, answered in time';

describe('installation, in a real client', function () {
  this.timeout(STAGE_PATIENCE);
  let stage: Stage;
  let anna: Screen;

  before(async function () {
    this.timeout(STAGE_PATIENCE);
    stage = await raiseStage();
    anna = await stage.seat('Anna Berg');
  });

  after(() => stage?.close());

  it('given a person who adds the bot, then it welcomes her and says what to type', async () => {
    await anna
      .card(WELCOME)
      .shows('Trial mode: everyone is a referrals admin', 'Type help to see what I can do');
    await anna.card(WELCOME).press('Show help');
    await anna.card('What I can do').shows('Answer a referral', 'New deal');
  });

  it('given a team that adds the bot, then it welcomes the team in General', async () => {
    await anna.openChannel();
    await anna
      .card(WELCOME)
      .shows('New referrals go to this channel', 'Contact details stay in personal chats');
  });

  it('given a second announcement of the same installation, then nobody is welcomed again', async () => {
    // The Playground announces it at every load of the page, and forgets what stood in the chat.
    await anna.reload();
    await anna.say('hello');
    await anna.reads('Hi Anna!');
    assert.equal(await anna.count(WELCOME), 0);
  });

  it('given something typed that means nothing, then the answer says how to go on', async () => {
    await anna.openChat();
    await anna.say('colourless green ideas');
    await anna.card('Did you mean this?').shows('My deals', 'New deal', 'Show help');
    await anna.say('help');
    await anna.card('What I can do').shows('Answer a referral', 'you have 14 days');
  });

  it('given a referral that waits while a person adds the bot, then its card comes too (CR-51)', async () => {
    await stage.receive(referralFrom('Lamna Healthcare'));
    await anna.card('Lamna Healthcare').shows('New referral from Microsoft');
    const marco = await stage.seat('Marco Rossi');
    await marco.card(WELCOME).shows('every new referral comes to this chat');
    await marco.card('Lamna Healthcare').shows('New referral from Microsoft');
    await marco.card('Lamna Healthcare').press('Details');
    await marco.card('Lamna Healthcare').shows('Ana Trujillo');
  });
});
