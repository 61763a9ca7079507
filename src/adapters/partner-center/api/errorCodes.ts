import type { HttpAnswer } from './httpsClient.ts';
import { isWireObject, jsonOf, lowered } from './wireBody.ts';

/** Words that stand where a code could, and say nothing. */
const empty = ['innererrorcode', 'none', 'unknown', 'error', 'null'];
/** So deep an error may hold others. */
const DEEPEST = 8;

/**
 * The codes of an error, from the outermost to the innermost, in lower case: of Partner Center's referrals, of its older
 * APIs and of its throttling. Texts are not read for them, because they change without notice.
 */
export function codesOf(answer: Pick<HttpAnswer, 'bytes'>): string[] {
  const body = lowered(jsonOf(answer));
  return chainOf(body)
    .flatMap(({ code, statuscode, error }) => [
      code ?? statuscode,
      typeof error === 'string' ? error : undefined,
    ])
    .flatMap((one) => plainCode(one) ?? []);
}

/** What an error says to people: never shown, and read for nothing but a number of seconds and missing claims. */
export function messagesOf(answer: Pick<HttpAnswer, 'bytes'>): string[] {
  return chainOf(lowered(jsonOf(answer)))
    .flatMap(({ message, description, error_description }) => [message, description, error_description])
    .filter((one): one is string => typeof one === 'string')
    .map((one) => one.slice(0, 2000));
}

function chainOf(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>[] {
  const chain = [body];
  for (let last = body; chain.length < DEEPEST; ) {
    const inner = [last.error, last.innererror].find(isWireObject);
    if (!inner) break;
    chain.push(inner);
    last = inner;
  }
  return chain;
}

function plainCode(value: unknown): string | undefined {
  const text =
    typeof value === 'number' || typeof value === 'string' ? String(value).trim().toLowerCase() : '';
  return /^[a-z0-9][a-z0-9_.-]{0,59}$/.test(text) && !empty.includes(text) ? text : undefined;
}
