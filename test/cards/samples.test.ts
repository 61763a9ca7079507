import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { CardJson } from '#cards/expand.ts';
import { samples } from '#cards/samples.ts';
import { languages } from '#cards/say.ts';
import { complaintsAbout } from '#test/support/cards/cardParser.ts';
import { mostButtons, ofType, type Part, partsOf } from '#test/support/cards/cardParts.ts';

const golden = new URL('./golden/', import.meta.url);
const all = samples();

describe('cards', () => {
  it('have a golden file for each sample and no other', () => {
    const files = readdirSync(golden, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.json'),
    );
    assert.deepEqual(files.sort(), all.map(({ name }) => `${name}.json`).sort());
  });

  for (const { name, render } of all) {
    // Each test reads the English card only, so that they can share one.
    let made: CardJson | undefined;
    const english = () => {
      made ??= render('en');
      return made;
    };

    it(`${name} looks as accepted`, () => {
      const accepted: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, golden), 'utf8'));
      assert.deepEqual(
        JSON.parse(JSON.stringify(english())),
        accepted,
        'npm run cards:accept, if it is meant',
      );
    });

    for (const language of languages) {
      it(`${name} is a sound card in ${language}`, () => {
        const card = language === 'en' ? english() : render(language);
        const json = JSON.stringify(card);
        assert.deepEqual(complaintsAbout(card), []);
        assert.equal(card.version, '1.5');
        assert.ok(card.fallbackText);
        assert.ok(Buffer.byteLength(json) < 28_000 && json.length * 2 < 56_000, `${json.length}`);
        if (!name.endsWith('hostile')) assert.ok(!json.includes('${'));
        assert.ok(!json.includes('"$when"') && !json.includes('"$data"'));
        assert.doesNotMatch(json, /\b(undefined|null|NaN)\b|\[object|Invalid Date/);
        const parts = ofType(card, '');
        const those = (type: string) => parts.filter((part) => String(part.type).startsWith(type));
        const buttons = those('Action.');
        assert.ok(mostButtons(card) <= 6, `${mostButtons(card)} actions at once`);
        assert.ok(buttons.every((button) => button.title));
        assert.ok(((card.actions as unknown[] | undefined) ?? []).length <= 3);
        const inputs = those('Input.');
        assert.ok(inputs.every((input) => input.label));
        const ids = partsOf(card).flatMap((part) => (part.type && part.id ? [String(part.id)] : []));
        assert.equal(new Set(ids).size, ids.length);
        assert.ok(those('Image').every((image) => image.altText));
        assert.ok(those('TextBlock').every((block) => block.wrap === true));
        // A line that begins so becomes a list in the clients.
        assert.ok(those('TextBlock').every(({ text }) => !/^\s*([*+-]|\d+\.) /.test(String(text))));
      });
    }

    it(`${name} presses the same by Execute and by Submit`, () => {
      const card = english();
      for (const action of partsOf(card).filter((part) => part.type === 'Action.Execute')) {
        const fallback = action.fallback as { type: string; data: object };
        assert.equal(fallback.type, 'Action.Submit');
        assert.deepEqual(fallback.data, { verb: action.verb, ...(action.data as object) });
      }
      // Some clients ignore a fallback anywhere else; what is pressed on a row or a tab can also be typed.
      const outside = partsOf(card)
        .filter((part) => part.type !== 'ActionSet')
        .flatMap((part) => (part.actions as unknown[] | undefined) ?? []);
      assert.deepEqual(
        outside.filter((action) => (action as Part | undefined)?.type === 'Action.Execute'),
        [],
      );
    });
  }
});
