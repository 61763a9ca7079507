const ours = /^cosell-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.db$/;

/** The name of a copy in a folder: the moment at which it is made. */
export function copyNameOf(moment: Date): string {
  return `cosell-${moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.db`;
}

/** Our copies among the names of a folder, the newest last; what is named otherwise is somebody else's. */
export function copiesIn(names: readonly string[]): string[] {
  return names.filter((name) => ours.test(name)).sort();
}

/** The moment that the name of a copy says; undefined where it was given another one. */
export function momentOf(path: string): number | undefined {
  const [, year, month, day, hour, minute, second] = ours.exec(path.split('/').at(-1) ?? '') ?? [];
  return year === undefined ? undefined : Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
