import {
  createDefaultHttpClient,
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
} from '@azure/core-rest-pipeline';

/**
 * A way to the account on which nobody asks how a query would be split that the account answers as it is: one within a
 * partition, or one without an order. The SDK asks that beside each of them and looks at the answer only where the
 * account refuses the query.
 */
export function withoutPlans(client: HttpClient = createDefaultHttpClient()): HttpClient {
  return {
    async sendRequest(request) {
      if (!isPlan(request) || isSplit(request)) return client.sendRequest(request);
      const bodyAsText = JSON.stringify({ message: 'no plan is needed' });
      return { request, status: 400, headers: createHttpHeaders(), bodyAsText };
    },
  };
}

function isPlan({ headers }: PipelineRequest): boolean {
  return headers.has('x-ms-cosmos-is-query-plan-request');
}

function isSplit({ body }: PipelineRequest): boolean {
  const text = String(body);
  return text.includes('ORDER BY') && !text.includes('c.partition = @p0');
}
