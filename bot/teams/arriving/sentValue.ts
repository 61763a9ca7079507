/** A button that was pressed, as far as an activity says so. */
export interface SentPress {
  verb: string;
  data: Record<string, unknown>;
}

type Fields = Record<string, unknown>;

/** Nobody nests deeper, and whoever does sends no button of ours. */
const DEEPEST = 4;
/** No card of ours has more in its fields. */
const LONGEST = 500_000;

/**
 * The button in the `value` of an activity, in any shape that clients and hosts send: the value of an
 * `adaptiveCard/action`, the data of a fallback, either as JSON text, or wrapped once more; undefined for what is none.
 */
export function readPress(value: unknown, depth = 0): SentPress | undefined {
  const sent = sentFields(value);
  if (!sent || depth > DEEPEST) return undefined;
  const action = sentFields(sent.action);
  if (action) return pressOf(action, depth);
  if (typeof sent.type === 'string' && sent.type.startsWith('Action.')) return pressOf(sent, depth);
  const verb = verbOf(sent);
  if (verb !== undefined) return { verb, data: sent };
  return readPress(sent.value, depth + 1) ?? readPress(sent.data, depth + 1);
}

function pressOf(action: Fields, depth: number): SentPress | undefined {
  const data = sentFields(action.data);
  // What a field holds that should have fields is not guessed at.
  if (!data && action.data !== undefined && action.data !== null) return undefined;
  const verb = verbOf(action);
  // Some hosts keep only what stands in the button's data.
  return verb === undefined ? readPress(data, depth + 1) : { verb, data: unwrapped(data ?? {}) };
}

function verbOf({ verb }: Fields): string | undefined {
  return typeof verb === 'string' ? verb : undefined;
}

function unwrapped(data: Fields): Fields {
  return (Object.keys(data).length === 1 && sentFields(data.data)) || data;
}

/** An object, or the JSON text of one; undefined for anything else. */
export function sentFields(value: unknown): Fields | undefined {
  const read = typeof value === 'string' ? parsed(value) : value;
  return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Fields) : undefined;
}

function parsed(text: string): unknown {
  if (text.length > LONGEST || !text.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
