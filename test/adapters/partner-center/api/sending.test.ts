import assert from 'node:assert/strict';
import { calendar } from '#adapters/luxon/calendar.ts';
import { createSyncFormat } from '#adapters/partner-center/api/syncFormat.ts';
import { readReferral } from '#adapters/partner-center/readReferral.ts';
import { createStandInCore } from '#bot/demo/standIn/core.ts';
import { type Switches, switchValues } from '#bot/demo/standIn/switches.ts';
import type { AcceptedReferral, Referral } from '#domain/referral/referral.ts';
import { type SyncField, syncFields } from '#domain/referral/unsynced.ts';
import { plainFields, sameField } from '#domain/sync/differences.ts';
import type { WriteOutcome } from '#ports/partnerCenterApi.ts';
import { filing } from '#test/support/registration/registered.ts';
import { sentByMicrosoft } from '#test/support/standIn/bodies.ts';
import { apiOf } from '#test/support/standIn/inProcess.ts';

const format = createSyncFormat(calendar);
const AT = '2026-11-10T12:00:00.000Z';
const somebody = { kind: 'person' as const, personId: 'tenant:anna' };
const owner = { name: 'Contoso', partnerCenterId: '11110000-0000-4000-8000-000000000001' };

/** A referral that waits there, and how it stands here after it was accepted and edited. */
function waiting(switches: Partial<Switches>) {
  const core = createStandInCore({ switches });
  const there = core.state.put(sentByMicrosoft());
  const read = readReferral(there);
  assert.ok(read.ok);
  const { facts } = read.delivery.snapshot;
  const known = { organization: 'contoso', revision: 1, ...facts, createdAt: AT, expiresAt: AT };
  const deal: AcceptedReferral = {
    ...known,
    ...{ stage: 'accepted', acceptedAt: AT, acceptedBy: somebody },
    ...{ name: 'Tailspin, first half', value: { amount: 48_000, currency: 'EUR' }, closeDate: '2027-04-30' },
    ...{ notes: 'In two steps', crmId: 'CRM-7', campaignId: 'SPRING', salesStage: 40 },
    team: [...facts.team, { name: 'Jonas Lind', email: 'jonas.lind@contoso.example', phone: '4685550121' }],
  };
  return { core, id: String(there.id), api: apiOf(core), deal };
}

type Scene = ReturnType<typeof waiting>;

/** Sends what differs, one patch after the other, each against the record as it is by then. */
async function sent({ api, id }: Scene, deal: Referral, fields: readonly SyncField[], apart = false) {
  const refused: WriteOutcome[] = [];
  for (let round = 0; round < 20; round++) {
    const now = await api.one(id);
    const patches = format.patches(now?.wire ?? {}, deal, fields, owner, apart);
    const next = patches[refused.length];
    if (!next) return refused;
    const outcome = await api.change(id, now?.etag, next);
    if (outcome.kind !== 'done') refused.push(outcome);
  }
  return assert.fail('it was sent again and again');
}

async function agrees({ api, id }: Scene, deal: Referral, without: readonly SyncField[] = []): Promise<void> {
  const read = readReferral((await api.one(id))?.wire);
  assert.ok(read.ok);
  const { facts, status } = read.delivery.snapshot;
  for (const field of plainFields.filter((one) => !without.includes(one))) {
    assert.ok(sameField(field, facts, deal), `${field}: ${JSON.stringify([deal[field], facts[field]])}`);
  }
  assert.equal(status.stage, deal.stage);
}

describe('what is sent, over the answers that the contract leaves open', () => {
  const names = ['fractions', 'salesStage', 'clashCode', 'transitions', 'teamReplace', 'rowETag'] as const;
  for (const name of names) {
    for (const value of switchValues[name]) {
      it(`given ${name} = ${value}, when an accept with edits is sent, and Won later, then both sides say the same`, async () => {
        const scene = waiting({ [name]: value });
        assert.deepEqual(await sent(scene, scene.deal, syncFields), []);
        await agrees(scene, scene.deal);
        const won: Referral = {
          ...scene.deal,
          stage: 'closed',
          outcome: 'won',
          closedAt: AT,
          closedBy: somebody,
          notes: 'Signed',
        };
        assert.deepEqual(await sent(scene, won, syncFields), []);
        await agrees(scene, won);
      });
    }
  }

  it('given a deal that was accepted and won before anything was sent, then it is accepted and won there (point 22)', async () => {
    for (const transitions of switchValues.transitions) {
      const scene = waiting({ transitions });
      const won: Referral = {
        ...scene.deal,
        stage: 'closed',
        outcome: 'won',
        closedAt: AT,
        closedBy: somebody,
      };
      assert.deepEqual(await sent(scene, won, syncFields), []);
      await agrees(scene, won);
    }
  });

  it('given a path that is not taken, then it refuses the whole patch, and apart only itself (point 19)', async () => {
    const scene = waiting({ patchPaths: 'connector' });
    const [whole] = format.patches(scene.core.state.get(scene.id) ?? {}, scene.deal, syncFields, owner);
    assert.ok(whole);
    const outcome = await scene.api.change(scene.id, undefined, whole);
    assert.equal(outcome.kind === 'refused' && outcome.refusal.code, 'pathnotsupported');
    const refused = await sent(scene, scene.deal, syncFields, true);
    assert.equal(refused.length, 1);
    await agrees(scene, scene.deal, ['name']);
  });

  it('given that the team may not be replaced, then somebody who is gone stays there, and that is refused (point 24)', async () => {
    const scene = waiting({ teamReplace: 'refused' });
    const gone = { ...scene.deal, team: scene.deal.team.slice(1) };
    assert.equal((await sent(scene, gone, ['decision', 'team'], true)).length, 1);
  });

  it('given the one form of a sales stage that is taken, then it is sent so where one stands there, else by the setting (point 23)', async () => {
    for (const salesStage of switchValues.salesStage) {
      const scene = waiting({ salesStage, salesStageTaken: 'as-answered' });
      scene.core.state.change(scene.id, (referral) => {
        referral.salesStage = { percentage: '20', word: 'Qualify', number: 20 }[salesStage];
      });
      assert.deepEqual(await sent(scene, scene.deal, ['decision', 'salesStage'], true), []);
      await agrees(
        scene,
        scene.deal,
        plainFields.filter((field) => field !== 'salesStage'),
      );
    }
  });

  it('given a registration of a won deal, then it is there, and goes again when it is handed back (point 25)', async () => {
    for (const registrationStart of switchValues.registrationStart) {
      const scene = waiting({ registrationStart });
      const won: Referral = {
        ...scene.deal,
        ...{ stage: 'closed', outcome: 'won', closedAt: AT, closedBy: somebody },
        registrationFiling: filing(),
      };
      assert.deepEqual(await sent(scene, won, syncFields), []);
      const read = readReferral((await scene.api.one(scene.id))?.wire);
      assert.equal(read.ok && read.delivery.snapshot.facts.registration, registrationStart);
      scene.core.state.decideRegistration(scene.id, 'ActionRequired', 'The value is not right');
      const { form, submissions } = filing(2);
      const again = {
        ...won,
        registrationFiling: { form: { ...form, value: { amount: 31_000, currency: 'USD' } }, submissions },
      };
      assert.deepEqual(await sent(scene, again, ['registration']), []);
      const registrations = scene.core.state.get(scene.id)?.registrations as {
        contract: { value: number };
      }[];
      assert.equal(registrations[0]?.contract.value, 31_000);
    }
  });
});
