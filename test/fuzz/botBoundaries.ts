import fc from 'fast-check';
import { commands } from '#bot/commands/commands.ts';
import { type Boundary, boundary } from './boundary.ts';
import type { FuzzedBot } from './fuzzedBot.ts';
import { mutated, mutatedText } from './mutated.ts';

/** What a card or an answer may take, in bytes. */
const MOST_BYTES = 28_000;

/** Everything that reaches a running bot over HTTP: referrals, tables, and what people do in Teams. */
export function botBoundaries(bot: FuzzedBot): Readonly<Record<string, Boundary>> {
  const presses = [...bot.presses].flatMap(([verb, all]) => all.map((data) => ({ verb, data })));
  const pressed = fc
    .tuple(fc.constantFrom(...presses), fc.boolean())
    .chain(([{ verb, data }, real]) =>
      mutated(fc.constant({ ...data, ...(real && bot.real) })).map((given) => ({ verb, data: given })),
    );
  const words = fc.constantFrom(
    ...Object.values(commands).flatMap(({ words: [first = ''] }) => [first, `${first} Fabrikam`]),
    ...[
      'Contoso in Berlin 120k EUR by end of June',
      'accept Fabrikam',
      'mark the Contoso deal as won',
      'yes',
    ],
    ...['what’s new?', 'deals over 50000 closing next month', 'note Fabrikam: called them', '2', 'cancel'],
  );
  return {
    intake: boundary<unknown>({
      share: 2,
      inputs: mutated(fc.constant(bot.referral())),
      send: (body) => bot.intake(body),
    }),
    customers: boundary<unknown>({
      share: 1,
      inputs: mutated(
        fc.constant({
          value: [
            { name: 'A', country: 'US' },
            { name: 'B', country: 'DE', duns: '1' },
          ],
        }),
      ),
      send: (body) => bot.table(body),
    }),
    press: boundary<{ verb: string; data: unknown }>({
      share: 3,
      inputs: pressed,
      send: async ({ verb, data }) => {
        const { status, body } = await bot.press(verb, data);
        const said = JSON.stringify(body ?? '');
        // The whole of an action that has no data at all is none.
        if (status !== 200) return `${verb}: status ${status}`;
        return (
          bot.wrongIn(said, verb) ?? (said.length > MOST_BYTES ? `${verb}: ${said.length} bytes` : undefined)
        );
      },
    }),
    submit: boundary<{ verb: string; data: unknown }>({
      share: 1,
      inputs: pressed,
      send: async ({ verb, data }) => {
        const own = typeof data === 'object' && data !== null ? data : { data };
        const { status, said } = await bot.heard({ value: { ...own, verb } });
        return status >= 500 ? `${verb}: status ${status}` : bot.wrongIn(said, verb);
      },
    }),
    words: boundary<string>({
      share: 2,
      inputs: mutatedText(words),
      send: async (text) => {
        const { status, said } = await bot.heard({ text });
        if (status >= 500) return `status ${status}`;
        return bot.wrongIn(said, text) ?? (said.length > 3 * MOST_BYTES ? `${said.length} bytes` : undefined);
      },
    }),
    search: boundary<unknown>({
      share: 1,
      inputs: mutated(
        fc.constantFrom(
          ...['customers', 'solutions', 'partners', 'people', 'members', 'deals'].map((dataset) => ({
            name: 'application/search',
            value: { dataset, queryText: 'con', queryOptions: { skip: 0, top: 15 }, data: { place: 'x' } },
          })),
          {
            name: 'composeExtension/query',
            value: {
              commandId: 'deals',
              parameters: [{ name: 'words', value: 'Fabrikam' }],
              queryOptions: { skip: 0, count: 25 },
            },
          },
          { name: 'composeExtension/queryLink', value: { url: 'https://example.com/deals/1' } },
        ),
      ),
      send: async (invoke) => {
        const own = typeof invoke === 'object' && invoke !== null ? invoke : {};
        const { status, body } = await bot.invoke(own);
        const said = JSON.stringify(body ?? '');
        return status >= 500 ? `status ${status}` : bot.wrongIn(said, JSON.stringify(invoke).slice(0, 200));
      },
    }),
  };
}
