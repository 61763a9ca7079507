import type { SentenceTable } from './table.ts';

/** Sentences in German with what they mean on Monday, 30 November 2026. */
export const de: SentenceTable = {
  means: [
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
  ],
  nothing: ['nimm Contoso nicht an', 'soll ich Contoso annehmen?', 'wenn Contoso gewonnen ist, feiern wir'],
};
