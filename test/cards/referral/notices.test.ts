import assert from 'node:assert/strict';
import { languageCard } from '#cards/general/language/language.card.ts';
import { welcomeCard } from '#cards/general/welcome/welcome.card.ts';
import { rejectionLine } from '#cards/referral/parts/rejection.ts';
import { languages } from '#cards/say.ts';
import { ofType } from '#test/support/cards/cardParts.ts';
import { received, sampleView } from '#test/support/cards/views.ts';

const reader = { language: 'en', locale: 'en-GB', timeZone: 'Europe/Berlin' } as const;

describe('notices', () => {
  it('a refused press hears who did it and when', () => {
    const { referral } = sampleView('accepted');
    const view = { ...reader, rejection: 'already-accepted', referral, deciderName: 'Anna Berg' } as const;
    assert.equal(
      rejectionLine({ ...view, at: '2026-11-20T18:00:00.000Z' }),
      'Already accepted by Anna Berg at 14:02',
    );
    assert.equal(
      rejectionLine({ ...view, at: '2026-11-22T18:00:00.000Z' }),
      'Already accepted by Anna Berg at 20 Nov 2026, 14:02',
    );
    const elsewhere = {
      ...view,
      referral: sampleView('accepted-elsewhere').referral,
      at: '2026-11-20T18:00:00.000Z',
    };
    assert.equal(rejectionLine(elsewhere), 'Already accepted in Partner Center (14:02)');
  });

  it('every rejection has words in every language', () => {
    const codes = [
      'already-accepted',
      'already-declined',
      'already-expired',
      'already-closed',
      'not-yet-expired',
      'not-inbound',
    ] as const;
    for (const language of languages) {
      const resultLines = codes.map((rejection) =>
        rejectionLine({
          ...reader,
          language,
          rejection,
          referral: received(),
          at: '2026-11-20T18:00:00.000Z',
        }),
      );
      assert.equal(new Set(resultLines).size, codes.length);
    }
  });

  it('a welcome says who added the bot and whether this is a trial', () => {
    const team = JSON.stringify(
      welcomeCard({ language: 'en', scope: 'team', trial: true, addedBy: '**Anna**' }),
    );
    const said = ofType(JSON.parse(team), 'TextBlock').map(({ text }) => text);
    assert.ok(
      said.includes('Added by \\*\\*Anna\\*\\*.') && team.includes('Trial mode'),
      'the name is no markdown',
    );
  });

  it('languages stand there by their own names, the present one marked', () => {
    const names = ofType(languageCard({ language: 'de' }), 'Action.Execute').map((action) => action.title);
    assert.deepEqual(names, ['English', '✓ Deutsch', 'Svenska', '简体中文', 'Русский', 'Italiano']);
  });
});
