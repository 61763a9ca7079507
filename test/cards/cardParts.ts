export interface Part {
  [name: string]: unknown;
}

/** Every object in a card, however deep. */
export function partsOf(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Part, ...Object.values(value).flatMap(partsOf)];
}

/** Elements and actions of that type; `Input.` finds all inputs. A fallback is not counted beside its action. */
export function ofType(card: unknown, type: string): Part[] {
  const bare: unknown = JSON.parse(
    JSON.stringify(card, (key, value: unknown) => (key === 'fallback' ? undefined : value)),
  );
  return partsOf(bare).filter((part) => String(part.type).startsWith(type));
}

/** The buttons of a card: what is pressed elsewhere, on a row or a tab, is none. */
export function buttonsOf(card: unknown): Part[] {
  const bare: unknown = JSON.parse(
    JSON.stringify(card, (key, value: unknown) => (key === 'selectAction' ? undefined : value)),
  );
  return ofType(bare, 'Action.');
}

/** The inputs of a card with what stands in them, as a client sends them. */
function inputsOf(card: unknown): Record<string, string> {
  return Object.fromEntries(
    ofType(card, 'Input.').map((input) => [String(input.id), String(input.value ?? '')]),
  );
}

/** What a client sends for that button, pressed with these inputs. */
export function pressOf(
  card: unknown,
  verb: string,
  changed: Record<string, unknown> = {},
): Record<string, unknown> {
  const action = ofType(card, 'Action.Execute').find((part) => part.verb === verb);
  return { ...(action?.data as object), ...inputsOf(card), ...changed };
}
