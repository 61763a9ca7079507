/**
 * Makes a thing once for a key and keeps it, at most `most` of them: the one that was not asked for longest goes first.
 * For what is dear to make and cheap to hold, and for keys that come from outside, of which there is no end.
 */
export function kept<V>(most: number, make: (key: string) => V): (key: string) => V {
  const made = new Map<string, V>();
  return (key) => {
    const before = made.get(key);
    const value = before ?? make(key);
    if (before !== undefined) made.delete(key);
    else if (made.size >= most) for (const oldest of made.keys().take(1)) made.delete(oldest);
    made.set(key, value);
    return value;
  };
}
