import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '#adapters/system/clock.ts';
import type { Clock } from '#ports/clock.ts';
import before from '#test/support/before/messages.json' with { type: 'json' };
import { cardOf, executed, offers, readable } from '#test/support/bot/client.ts';
import type { Posted } from '#test/support/bot/fakeConnector.ts';
import { type FakeTeams, type Place, startFakeTeams, type TestPerson } from '#test/support/bot/fakeTeams.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import {
  CONTOSO_KEY,
  FABRIKAM_TENANT,
  temporaryFile,
  threeOrganizations,
} from '#test/support/organization/organizations.ts';
import { pathOf } from '#test/support/repository.ts';

const members = [
  { email: 'anna.berg@contoso.example', role: 'referrals-admin' as const },
  { email: 'uma.user@contoso.example', role: 'referrals-user' as const, locations: ['1234567'] },
];

/**
 * A store and what stood in Teams at commit c8b372e, before files and names moved: a referral that waits, one accepted
 * and muted, one declined, an invitation to Fabrikam, a request for a deal, and a deal that is being created.
 */
describe('A store and cards from before', () => {
  let bot: RunningBot;
  let teams: FakeTeams;
  let folder: string;
  let file: Awaited<ReturnType<typeof temporaryFile>>;
  let anna: TestPerson;
  let fay: TestPerson;
  let chat: Place;
  let channel: Place;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cosell-before-'));
    const store = join(folder, 'store.db');
    await copyFile(pathOf('test/support/before/store.db'), store);
    file = await temporaryFile(threeOrganizations(members));
    teams = await startFakeTeams();
    teams.messages.push(...before.messages.map((one) => ({ ...one, edits: 0 })));
    const ahead = Date.parse(before.now) + 60_000 - Date.now();
    const clock: Clock = { ...systemClock, now: () => new Date(Date.now() + ahead) };
    bot = await startBot({ ORGANIZATIONS_FILE: file.path, SQLITE_FILE: store }, { clock }, { teams });
    anna = teams.person('Anna Berg');
    fay = teams.person('Fay Brik', { email: 'fay.brik@fabrikam.example', tenantId: FABRIKAM_TENANT });
    chat = teams.chatOf(anna);
    channel = teams.channel('19:sales');
    // What they do first says where Teams is reached now.
    await teams.say(anna, chat, 'thanks');
    await teams.say(anna, channel, 'thanks');
    await teams.say(fay, teams.chatOf(fay), 'thanks');
  });
  afterEach(async () => {
    await bot.stop();
    await file.remove();
    await rm(folder, { recursive: true });
  });

  const old = (place: Place, verb: string, id: string): Posted => {
    const found = teams
      .in(place)
      .findLast((posted) => JSON.stringify(posted.activity).includes(id) && offers(posted.activity, verb));
    assert.ok(found, `a message with ${verb} for ${id}`);
    return found;
  };
  const press = async (
    [who, place]: readonly [TestPerson, Place],
    posted: Posted,
    verb: string,
    typed: Record<string, unknown> = {},
    shown: unknown = cardOf(posted),
  ) => {
    const data = executed(shown, verb, typed);
    const answer = await teams.press(who, place, verb, data, { replyToId: posted.id });
    assert.equal(answer.body?.statusCode, 200);
    return answer;
  };
  const read = async (id: string) => (await bot.read(id, CONTOSO_KEY)).body;

  it('given the referral that waits, when Accept is pressed on its old card, then all of its old copies follow', async () => {
    const { received } = before.referrals;
    const mine = old(chat, 'referral.accept', received);
    const theirs = old(channel, 'referral.accept', received);
    await press([anna, chat], mine, 'referral.accept');
    assert.equal((await read(received)).substatus, 'Accepted');
    await until('the copy in the channel follows', () => theirs.edits > 0);
    assert.match(readable(theirs.activity), /Accepted by Anna Berg/);
    await until('the copy in the chat follows', () => mine.edits > 0);
  });

  it('given the accepted deal, when it is edited from its old card, then the old copy shows it', async () => {
    const { accepted } = before.referrals;
    const mine = old(chat, 'deal.edit', accepted);
    await press([anna, chat], mine, 'deal.edit', { value: '99,000' });
    assert.deepEqual((await read(accepted)).details, {
      ...((await read(accepted)).details as object),
      dealValue: 99000,
    });
    await until('the old copy follows', () => readable(mine.activity).includes('$99,000'));
  });

  it('given the deal that was muted, when it is unmuted from its old card, then it is', async () => {
    const mine = old(chat, 'news.unmute', before.referrals.accepted);
    const answer = await press([anna, chat], mine, 'news.unmute');
    assert.match(readable(answer), /messages are back/);
  });

  it('given the old invitation, when Fabrikam accepts it, then the old card of the inviter tells', async () => {
    const theirs = teams
      .in(teams.chatOf(fay))
      .findLast((posted) => offers(posted.activity, 'referral.accept'));
    assert.ok(theirs);
    const board = old(chat, 'partner.remind', before.referrals.outbound);
    await press([fay, teams.chatOf(fay)], theirs, 'referral.accept');
    await until('the board follows', () => /Fabrikam Partner[\s\S]*Accepted/.test(readable(board.activity)));
  });

  it('given the old request for a deal, when Grant is pressed, then it is answered', async () => {
    const request = old(chat, 'deal.grant', before.referrals.received);
    const answer = await press([anna, chat], request, 'deal.grant');
    assert.match(readable(answer), /Uma User/);
  });

  it('given the deal that was being created, when its old form is answered, then the next step comes', async () => {
    const form = teams.in(chat).findLast((posted) => offers(posted.activity, 'deal.answer'));
    assert.ok(form);
    const version = versionOf(form);
    const typed = {
      handName: 'Contoso',
      address: '1 Pike Street',
      city: 'Seattle',
      postalCode: '98101',
      country: 'US',
    };
    await press([anna, chat], form, 'deal.answer', typed);
    const later = () => teams.in(chat).find((posted) => /step [2-6] of/.test(readable(posted.activity)));
    await until('the next form comes', () => later() !== undefined);
    assert.ok(Number(versionOf(later())) > Number(version), `version ${version}, then ${versionOf(later())}`);
  });

  it('given the lists that were shown, when one is opened, then its deals are there', async () => {
    const list = teams.in(chat).findLast((posted) => offers(posted.activity, 'deals.list'));
    assert.ok(list);
    const answer = await teams.press(anna, chat, 'deals.list', { list: 'inbound' }, { replyToId: list.id });
    assert.match(readable(answer), /Old declined[\s\S]*Fabrikam|Fabrikam[\s\S]*Old/);
  });
});

/** Which version of its form a posted message shows. */
function versionOf(posted: Posted | undefined): string | undefined {
  return /"form":(\w+)/.exec(JSON.stringify(posted?.activity))?.[1];
}
