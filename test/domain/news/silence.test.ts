import assert from 'node:assert/strict';
import {
  endOf,
  type Missed,
  missedToo,
  nothingSilenced,
  present,
  type Silences,
  silenced,
  silenceFor,
  unsilenced,
} from '#domain/news/silence.ts';

const NOW = '2026-11-16T09:00:00.000Z';
const PAST = '2026-11-16T08:00:00.000Z';
const SOON = '2026-11-17T08:00:00.000Z';
const LATER = '2026-11-20T08:00:00.000Z';
const deal = { referralId: 'r1' };
const muted = { since: PAST };
const until = (moment: string) => ({ since: PAST, until: moment });

describe('silence', () => {
  const cases: [string, Silences, ReturnType<typeof silenceFor>][] = [
    ['nothing', nothingSilenced, undefined],
    ['the deal muted', silenced(nothingSilenced, deal, muted), { of: 'deal', since: PAST, until: undefined }],
    ['another deal muted', silenced(nothingSilenced, { referralId: 'r2' }, muted), undefined],
    [
      'everything muted',
      silenced(nothingSilenced, 'all', muted),
      { of: 'all', since: PAST, until: undefined },
    ],
    ['a snooze that lasts', silenced(nothingSilenced, deal, until(SOON)), { of: 'deal', ...until(SOON) }],
    ['a snooze that is over', silenced(nothingSilenced, deal, until(PAST)), undefined],
    ['a snooze that ends now', silenced(nothingSilenced, 'all', until(NOW)), undefined],
    [
      'two, of which the longer one counts',
      silenced(silenced(nothingSilenced, deal, until(SOON)), 'all', until(LATER)),
      { of: 'all', ...until(LATER) },
    ],
    [
      'a mute within a snooze of everything',
      silenced(silenced(nothingSilenced, deal, muted), 'all', until(LATER)),
      { of: 'deal', since: PAST, until: undefined },
    ],
  ];
  for (const [given, silences, expected] of cases) {
    it(`given ${given}, then ${expected ? `it is silent until ${expected.until ?? 'unmuted'}` : 'it is heard'}`, () => {
      assert.deepEqual(silenceFor(silences, 'r1', NOW), expected);
    });
  }

  it('given a second silence about the same, then it takes the place of the first', () => {
    const twice = silenced(silenced(nothingSilenced, deal, muted), deal, until(SOON));
    assert.deepEqual(twice.deals, [{ ...deal, ...until(SOON) }]);
  });

  it('given more deals than are kept, then the oldest makes room', () => {
    let silences = nothingSilenced;
    for (let number = 0; number < 201; number++) {
      silences = silenced(silences, { referralId: `r${number}` }, muted);
    }
    assert.equal(silences.deals.length, 200);
    assert.equal(silenceFor(silences, 'r0', NOW), undefined);
  });

  it('when silences end, then the others stay', () => {
    const both = silenced(silenced(nothingSilenced, deal, until(SOON)), 'all', until(LATER));
    assert.equal(endOf(both), SOON);
    assert.equal(endOf(unsilenced(both, deal)), LATER);
    assert.deepEqual(unsilenced(both, 'all').all, undefined);
    assert.deepEqual(unsilenced(both, 'everything'), nothingSilenced);
    assert.deepEqual(present(both, '2026-11-18T00:00:00.000Z'), { all: until(LATER), deals: [] });
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
