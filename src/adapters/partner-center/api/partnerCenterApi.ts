import { randomUUID } from 'node:crypto';
import { UnavailableError } from '#ports/errors.ts';
import type { WireObject } from '#ports/partnerCenter.ts';
import type { Fetched, PartnerCenterApi, WriteOutcome } from '#ports/partnerCenterApi.ts';
import { type CallOptions, type CallResult, createCall } from './call.ts';
import { type Failure, outcomeOf, unavailable } from './errors.ts';
import { fetchedIn } from './fetched.ts';
import type { HttpAnswer, HttpRequest } from './httpsClient.ts';
import { createListing } from './list/listing.ts';
import { isWireObject, propertyOf } from './wireBody.ts';

export interface PartnerCenterApiOptions extends Omit<CallOptions, 'clock' | 'newId'> {
  /** `https://api.partner.microsoft.com/v1.0`, with or without a slash at its end. */
  apiUrl: string;
  clock?: CallOptions['clock'] | undefined;
  newId?: CallOptions['newId'] | undefined;
  /** Referrals a page. */
  pageSize?: number | undefined;
}

const PATCH_TYPE = 'application/json-patch+json';

/** Partner Center's referrals over HTTPS, as one signed-in organization sees them. */
export function createPartnerCenterApi(options: PartnerCenterApiOptions): PartnerCenterApi {
  const { apiUrl, clock = { now: () => new Date() }, newId = randomUUID, pageSize = 100 } = options;
  const address = `${apiUrl.replace(/\/+$/, '')}/engagements/referrals`;
  const call = createCall({ ...options, clock, newId });
  /** How a patch is announced: which of the two Partner Center wants is written nowhere. */
  let patchType = 'application/json';

  /**
   * A 401 or 403 to one record may be about that record alone, or about the whole account: whoever may still list is
   * signed in and has a role.
   */
  async function asked(request: HttpRequest): Promise<CallResult> {
    const result = await call(request);
    if (result.ok || ![401, 403].includes(result.failure.status)) return result;
    const probe = await call({ method: 'GET', url: `${address}?$top=1` });
    if (!probe.ok && probe.failure.status === 403) throw new UnavailableError('not-allowed');
    if (!probe.ok && result.failure.kind === 'unauthorized') throw unavailable(result.failure);
    return { ok: false, failure: { ...result.failure, kind: 'missing' } };
  }

  async function one(id: string): Promise<Fetched | undefined> {
    if (!isId(id)) return undefined;
    const result = await asked({ method: 'GET', url: addressOf(id) });
    if (result.ok) return fetchedIn(result.answer, id) ?? unreadable();
    if (result.failure.kind === 'missing') return undefined;
    throw unavailable(result.failure);
  }

  async function written(id: string | undefined, answer: HttpAnswer): Promise<WriteOutcome> {
    const told = fetchedIn(answer, id);
    if (told) return { kind: 'done', referral: told };
    const where = id ?? idIn(answer.headers.location);
    // Whatever this look meets: that the write was done must not be taken for that it was not.
    const referral = where === undefined ? undefined : await one(where).catch(unreadable);
    return referral ? { kind: 'done', referral } : unreadable();
  }

  /**
   * A change that is refused with the status of what can't be seen, or with that of a record that was changed, may be
   * refused for what it is: of a closed record, for instance (point 21). Reading the record tells.
   */
  async function explained(failure: Failure, id: string, etag: string | undefined): Promise<Failure> {
    const changedBy409 = failure.kind === 'changed' && failure.status === 409;
    if (failure.kind !== 'missing' && !changedBy409) return failure;
    const now = await one(id);
    if (!now) return { ...failure, kind: 'missing' };
    const isOurs = failure.kind === 'missing' || (etag !== undefined && now.etag === etag);
    return isOurs ? { ...failure, kind: 'refused' } : failure;
  }

  function addressOf(id: string): string {
    return `${address}/${encodeURIComponent(id)}`;
  }

  return {
    list: createListing(call, address, pageSize),
    one,
    async change(id, etag, { operations }) {
      if (!isId(id)) return { kind: 'missing' };
      const headers = { Prefer: 'return=representation', ...(etag !== undefined && { 'If-Match': etag }) };
      const request: HttpRequest = { method: 'PATCH', url: addressOf(id), body: JSON.stringify(operations) };
      let result = await asked({ ...request, headers: { ...headers, 'Content-Type': patchType } });
      if (isOtherType(result) && patchType !== PATCH_TYPE) {
        patchType = PATCH_TYPE;
        result = await asked({ ...request, headers: { ...headers, 'Content-Type': patchType } });
      }
      return result.ok ? written(id, result.answer) : outcomeOf(await explained(result.failure, id, etag));
    },
    async create(body, requestId) {
      const headers = { Prefer: 'return=representation', 'MS-RequestId': requestId };
      const result = await asked({ method: 'POST', url: address, body: JSON.stringify(body), headers });
      if (result.ok) return written(undefined, result.answer);
      return outcomeOf(result.failure.status === 409 ? asConflict(result.failure, body) : result.failure);
    },
  };
}

/** A second invitation of Microsoft may be refused as one (point 15): that has a code of its own. */
function asConflict(failure: Failure, body: WireObject): Failure {
  const target = propertyOf(body, 'target');
  const invites = Array.isArray(target) && target.some((one) => isWireObject(one) && one.id === 'msft');
  return { ...failure, kind: 'refused', ...(invites && { code: 'already-invited' }) };
}

function isOtherType(result: CallResult): boolean {
  return !result.ok && result.failure.status === 415;
}

/** Answered, and not with the record: what was asked for may have been done, so it is looked at anew. */
function unreadable(): never {
  throw new UnavailableError('partner-center-unreadable');
}

function isId(id: string): boolean {
  return /^[ -~]{1,100}$/.test(id) && !/^\.{1,2}$/.test(id);
}

function idIn(location: string | undefined): string | undefined {
  return /referrals[/(]'?([\da-f-]{36})'?\)?$/i.exec(location ?? '')?.[1];
}
