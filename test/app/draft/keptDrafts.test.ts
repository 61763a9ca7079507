import assert from 'node:assert/strict';
import type { OpenDraft } from '#app/draft/draftRecord.ts';
import { draftById, inTheWay, MOST_ASIDE, waitingDrafts, withOpen } from '#app/draft/keptDrafts.ts';

const NOW = '2026-11-29T10:00:00.000Z';

function draft(id: string, more: Partial<OpenDraft> = {}, name: string | undefined = id): OpenDraft {
  return {
    draft: { id, startedAt: NOW, step: 'details', answered: [], reviewing: false, formVersion: 1, name },
    assumed: [],
    fromLine: [],
    asked: [],
    touchedAt: NOW,
    ...more,
  };
}

describe('drafts that wait', () => {
  it('given one that was called off, when another begins, then nothing is in its way and it waits', () => {
    const record = { open: draft('one', { cancelled: true }) };
    assert.equal(inTheWay(record, NOW), undefined);
    const next = withOpen(record, draft('two'), NOW);
    assert.equal(next.open?.draft.id, 'two');
    assert.equal(draftById(next, 'one', NOW)?.draft.id, 'one');
  });

  it('given one that is worked on, when another shall begin, then it is asked about; given up by its own card alone', () => {
    const record = { open: draft('one') };
    assert.equal(inTheWay(record, NOW)?.draft.id, 'one');
    assert.equal(inTheWay(record, NOW, 'another')?.draft.id, 'one');
    assert.equal(inTheWay(record, NOW, 'one'), undefined);
    assert.equal(withOpen(record, draft('two'), NOW, 'one').aside, undefined);
  });

  it('given one without an entry, when another begins, then it leaves nothing behind', () => {
    const open = draft('one', { assumed: ['name'] });
    assert.equal(inTheWay({ open }, NOW), undefined);
    assert.deepEqual(withOpen({ open }, draft('two'), NOW), { open: draft('two') });
  });

  it('given as many as are kept, when one more is called off and another begins, then the oldest is asked about first', () => {
    const aside = Array.from({ length: MOST_ASIDE }, (_, at) =>
      draft(`d${at}`, { cancelled: true, touchedAt: `2026-11-${20 - at}T10:00:00.000Z` }),
    );
    const record = { open: draft('one', { cancelled: true }), aside };
    const oldest = `d${MOST_ASIDE - 1}`;
    assert.equal(inTheWay(record, NOW)?.draft.id, oldest);
    assert.equal(inTheWay(record, NOW, oldest), undefined);
    const ids = withOpen(record, draft('two'), NOW, oldest).aside?.map((one) => one.draft.id);
    assert.deepEqual(ids, [...aside.slice(0, -1).map((one) => one.draft.id), 'one']);
  });

  it('given one that nobody touched for 90 days, then it is no longer kept', () => {
    const old = draft('old', { touchedAt: '2026-08-30T10:00:00.000Z' });
    assert.deepEqual(waitingDrafts({ aside: [old] }, NOW), []);
    assert.equal(draftById({ aside: [old] }, 'old', NOW), undefined);
  });
});
