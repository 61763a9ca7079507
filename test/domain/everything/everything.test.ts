import assert from 'node:assert/strict';
import { decideReferral, type ReferralCommand } from '#domain/decide/decideReferral.ts';
import { dealTypeOf } from '#domain/referral/dealType.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { may, referralActions } from '#domain/referral/rights.ts';
import { pendingOf } from '#domain/referral/undoable.ts';
import { BEFORE } from '#test/support/referral/samples.ts';
import { allowedRoles, everyCommand, type Rule } from './rows.ts';
import { type RoleName, roles, type Situation, situations, standings } from './situations.ts';

const EVERY_CHANGE = ['registration', 'revision', 'people', 'recent'];
/** Beside how far Partner Center agrees, only its own value, where a person chose that (here of the CRM id). */
const SYNC = ['unsynced', 'partnerCenterId', 'engagementId', 'crmId'];
/** What still changes of a closed record, by the command that changes it. */
const changedWhenClosed: Readonly<Record<string, readonly string[]>> = {
  'engagement.receive': ['parties'],
  'sync.microsoft': ['parties', 'unsynced'],
  'registration.register': ['registrationFiling', 'unsynced'],
  'registration.review': ['registrationReviews', 'unsynced'],
};

/** Every command on every record at every place of an engagement: what the rules say, and nothing left out. */
describe('Every command, in every state, by everybody', () => {
  it('the places are what they are called (CR-7 to CR-11)', () => {
    for (const one of situations) assert.equal(dealTypeOf(one.referral), one.kind, nameOf(one));
  });

  for (const [type, rule] of Object.entries<Rule>(everyCommand)) {
    for (const [how, row] of Object.entries(rule.rows)) {
      for (const standing of standings) {
        it(`${type} ${how}, ${standing} (${rule.rules}, CR-50)`, () => {
          for (const situation of situations.filter((one) => one.standing === standing)) {
            const referral = row.of?.(situation.referral) ?? situation.referral;
            const before = structuredClone(referral);
            const command = { at: BEFORE, ...row.command(situation) } as ReferralCommand;
            const decision = decideReferral(referral, command);
            const answer = row.answers[standing] ?? row.answers.closed;
            const expected = typeof answer === 'string' ? answer : specialOf(answer, situation);
            const found = !decision.ok ? decision.rejection : decision.events.length > 0 ? 'done' : 'nothing';
            assert.equal(found, expected, nameOf(situation));
            assert.deepEqual(referral, before, 'what came in is never changed');
            if (decision.ok) follows(referral, decision.state, found === 'done');
            if (decision.ok && found === 'done')
              assert.ok(row.leaves?.(decision.state, referral) ?? true, nameOf(situation));
            if (decision.ok && referral.stage === 'closed') staysClosed(type, referral, decision.state);
          }
        });
      }
    }
  }

  for (const action of referralActions) {
    it(`${action} is allowed to ${allowedRoles[action].join(', ')} and to nobody else (CR-1 to CR-4, CR-6)`, () => {
      const allowed: readonly RoleName[] = allowedRoles[action];
      for (const { referral } of situations) {
        for (const [name, member] of Object.entries(roles)) {
          assert.equal(may(member, action, referral), allowed.includes(name as RoleName), name);
        }
      }
    });
  }
});

/** Of the names that fit, the most special. */
function specialOf(answer: Readonly<Record<string, string>>, situation: Situation): string {
  const { position, kind, detail } = situation;
  const names = [`${position} ${kind} ${detail}`, `${position} ${kind}`, kind, position, 'else'];
  const fitting = names.flatMap((name) => (answer[name] === undefined ? [] : [answer[name]]));
  return fitting[0] ?? assert.fail(`the table says nothing of ${nameOf(situation)}`);
}

function nameOf({ position, kind, detail, standing }: Situation): string {
  return [position, kind, detail, standing].filter(Boolean).join(' ');
}

/** A change is one revision, and every change is kept. */
function follows(before: Referral, after: Referral, changed: boolean): void {
  assert.equal(after.revision, before.revision + (changed ? 1 : 0));
}

/** What is closed stays as it is, but for its registration and for what others tell of themselves (CR-50). */
function staysClosed(type: string, before: Referral, after: Referral): void {
  // What can still be taken back is not final.
  if (type === 'deal.undo' && pendingOf(before)) return;
  if (type === 'referral.update' && before.stage === 'closed' && before.closedBy.kind === 'clock') return;
  const named = changedWhenClosed[type] ?? (type.startsWith('sync.') ? SYNC : []);
  const allowed = [...EVERY_CHANGE, ...named];
  const without = (one: Referral) =>
    Object.fromEntries(Object.entries(one).filter(([key]) => !allowed.includes(key)));
  assert.deepEqual(without(after), without(before), type);
}
