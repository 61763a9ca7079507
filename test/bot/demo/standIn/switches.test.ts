import assert from 'node:assert/strict';
import { type Switches, switchesWith, switchValues } from '#bot/demo/standIn/switches.ts';
import { changingCases } from '#test/support/standIn/switchCases/changing.ts';
import { connectingCases } from '#test/support/standIn/switchCases/connecting.ts';
import { creatingCases } from '#test/support/standIn/switchCases/creating.ts';
import { readingCases } from '#test/support/standIn/switchCases/reading.ts';
import {
  type SwitchCase,
  type SwitchCases,
  standInUnder,
} from '#test/support/standIn/switchCases/switchCase.ts';

/** The types see to it that no switch is without a case. */
const cases: SwitchCases<keyof Switches> = {
  ...readingCases,
  ...creatingCases,
  ...changingCases,
  ...connectingCases,
};

describe('stand-in: what the contract is silent about', () => {
  for (const [name, values] of Object.entries(switchValues)) {
    const { point, answers, ...one }: SwitchCase<unknown> = cases[name as keyof Switches];
    describe(`point ${point}`, () => {
      it(`every value of ${name} is tried, the default first`, () => {
        assert.deepEqual(
          answers.map(([value]) => value),
          [...values],
        );
        assert.equal(switchesWith()[name as keyof Switches], values[0]);
      });

      for (const [value, expected] of answers) {
        it(`given ${name} ${value}, then a client finds ${JSON.stringify(expected) ?? 'nothing'}`, async () => {
          const standIn = standInUnder({ point, answers, ...one }, name, value);
          assert.deepEqual(await one.ask(standIn), expected);
        });
      }
    });
  }
});
