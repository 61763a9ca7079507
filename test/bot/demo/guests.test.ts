import assert from 'node:assert/strict';
import { contoso, guests, playgroundOf } from '#bot/demo/guests.ts';

interface Known {
  currentUser: User;
  users: User[];
}

interface User {
  id: string;
  name: string;
  aadObjectId: string;
}

describe('The people of the demo', () => {
  it('given anybody, then the Playground knows them by the id by which the bot asks whether they are there', () => {
    const everybody = [contoso, ...Object.values(guests)].flatMap((guest) =>
      guest.people.map((person) => ({ guest, person })),
    );
    for (const { guest, person } of everybody) {
      const { currentUser, users } = JSON.parse(playgroundOf(guest, person)) as Known;
      assert.equal(currentUser.name, person);
      assert.equal(users.length, 5);
      for (const { id, aadObjectId } of [currentUser, ...users]) assert.equal(id, aadObjectId);
    }
  });

  it('given two colleagues, each in a Playground of their own, then they share no chat, channel or team', () => {
    const idsOf = (person: string) =>
      (
        playgroundOf(contoso, person).match(/"(?:chat|group|team|channel)-[^"]+"|"aadGroupId":"[^"]+"/g) ?? []
      ).sort();
    const ids = contoso.people.flatMap(idsOf);
    assert.equal(ids.length, 5 * contoso.people.length);
    assert.equal(new Set(ids).size, ids.length);
  });
});
