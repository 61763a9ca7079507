import assert from 'node:assert/strict';
import { draftCard } from '#cards/draft/draft.card.ts';
import type { Solution } from '#domain/referral/referral.ts';
import { ofType } from '#test/support/cards/cardParts.ts';
import { choicesOf, codesOf, draftView, press } from '#test/support/draft/draftViews.ts';

const assessment: Solution = { id: 'SA-1', name: 'Migration assessment', kind: 'assessment' };
const other: Solution = { id: 'SA-2', name: 'Security assessment', kind: 'assessment' };
const platform: Solution = {
  id: 'SOL-10001',
  name: 'Contoso Data Platform',
  kind: 'own',
  incentive: true,
  ipCosell: true,
};
const migration: Solution = { id: 'SOL-10002', name: 'Contoso Migration Factory', kind: 'own' };
const azure: Solution = {
  id: 'MS-AZURE',
  name: 'Microsoft Azure',
  kind: 'microsoft',
  publisher: 'Microsoft',
};
const searched = { offered: [platform, migration, azure] };
const vetted = (changed: object = {}, solutions: Solution[] = []) =>
  draftView('solutions', { vetted: true, offered: [platform, assessment, other], ...changed }, { solutions });

const folded = (card: unknown) =>
  ofType(card, 'Container').flatMap((part) => (part.isVisible === false ? ofType(part, 'Input.') : []));

describe('deal.create solutions form', () => {
  it('shows what a solution is and what follows from it (CR-23)', () => {
    assert.deepEqual(
      choicesOf(draftCard(draftView('solutions', searched))).map(({ title }) => title),
      [
        'Contoso Data Platform · own · incentive eligible · IP co-sell',
        'Contoso Migration Factory · own',
        'Microsoft Azure · by Microsoft',
      ],
    );
  });

  it('given what is not the company’s own, then one field searches it, and what is nowhere is typed in where it is unfolded', () => {
    const card = draftCard(draftView('solutions'));
    const shown = ofType(card, 'Input.').filter((input) => !folded(card).includes(input));
    assert.deepEqual(
      shown.map(({ id }) => String(id).split('.')[0]),
      ['solutions', 'search'],
    );
    const titles = ofType(card, 'Action.ToggleVisibility').map(({ title }) => title);
    assert.deepEqual(titles, ['Add by hand']);
  });

  it('takes what is ticked, several at once (CR-23)', () => {
    const read = press(draftView('solutions', searched), { solutions: 'SOL-10001,MS-AZURE' });
    assert.deepEqual(read.ok && read.changes.solutions?.map(({ id }) => id), ['SOL-10001', 'MS-AZURE']);
    assert.deepEqual(read.ok && read.changes.solutions?.[0], platform);
  });

  it('given nothing chosen, says so (CR-23)', () => {
    assert.deepEqual(codesOf(press(draftView('solutions'), {})), { solutions: 'solutions-missing' });
  });

  it('a third party’s solution can be typed in by hand (CR-23)', () => {
    const read = press(draftView('solutions'), {
      thirdName: 'Fabrikam Backup',
      thirdPublisher: 'Fabrikam, Inc.',
    });
    assert.deepEqual(read.ok && read.changes.solutions, [
      {
        id: 'typed:fabrikam-backup.fabrikam-inc',
        name: 'Fabrikam Backup',
        kind: 'third-party',
        publisher: 'Fabrikam, Inc.',
      },
    ]);
    const nameless = press(draftView('solutions'), { thirdPublisher: 'Fabrikam' });
    assert.deepEqual(codesOf(nameless), { thirdName: 'third-name-missing' });
    const long = press(draftView('solutions'), { thirdName: 'x'.repeat(251) });
    assert.deepEqual(codesOf(long), { thirdName: 'text-too-long' });
  });

  it('a suggestion is looked up before it counts; a forged one is refused', () => {
    const view = draftView('solutions');
    const read = press(view, { solutions: 'SOL-10001', found: 'SOL-77' });
    assert.deepEqual(read.ok && [read.picked, read.changes], [{ solutionIds: ['SOL-77'] }, {}]);
    const found: Solution = { id: 'SOL-77', name: 'Backup', kind: 'own' };
    const known = press(
      view,
      { solutions: 'SOL-10001', found: 'sol-77' },
      { lookedUp: { solutions: [found] } },
    );
    assert.deepEqual(known.ok && known.changes.solutions?.map(({ id }) => id), ['SOL-10001', 'SOL-77']);
    const forged = press(view, { solutions: 'SOL-10001', found: 'SOL-78' }, { lookedUp: { solutions: [] } });
    assert.deepEqual(codesOf(forged), { solutions: 'solution-unknown' });
    assert.deepEqual(
      forged.changes.solutions?.map(({ id }) => id),
      ['SOL-10001'],
      'what is right stays',
    );
  });

  it('a search keeps what is ticked and typed, and judges nothing yet', () => {
    const view = draftView('solutions');
    const sent = { solutions: 'SOL-10001', search: 'backup', thirdName: 'Fabrikam Backup' };
    const read = press(view, sent);
    assert.deepEqual(read.ok && read.picked, { searchSolution: 'backup' });
    assert.deepEqual(
      read.changes.solutions?.map(({ id }) => id),
      ['SOL-10001', 'typed:fabrikam-backup'],
    );
    assert.deepEqual(read.typed, { search: 'backup' });
  });

  it('the same text again is an answer and no second search', () => {
    const view = draftView('solutions-found');
    const read = press(view, { search: 'assessment' });
    assert.deepEqual(read.ok && read.picked, {});
    const again = press(view, { search: 'backup' });
    assert.deepEqual(again.picked, { searchSolution: 'backup' });
  });

  it('assessments are offered to vetted organizations only (CR-10)', () => {
    const titles = (view: Parameters<typeof draftCard>[0]) =>
      choicesOf(draftCard(view)).map(({ value }) => value);
    assert.deepEqual(titles(vetted()), ['SOL-10001', 'SA-1', 'SA-2']);
    assert.deepEqual(titles(vetted({ vetted: false })), ['SOL-10001']);
    const forged = press(vetted({ vetted: false }), { solutions: 'SA-1', assessmentPlace: '1234567' });
    assert.deepEqual(codesOf(forged), { solutions: 'assessment-not-vetted' });
  });

  it('an assessment stands alone, once, and is created for one of our locations (CR-24)', () => {
    const place = { assessmentPlace: ' contoso berlin ' };
    const alone = press(vetted(), { solutions: 'SA-1', ...place });
    assert.deepEqual(alone.ok && alone.changes, { solutions: [assessment], assessmentPlace: '1234567' });
    const beside = press(vetted(), { solutions: 'SA-1,SOL-10001', ...place });
    assert.deepEqual(codesOf(beside), { solutions: 'assessment-not-alone' });
    const two = press(vetted(), { solutions: 'SA-1,SA-2', ...place });
    assert.deepEqual(codesOf(two), { solutions: 'assessment-more-than-one' });
    assert.deepEqual(codesOf(press(vetted(), { solutions: 'SA-1' })), {
      assessmentPlace: 'assessment-place-missing',
    });
    const nowhere = press(vetted(), { solutions: 'SA-1', assessmentPlace: 'Oslo' });
    assert.deepEqual(codesOf(nowhere), { assessmentPlace: 'assessment-place-unknown' });
    const [only] = vetted().locations;
    assert.ok(only);
    const single = press(vetted({ locations: [only] }), { solutions: 'SA-1' });
    assert.equal(single.ok && single.changes.assessmentPlace, only.mpnId);
  });

  it('the place goes with the assessment (CR-24)', () => {
    const read = press(vetted({}, [assessment]), { solutions: 'SOL-10001', assessmentPlace: '1234567' });
    assert.ok(read.ok);
    assert.ok('assessmentPlace' in read.changes && read.changes.assessmentPlace === undefined);
  });

  it('an assessment can’t be put into a deal that asks for help (CR-33)', () => {
    const view = draftView(
      'solutions',
      { vetted: true, offered: [assessment] },
      { assistance: 'GeneralOrOther' },
    );
    const read = press(view, { solutions: 'SA-1', assessmentPlace: '1234567' });
    assert.deepEqual(codesOf(read), { solutions: 'assessment-with-help' });
  });

  it('long ids and ids with a comma are ticked all the same', () => {
    const odd: Solution[] = [
      { id: `typed:${'ж'.repeat(180)}`, name: 'One', kind: 'third-party' },
      { id: 'a,b', name: 'Two', kind: 'own' },
    ];
    const read = press(draftView('solutions', { offered: [] }, { solutions: odd }), {});
    assert.deepEqual(read.ok && read.changes.solutions, odd);
  });
});
