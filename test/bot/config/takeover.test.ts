import assert from 'node:assert/strict';
import { createTakeover, type TakenOver } from '#bot/config/rereading/takeover.ts';

describe('Taking over what changed', () => {
  const cases: { what: string; read: string[]; outcomes?: TakenOver[]; asked: string[]; refused: boolean }[] =
    [
      { what: 'nothing changes, then nothing is asked', read: ['a', 'a', 'a'], asked: [], refused: false },
      {
        what: 'half is written by now, then it waits until it stands',
        read: ['a', 'b', 'bc', 'bc'],
        asked: ['bc'],
        refused: false,
      },
      {
        what: 'it is refused, then it is asked once',
        read: ['b', 'b', 'b'],
        outcomes: ['refused'],
        asked: ['b'],
        refused: true,
      },
      {
        what: 'what is refused is put right, then that is taken',
        read: ['b', 'b', 'c', 'c'],
        outcomes: ['refused', 'taken'],
        asked: ['b', 'c'],
        refused: false,
      },
      {
        what: 'what is refused is taken back, then nothing is amiss',
        read: ['b', 'b', 'a'],
        outcomes: ['refused'],
        asked: ['b'],
        refused: false,
      },
      {
        what: 'it can’t be taken yet, then it is asked again',
        read: ['b', 'b', 'b'],
        outcomes: ['again', 'taken'],
        asked: ['b', 'b'],
        refused: false,
      },
    ];
  for (const { what, read, outcomes = [], asked, refused } of cases) {
    it(`given ${what}`, async () => {
      const [contents, answers] = [[...read], [...outcomes]];
      const seen: string[] = [];
      const takeover = createTakeover(
        'SETTING',
        'a',
        () => contents.shift() ?? '',
        async (content): Promise<TakenOver> => {
          seen.push(content);
          return answers.shift() ?? 'taken';
        },
      );
      for (const _ of read) await takeover.look();
      assert.deepEqual([seen, takeover.isRefused()], [asked, refused]);
    });
  }
});
