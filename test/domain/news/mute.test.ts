import assert from 'node:assert/strict';
import {
  firstMuteEnd,
  type Missed,
  type Mutes,
  missedToo,
  muteFor,
  noMutes,
  presentMutes,
  withMute,
  withoutMute,
} from '#domain/news/mute.ts';

const NOW = '2026-11-16T09:00:00.000Z';
const PAST = '2026-11-16T08:00:00.000Z';
const SOON = '2026-11-17T08:00:00.000Z';
const LATER = '2026-11-20T08:00:00.000Z';
const deal = { referralId: 'r1' };
const muted = { since: PAST };
const until = (moment: string) => ({ since: PAST, until: moment });

describe('silence', () => {
  const cases: [string, Mutes, ReturnType<typeof muteFor>][] = [
    ['nothing', noMutes, undefined],
    ['the deal muted', withMute(noMutes, deal, muted), { of: 'deal', since: PAST, until: undefined }],
    ['another deal muted', withMute(noMutes, { referralId: 'r2' }, muted), undefined],
    ['everything muted', withMute(noMutes, 'all', muted), { of: 'all', since: PAST, until: undefined }],
    ['a snooze that lasts', withMute(noMutes, deal, until(SOON)), { of: 'deal', ...until(SOON) }],
    ['a snooze that is over', withMute(noMutes, deal, until(PAST)), undefined],
    ['a snooze that ends now', withMute(noMutes, 'all', until(NOW)), undefined],
    [
      'two, of which the longer one counts',
      withMute(withMute(noMutes, deal, until(SOON)), 'all', until(LATER)),
      { of: 'all', ...until(LATER) },
    ],
    [
      'a mute within a snooze of everything',
      withMute(withMute(noMutes, deal, muted), 'all', until(LATER)),
      { of: 'deal', since: PAST, until: undefined },
    ],
  ];
  for (const [given, silences, expected] of cases) {
    it(`given ${given}, then ${expected ? `it is silent until ${expected.until ?? 'unmuted'}` : 'it is heard'}`, () => {
      assert.deepEqual(muteFor(silences, 'r1', NOW), expected);
    });
  }

  it('given a second silence about the same, then it takes the place of the first', () => {
    const twice = withMute(withMute(noMutes, deal, muted), deal, until(SOON));
    assert.deepEqual(twice.deals, [{ ...deal, ...until(SOON) }]);
  });

  it('given more deals than are kept, then the oldest makes room', () => {
    let silences = noMutes;
    for (let number = 0; number < 201; number++) {
      silences = withMute(silences, { referralId: `r${number}` }, muted);
    }
    assert.equal(silences.deals.length, 200);
    assert.equal(muteFor(silences, 'r0', NOW), undefined);
  });

  it('when silences end, then the others stay', () => {
    const both = withMute(withMute(noMutes, deal, until(SOON)), 'all', until(LATER));
    assert.equal(firstMuteEnd(both), SOON);
    assert.equal(firstMuteEnd(withoutMute(both, deal)), LATER);
    assert.deepEqual(withoutMute(both, 'all').all, undefined);
    assert.deepEqual(withoutMute(both, 'everything'), noMutes);
    assert.deepEqual(presentMutes(both, '2026-11-18T00:00:00.000Z'), { all: until(LATER), deals: [] });
  });

  it('given the same missed twice, then it counts once, and no more are kept than fit', () => {
    const one: Missed = { referralId: 'r1', what: 'card' };
    const kept = missedToo([one], { referralId: 'r1', what: 'card' }, 2);
    assert.deepEqual(kept, [one]);
    const more = missedToo(
      missedToo(kept, { referralId: 'r2', what: 'waits' }, 2),
      { ...one, what: 'waits' },
      2,
    );
    assert.deepEqual(
      more.map(({ referralId, what }) => `${referralId} ${what}`),
      ['r2 waits', 'r1 waits'],
    );
  });
});
