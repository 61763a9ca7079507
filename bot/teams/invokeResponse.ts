import type { InvokeResponse } from 'botbuilder';
import type { CardJson } from '#cards/expand.ts';

/** What the presser sees: the card in place of the pressed one, or a line of text beside it. */
export type Answer =
  | {
      card: CardJson;
      /** It holds a form that is open: nothing may be edited over it while somebody types. */
      open?: true | undefined;
      /** Called with the id of the message that shows the card, once that is known. */
      shown?: ((activityId: string) => Promise<void>) | undefined;
    }
  | { text: string };

/**
 * The one place that makes the answer to a press. Always HTTP 200: the outcome stands in the body's statusCode, and
 * any other HTTP status shows as "Something went wrong" in Teams.
 */
export function invokeResponse(answer: Answer): InvokeResponse {
  const body =
    'card' in answer
      ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: answer.card }
      : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: answer.text };
  return { status: 200, body };
}

/** The answer to an invoke that is not a press of ours: refused inside an HTTP 200, as Teams wants it. */
export function invokeRefusal(code: string, message: string): InvokeResponse {
  return {
    status: 200,
    body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code, message } },
  };
}

/** A suggestion of a field that suggests while one types: what is shown, and what the field then holds. */
export interface Suggestion {
  title: string;
  value: string;
}

/** The answer to `application/search`; none is a status of its own. */
export function searchResponse(results: readonly Suggestion[]): InvokeResponse {
  return {
    status: 200,
    body: {
      statusCode: results.length > 0 ? 200 : 204,
      type: 'application/vnd.microsoft.search.searchResponse',
      value: { results },
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
