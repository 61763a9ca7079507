import assert from 'node:assert/strict';
import { addNote } from '#app/deal/note.add.ts';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import { type ReferralRecord, referralDraft } from '#app/referral/referralRecord.ts';
import { readTimeline } from '#app/referral/timeline.ts';
import type { Contact } from '#domain/referral/referral.ts';
import { type App, startApp, TENANT } from '#test/support/app/runningApp.ts';
import { everything } from '#test/support/organization/colleagues.ts';
import { command, created } from './engaged.ts';

const PARTIES = 50;
const PEOPLE = 50;

/** A deal with fifty parties, a team of fifty and five hundred changes, all of it written with these words. */
export interface GrownDeal {
  /** Of its document, in bytes. */
  size: number;
  parties: number;
  /** How often it was changed, and how many changes its timeline has. */
  changes: number;
  entries: number;
}

/** Lets a deal grow through the use cases, in an app of its own. */
export async function grownDeal({ name, note }: { name: string; note: string }): Promise<GrownDeal> {
  const organizations = Array.from({ length: PARTIES }, (_, at) => `partner-${at}`);
  const others = Object.fromEntries(organizations.map((id) => [id, name.slice(0, 100)]));
  const app = startApp({ others });
  await created(app, { team: teamOf(name, 'contoso'), notes: note.repeat(5), name: name.slice(0, 250) });
  for (const organization of organizations) await invited(app, organization, name, note);
  await app.settled();
  for (const organization of organizations) await told(app, organization, name, note);
  await app.settled();
  const present = async () => (await readReferralRecord(app.deps, where)) ?? assert.fail();
  for (let at = (await present()).referral.revision; at < 500; at++) {
    const done = await addNote(app.deps, {
      ...where,
      ...anna(at),
      text: note,
      audience: at % 100 ? 'us' : 'all',
    });
    assert.equal(done.kind, 'done');
    if (at % 20 === 0) await app.settled();
  }
  await app.settled();
  const record = await present();
  const size = Buffer.byteLength(JSON.stringify(referralDraft(record, undefined)));
  const entries = await countAll(app, record);
  await app.close();
  const { parties = [], revision } = record.referral;
  return { size, parties: parties.length, changes: revision, entries };
}

const where = { organization: 'contoso', referralId: 'deal-1' };
const anna = (at: number) => ({
  personId: `${TENANT}:anna`,
  member: everything,
  commandId: `note-${at}`,
  writer: { name: 'Anna', email: 'anna@contoso.example' },
});

function teamOf(name: string, organization: string): Contact[] {
  return Array.from({ length: PEOPLE }, (_, at) => ({
    name: `${name.slice(0, 240)} ${at}`,
    email: `${'x'.repeat(Math.min(60, name.length))}${at}@${organization}.example`,
    phone: '+49 89 5550 1234',
    title: name.slice(0, 100),
  }));
}

async function invited(app: App, organization: string, name: string, notes: string): Promise<void> {
  const invitation = {
    closeDate: '2027-02-01',
    value: { amount: 40_000, currency: 'USD' },
    notes,
    solutions: [{ id: 'SOL-1', name: name.slice(0, 200), kind: 'own' }],
    assistance: 'GeneralOrOther',
    contacts: teamOf(name, organization).slice(0, 2),
  };
  const guest = { organization, name: name.slice(0, 100), referralId: `r-${organization}` };
  assert.equal(
    await command(app, 'contoso', 'deal-1', { type: 'partner.invite', guest, invitation }),
    'done',
  );
}

/** The partner accepts with a full team and writes to all. */
async function told(app: App, organization: string, name: string, note: string): Promise<void> {
  const entries = {
    name: name.slice(0, 250),
    value: { amount: 1, currency: 'USD' },
    closeDate: '2027-05-01',
  };
  const team = teamOf(name, organization);
  const referralId = `r-${organization}`;
  await command(app, organization, referralId, { type: 'referral.accept', entries: { ...entries, team } });
  // Each note goes on to all the others, and fifty of them would be 2,500 messages.
  if (!organization.endsWith('0')) return;
  const done = await addNote(app.deps, { organization, referralId, ...anna(1), text: note, audience: 'all' });
  assert.equal(done.kind, 'done');
  await app.settled();
}

async function countAll(app: App, record: ReferralRecord): Promise<number> {
  let page = await readTimeline(app.deps, record);
  let count = page.entries.length;
  while (page.older) {
    page = await readTimeline(app.deps, record, page.older);
    count += page.entries.length;
  }
  return count;
}
