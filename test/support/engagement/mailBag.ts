import assert from 'node:assert/strict';
import { ranOut } from '#app/referral/runOut.ts';
import type { ReferralEvent } from '#domain/decide/consequences.ts';
import { decideReferral, type ReferralCommand } from '#domain/decide/decideReferral.ts';
import { takeMessage } from '#domain/decide/takeMessage.ts';
import { correspondents, messageTo, partners, sharedView } from '#domain/engagement/engagement.ts';
import { withoutTold } from '#domain/engagement/notes.ts';
import { partyOf, standingOf, takesPart } from '#domain/engagement/takingPart.ts';
import { dealTypeOf } from '#domain/referral/dealType.ts';
import { type EngagementMessage, MICROSOFT } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { RegistrationStep } from '#domain/referral/registration.ts';
import { outward } from '#domain/referral/standing.ts';
import { pendingOf } from '#domain/referral/undoable.ts';
import { filedBy, ownRegistration } from '#domain/registration/registrationView.ts';
import { plusHours } from '#domain/values/instant.ts';
import { accepted, stored } from '#test/support/referral/samples.ts';

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
  /** Notes to all as they were written, with the ids of the records whose people must read them. */
  written: { text: string; from: string; to: readonly string[] }[];
  /** What stands in the timelines of notes of others, by id of the record. */
  read: ReadonlyMap<string, readonly string[]>;
  /** Whether a later invitation made another record for the same organization. */
  replaced(id: string): boolean;
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
  const read = new Map<string, string[]>();
  const letters: { key: string; left: Set<EngagementMessage>; told: Pick<Referral, 'noteCount'> }[] = [];

  const keep = (key: string, after: Referral, events: readonly ReferralEvent[], elsewhere = false) => {
    const before = records.get(key);
    const told = events.some(({ type }) => type === 'engagement.tell');
    const notes = notesIn(events);
    if (notes.length > 0) read.set(after.id, [...(read.get(after.id) ?? []), ...notes]);
    if (before && !elsewhere) neverReopened(before, after);
    if (before && elsewhere) endsOnce(before, after);
    records.set(key, stored(after));
    if (told) mustTell.add(key);
  };
  const decide = (key: string, command: ReferralCommand) => {
    const record = records.get(key);
    if (!record) return false;
    const decision = decideReferral(record, command);
    if (decision.ok) keep(key, decision.state, decision.events, command.type === 'referral.update');
    if (decision.ok && command.type === 'note.add' && command.audience === 'all') {
      const [last] = decision.state.sharedNotes?.slice(-1) ?? [];
      engagement.written.push({ text: command.text, from: record.id, to: last?.to ?? [] });
    }
    return decision.ok;
  };
  const runOut = () => {
    for (const [key, record] of records) {
      const ran = ranOut(record, now);
      if (ran) keep(key, ran.state, ran.events);
    }
  };
  const keyOf = (who: Somebody, number: number) => {
    const own = [...records.keys()].filter((key) => key.startsWith(`${who}/`));
    return own[number % Math.max(1, own.length)] ?? '';
  };
  const tell = (key: string) => {
    const present = records.get(key);
    if (!present || !mustTell.delete(key)) return;
    const record = outward(present);
    const messages = correspondents(record).map((party) =>
      stored(messageTo(record, party, { name: record.organization })),
    );
    letters.push({ key, left: new Set(messages), told: { noteCount: record.noteCount } });
    bag.push(...messages);
    sent.push(...messages);
  };
  const deliver = (message: EngagementMessage) => {
    const key = `${message.to.organization}/${message.to.referralId}`;
    const taken = take(records.get(key), message, now);
    if (taken) keep(key, taken.state, taken.events);
    for (const letter of letters) {
      const record = letter.left.delete(message) && letter.left.size === 0 && records.get(letter.key);
      if (record) records.set(letter.key, stored(withoutTold(record, letter.told)));
    }
  };

  const engagement: Engagement = {
    records,
    invitations: 0,
    written: [],
    read,
    replaced: (id) => {
      const [organization] = invited.find((key) => key.endsWith(`/${id}`))?.split('/') ?? [];
      return (
        invited.findLast((key) => key.startsWith(`${organization}/`)) !== `${organization}/${id}` &&
        id !== 'deal'
      );
    },
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
          runOut();
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
          for (const letter of letters) if (letter.left.has(message)) letter.left.add({ ...message });
          mustTell.add(`${message.from.organization}/${message.from.referralId}`);
          return;
        default:
          step satisfies never;
      }
    },
    settle() {
      now = plusHours(now, 1);
      runOut();
      while (mustTell.size > 0 || bag.length > 0) {
        for (const key of [...mustTell]) tell(key);
        const arriving = bag.reverse();
        bag = [];
        for (const message of arriving) deliver(message);
      }
      const before = stored([...records]);
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
      for (const organization of ['contoso', 'fabrikam', 'litware']) {
        const theirs = partyOf(inviter, organization);
        const record = theirs ? records.get(`${organization}/${theirs.referralId}`) : undefined;
        const filer = organization === 'contoso' ? inviter : record;
        const filed = reviewed && filedBy(reviewed, organization);
        const own = filer && ownRegistration(filer);
        assert.equal(filed?.state, own?.state, 'where the registration stands (CR-48)');
        assert.deepEqual(told(filed?.history), told(own?.history));
      }
    },
  };
  return engagement;
}

/** The notes of others in what is kept. */
function notesIn(events: readonly ReferralEvent[]): string[] {
  const changes = events.flatMap((event) => (event.type === 'timeline.add' ? event.entry.changes : []));
  return changes.flatMap(({ party, to }) => (party && to?.kind === 'note' ? [to.text] : []));
}

/** A view without its notes: who reads them keeps the last few, who writes them only those still on their way. */
function wordOf<V extends { notes: unknown }>(view: V | undefined): Omit<V, 'notes'> | undefined {
  if (!view) return undefined;
  const { notes: _, ...word } = view;
  return stored(word);
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
    wordOf(ours.view),
    wordOf(sharedView(inviter, theirs)),
    'what the guest knows of the inviter',
  );
  const word = wordOf(sharedView(guest, ours)) ?? assert.fail();
  if (theirs.view) assert.deepEqual(wordOf(theirs.view), word, 'what the inviter knows of the guest');
  assert.equal(inviter.sharedNotes, undefined, 'a note that everybody has is not kept');
  const { stage, outcome, since } = word;
  assert.deepEqual(wordOf({ notes: [], ...standingOf(theirs) }), {
    ...stored({ stage, outcome, since }),
    ...wordOf(theirs.view),
  });
  // Who is out hears nothing of who comes in later (CR-61).
  if (takesPart(theirs) && takesPart(ours))
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
      // Of their own catalog: nobody registers for somebody else's (CR-63).
      solutions: [
        {
          id: 'SOL-1',
          name: 'Theirs',
          kind: 'third-party',
          of: organization,
          incentive: true,
          ipCosell: true,
        },
      ],
      assistance: 'GeneralOrOther',
      contacts: [],
    },
    contact: { name: 'Kim', email: 'kim@customer.example', phone: '1' },
    consent: true,
  };
}

/** What is closed changes no more, but for its registration, for what others tell of themselves (CR-50) and for what Partner Center has of it. */
function neverReopened(before: Referral, after: Referral): void {
  // A decision is not final before its time is over.
  if (before.stage !== 'closed' || pendingOf(before)) return;
  const own = (one: Referral) => {
    const {
      parties: _1,
      revision: _2,
      people: _3,
      recent: _4,
      sharedNotes: _5,
      noteCount: _6,
      registrationFiling: _7,
      registrationReviews: _8,
      unsynced: _9,
      undoable: _10,
      ...rest
    } = one;
    return stored(rest);
  };
  assert.deepEqual(own(after), own(before));
}

/** Partner Center may know better what our own clock ended, and nothing else (CR-50). */
function endsOnce(before: Referral, after: Referral): void {
  if (before.stage !== 'closed' || before.closedBy.kind === 'clock') return;
  assert.ok(after.stage === 'closed');
  assert.deepEqual([after.outcome, after.closedAt], [before.outcome, before.closedAt]);
}
