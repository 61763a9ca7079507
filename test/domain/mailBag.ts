import assert from 'node:assert/strict';
import { dealTypeOf } from '../../src/domain/dealType.ts';
import { decideReferral, type ReferralCommand } from '../../src/domain/decideReferral.ts';
import { messageTo, partners, partyOf, sharedView, standingOf } from '../../src/domain/engagement.ts';
import { plusHours } from '../../src/domain/instant.ts';
import { type EngagementMessage, MICROSOFT } from '../../src/domain/party.ts';
import type { Referral } from '../../src/domain/referral.ts';
import type { RegistrationStep } from '../../src/domain/registration.ts';
import { filedBy, ownRegistration } from '../../src/domain/registrationView.ts';
import { takeMessage } from '../../src/domain/takeMessage.ts';
import { accepted, stored } from './samples.ts';

/** Who may be invited to the deal of Contoso. */
export const guests = ['fabrikam', 'litware', MICROSOFT] as const;
const everybody = ['contoso', ...guests] as const;
export type Somebody = (typeof everybody)[number];

/** What can happen at any moment: people act, time goes by, messages travel as they like. */
export type Step =
  | { do: 'invite'; guest: (typeof guests)[number]; value: number }
  | {
      do: 'act';
      who: Somebody;
      record: number;
      command: { type: ReferralCommand['type'] } & Record<string, unknown>;
    }
  | { do: 'wait'; hours: number }
  /** The outbox of one record is carried out: its messages are on their way. */
  | { do: 'tell'; who: Somebody; record: number }
  /** One of the messages arrives; `again`: and will arrive once more. */
  | { do: 'deliver'; which: number; again: boolean }
  /** One is lost, and its sender's outbox knows that. */
  | { do: 'lose'; which: number };

type Take = typeof takeMessage;

/** The records of all organizations and the messages between them. */
export interface Engagement {
  step(step: Step): void;
  /** Lets everything arrive at last, the oldest last of all. */
  settle(): void;
  /** Fails where two parties' records contradict each other. */
  agree(): void;
  records: ReadonlyMap<string, Referral>;
  invitations: number;
}

/** A deal that Contoso has just created; `take` is what is tried. */
export function beginEngagement(take: Take = takeMessage): Engagement {
  const mine = 'contoso/deal';
  let now = '2026-11-10T12:00:00.000Z';
  const solutions = [
    { id: 'SOL-1', name: 'Analytics', kind: 'own' as const, incentive: true, ipCosell: true },
  ];
  const deal = accepted({ id: 'deal', engagementId: 'e', direction: 'outbound', solutions, revision: 1 });
  const records = new Map<string, Referral>([[mine, deal]]);
  const mustTell = new Set<string>();
  let bag: EngagementMessage[] = [];
  const sent: EngagementMessage[] = [];
  const invited: string[] = [];

  const keep = (key: string, after: Referral, told: boolean) => {
    const before = records.get(key);
    if (before) neverReopened(before, after);
    records.set(key, stored(after));
    if (told) mustTell.add(key);
  };
  const decide = (key: string, command: ReferralCommand) => {
    const record = records.get(key);
    if (!record) return false;
    const decision = decideReferral(record, command);
    if (decision.ok)
      keep(
        key,
        decision.state,
        decision.events.some(({ type }) => type === 'engagement.tell'),
      );
    return decision.ok;
  };
  const keyOf = (who: Somebody, number: number) => {
    const own = [...records.keys()].filter((key) => key.startsWith(`${who}/`));
    return own[number % Math.max(1, own.length)] ?? '';
  };
  const tell = (key: string) => {
    const record = records.get(key);
    if (!record || !mustTell.delete(key)) return;
    const messages = partners(record).map((party) =>
      stored(messageTo(record, party, { name: record.organization })),
    );
    bag.push(...messages);
    sent.push(...messages);
  };
  const deliver = (message: EngagementMessage) => {
    const key = `${message.to.organization}/${message.to.referralId}`;
    const taken = take(records.get(key), stored(message), now);
    if (taken)
      keep(
        key,
        taken.state,
        taken.events.some(({ type }) => type === 'engagement.tell'),
      );
  };

  const engagement: Engagement = {
    records,
    invitations: 0,
    step(step) {
      const message = 'which' in step ? bag[step.which % Math.max(1, bag.length)] : undefined;
      switch (step.do) {
        case 'invite': {
          const referralId = `r${engagement.invitations}`;
          const { guest, value } = step;
          const command = inviteOf(guest, referralId, value);
          if (!decide(mine, { ...command, at: now })) return;
          engagement.invitations++;
          invited.push(`${guest}/${referralId}`);
          return;
        }
        case 'act':
          decide(keyOf(step.who, step.record), { ...step.command, at: now } as ReferralCommand);
          return;
        case 'wait':
          now = plusHours(now, step.hours);
          for (const key of records.keys()) decide(key, { type: 'referral.expire', at: now });
          return;
        case 'tell':
          tell(keyOf(step.who, step.record));
          return;
        case 'deliver':
          if (!message) return;
          if (!step.again) bag = bag.filter((one) => one !== message);
          deliver(message);
          return;
        case 'lose':
          if (!message) return;
          bag = bag.filter((one) => one !== message);
          // What never arrived must not arrive as a repeat: of a record that was given up nobody tells again.
          sent.splice(sent.indexOf(message), 1);
          mustTell.add(`${message.from.organization}/${message.from.referralId}`);
          return;
        default:
          step satisfies never;
      }
    },
    settle() {
      while (mustTell.size > 0 || bag.length > 0) {
        for (const key of [...mustTell]) tell(key);
        const arriving = bag.reverse();
        bag = [];
        for (const message of arriving) deliver(message);
      }
      const before = structuredClone([...records]);
      for (const message of sent.toReversed()) deliver(message);
      assert.deepEqual([...records], before, 'what arrives once more changes nothing');
      assert.equal(mustTell.size, 0);
    },
    agree() {
      const inviter = records.get(mine) ?? assert.fail();
      const theirs = [...records.keys()].filter((key) => key !== mine);
      assert.deepEqual(theirs.toSorted(), invited.toSorted(), 'one record for each invitation (CR-33)');
      for (const party of partners(inviter))
        agreeing(inviter, records.get(`${party.organization}/${party.referralId}`));
      const microsoft = partyOf(inviter, MICROSOFT);
      const reviewed = microsoft && records.get(`${MICROSOFT}/${microsoft.referralId}`);
      const filed = reviewed && filedBy(reviewed, 'contoso');
      const own = ownRegistration(inviter);
      assert.equal(filed?.state, own?.state, 'where the registration stands (CR-48)');
      assert.deepEqual(told(filed?.history), told(own?.history));
    },
  };
  return engagement;
}

/** The steps of a registration as both sides know them: by whom is each side's own matter. */
function told(history: readonly RegistrationStep[] | undefined): unknown {
  return stored(history?.map(({ by: _, ...rest }) => rest) ?? []);
}

/** What one says of the other is what the other says of itself (CR-30, CR-52). */
export function agreeing(inviter: Referral, guest: Referral | undefined): void {
  assert.ok(guest, 'an invitation arrives');
  const theirs = partyOf(inviter, guest.organization) ?? assert.fail();
  const ours = partyOf(guest, inviter.organization) ?? assert.fail();
  assert.equal(theirs.referralId, guest.id);
  assert.deepEqual(
    stored(ours.view),
    stored(sharedView(inviter, theirs)),
    'what the guest knows of the inviter',
  );
  const word = stored(sharedView(guest, ours));
  if (theirs.view) assert.deepEqual(stored(theirs.view), word, 'what the inviter knows of the guest');
  const { stage, outcome, since } = word;
  assert.deepEqual(stored(standingOf(theirs)), {
    ...stored({ stage, outcome, since }),
    ...(theirs.view && stored(theirs.view)),
  });
  assert.equal(dealTypeOf(guest), dealTypeOf(inviter), 'the type of the deal (CR-11)');
}

function inviteOf(
  organization: string,
  referralId: string,
  amount: number,
): Omit<Extract<ReferralCommand, { type: 'partner.invite' }>, 'at'> {
  return {
    type: 'partner.invite',
    by: 'tenant:anna',
    guest: { organization, name: organization, referralId },
    invitation: {
      closeDate: '2027-02-01',
      value: { amount, currency: 'USD' },
      solutions: [{ id: 'SOL-1', name: 'Analytics', kind: 'own' }],
      assistance: 'GeneralOrOther',
      contacts: [],
    },
    contact: { name: 'Kim', email: 'kim@customer.example', phone: '1' },
    consent: true,
  };
}

/** What is closed changes no more, but for its registration and for what others tell of themselves (CR-50). */
function neverReopened(before: Referral, after: Referral): void {
  if (before.stage !== 'closed') return;
  const own = ({
    parties: _1,
    revision: _2,
    people: _3,
    registrationFiling: _4,
    registrationReviews: _5,
    ...rest
  }: Referral) => stored(rest);
  assert.deepEqual(own(after), own(before));
}
