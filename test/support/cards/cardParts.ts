export interface Part {
  [name: string]: unknown;
}

/** Every object in a card, however deep. */
export function partsOf(value: unknown): Part[] {
  return partsBut([], value);
}

/** Every object in a card, but for what stands under these names. */
function partsBut(left: readonly string[], value: unknown): Part[] {
  const found: Part[] = [];
  const look = (one: unknown): void => {
    if (Array.isArray(one)) one.forEach(look);
    else if (typeof one === 'object' && one !== null) {
      found.push(one as Part);
      for (const [name, inner] of Object.entries(one)) if (!left.includes(name)) look(inner);
    }
  };
  look(value);
  return found;
}

/** Elements and actions of that type; `Input.` finds all inputs. A fallback is not counted beside its action. */
export function ofType(card: unknown, type: string): Part[] {
  return partsBut(['fallback'], card).filter((part) => String(part.type).startsWith(type));
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

/**
 * The most buttons that stand on a card at once, those of a form that it opens in place included; a hidden set or part
 * comes into the place of what is hidden for it.
 */
export function mostButtons(card: unknown): number {
  const own = { ...(card as Part) };
  const inner = ofType(own, 'Action.ShowCard').map((action) => mostButtons(action.card));
  const sets = partsBut(['card', 'fallback'], own).filter((part) => part.type === 'ActionSet');
  // What is secondary stands behind the menu of its row.
  const sizeOf = (set: Part) => (set.actions as Part[]).filter(({ mode }) => mode !== 'secondary').length;
  const root = ((own.actions as unknown[] | undefined) ?? []).length;
  const sum = (some: readonly Part[]) => some.reduce((total, set) => total + sizeOf(set), 0);
  const hidden = ofType(own, 'Container').filter(({ isVisible }) => isVisible === false);
  const within = (part: unknown) => sets.filter((set) => partsOf(part).includes(set));
  const away = hidden.flatMap(within);
  const shown = sets.filter((set) => set.isVisible !== false && !away.includes(set));
  const open = root + sum(shown);
  const paged = hidden.map((page) => {
    const left = ofType(own, 'Container').filter(({ id }) => leftFor(own, page.id).includes(id));
    return open - sum(left.flatMap(within)) + sum(within(page));
  });
  const swapped = sets
    .filter((set) => set.isVisible === false)
    .map((set) => {
      const gone = shown.filter(({ id }) => id === 'front');
      return open - sum(gone) + sizeOf(set);
    });
  return Math.max(open + Math.max(0, ...inner), ...swapped, ...paged);
}

/** What a button hides that shows this part in its place. */
function leftFor(card: unknown, shown: unknown): unknown[] {
  const targets = ofType(card, 'Action.ToggleVisibility').map(
    ({ targetElements }) => targetElements as (string | { elementId: string; isVisible?: boolean })[],
  );
  return targets.flatMap((some) => {
    const set = some.flatMap((one) => (typeof one === 'string' ? [] : [one]));
    const opens = set.some(({ elementId, isVisible }) => elementId === shown && isVisible === true);
    return opens ? set.flatMap((one) => (one.isVisible === false ? [one.elementId] : [])) : [];
  });
}
