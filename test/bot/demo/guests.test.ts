import assert from 'node:assert/strict';
import { guests, playgroundOf } from '#bot/demo/guests.ts';

interface Known {
  currentUser: User;
  users: User[];
}

interface User {
  id: string;
  aadObjectId: string;
}

describe('The other parties of the demo', () => {
  it('given anybody of theirs, then the Playground knows them by the id by which the bot asks whether they are there', () => {
    for (const guest of Object.values(guests)) {
      const { currentUser, users } = JSON.parse(playgroundOf(guest)) as Known;
      assert.equal(users.length, 5);
      for (const { id, aadObjectId } of [currentUser, ...users]) assert.equal(id, aadObjectId);
    }
  });
});
