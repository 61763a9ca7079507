/** One Action.Execute of a card, and the verb that its fallback for older clients repeats. */
export interface Button {
  verb: string;
  fallback: unknown;
}

/** What is on a card: its buttons, and presses that stand there without one. */
export interface Pressable {
  buttons: Button[];
  /** Action.Submit that is no fallback: it would never be answered in place. */
  loose: number;
}

/** Finds every button of a card or template, wherever it stands. */
export function pressableOf(json: unknown): Pressable {
  const found: Pressable = { buttons: [], loose: 0 };
  walk(json, found);
  return found;
}

function walk(json: unknown, found: Pressable): void {
  if (Array.isArray(json)) for (const one of json) walk(one, found);
  if (!isObject(json)) return;
  const { fallback, ...rest } = json;
  if (json.type === 'Action.Submit') found.loose++;
  if (json.type === 'Action.Execute') {
    const data = isObject(fallback) && fallback.type === 'Action.Submit' ? fallback.data : undefined;
    found.buttons.push({ verb: String(json.verb), fallback: isObject(data) ? data.verb : undefined });
    walk(Object.values(rest), found);
  } else walk(Object.values(json), found);
}

/** What is wrong with the buttons of a card, in words. */
export function buttonProblems(json: unknown): string[] {
  const { buttons, loose } = pressableOf(json);
  return [
    ...buttons
      .filter(({ verb, fallback }) => fallback !== verb)
      .map(({ verb, fallback }) => `${verb} falls back to ${String(fallback)}`),
    ...(loose > 0 ? [`${loose} Action.Submit on its own`] : []),
  ];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
