import assert from 'node:assert/strict';
import { verbs } from '#bot/dispatch/verbs.ts';
import { cardOf, executed, readable } from '#test/support/bot/client.ts';
import type { InvokeAnswer, Place, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { installInChannel, referralCardIn } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import { CONTOSO_KEY, temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const MOVED = 'I’ve answered in our personal chat.';
const members = [
  { email: 'ada.admin@contoso.example', role: 'referrals-admin' as const },
  { email: 'cleo.cleveland@contoso.example', role: 'referrals-admin' as const, locations: ['1234567'] },
  { email: 'bert.berlin@contoso.example', role: 'referrals-admin' as const, locations: ['7654321'] },
  { email: 'tea.team@contoso.example', role: 'referrals-user' as const, locations: ['1234567'] },
  { email: 'otto.outside@contoso.example', role: 'referrals-user' as const, locations: ['1234567'] },
];
const names = ['Ada Admin', 'Cleo Cleveland', 'Bert Berlin', 'Tea Team', 'Otto Outside'] as const;
type Name = (typeof names)[number];

// What the rules say of each verb, written here once more and in another way than in the table.
const ofOneDeal =
  /^(referral\.|registration\.|partner\.|stage\.|note\.|timeline\.|sync\.|news\.(mute|snooze|unmute)$|deal\.(open|summary|edit|team|solutions|handover|locate|win|lose|error|share|undo)$)/;
const ofTheCompany = /^(location\.|channel\.off|setup\.|delivery\.|audit\.)/;
const ofAdmins = /^(members?|locations|routes?|channel|insights)\./;
/** Lists, finds, opened deals, what somebody mutes, notes and what runs an organization are for one person alone. */
const forOneAlone =
  /^(deals\.|deal\.(open|summary|favorite)$|day\.|digest\.|away\.|members?\.|locations?\.|channel\.|routes?\.|setup\.|delivery\.|audit\.|whoami\.|pipeline\.|insights\.|news\.|timeline\.|note\.|sync\.)/;

/** Who is refused: in the company (CR-2), in a location (CR-3), in a team (CR-4), or not at all. */
function refused(verb: string, name: Name): boolean {
  if (ofTheCompany.test(verb)) return name !== 'Ada Admin';
  if (ofAdmins.test(verb)) return name === 'Tea Team' || name === 'Otto Outside';
  // Whoever was never shown a deal is not told that there is one.
  if (verb === 'deal.ask') return name === 'Bert Berlin' || name === 'Otto Outside';
  if (!ofOneDeal.test(verb)) return false;
  if (verb === 'registration.review' && name === 'Tea Team') return true;
  if (verb === 'deal.locate') return name !== 'Ada Admin';
  return name === 'Bert Berlin' || name === 'Otto Outside';
}

describe('Every verb', () => {
  let bot: RunningBot;
  let file: Awaited<ReturnType<typeof temporaryFile>>;
  let channel: Place;
  let referral: string;
  const people = new Map<Name, TestPerson>();
  const person = (name: Name): TestPerson => {
    const found = people.get(name);
    assert.ok(found);
    return found;
  };

  before(async () => {
    file = await temporaryFile(twoOrganizations(members));
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
    channel = bot.teams.channel('19:sales');
    for (const name of names) {
      const one = bot.teams.person(name);
      people.set(name, one);
      await bot.teams.install(one, bot.teams.chatOf(one));
    }
    await installInChannel(bot.teams, person('Ada Admin'), channel);
    const sent = inbound({
      mpnId: '1234567',
      team: [{ firstName: 'Tea', email: 'tea.team@contoso.example' }],
    });
    referral = String(sent.id);
    await bot.intake(sent, CONTOSO_KEY);
    const card = await referralCardIn(bot, bot.teams.chatOf(person('Tea Team')));
    const tea = person('Tea Team');
    await bot.teams.press(
      tea,
      bot.teams.chatOf(tea),
      'referral.accept',
      executed(cardOf(card), 'referral.accept'),
    );
  });
  after(async () => {
    await bot.stop();
    await file.remove();
  });

  const data = () => ({ referral, list: 'inbound', text: 'fabrikam', on: 'yes' });
  const press = (name: Name, place: Place, verb: string) =>
    bot.teams.press(person(name), place, verb, data());
  const textOf = ({ body }: InvokeAnswer) => (typeof body?.value === 'string' ? body.value : '');

  for (const verb of Object.keys(verbs)) {
    for (const name of names) {
      it(`given ${verb} pressed by ${name}, then they are ${refused(verb, name) ? 'told whom to ask' : 'let in'}`, async () => {
        const text = textOf(await press(name, bot.teams.chatOf(person(name)), verb));
        const told =
          /^(Only referrals admins|Only admins|You can’t decide|I can’t find this referral anymore)/.test(
            text,
          );
        assert.equal(told, refused(verb, name), text);
      });
    }

    it(`given ${verb} pressed in a channel, then it is answered where it shall be`, async () => {
      const moved = textOf(await press('Ada Admin', channel, verb)) === MOVED;
      // A new deal's form holds contacts, so it is in the personal chat whatever the row says.
      assert.equal(moved, forOneAlone.test(verb) || verb === 'deal.start');
    });
  }

  it('given deal.ask pressed by somebody who was shown the deal in the channel and may not see it, then the admins are asked', async () => {
    const answer = await press('Otto Outside', channel, 'deal.ask');
    assert.match(textOf(answer) || readable(answer), /Ada Admin/);
  });
});
