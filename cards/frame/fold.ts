import type { CardJson } from '#cards/expand.ts';

/** Parts that stand behind a button, and open without asking the bot; `id` is nobody else's on the card. */
export interface Fold {
  id: string;
  title: string;
  items: readonly CardJson[];
}

/** The parts, for the body, closed at first. */
export function foldPart({ id, items }: Fold): CardJson {
  return { type: 'Container', id, isVisible: false, spacing: 'Medium', items: [...items] };
}

/** The button that opens and closes them. */
export function foldButton({ id, title }: Fold): CardJson {
  return { type: 'Action.ToggleVisibility', title, targetElements: [id] };
}

/** A button whose form opens below it. */
export function formButton(title: string, body: readonly CardJson[]): CardJson {
  return { type: 'Action.ShowCard', title, card: { type: 'AdaptiveCard', body: [...body] } };
}
