/** Which writes made an item what it is, so that a writer recognises its own after a lost answer. */
export interface History {
  /** The write that created it. */
  born: string;
  /** The last writes, the newest first. */
  writes: string[];
}

/** What the port's etag carries: Cosmos DB's own, and the history of the version it stands for. */
export interface Version extends History {
  condition: string;
}

const remembered = 8;

/** Spells a version as the port's etag. */
export function toEtag(condition: string, history: History): string {
  return [condition, history.born, ...history.writes].join(' ');
}

/** Reads the port's etag; a foreign one gives a condition that never holds. */
export function fromEtag(etag: string): Version {
  const [condition, born = '', ...writes] = etag.split(' ');
  return { condition: condition || 'none', born, writes };
}

/** The history after one more write. */
export function continued(history: History, write: string): History {
  return { born: history.born, writes: [write, ...history.writes].slice(0, remembered) };
}

/** Whether an item holds, or once held, what the write put there. */
export function holds(history: History, write: string): boolean {
  return history.born === write || history.writes.includes(write);
}
