import { editDeal } from '#app/deal/deal.edit.ts';
import { winDeal } from '#app/deal/deal.win.ts';
import { invitePartner } from '#app/engagement/partner.invite.ts';
import { acceptReferral } from '#app/referral/referral.accept.ts';
import { createdRecord, referralDraft, withEvents } from '#app/referral/referralRecord.ts';
import { createStandInCore, type StandInCore, type StandInCoreOptions } from '#bot/demo/standIn/core.ts';
import type { JsonObject, StandInAnswer, StandInRequest } from '#bot/demo/standIn/exchange.ts';
import type { DealChanges } from '#domain/deal/decideDeal.ts';
import { consequences } from '#domain/decide/consequences.ts';
import type { AcceptedReferral, Referral } from '#domain/referral/referral.ts';
import type { ConnectionMode, PartnerCenterApi } from '#ports/partnerCenterApi.ts';
import { type App, type AppOptions, MONDAY, startApp, TENANT } from '#test/support/app/runningApp.ts';
import { everything, recordOf } from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { accepted } from '#test/support/referral/samples.ts';
import { apiOf } from '#test/support/standIn/inProcess.ts';

const OWN = '11110000-0000-4000-8000-000000000001';
export const ID = '0d0d0000-0000-4000-8000-000000000001';

/** An organization that is connected with a stand-in for Partner Center. */
export interface Connected {
  app: App;
  core: StandInCore;
  connection: { mode: ConnectionMode };
  /** What happens on the way there, before a request arrives; the request that arrives is the one it returns. */
  way: {
    there?: ((request: StandInRequest) => StandInRequest | undefined) | undefined;
    back?: ((answer: StandInAnswer, request: StandInRequest) => void) | undefined;
  };
  /** An inbound referral, there and here. */
  arrives(changes?: JsonObject): Promise<void>;
  /** What stands there has come here, as by a poll. */
  polled(id?: string): Promise<void>;
  accept(): Promise<void>;
  edit(changes: DealChanges, id?: string): Promise<void>;
  win(id?: string): Promise<void>;
  /** Microsoft is asked for help with a deal that is there already. */
  askMicrosoft(id: string): Promise<void>;
  /** A deal that somebody creates here. */
  create(changes?: Partial<AcceptedReferral>): Promise<void>;
  here(id?: string): Promise<Referral>;
  there(id?: string): JsonObject;
  /** What differs: `name`, `value conflict`, `team refused:ignored`. */
  open(id?: string): Promise<string[]>;
  /** Requests since the last call: `PATCH 200`. */
  asked(): string[];
}

export function startConnected(
  options: {
    core?: StandInCoreOptions;
    app?: Omit<AppOptions, 'connections'>;
    /** Through which each request goes. */
    step?: <T>(work: () => Promise<T>) => Promise<T>;
    /** A fault that tests must find. */
    plant?: (api: PartnerCenterApi) => PartnerCenterApi;
  } = {},
): Connected {
  const connection: Connected['connection'] = { mode: 'write' };
  const now = () => app.clock.now();
  const core = createStandInCore({ now, ...options.core });
  const way: Connected['way'] = {};
  const step = options.step ?? ((work) => work());
  const handle = (request: StandInRequest) =>
    step(async () => {
      const sent = way.there?.(request) ?? request;
      const answer = await core.handle(sent);
      way.back?.(answer, sent);
      return answer;
    });
  const real = apiOf({ ...core, handle }, { clock: { now } });
  const api = options.plant?.(real) ?? real;
  const connections = {
    modeOf: () => connection.mode,
    open: async () => (connection.mode === 'none' ? undefined : api),
  };
  const app = startApp({ ...options.app, connections });
  let seen = 0;
  const press = (referralId: string) => ({
    organization: 'contoso',
    referralId,
    personId: `${TENANT}:anna`,
    member: everything,
    commandId: `press-${Math.random()}`,
  });
  const done = async (outcome: Promise<{ kind: string }>) => {
    const { kind } = await outcome;
    if (kind !== 'done') throw new Error(JSON.stringify(await outcome));
  };
  const connected: Connected = {
    app,
    core,
    connection,
    way,
    async arrives(changes = {}) {
      const wire = inbound({}, new Date(MONDAY));
      core.state.put({ ...wire, id: ID, organizationId: OWN, ...changes });
      await connected.polled();
      await app.settled();
    },
    async polled(id = ID) {
      await app.receive(connected.there(id));
    },
    accept: () =>
      done(
        acceptReferral(app.deps, {
          ...press(ID),
          entries: { name: 'Our name', value: { amount: 5, currency: 'EUR' }, closeDate: '2027-05-01' },
        }),
      ),
    edit: (changes, id = ID) => done(editDeal(app.deps, { ...press(id), changes })),
    win: (id = ID) => done(winDeal(app.deps, press(id))),
    askMicrosoft: (id) =>
      done(
        invitePartner(app.deps, {
          ...press(id),
          partner: 'msft',
          consent: true,
          invitation: {
            ...{
              value: { amount: 5, currency: 'EUR' },
              closeDate: '2027-05-01',
              assistance: 'GeneralOrOther',
            },
            ...{
              notes: 'Could you join on Monday?',
              contacts: [],
              solutions: [{ id: 'SOL-1', name: 'Ours', kind: 'own' }],
            },
          },
        }),
      ),
    async create(changes = {}) {
      const referral = accepted({
        ...{ id: 'd1', direction: 'outbound', createdAt: MONDAY, acceptedAt: MONDAY, location: '1234567' },
        createdBy: { kind: 'person', personId: `${TENANT}:anna` },
        engagementId: 'ours',
        customer: {
          name: 'Fabrikam Ltd',
          addressLines: ['1 Main Street'],
          city: 'Cleveland',
          country: 'US',
          contacts: [{ name: 'Ana Trujillo', email: 'ana@fabrikam.example', phone: '1' }],
        },
        solutions: [{ id: 'SOL-1', name: 'Ours', kind: 'own' }],
        revision: 1,
        ...changes,
      });
      const by = { kind: 'person' as const, personId: `${TENANT}:anna` };
      const began = consequences(undefined, referral, { what: 'deal.create', by, at: app.clock.instant });
      const command = { id: `create-${referral.id}`, remember: true };
      const record = withEvents(
        createdRecord(began.state),
        [{ type: 'referral.changed' }, ...began.events],
        app.clock.now(),
        command,
      );
      await app.store.create(referralDraft(record, undefined));
    },
    here: async (id = ID) => (await recordOf(app, id)).referral,
    there(id = ID) {
      const found = core.state.get(id);
      if (!found) throw new Error(`there is no ${id} there`);
      return found;
    },
    async open(id = ID) {
      const { unsynced = [] } = await connected.here(id);
      return unsynced.map(({ field, conflict, refused }) =>
        [field, conflict && 'conflict', refused && `refused:${refused.code}`].filter(Boolean).join(' '),
      );
    },
    asked() {
      const requests = core.requests.slice(seen);
      seen = core.requests.length;
      return requests.map(({ method, status }) => `${method} ${status}`);
    },
  };
  return connected;
}
