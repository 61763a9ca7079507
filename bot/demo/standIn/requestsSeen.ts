import { parsedJson, type StandInRequest } from './exchange.ts';

/** A request as it arrived, without what is secret. */
export interface RequestSeen {
  at: string;
  method: string;
  path: string;
  query: string;
  headers: Readonly<Record<string, string>>;
  /** Parsed where it was JSON. */
  body: unknown;
  /** Zero where no answer went out. */
  status: number;
}

const SECRET = /^(authorization|cookie)$/;
const SECRET_FIELDS = ['refresh_token', 'device_code', 'client_secret', 'password', 'client_assertion'];
/** More than any test reads; a demo may run for days. */
const KEPT = 50_000;

/** Writes down what is asked, the oldest forgotten first. */
export function requestLog(now: () => Date) {
  const requests: RequestSeen[] = [];
  return {
    requests: requests as readonly RequestSeen[],
    note({ method, url, headers, body }: StandInRequest): RequestSeen {
      const [path = '', query = ''] = url.split(/\?(.*)/s);
      const shown = Object.entries(headers).flatMap(([name, value]) =>
        value === undefined || SECRET.test(name) ? [] : [[name, value] as const],
      );
      const seen: RequestSeen = {
        at: now().toISOString(),
        method,
        path,
        query,
        headers: Object.fromEntries(shown),
        body: parsedJson(body) ?? withoutSecrets(body),
        status: 0,
      };
      requests.push(seen);
      if (requests.length > KEPT) requests.shift();
      return seen;
    },
  };
}

function withoutSecrets(body: string): string {
  const form = new URLSearchParams(body);
  for (const name of SECRET_FIELDS) if (form.has(name)) form.set(name, '…');
  return body === '' ? '' : form.toString();
}
