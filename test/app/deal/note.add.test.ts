import assert from 'node:assert/strict';
import { addNote } from '#app/deal/note.add.ts';
import { timelinePartition } from '#app/referral/timeline.ts';
import type { NoteAudience } from '#domain/engagement/notes.ts';
import type { Contact, Referral } from '#domain/referral/referral.ts';
import type { TimelineEntry } from '#domain/referral/timelineEntry.ts';
import { type App, startApp, TENANT } from '#test/support/app/runningApp.ts';
import { command, created, dealOf, invite } from '#test/support/engagement/engaged.ts';
import { everything } from '#test/support/organization/colleagues.ts';

const others = { fabrikam: 'Fabrikam', litware: 'Litware' };
const anna = { name: 'Anna Berg', email: 'anna@contoso.example' };

describe('note.add', () => {
  let app: App;
  before(() => {
    app = startApp({ others });
  });
  after(() => app.close());

  it('given a note for us, then it stands in our timeline, signed and dated, and no party hears of it', async () => {
    await begun(app, 'd1', 'fabrikam');
    const before = await dealOf(app, 'fabrikam', 'd1-fabrikam');
    const outcome = await note(app, 'contoso', 'd1', 'They want to wait', 'us');
    assert.equal(outcome, 'done');
    await app.settled();
    const [entry] = await entriesOf(app, 'contoso', 'd1');
    assert.deepEqual(entry?.by, { kind: 'person', personId: `${TENANT}:anna` });
    assert.deepEqual(entry?.changes, [
      { field: 'note', to: { kind: 'note', text: 'They want to wait', audience: 'us' } },
    ]);
    assert.deepEqual(await dealOf(app, 'fabrikam', 'd1-fabrikam'), before);
    assert.equal((await dealOf(app, 'contoso', 'd1'))?.notes, undefined);
  });

  it('given a note to all, then the other party has it once, with its writer, and it is kept here no longer', async () => {
    await begun(app, 'd2', 'fabrikam');
    await note(app, 'contoso', 'd2', 'Customer decides in May', 'all');
    await app.settled();
    assert.deepEqual(await notesAt(app, 'fabrikam', 'd2-fabrikam'), [
      'Anna Berg (Contoso Partner): Customer decides in May',
    ]);
    assert.equal((await dealOf(app, 'contoso', 'd2'))?.sharedNotes, undefined);
  });

  it('given notes before the invitation is on its way, then they arrive with it', async () => {
    await begun(app, 'd3');
    await invite(app, 'fabrikam', { referralId: 'd3-fabrikam' }, 'd3');
    await note(app, 'contoso', 'd3', 'One', 'all');
    await note(app, 'contoso', 'd3', 'Two', 'all');
    await app.settled();
    assert.deepEqual(await notesAt(app, 'fabrikam', 'd3-fabrikam'), [
      'Anna Berg (Contoso Partner): One',
      'Anna Berg (Contoso Partner): Two',
    ]);
  });

  it('given a party that was invited, when it writes to all, then the others read it too, told as its own', async () => {
    await begun(app, 'd4', 'fabrikam', 'litware');
    const bo = { name: 'Bo Fabrikam', email: 'bo@fabrikam.example' };
    await note(app, 'fabrikam', 'd4-fabrikam', 'Data is in', 'all', bo);
    await app.settled();
    assert.deepEqual(await notesAt(app, 'contoso', 'd4'), ['Bo Fabrikam (Fabrikam): Data is in']);
    assert.deepEqual(await notesAt(app, 'litware', 'd4-litware'), ['Bo Fabrikam (Fabrikam): Data is in']);
    assert.deepEqual(await notesAt(app, 'fabrikam', 'd4-fabrikam'), []);
  });

  it('given a party that declined, then it does not read what is written after (CR-33)', async () => {
    await begun(app, 'd5', 'fabrikam', 'litware');
    await command(app, 'litware', 'd5-litware', { type: 'referral.decline', reason: 'other' });
    await app.final();
    await note(app, 'contoso', 'd5', 'Only between us two', 'all');
    await app.settled();
    assert.deepEqual(await notesAt(app, 'litware', 'd5-litware'), []);
    assert.equal((await notesAt(app, 'fabrikam', 'd5-fabrikam')).length, 1);
  });

  it('given a deal that is closed, an empty note, a long one, one to nobody, then each is refused by name (CR-50)', async () => {
    await begun(app, 'd6');
    assert.equal(await note(app, 'contoso', 'd6', ' \n\u0000', 'us'), 'note-empty');
    assert.equal(
      await note(app, 'contoso', 'd6', '\u200b\u2060\u{e0001}', 'us'),
      'note-empty',
      'nothing to see',
    );
    assert.equal(await note(app, 'contoso', 'd6', 'x'.repeat(401), 'us'), 'note-too-long');
    assert.equal(await note(app, 'contoso', 'd6', 'x', 'all'), 'note-nobody');
    await command(app, 'contoso', 'd6', { type: 'deal.lose', reason: 'other' });
    assert.equal(await note(app, 'contoso', 'd6', 'x', 'us'), 'already-closed');
  });

  it('given a press that is delivered twice, then there is one note', async () => {
    await begun(app, 'd7', 'fabrikam');
    for (const _ of [1, 2]) await note(app, 'contoso', 'd7', 'Once', 'all', anna, 'the-press');
    await app.settled();
    assert.equal((await notesAt(app, 'fabrikam', 'd7-fabrikam')).length, 1);
  });
});

async function begun(app: App, id: string, ...guests: string[]): Promise<void> {
  await created(app, { id, engagementId: `e-${id}` });
  for (const guest of guests) await invite(app, guest, { referralId: `${id}-${guest}` }, id);
  await app.settled();
}

let presses = 0;

async function note(
  app: App,
  organization: string,
  referralId: string,
  text: string,
  audience: NoteAudience,
  writer: Contact = anna,
  commandId = `note-${++presses}`,
): Promise<string> {
  const who = { organization, referralId, personId: `${TENANT}:anna`, member: everything, commandId };
  const outcome = await addNote(app.deps, { ...who, text, audience, writer });
  return outcome.kind === 'refused' ? outcome.rejection : outcome.kind;
}

async function entriesOf(app: App, organization: string, id: string): Promise<TimelineEntry[]> {
  const page = await app.store.list<'timeline'>({
    partition: timelinePartition(organization, id),
    orderBy: { field: 'revision', direction: 'descending' },
    limit: 100,
  });
  return page.documents.map(({ body }) => body);
}

/** The notes of other parties in a timeline, the oldest first, with the names as they are known now. */
async function notesAt(app: App, organization: string, id: string): Promise<string[]> {
  const deal = await dealOf(app, organization, id);
  const entries = (await entriesOf(app, organization, id)).toReversed();
  return entries.flatMap(({ changes }) =>
    changes.flatMap(({ party, to }) => {
      if (to?.kind !== 'note' || !party) return [];
      return [`${writerOf(deal, to.writer)} (${party.name}): ${to.text}`];
    }),
  );
}

function writerOf(deal: Referral | undefined, writer: { of: string; ref: string } | undefined) {
  const party = deal?.parties?.find(({ organization }) => organization === writer?.of);
  return party?.view?.writers?.[writer?.ref ?? ''];
}
