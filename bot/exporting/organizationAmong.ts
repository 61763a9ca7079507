/** The organization that is named, or the only one there is; throws in words where that is not clear. */
export function organizationAmong(all: readonly string[], asked: string | undefined): string {
  const [first, ...others] = asked === undefined ? all : all.filter((one) => one === asked);
  if (first !== undefined && others.length === 0) return first;
  throw new Error(`Say of which --organization: ${all.join(', ')}.`);
}
