import { createStandInCore, type StandInCore, type StandInCoreOptions } from '#bot/demo/standIn/core.ts';
import type { JsonObject } from '#bot/demo/standIn/exchange.ts';

export interface Asked {
  status: number;
  headers: Record<string, string>;
  body: JsonObject;
}

/** A stand-in without sockets, and how a client that is signed in asks it. */
export interface AskedStandIn extends StandInCore {
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Asked>;
  /** A path below the referrals. */
  referrals(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Asked>;
}

export function askedStandIn(options: StandInCoreOptions = {}): AskedStandIn {
  const core = createStandInCore(options);
  const ask: AskedStandIn['ask'] = async (method, path, body, headers = {}) => {
    const audience = path.startsWith('/webhooks') ? 'webhooks' : 'referrals';
    const answer = await core.handle({
      method,
      url: path,
      headers: { authorization: `Bearer ${core.tokenFor(audience)}`, ...headers },
      body: body === undefined ? '' : JSON.stringify(body),
    });
    return { ...answer, body: answer.body === '' ? {} : (JSON.parse(String(answer.body)) as JsonObject) };
  };
  return {
    ...core,
    ask,
    referrals: (method, path, body, headers) =>
      ask(method, `/v1.0/engagements/referrals${path}`, body, headers),
  };
}
