import assert from 'node:assert/strict';
import { hostConfig, themes } from '#cards/previewPage.ts';
import { referralCard } from '#cards/referral/card/referral.card.ts';
import { samples } from '#cards/samples.ts';
import { type Part, partsOf } from '#test/support/cards/cardParts.ts';
import { sampleView } from '#test/support/cards/views.ts';

/** WCAG 2.2, 1.4.3: text that is not large. */
const LEAST_CONTRAST = 4.5;

interface Style {
  backgroundColor: string;
  foregroundColors: Record<string, { default: string; subtle: string }>;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\da-f]{2}/gi) ?? []).map((hex) => {
    const share = Number.parseInt(hex, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Every colour of a text with the style of what it stands on, as the sample has them. */
function coloursOn(part: unknown, style = 'default', found = new Set<string>()): Set<string> {
  if (Array.isArray(part)) for (const one of part) coloursOn(one, style, found);
  else if (typeof part === 'object' && part !== null) {
    const { type, color, isSubtle, style: own, ...rest } = part as Part;
    const on = type === 'Container' && typeof own === 'string' ? own : style;
    if (type === 'TextBlock' || type === 'TextRun')
      found.add(
        `${on}/${String(color ?? 'default').toLowerCase()}/${isSubtle === true ? 'subtle' : 'default'}`,
      );
    for (const inner of Object.values(rest)) coloursOn(inner, on, found);
  }
  return found;
}

describe('cards can be read by everybody', () => {
  const all = samples();

  for (const theme of themes) {
    it(`given the ${theme} theme of the preview, then every text on every sample has the contrast that it needs`, () => {
      const { containerStyles } = hostConfig(theme) as { containerStyles: Record<string, Style> };
      const used = new Set(all.flatMap(({ render }) => [...coloursOn(render('en'))]));
      assert.ok(used.size >= 8, [...used].join(' '));
      for (const one of used) {
        const [style = '', colour = '', kind = 'default'] = one.split('/');
        const { backgroundColor = '', foregroundColors } = containerStyles[style] ?? assert.fail(one);
        const text = foregroundColors[colour]?.[kind as 'default'] ?? assert.fail(one);
        const ratio = contrast(text, backgroundColor);
        assert.ok(ratio >= LEAST_CONTRAST, `${one}: ${ratio.toFixed(2)}`);
      }
    });
  }

  it('given what can be pressed is no button, then a screen reader has a name for it', () => {
    for (const { name, render } of all) {
      const pressed = partsOf(render('en')).flatMap(({ selectAction }) =>
        selectAction ? [selectAction as Part] : [],
      );
      for (const action of pressed) assert.ok(action.title, `${name}: ${JSON.stringify(action)}`);
    }
  });

  it('given a deal’s card, then it is read in the order in which one decides: state, customer, value, wish, buttons, details', () => {
    const { body } = referralCard(sampleView('received')) as { body: Part[] };
    const read = JSON.stringify(body);
    const order = [
      'New referral',
      'answer by',
      'Northwind Traders',
      '€48,500',
      'closes',
      'Azure',
      '"Accept"',
      '"details"',
      'Customer contact',
    ];
    const places = order.map((words) => read.indexOf(words));
    assert.ok(
      places.every((place) => place >= 0),
      places.join(),
    );
    assert.deepEqual(
      places,
      [...places].sort((one, other) => one - other),
    );
  });
});
