import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calendar } from '#adapters/luxon/calendar.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { namesOf } from '#app/contact/people.ts';
import { cardFactsOf } from '#app/notice/cardFacts.ts';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import { createdRecord, type ReferralRecord, referralDraft } from '#app/referral/referralRecord.ts';
import { keepEntry, readTimeline, type TimelinePosition } from '#app/referral/timeline.ts';
import { timelineCard } from '#cards/deal/timeline/timeline.card.ts';
import { referralCard } from '#cards/referral/card/referral.card.ts';
import { decideReferral } from '#domain/decide/decideReferral.ts';
import type { Party } from '#domain/referral/party.ts';
import type { Contact, Referral } from '#domain/referral/referral.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { organizationWith } from '#test/support/app/runningApp.ts';
import { accepted } from '#test/support/referral/samples.ts';
import type { Recorder } from './frame/figure.ts';

const ROUNDS = 300;
const reader = { language: 'en', locale: 'en-US', timeZone: 'Europe/Berlin' } as const;
const organization = organizationWith([]);

/** A deal with fifty parties, fifty people and five hundred changes beside one that is new, on the embedded store. */
export async function benchTimeline(record: Recorder): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cosell-bench-timeline-'));
  const store = openSqliteStore({ file: join(folder, 'bench.db') });
  try {
    await fill(store, accepted({ id: 'new', revision: 1, team: teamOf(1) }), 5);
    await fill(store, accepted({ id: 'old', revision: 1, team: teamOf(50), parties: partiesOf(50) }), 500);
    for (const id of ['new', 'old']) {
      const deal = await recordOf(store, id);
      const { revision } = deal.referral;
      record.figure('a deal by its changes', Buffer.byteLength(JSON.stringify(deal)), 'bytes', revision);
      record.times('its card', await measured(() => card(store, id)), revision);
      record.times('first page of its timeline', await measured(() => page(store, id, {})), revision);
      record.times(
        'last page of its timeline',
        await measured(() => page(store, id, { before: 6 })),
        revision,
      );
    }
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

async function measured(work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let formVersion = 0; formVersion < ROUNDS; formVersion++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}

async function card(store: DocumentStore, id: string): Promise<void> {
  const { referral } = await recordOf(store, id);
  const facts = await cardFactsOf({ store, clock: systemClock, calendar }, organization, referral, undefined);
  referralCard({ ...reader, ...facts, referral, audience: 'personal', connection: 'none' });
}

async function page(store: DocumentStore, id: string, position: TimelinePosition): Promise<void> {
  const record = await recordOf(store, id);
  const { entries } = await readTimeline({ store }, record, position);
  const names = await namesOf(
    { store },
    organization.id,
    entries.map(({ by }) => by),
  );
  timelineCard({ ...reader, kind: 'page', referral: record.referral, open: true, entries, names });
}

async function recordOf(store: DocumentStore, referralId: string): Promise<ReferralRecord> {
  const record = await readReferralRecord({ store }, { organization: organization.id, referralId });
  if (!record) throw new Error('the deal is gone');
  return record;
}

async function fill(store: DocumentStore, first: Referral, changes: number): Promise<void> {
  let referral = first;
  for (let at = 1; at <= changes; at++) {
    const text = `They asked for another date, number ${at}`;
    const writer = { name: 'Anna', email: 'anna@contoso.example' };
    const note = { type: 'note.add', by: 'tenant:anna', text, audience: 'us', writer } as const;
    const decision = decideReferral(referral, { ...note, at: '2026-11-20T09:00:00.000Z' });
    if (!decision.ok) throw new Error(decision.rejection);
    referral = decision.state;
    for (const event of decision.events) {
      if (event.type === 'timeline.add') await keepEntry({ store }, referral, event.entry);
    }
  }
  await store.create(referralDraft(createdRecord(referral), undefined));
}

function teamOf(count: number): Contact[] {
  return Array.from({ length: count }, (_, at) => {
    return {
      name: `Katharina Vogel ${at}`,
      email: `katharina.vogel${at}@contoso.example`,
      phone: '+49 89 5550',
    };
  });
}

function partiesOf(count: number): Party[] {
  return Array.from({ length: count }, (_, at) => ({
    role: 'invited',
    organization: `partner-${at}`,
    name: `Partner ${at}`,
    referralId: `r-${at}`,
    seq: 3,
    view: { stage: 'accepted', since: '2026-11-10T09:00:00.000Z', team: teamOf(20), notes: [] },
  }));
}
