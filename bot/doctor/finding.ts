/** How it is: as it should be, worth a look, or so that the bot can't work rightly. */
export type Verdict = 'ok' | 'warning' | 'wrong';

/** What was looked at. */
export type Subject =
  | 'program'
  | 'settings'
  | 'organizations'
  | 'files'
  | 'store'
  | 'network'
  | 'clock'
  | 'identity'
  | 'partner center'
  | 'delivery';

/** One thing that was looked at: one line, without anything secret. */
export interface Finding {
  subject: Subject;
  mark: Verdict;
  /** What was seen and, where it is not as it should be, what to do. */
  words: string;
}

/** What is found of one subject, said briefly. */
export function about(subject: Subject) {
  const found =
    (mark: Verdict) =>
    (words: string): Finding => ({ subject, mark, words });
  return { ok: found('ok'), warning: found('warning'), wrong: found('wrong') };
}

/** Whether something is wrong. */
export function isAmiss(findings: readonly Finding[]): boolean {
  return findings.some(({ mark }) => mark === 'wrong');
}

/** A line for people. */
export function findingLine({ subject, mark, words }: Finding): string {
  return `${mark.padEnd(8)} ${subject.padEnd(14)} ${oneLine(words)}`;
}

/** How many of each there are, as the last line. */
export function findingsSummary(findings: readonly Finding[]): string {
  const count = (mark: Verdict) => findings.filter((one) => one.mark === mark).length;
  return `${count('ok')} ok, ${count('warning')} to look at, ${count('wrong')} wrong`;
}

function oneLine(words: string): string {
  return words.replace(/\s*[\r\n]+\s*/g, ' ');
}
