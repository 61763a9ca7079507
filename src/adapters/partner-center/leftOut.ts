import type { BodyProblem } from '#ports/partnerCenter.ts';
import { spelledPath } from './bodyProblems.ts';
import { isMeant, wireInstant } from './wireInstant.ts';
import type { WireReferral } from './wireReferral.ts';

const dates = [
  'createddatetime',
  'updateddatetime',
  'expirationdatetime',
  'accepteddatetime',
  'closeddatetime',
] as const;

/** The dates that were sent and not taken in, each with why; what a program writes for none is none. */
export function leftOut(
  loose: Readonly<Record<string, unknown>>,
  read: WireReferral,
  closeDate: string | undefined,
  body: unknown,
): BodyProblem[] {
  const details = loose.details as Readonly<Record<string, unknown>> | null | undefined;
  const given: [path: string[], sent: unknown, taken: string | undefined][] = [
    ...dates.map((name): [string[], unknown, string | undefined] => [[name], loose[name], read[name]]),
    [['details', 'closingdatetime'], details?.closingdatetime, closeDate],
  ];
  return given
    .filter(([, sent, taken]) => taken === undefined && isSaid(sent))
    .map(([path, sent]) => ({ path: spelledPath(path, body), message: why(sent) }));
}

function isSaid(sent: unknown): boolean {
  return sent !== undefined && sent !== null && String(sent).trim() !== '';
}

function why(sent: unknown): string {
  const instant = typeof sent === 'string' ? wireInstant(sent) : undefined;
  if (instant === undefined) {
    return 'was left out: it is not a date and time such as 2026-11-20T09:00:00Z';
  }
  if (!isMeant(instant)) return 'was left out: such a year stands for no date';
  return 'was left out: a day without a time does not say which of two deliveries is the later one';
}
