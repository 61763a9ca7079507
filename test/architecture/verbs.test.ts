import assert from 'node:assert/strict';
import { verbs } from '#bot/dispatch/verbs.ts';
import { samples } from '#cards/samples.ts';
import { languages } from '#cards/say.ts';
import { filesOfProject, textOf } from '#test/support/repository.ts';
import { buttonProblems, pressableOf } from './buttons.ts';
import { rowProblems } from './verbRows.ts';

const files = filesOfProject();
const handlerFiles = new Map(
  files.flatMap((path) => {
    const verb = /^bot\/[^/]+\/([a-z]+\.[a-zA-Z]+)\.ts$/.exec(path)?.[1];
    return verb ? [[verb, path] as const] : [];
  }),
);
const handlers = [...handlerFiles.keys()];
const faces = files.filter((path) => /^(cards|dialogs|bot)\/.*\.(ts|template\.json)$/.test(path));
const cards = samples();

/** The verbs in the code of a card, said of a button or beside its title; only a literal can be found again by its name. */
function verbsIn(source: string): string[] {
  const said = source.matchAll(/\bverb: '([^']+)'|^ {2}'([a-z]+\.[a-zA-Z]+)': \(.*=> \(/gm);
  return [...said].map((match) => match[1] ?? match[2] ?? '');
}

describe('verbs', () => {
  const inCode = files
    .filter((path) => /^cards\/.*\.ts$/.test(path))
    .flatMap((path) => verbsIn(textOf(path)));
  const onCards = cards.flatMap(({ render }) => pressableOf(render('en')).buttons.map(({ verb }) => verb));

  it('the cards were read', () => {
    assert.ok(inCode.length >= 60, `${inCode.length} presses`);
    assert.ok(onCards.length >= 30, `${onCards.length} buttons on ${cards.length} samples`);
  });

  it('every verb of a card has one handler of that name, and every handler has a button', () => {
    assert.deepEqual([...new Set(inCode)].sort(), handlers.sort());
    assert.deepEqual([...new Set(onCards)].sort(), handlers.sort());
  });

  it('a press is built in one place only, so that none forgets its fallback', () => {
    const built = faces.filter((path) => /Action\.(Execute|Submit)/.test(textOf(path)));
    assert.deepEqual(built, ['cards/pressAction.ts']);
  });

  it('the table of verbs names the handler files, and each by the name of its function', () => {
    assert.deepEqual(Object.keys(verbs).sort(), handlers.sort());
    const table = textOf('bot/dispatch/verbs.ts');
    for (const verb of handlers) {
      const name = verb.replace(/\.(\w)/, (_, letter: string) => letter.toUpperCase());
      assert.match(table, new RegExp(`'${verb}': \\{\\s+run: ${name},`), verb);
      assert.match(
        textOf(handlerFiles.get(verb) ?? ''),
        new RegExp(`export const ${name}: Action(OnDeal|OfAdmin)?<`),
        verb,
      );
    }
  });

  it('every row says of its button what the samples of the cards show', () => {
    assert.deepEqual(rowProblems(verbs), []);
  });

  it('every button repeats its verb for clients that know Action.Submit only, in every language', () => {
    const problems = cards.flatMap(({ name, render }) =>
      languages.flatMap((language) =>
        buttonProblems(render(language)).map((problem) => `${name} ${language}: ${problem}`),
      ),
    );
    assert.deepEqual(problems, []);
  });
});

describe('verbs, given a fault', () => {
  for (const [verb, row] of Object.entries(verbs)) {
    it(`a row of ${verb} that says otherwise is found`, () => {
      const { card, inList, ...rest } = row;
      const onCard = { ...rest, ...(inList && { inList }), ...(!card && { card: 'deal' as const }) };
      const listed = { ...rest, ...(card && { card }), ...(!inList && { inList: true as const }) };
      assert.equal(rowProblems({ [verb]: onCard }).length, 1);
      assert.equal(rowProblems({ [verb]: listed }).length, 1);
    });
  }

  const execute = (fallback?: unknown) => ({ type: 'Action.Execute', verb: 'help.show', fallback });

  it('a button without fallback, with another verb or inside of a form is found', () => {
    const other = { type: 'Action.Submit', data: { verb: 'referral.accept' } };
    const form = { type: 'Action.ShowCard', card: { actions: [execute(other)] } };
    assert.deepEqual(buttonProblems({ body: [{ actions: [execute()] }], actions: [form] }), [
      'help.show falls back to undefined',
      'help.show falls back to referral.accept',
    ]);
    const openUrl = { type: 'Action.OpenUrl', data: { verb: 'help.show' } };
    assert.deepEqual(buttonProblems({ actions: [execute(openUrl)] }), ['help.show falls back to undefined']);
  });

  it('a press of its own by Action.Submit is found', () => {
    const submit = { type: 'Action.Submit', data: { verb: 'help.show' } };
    assert.deepEqual(buttonProblems({ selectAction: submit, actions: [execute(submit)] }), [
      '1 Action.Submit on its own',
    ]);
  });
});
