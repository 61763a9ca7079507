import assert from 'node:assert/strict';
import { mergeTeam } from '#domain/referral/mergeTeam.ts';

const anna = { name: 'Anna Berg', email: 'anna@contoso.example', phone: '1' };
const jonas = { name: 'Jonas Weber', email: 'jonas@contoso.example', phone: '2' };
const li = { name: 'Li Na', email: 'li@contoso.example', phone: '3' };

describe('mergeTeam: a team changed on both sides', () => {
  it('given somebody joined here and another in Partner Center, then both are in it', () => {
    assert.deepEqual(mergeTeam([anna, jonas], [anna, li], [anna]), [anna, li, jonas]);
  });

  it('given somebody was taken off here, then a delivery about others does not bring them back', () => {
    assert.deepEqual(mergeTeam([anna], [anna, jonas, li], [anna, jonas]), [anna, li]);
  });

  it('given Partner Center took somebody off, then they are off', () => {
    assert.deepEqual(mergeTeam([anna, jonas], [anna], [anna, jonas]), [anna]);
  });

  it('given Partner Center changed somebody who was taken off here, then they are back as they are now', () => {
    const moved = { ...jonas, phone: '4' };
    assert.deepEqual(mergeTeam([anna], [anna, moved], [anna, jonas]), [anna, moved]);
  });

  it('given a phone number was corrected here, then it stays; corrected there, then that one counts', () => {
    const ours = { ...anna, phone: '7' };
    const theirs = { ...anna, phone: '8' };
    assert.deepEqual(mergeTeam([ours], [anna, li], [anna]), [ours, li]);
    assert.deepEqual(mergeTeam([ours], [theirs, li], [anna]), [theirs, li]);
  });

  it('given an address in other letters, then it is the same person', () => {
    const loud = { ...anna, email: 'ANNA@Contoso.example' };
    assert.deepEqual(mergeTeam([anna], [loud, li], [loud]), [anna, li]);
  });
});
