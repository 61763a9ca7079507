import type { InvokeResponse } from 'botbuilder';
import type { Suggestion } from '#bot/suggest/dataset.ts';
import { literal } from '#cards/outside.ts';
import type { Answer } from '#dialogs/turn/answer.ts';

/**
 * The one place that makes the answer to a press. Always HTTP 200: the outcome stands in the body's statusCode, and
 * any other HTTP status shows as "Something went wrong" in Teams.
 */
export function invokeResponse(answer: Answer): InvokeResponse {
  const body =
    'card' in answer
      ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: answer.card }
      : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: literal(answer.text) };
  return { status: 200, body };
}

/** The answer to an invoke that is not a press of ours: refused inside an HTTP 200, as Teams wants it. */
export function invokeRefusal(code: string, message: string): InvokeResponse {
  return {
    status: 200,
    body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code, message } },
  };
}

/** The answer to `application/search`; none is a status of its own. */
export function searchResponse(results: readonly Suggestion[]): InvokeResponse {
  return {
    status: 200,
    body: {
      statusCode: results.length > 0 ? 200 : 204,
      type: 'application/vnd.microsoft.search.searchResponse',
      // Titles hold names from outside; the value comes back and must stay what it is.
      value: { results: results.map(({ title, value }) => ({ title: literal(title), value })) },
    },
  };
}

/** A search that failed: told apart from one that found nothing. */
export function searchFault(code: string): InvokeResponse {
  return {
    status: 200,
    body: { statusCode: 500, type: 'application/vnd.microsoft.error', value: { code, message: 'try again' } },
  };
}
