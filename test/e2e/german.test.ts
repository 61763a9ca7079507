import assert from 'node:assert/strict';
import type { Screen } from '#test/support/e2e/screen.ts';
import { raiseStage, referralFrom, STAGE_PATIENCE, type Stage } from '#test/support/e2e/stage.ts';

const DAY = 24 * 3_600_000;

describe('someone who chose German, in a real client', function () {
  this.timeout(STAGE_PATIENCE);
  let stage: Stage;
  let anna: Screen;

  before(async function () {
    this.timeout(STAGE_PATIENCE);
    stage = await raiseStage();
    anna = await stage.seat('Anna Berg');
    await anna.openChannel();
    await anna.card('Co-sell referrals').shows('New referrals go to this channel');
    await anna.openChat();
  });

  after(() => stage?.close());

  it('given the question for the language, then a word that names none is asked again and German is kept', async () => {
    await anna.say('language');
    await anna.card('Which language should I use?').shows('Svenska', 'Русский');
    await anna.say('klingon');
    await anna.reads('I don’t speak that language yet.');
    await anna.say('Deutsch');
    await anna.reads('Gut. Ab jetzt schreibe ich Deutsch.');
    await anna.say('hallo');
    await anna.reads('Hallo Anna!');
  });

  it('given a referral, then her card is German and the channel’s stays English', async () => {
    await stage.receive(referralFrom('Fabrikam'));
    await anna.card('Fabrikam').shows('Neue Empfehlung von Microsoft', 'Antwort bis', '120.000 $');
    await anna.card('Fabrikam').press('Details');
    await anna.card('Fabrikam').shows('Ansprechpartner beim Kunden', 'Ana Trujillo');
    assert.deepEqual(await anna.card('Fabrikam').buttons(), ['Annehmen', 'Ablehnen', 'Details', '...']);
    await anna.openChannel();
    await anna.card('Fabrikam').shows('New referral from Microsoft');
    await anna.openChat();
  });

  it('given nothing to change, then two taps accept it (CR-35)', async () => {
    const card = anna.card('Fabrikam');
    await card.press('Annehmen');
    await card.press('Empfehlung annehmen');
    await card.shows('Angenommen von Anna Berg', 'Noch nicht in Partner Center: angenommen');
    assert.deepEqual(await card.buttons(), [
      'Als Qualifiziert (20\u00a0%) markieren',
      'Bearbeiten',
      'Details',
      '...',
    ]);
  });

  it('given a date that has passed and figures as Germans write them, then the form is mended (CR-35)', async () => {
    await stage.receive(referralFrom('Wingtip', { closes: -10 * DAY }));
    const card = anna.card('Wingtip');
    await card.press('Annehmen');
    await card.type('Name des Geschäfts', 'Wingtip, zweiter Anlauf');
    await card.type('Geschätzter Wert', '80.500,50');
    await card.press('Empfehlung annehmen');
    await card.shows('Noch nicht angenommen.', 'Dieses Datum ist vorbei.');
    assert.equal(await card.field('Name des Geschäfts'), 'Wingtip, zweiter Anlauf');
    assert.equal(await card.field('Geschätzter Wert'), '80.500,50');
    const day = await card.pickDay('Voraussichtliches Abschlussdatum', 2);
    await card.press('Empfehlung annehmen');
    const date = day.toLocaleDateString('de', { dateStyle: 'medium', timeZone: 'UTC' });
    await card.shows('Angenommen von Anna Berg', 'Wingtip, zweiter Anlauf', '80.500,50 $', date);
    await anna.openChannel();
    await anna.card('Wingtip').shows('Accepted by Anna Berg', '$80,500.50');
    await anna.openChat();
  });

  it('given a reason, then the card shows it in German and the channel’s in English (CR-36, CR-37)', async () => {
    await stage.receive(referralFrom('Litware'));
    const card = anna.card('Litware');
    await card.press('Ablehnen');
    await card.pick('Projektbudget reicht nicht aus');
    await card.type('Notizen (optional)', 'Vor März ist niemand frei');
    await card.press('Empfehlung ablehnen');
    await card.shows(
      'Abgelehnt von Anna Berg',
      'Grund: Projektbudget reicht nicht aus',
      'Vor März ist niemand frei',
    );
    assert.deepEqual(await card.buttons(), ['Details', '...']);
    await anna.openChannel();
    await anna.card('Litware').shows('Declined by Anna Berg', 'Reason: Project budget isn’t adequate');
  });
});
