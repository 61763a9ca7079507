import { verbs } from '#bot/dispatch/verbs.ts';
import { samples } from '#cards/samples.ts';
import { ofType, type Part } from '#test/support/cards/cardParts.ts';

/** The data of a button as it stands on some card, with everything that can be typed or chosen beside it. */
export type PressData = Readonly<Record<string, unknown>>;

/**
 * For every verb of the table of actions, one press for each different button that the samples of the cards have: so no
 * new verb, and no new key of an old one, is forgotten by the tests that forge presses.
 */
export function pressesOfCards(): ReadonlyMap<string, readonly PressData[]> {
  const found = new Map<string, Map<string, PressData>>(
    Object.keys(verbs).map((verb) => [verb, new Map<string, PressData>()]),
  );
  for (const { render } of samples()) {
    const card = render('en');
    for (const button of ofType(card, 'Action.Execute')) {
      const data = { ...inputsBeside(card, button), ...(button.data as object) };
      found.get(String(button.verb))?.set(Object.keys(data).sort().join(), data);
    }
  }
  return new Map([...found].map(([verb, presses]) => [verb, [...presses.values()]]));
}

/** The inputs that a client sends with a button: those of its form, else those of the card outside of forms. */
function inputsBeside(card: unknown, button: Part): PressData {
  // With *Cancel* and its like no client sends any; each would be forged for nothing.
  if (button.associatedInputs === 'none') return {};
  const forms = ofType(card, 'Action.ShowCard').map((action) => action.card);
  const form = forms.find((one) => ofType(one, 'Action.Execute').some((action) => same(action, button)));
  const inputs = ofType(form ?? card, 'Input.');
  return Object.fromEntries(inputs.map((input) => [String(input.id), String(input.value ?? '')]));
}

function same(one: Part, other: Part): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
