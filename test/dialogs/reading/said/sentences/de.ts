import { changingDe } from './de/changing.ts';
import { endingDe } from './de/ending.ts';
import { lookingDe } from './de/looking.ts';
import { nothingDe } from './de/nothing.ts';
import type { SentenceTable } from './table.ts';

/** Sentences in German with what they mean on Monday, 30 November 2026. */
export const de: SentenceTable = {
  means: [
    ...changingDe,
    ...endingDe,
    ...lookingDe,
    ['zeig mir Contoso', { verb: 'referral.view', deal: { words: 'Contoso' } }],
    ['öffne bitte den Contoso-Deal', { verb: 'referral.view', deal: { words: 'Contoso' } }],
    ['wie läuft Contoso?', { verb: 'deal.summary', deal: { words: 'Contoso' } }],
    ['was ist bei Contoso passiert?', { verb: 'deal.summary', deal: { words: 'Contoso' } }],
    ['wie ist der Stand bei Contoso', { verb: 'deal.summary', deal: { words: 'Contoso' } }],
    ['setze Contoso auf verhandelt', { verb: 'stage.mark', deal: { words: 'Contoso' }, stage: 'verhandelt' }],
    [
      'verschiebe Contoso auf Angeboten',
      { verb: 'stage.mark', deal: { words: 'Contoso' }, stage: 'Angeboten' },
    ],
    ['Contoso auf 80 % setzen', { verb: 'stage.mark', deal: { words: 'Contoso' }, stage: '80 %' }],
    ['Contoso ist jetzt angeboten', { verb: 'stage.mark', deal: { words: 'Contoso' }, stage: 'angeboten' }],
    ['Contoso 45k', { verb: 'deal.value', value: { amount: 45000 }, deal: { words: 'Contoso' } }],
    [
      'Contoso ist jetzt 45.000 € wert',
      { verb: 'deal.value', deal: { words: 'Contoso' }, value: { amount: 45000, currency: 'EUR' } },
    ],
    [
      'setz den Wert von Contoso auf 45.000 EUR',
      { verb: 'deal.value', deal: { words: 'Contoso' }, value: { amount: 45000, currency: 'EUR' } },
    ],
    [
      'erhöhe Contoso auf 50 Tsd',
      { verb: 'deal.value', deal: { words: 'Contoso' }, value: { amount: 50000 } },
    ],
    [
      'Abschlussdatum von Contoso ist 31. März',
      { verb: 'deal.closeDate', deal: { words: 'Contoso' }, date: '2027-03-31' },
    ],
    [
      'Contoso schließt Ende März',
      { verb: 'deal.closeDate', deal: { words: 'Contoso' }, date: '2027-03-31' },
    ],
    [
      'verschiebe Contoso ins nächste Quartal',
      { verb: 'deal.closeDate', deal: { words: 'Contoso' }, date: '2027-03-31' },
    ],
    [
      'schieb Contoso auf den 5. Mai',
      { verb: 'deal.closeDate', deal: { words: 'Contoso' }, date: '2027-05-05' },
    ],
    ['übergib Contoso an Ada', { verb: 'deal.handover', deal: { words: 'Contoso' }, to: 'Ada' }],
    ['gib Contoso an Ada weiter', { verb: 'deal.handover', deal: { words: 'Contoso' }, to: 'Ada' }],
    ['Contoso geht an Ada', { verb: 'deal.handover', deal: { words: 'Contoso' }, to: 'Ada' }],
    [
      'lade Fabrikam zu Contoso ein',
      { verb: 'partner.invite', deal: { words: 'Contoso' }, partner: 'Fabrikam', text: '' },
    ],
    [
      'lade Fabrikam zu Contoso ein mit 20k USD bis 31. März',
      {
        verb: 'partner.invite',
        deal: { words: 'Contoso' },
        partner: 'Fabrikam',
        text: '20k USD bis 31. März',
      },
    ],
    [
      'hol Fabrikam bei Contoso dazu',
      { verb: 'partner.invite', deal: { words: 'Contoso' }, partner: 'Fabrikam', text: '' },
    ],
    [
      'Notiz zu Contoso: CFO angerufen',
      { verb: 'note.add', deal: { words: 'Contoso' }, text: 'CFO angerufen' },
    ],
    ['nimm Contoso an', { verb: 'referral.accept', deal: { words: 'Contoso' } }],
    ['nimm es an', { verb: 'referral.accept', deal: 'it' }],
    [
      'lehne Contoso ab, weil keine Kapazität',
      { verb: 'referral.decline', deal: { words: 'Contoso' }, reason: 'keine Kapazität' },
    ],
    ['lehne Contoso ab', { verb: 'referral.decline', deal: { words: 'Contoso' } }],
    ['wir haben Contoso gewonnen', { verb: 'deal.win', deal: { words: 'Contoso' } }],
    [
      'wir haben Contoso wegen des Preises verloren',
      { verb: 'deal.lose', deal: { words: 'Contoso' }, reason: 'des Preises' },
    ],
    ['Contoso ist verloren', { verb: 'deal.lose', deal: { words: 'Contoso' } }],
    [
      'erinnere Fabrikam an Contoso',
      { verb: 'partner.remind', deal: { words: 'Contoso' }, partner: 'Fabrikam' },
    ],
    ['registriere Contoso', { verb: 'registration.register', deal: { words: 'Contoso' } }],
    ['schalte Contoso stumm', { verb: 'news.mute', deal: { words: 'Contoso' } }],
    ['Contoso wieder laut schalten', { verb: 'news.unmute', deal: { words: 'Contoso' } }],
    ['nimm Contoso in die Favoriten auf', { verb: 'deal.favorite', deal: { words: 'Contoso' }, on: true }],
    ['bearbeite Tailspin', { verb: 'deal.edit', deal: { words: 'Tailspin' } }],
    ['Team von Contoso', { verb: 'deal.team', deal: { words: 'Contoso' } }],
    ['Lösungen von Contoso', { verb: 'deal.solutions', deal: { words: 'Contoso' } }],
    ['rückgängig', { verb: 'deal.undo' }],
    ['was braucht mich?', { verb: 'day.show' }],
    ['was steht heute an?', { verb: 'day.show' }],
    ['was muss ich heute tun?', { verb: 'day.show' }],
    ['überfällig', { verb: 'deals.list', list: 'all', filters: { overdue: true } }],
    ['was ist überfällig?', { verb: 'deals.list', list: 'all', filters: { overdue: true } }],
    [
      'schließt dieses Quartal',
      { verb: 'deals.list', list: 'all', filters: { closingFrom: '2026-10-01', closingTo: '2026-12-31' } },
    ],
    [
      'Abschluss im März',
      { verb: 'deals.list', list: 'all', filters: { closingFrom: '2027-03-01', closingTo: '2027-03-31' } },
    ],
    ['über 100k', { verb: 'deals.list', list: 'all', filters: { over: { amount: 100000 } } }],
    [
      'unter 50k EUR',
      { verb: 'deals.list', list: 'all', filters: { under: { amount: 50000, currency: 'EUR' } } },
    ],
    ['mit Microsoft', { verb: 'deals.list', list: 'all', filters: { partner: 'Microsoft' } }],
    ['in Deutschland', { verb: 'deals.list', list: 'all', filters: { country: 'DE' } }],
    [
      'meine Deals über 50k in Schweden mit Abschluss diesen Monat',
      {
        verb: 'deals.list',
        list: 'mine',
        filters: {
          over: { amount: 50000 },
          country: 'SE',
          closingFrom: '2026-11-01',
          closingTo: '2026-11-30',
        },
      },
    ],
    ['Deals ohne Neuigkeiten', { verb: 'deals.list', list: 'all', filters: { quiet: true } }],
    [
      'empfangen aber unbeantwortet',
      { verb: 'deals.list', list: 'inbound', filters: { status: 'received' } },
    ],
    ['Pipeline', { verb: 'pipeline.show' }],
    ['meine Pipeline', { verb: 'pipeline.show', whose: 'mine' }],
    ['Auswertung', { verb: 'insights.show' }],
    ['wer antwortet wie schnell', { verb: 'insights.show' }],
    ['Digest um 8:30', { verb: 'digest.set', text: '8:30' }],
    ['Digest aus', { verb: 'digest.set', text: 'off' }],
    ['abwesend bis Freitag', { verb: 'away.set', text: 'bis Freitag' }],
    ['Ada übernimmt', { verb: 'away.set', text: 'Ada' }],
    ['ich bin wieder da', { verb: 'away.set', text: 'back' }],
    ['neues Geschäft', { verb: 'deal.start', text: '' }],
    ['Hilfe', { verb: 'help.show' }],
    ['show contoso', { verb: 'referral.view', deal: { words: 'contoso' } }],
    [
      'verschibe Contoso auf verhandelt',
      { verb: 'stage.mark', deal: { words: 'Contoso' }, stage: 'verhandelt' },
    ],
    [
      'Deals in der Schweiz über 100.000 €',
      {
        verb: 'deals.list',
        list: 'all',
        filters: { country: 'CH', over: { amount: 100000, currency: 'EUR' } },
      },
    ],
    [
      'kannst du Contoso bitte auf verhandelt setzen?',
      { verb: 'stage.mark', deal: { words: 'Contoso' }, stage: 'verhandelt' },
    ],
    ['zeig mir mal Contoso', { verb: 'referral.view', deal: { words: 'Contoso' } }],
    ['wie läufts bei tailspin toys', { verb: 'deal.summary', deal: { words: 'tailspin toys' } }],
    ['Was war bei Northwind zuletzt los?', { verb: 'deal.summary', deal: { words: 'Northwind' } }],
    [
      'Können Sie Fabrikam bitte auf Angebot setzen?',
      { verb: 'stage.mark', deal: { words: 'Fabrikam' }, stage: '60%' },
    ],
    [
      'Der Wert von Müller & Söhne ist jetzt 250.000 €',
      { verb: 'deal.value', deal: { words: 'Müller & Söhne' }, value: { amount: 250000, currency: 'EUR' } },
    ],
    [
      'abschluss adventure works auf 15.2. verschieben',
      { verb: 'deal.closeDate', deal: { words: 'adventure works' }, date: '2027-02-15' },
    ],
    [
      'Tailspin Toys bitte Jonas übergeben',
      { verb: 'deal.handover', deal: { words: 'Tailspin Toys' }, to: 'Jonas' },
    ],
    [
      'lad northwind zum Contoso-Deal ein',
      { verb: 'partner.invite', deal: { words: 'Contoso' }, partner: 'northwind', text: '' },
    ],
    [
      'notitz zu müller & söhne: Einkauf meldet sich nach Nikolaus',
      { verb: 'note.add', deal: { words: 'müller & söhne' }, text: 'Einkauf meldet sich nach Nikolaus' },
    ],
    [
      'Litware ablehnen, passt nicht zu uns',
      { verb: 'referral.decline', deal: { words: 'Litware' }, reason: 'passt nicht zu uns' },
    ],
    ['contoso gewonen!', { verb: 'deal.win', deal: { words: 'contoso' } }],
    [
      'Northwind haben wir leider wegen des Preises verloren',
      { verb: 'deal.lose', deal: { words: 'Northwind' }, reason: 'des Preises' },
    ],
    ['erinner fabrikam bitte mal', { verb: 'partner.remind', partner: 'fabrikam' }],
    [
      'Tailspin Toys bei Microsoft registreren',
      { verb: 'registration.register', deal: { words: 'Tailspin Toys' } },
    ],
    [
      'bitte keine meldungen mehr zu adventure works',
      { verb: 'news.mute', deal: { words: 'adventure works' } },
    ],
    ['was steht heute an', { verb: 'day.show' }],
    [
      'was schließt noch dieses quartal',
      { verb: 'deals.list', list: 'all', filters: { closingFrom: '2026-10-01', closingTo: '2026-12-31' } },
    ],
    [
      'Deals mit Microsoft in Österreich, mindestens 50.000',
      {
        verb: 'deals.list',
        list: 'all',
        filters: { partner: 'Microsoft', country: 'AT', over: { amount: 50000 } },
      },
    ],
    ['wie sieht die pipeline aus', { verb: 'pipeline.show' }],
    ['digest um 8:30 bitte', { verb: 'digest.set', text: '8:30' }],
    [
      'ich bin bis Freitag weg, Mia Svensson vertritt mich',
      { verb: 'away.set', text: 'bis Freitag, Mia Svensson' },
    ],
    ['woher bekomme ich so eine DUNS-Nummer', { verb: 'explain', term: 'duns' }],
  ],
  nothing: nothingDe,
};
