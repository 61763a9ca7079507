import assert from 'node:assert/strict';
import { locationsCard } from '#cards/administration/locations/locations.card.ts';
import { membersCard } from '#cards/administration/members/members.card.ts';
import { parseMember } from '#cards/administration/members/parse.ts';
import { routesCard } from '#cards/administration/routes/routes.card.ts';
import { setupCard } from '#cards/administration/setup/setup.card.ts';
import type { CardJson } from '#cards/expand.ts';
import { freshForm } from '#cards/panel/form.ts';
import { languages } from '#cards/say.ts';
import { ofType, type Part } from '#test/support/cards/cardParts.ts';

const long = 'Местоположение "Север" '.repeat(10).slice(0, 100);
const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));
const id = (at: number) => String(1_000_000 + at);
const placesOf = (count: number) =>
  times(count, (at) => ({ mpnId: id(at), name: `${long}${at}`, country: 'RU' }));
const routesOf = (count: number) =>
  times(count, (at) => ({
    key: `19:${'k'.repeat(60)}${at}@thread.tacv2|${id(at)}|${'s'.repeat(60)}`,
    team: long,
    installed: at % 2 === 0,
    location: long,
    solution: long,
    test: { state: 'failed' as const, at: '2026-11-02T08:00:00.000Z', reason: long },
  }));
const member = { email: 'anna@contoso.example', role: 'referrals-user' as const, installed: false };

const cards: Readonly<
  Record<
    string,
    (reader: { language: (typeof languages)[number]; locale: string }, count: number) => CardJson
  >
> = {
  'adding a member': (reader, count) =>
    membersCard({
      ...reader,
      kind: 'add',
      reach: 'company',
      places: placesOf(count),
      form: freshForm(),
      matches: [],
    }),
  'one member': (reader, count) =>
    membersCard({
      ...reader,
      kind: 'member',
      member: { ...member, locations: times(count, id) },
      manageable: true,
      reach: 'locations',
      places: placesOf(count),
      deals: '100+',
      form: freshForm(),
      confirm: false,
    }),
  'a page of members': (reader, count) =>
    membersCard({
      ...reader,
      kind: 'list',
      organization: long,
      reach: 'locations',
      trial: false,
      own: times(count, id),
      places: placesOf(count),
      rows: times(10, (at) => ({
        ...member,
        email: `${at}@contoso.example`,
        name: long,
        locations: times(count, id),
      })),
      page: 1,
    }),
  locations: (reader, count) =>
    locationsCard({
      ...reader,
      kind: 'list',
      places: placesOf(count),
      stray: times(count, id),
      manageable: true,
    }),
  routes: (reader, count) =>
    routesCard({
      ...reader,
      kind: 'list',
      routes: routesOf(count),
      rest: times(count, () => ({ team: long, name: long })),
      manageable: true,
    }),
  'making a route': (reader, count) =>
    routesCard({
      ...reader,
      kind: 'add',
      teams: times(count, (at) => ({ channel: `19:${'c'.repeat(60)}${at}`, team: `${long}${at}` })),
      places: placesOf(count),
      anyLocation: true,
      here: `19:${'c'.repeat(60)}${count - 1}`,
    }),
  setup: (reader, count) =>
    setupCard({
      ...reader,
      organization: long,
      tenantIds: times(count, () => '00000000-0000-4000-8000-0000000000aa'),
      open: false,
      identity: true,
      intakeKeys: 2,
      reachableAdmins: times(count, () => long),
      missing: { names: times(10, () => long), count: '100+' },
      members: true,
      locations: count,
      strayLocations: times(count, id),
      routes: routesOf(count),
      channels: count,
      partnerCenterUrl: `https://partner.example/${'x'.repeat(200)}`,
    }),
};

describe('A card of administration for a large organization', () => {
  for (const [name, build] of Object.entries(cards)) {
    for (const count of [1, 25, 60, 200, 1_000]) {
      it(`given ${name} and ${count} of everything, then Teams takes it, in each language`, () => {
        for (const language of languages) {
          const card = build({ language, locale: language }, count);
          assert.ok(
            Buffer.byteLength(JSON.stringify(card)) < 28_000,
            `${Buffer.byteLength(JSON.stringify(card))}`,
          );
        }
      });
    }
  }

  const input = (card: CardJson, name: string): Part =>
    ofType(card, 'Input.').find((one) => String(one.id).split('.')[0] === name) ?? {};
  const english = { language: 'en' as const, locale: 'en-GB' };

  it('given few locations, then they are chosen; too many to list, then their ids are typed', () => {
    const few = input(cards['adding a member']?.(english, 25) ?? {}, 'locations');
    assert.deepEqual([few.type, (few.choices as unknown[]).length], ['Input.ChoiceSet', 26]);
    const many = input(cards['adding a member']?.(english, 1_000) ?? {}, 'locations');
    assert.equal(many.type, 'Input.Text');
    assert.match(String(many.placeholder), /type MPN IDs with commas between them, or \* for all/);
    for (const typed of ['1000001, 1000002', '1000001，1000002', '1000001;1000002']) {
      assert.deepEqual(parseMember({ 'locations.0': typed, form: 0 }).locations, ['1000001', '1000002']);
    }
    assert.equal(parseMember({ 'locations.0': '*', form: 0 }).locations, 'all');
  });

  it('given too many teams to list, then the one where it was asked for is still chosen', () => {
    const teams = input(cards['making a route']?.(english, 1_000) ?? {}, 'channel');
    const values = (teams.choices as { value: string }[]).map(({ value }) => value);
    assert.ok(values.length > 5 && values.length < 1_000);
    assert.ok(values.includes(String(teams.value)));
  });

  it('given rows that find no room, then it is said how many there are besides', () => {
    const card = cards.routes?.(english, 200) ?? {};
    const [, more] = /(\d+) more/.exec(JSON.stringify(card)) ?? [];
    assert.ok(Number(more) >= 180, more);
  });
});
