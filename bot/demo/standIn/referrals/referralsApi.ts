import {
  type JsonObject,
  jsonAnswer,
  jsonCopy,
  objectIn,
  parsedJson,
  type StandInAnswer,
  type StandInRequest,
} from '#bot/demo/standIn/exchange.ts';
import { hidden, invalid, notFound, refusal } from '#bot/demo/standIn/wireErrors.ts';
import { changed } from './change.ts';
import { readCreation } from './create.ts';
import { isEditable } from './editablePaths.ts';
import { type CreationContext, created, insertCopy } from './engagements.ts';
import { fieldChanges } from './fieldChanges.ts';
import { type PatchStep, patchSteps } from './jsonPatch.ts';
import { listPage } from './list.ts';
import type { ListSource } from './paging.ts';
import { MSFT, ownerOf, type StandInRecord } from './records.ts';
import { mayRead, type ReferralCaller } from './visible.ts';

/** What the API works on. */
export interface ReferralsApi extends Omit<CreationContext, 'by' | 'listedFrom'> {
  pageSize: number;
  snapshots: Map<string, string[]>;
  /** Answers to POST by the key of a repeated one. */
  answered: Map<string, StandInAnswer>;
  listDelay(): number;
  turning(): void;
  base: string;
}

/** Answers a request below `/engagements/referrals`; `id` is what stands behind it. */
export function answerReferrals(
  api: ReferralsApi,
  caller: ReferralCaller,
  request: StandInRequest,
  id: string | undefined,
): StandInAnswer {
  if (id === undefined) return ofAll(api, caller, request);
  const record = api.records.get(id);
  if (!record || !mayRead(caller, record, api.records, api.switches)) {
    return record ? hidden(api.switches.forbidden) : notFound();
  }
  if (request.method === 'GET') return single(api, record);
  const steps =
    request.method === 'PATCH' ? patchSteps(parsedJson(request.body)) : putSteps(api, record, request);
  if (request.method !== 'PATCH' && request.method !== 'PUT') return wrongMethod();
  if (ownerOf(record) !== caller.organizationId) return hidden(api.switches.forbidden);
  return typeof steps === 'string' ? invalid(steps) : change(api, caller, record, request, steps);
}

function ofAll(api: ReferralsApi, caller: ReferralCaller, request: StandInRequest): StandInAnswer {
  if (request.method === 'POST') return create(api, caller, request);
  if (request.method !== 'GET') return wrongMethod();
  const { records, switches, stamps } = api;
  const source: ListSource = {
    ...api,
    now: stamps.now().getTime(),
    readable: () => records.all().filter((record) => mayRead(caller, record, records, switches)),
  };
  return listPage(source, new URL(request.url, 'https://stand-in').searchParams);
}

const wrongMethod = () => refusal(405, 'invalidRequest', 'The method is not supported.');

/** With a context, in which the published one has a typo. */
function single({ base }: ReferralsApi, { referral }: StandInRecord): StandInAnswer {
  const context = `${base}/engagments/referrals/$metadata#Referrals/$entity`;
  return jsonAnswer(200, { '@odata.context': context, ...referral }, { etag: String(referral.eTag) });
}

function one(
  { referral }: StandInRecord,
  status: number,
  headers: Record<string, string> = {},
): StandInAnswer {
  return jsonAnswer(status, referral, { etag: String(referral.eTag), ...headers });
}

function create(api: ReferralsApi, caller: ReferralCaller, request: StandInRequest): StandInAnswer {
  const { switches, stamps } = api;
  const key = repeatKey(api, request);
  const before = key === undefined ? undefined : api.answered.get(key);
  if (before) return before;
  const read = readCreation(request.body, switches);
  if ('refused' in read) return read.refused;
  const by = { kind: 'api' as const, name: caller.account.username };
  const listedFrom = stamps.now().getTime() + api.listDelay();
  const result = created(read.fields, { ...api, by, listedFrom });
  if ('refused' in result) return result.refused;
  const answer = one(result.record, switches.createdStatus);
  if (key !== undefined) api.answered.set(key, answer);
  return answer;
}

function repeatKey(
  { switches: { idempotency } }: ReferralsApi,
  { headers }: StandInRequest,
): string | undefined {
  if (idempotency === 'none') return undefined;
  return headers[idempotency] ?? (idempotency === 'request-id' ? headers['client-request-id'] : undefined);
}

/** The old form: a whole resource, of which the differences are taken that may be made. */
function putSteps(
  { switches }: ReferralsApi,
  { referral }: StandInRecord,
  { headers, body }: StandInRequest,
): PatchStep[] | string {
  const sent = parsedJson(body);
  if (headers['if-match'] === undefined) return 'If-Match is required.';
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return 'The body is not valid JSON.';
  if ('links' in sent) return "'links' cannot be sent.";
  const whole = { ...referral, ...(sent as JsonObject) };
  return fieldChanges(referral, whole)
    .filter(({ path }) => isEditable(path, switches))
    .map(({ path, to }) => ({ op: 'replace', path, value: to }));
}

function change(
  api: ReferralsApi,
  caller: ReferralCaller,
  record: StandInRecord,
  { headers }: StandInRequest,
  steps: readonly PatchStep[],
): StandInAnswer {
  const { records, switches, stamps } = api;
  const condition = headers['if-match'];
  if (condition !== undefined && condition !== '*' && condition !== record.referral.eTag) {
    const message = 'The If-Match condition does not match the current state of the resource.';
    return refusal(412, switches.clashCode, message);
  }
  const copy = records
    .ofEngagement(String(record.referral.engagementId))
    .find((other) => ownerOf(other) === MSFT);
  const result = changed(record.referral, steps, { switches, at: stamps.next(), copy: copy?.referral });
  if ('refused' in result) return result.refused;
  const by = { kind: 'api' as const, name: caller.account.username };
  records.replace(record, result.referral, by);
  inviteByHelp(api, record, copy, { ...api, by, listedFrom: stamps.now().getTime() + api.listDelay() });
  if (!/return=representation/i.test(headers.prefer ?? '')) {
    return { status: 204, headers: { etag: String(record.referral.eTag) }, body: '' };
  }
  return one(record, 200, { 'preference-applied': 'return=representation' });
}

/** Where asking for help is what invites Microsoft. */
function inviteByHelp(
  { switches, records }: ReferralsApi,
  record: StandInRecord,
  copy: StandInRecord | undefined,
  context: CreationContext,
): void {
  const { assistanceRequestCode: code } = objectIn(record.referral, 'inviteContext');
  if (switches.becomesCoSell !== 'help-path' || copy || code === 'Unknown' || code === null) return;
  if (record.referral.type === 'Independent') {
    records.replace(record, { ...jsonCopy(record.referral), type: 'Shared' }, context.by);
  }
  insertCopy(record, MSFT, { inviteContext: record.referral.inviteContext }, context);
}
