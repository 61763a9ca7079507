import type { SentenceTable } from '#test/dialogs/reading/said/sentences/table.ts';

/** What changes a deal, as people say it in German. */
export const changingDe: SentenceTable['means'] = [
  ['zieh Contoso mal auf 80% hoch', { verb: 'stage.mark', deal: { words: 'Contoso' }, stage: '80%' }],
  ['Fabrikam ist jetzt in Verhandlung', { verb: 'stage.mark', deal: { words: 'Fabrikam' }, stage: '80%' }],
  ['heb Northwind bitte auf 60% an', { verb: 'stage.mark', deal: { words: 'Northwind' }, stage: '60%' }],
  [
    'Setzen Sie Contoso bitte auf angeboten',
    { verb: 'stage.mark', deal: { words: 'Contoso' }, stage: 'angeboten' },
  ],
  ['Tailspin Toys ist beim Angebot', { verb: 'stage.mark', deal: { words: 'Tailspin Toys' }, stage: '60%' }],
  [
    'Litware haben wir qualifiziert',
    { verb: 'stage.mark', deal: { words: 'Litware' }, stage: 'qualifiziert' },
  ],
  ['wir sind bei Contoso jetzt bei 80%', { verb: 'stage.mark', deal: { words: 'Contoso' }, stage: '80%' }],
  [
    'bei Fabrikam sind wir jetzt im Angebot',
    { verb: 'stage.mark', deal: { words: 'Fabrikam' }, stage: '60%' },
  ],
  [
    'stell doch Northwind mal auf verhandelt um',
    { verb: 'stage.mark', deal: { words: 'Northwind' }, stage: 'verhandelt' },
  ],
  [
    'Adventure Works hat das Angebot bekommen',
    { verb: 'stage.mark', deal: { words: 'Adventure Works' }, stage: '60%' },
  ],
  [
    'Contoso eine Stufe weiter auf angeboten',
    { verb: 'stage.mark', deal: { words: 'Contoso' }, stage: 'angeboten' },
  ],
  [
    'mach aus Wingtip mal verhandelt',
    { verb: 'stage.mark', deal: { words: 'Wingtip' }, stage: 'verhandelt' },
  ],
  [
    'Status von Contoso auf verhandelt ändern',
    { verb: 'stage.mark', deal: { words: 'Contoso' }, stage: 'verhandelt' },
  ],
  ['ändere die Phase von Contoso', { verb: 'stage.mark', deal: { words: 'Contoso' } }],
  ['Contoso bringt 60k', { verb: 'deal.value', deal: { words: 'Contoso' }, value: { amount: 60000 } }],
  [
    'der Wert bei Fabrikam liegt jetzt bei 120.000 Euro',
    { verb: 'deal.value', deal: { words: 'Fabrikam' }, value: { amount: 120000, currency: 'EUR' } },
  ],
  [
    'trag bei Northwind 75k ein',
    { verb: 'deal.value', deal: { words: 'Northwind' }, value: { amount: 75000 } },
  ],
  [
    'mach bei Tailspin Toys 250k draus',
    { verb: 'deal.value', deal: { words: 'Tailspin Toys' }, value: { amount: 250000 } },
  ],
  ['Litware sind 30k', { verb: 'deal.value', deal: { words: 'Litware' }, value: { amount: 30000 } }],
  [
    'Adventure Works steigt auf 90.000 €',
    { verb: 'deal.value', deal: { words: 'Adventure Works' }, value: { amount: 90000, currency: 'EUR' } },
  ],
  [
    'erhöh den Wert von Contoso bitte mal auf 80k',
    { verb: 'deal.value', deal: { words: 'Contoso' }, value: { amount: 80000 } },
  ],
  ['Auftragswert Wingtip: 40k', { verb: 'deal.value', deal: { words: 'Wingtip' }, value: { amount: 40000 } }],
  [
    'bei Contoso geht es um 55k',
    { verb: 'deal.value', deal: { words: 'Contoso' }, value: { amount: 55000 } },
  ],
  [
    'Fabrikam hat ein Volumen von 200k',
    { verb: 'deal.value', deal: { words: 'Fabrikam' }, value: { amount: 200000 } },
  ],
  [
    'Northwind auf 45k runter',
    { verb: 'deal.value', deal: { words: 'Northwind' }, value: { amount: 45000 } },
  ],
  [
    'Contoso Wert jetzt 1,5 Mio Euro',
    { verb: 'deal.value', deal: { words: 'Contoso' }, value: { amount: 1500000, currency: 'EUR' } },
  ],
  [
    'Passen Sie den Wert von Contoso auf 65k an',
    { verb: 'deal.value', deal: { words: 'Contoso' }, value: { amount: 65000 } },
  ],
  [
    'Contoso kommt erst Ende März',
    { verb: 'deal.closeDate', deal: { words: 'Contoso' }, date: '2027-03-31' },
  ],
  [
    'Fabrikam unterschreibt am 15. Januar',
    { verb: 'deal.closeDate', deal: { words: 'Fabrikam' }, date: '2027-01-15' },
  ],
  [
    'verleg den Abschluss von Northwind auf den 5. Mai',
    { verb: 'deal.closeDate', deal: { words: 'Northwind' }, date: '2027-05-05' },
  ],
  [
    'Tailspin Toys rutscht auf Ende Februar',
    { verb: 'deal.closeDate', deal: { words: 'Tailspin Toys' }, date: '2027-02-28' },
  ],
  [
    'Litware auf 1. April verschieben',
    { verb: 'deal.closeDate', deal: { words: 'Litware' }, date: '2027-04-01' },
  ],
  [
    'Abschluss Contoso neu: 31.3.',
    { verb: 'deal.closeDate', deal: { words: 'Contoso' }, date: '2027-03-31' },
  ],
  [
    'Adventure Works verschiebt sich auf Ende Juni',
    { verb: 'deal.closeDate', deal: { words: 'Adventure Works' }, date: '2027-06-30' },
  ],
  [
    'der Abschluss bei Wingtip ist jetzt am 15. März',
    { verb: 'deal.closeDate', deal: { words: 'Wingtip' }, date: '2027-03-15' },
  ],
  [
    'zieh Fabrikam auf Ende Januar vor',
    { verb: 'deal.closeDate', deal: { words: 'Fabrikam' }, date: '2027-01-31' },
  ],
  [
    'Contoso wird am 18.12. unterschrieben',
    { verb: 'deal.closeDate', deal: { words: 'Contoso' }, date: '2026-12-18' },
  ],
  ['gib Contoso bitte dem Jonas', { verb: 'deal.handover', deal: { words: 'Contoso' }, to: 'Jonas' }],
  ['gib Contoso doch an Ada ab', { verb: 'deal.handover', deal: { words: 'Contoso' }, to: 'Ada' }],
  ['Mia soll Fabrikam übernehmen', { verb: 'deal.handover', deal: { words: 'Fabrikam' }, to: 'Mia' }],
  [
    'Tailspin Toys an Mia Svensson übergeben bitte',
    { verb: 'deal.handover', deal: { words: 'Tailspin Toys' }, to: 'Mia Svensson' },
  ],
  ['übertrag Contoso auf Ada', { verb: 'deal.handover', deal: { words: 'Contoso' }, to: 'Ada' }],
  [
    'ab jetzt kümmert sich Jonas um Litware',
    { verb: 'deal.handover', deal: { words: 'Litware' }, to: 'Jonas' },
  ],
  ['weis Adventure Works Ada zu', { verb: 'deal.handover', deal: { words: 'Adventure Works' }, to: 'Ada' }],
  ['reich Contoso an Jonas weiter', { verb: 'deal.handover', deal: { words: 'Contoso' }, to: 'Jonas' }],
  ['gib es an Ada weiter', { verb: 'deal.handover', deal: 'it', to: 'Ada' }],
  [
    'hol doch Fabrikam mit ins Boot bei Contoso',
    { verb: 'partner.invite', deal: { words: 'Contoso' }, partner: 'Fabrikam', text: '' },
  ],
  [
    'kannst du Litware zu Contoso einladen?',
    { verb: 'partner.invite', deal: { words: 'Contoso' }, partner: 'Litware', text: '' },
  ],
  [
    'Fabrikam soll bei Northwind mitmachen',
    { verb: 'partner.invite', deal: { words: 'Northwind' }, partner: 'Fabrikam', text: '' },
  ],
  [
    'nimm Tailspin Toys mit in den Contoso-Deal',
    { verb: 'partner.invite', deal: { words: 'Contoso' }, partner: 'Tailspin Toys', text: '' },
  ],
  [
    'lade Litware zu Contoso ein, 30k bis Ende März',
    { verb: 'partner.invite', deal: { words: 'Contoso' }, partner: 'Litware', text: '30k bis Ende März' },
  ],
  [
    'bei Contoso Fabrikam dazuholen',
    { verb: 'partner.invite', deal: { words: 'Contoso' }, partner: 'Fabrikam', text: '' },
  ],
  [
    'Laden Sie bitte Microsoft zu Contoso ein',
    { verb: 'partner.invite', deal: { words: 'Contoso' }, partner: 'Microsoft', text: '' },
  ],
  [
    'schick Wingtip eine Einladung zu Contoso',
    { verb: 'partner.invite', deal: { words: 'Contoso' }, partner: 'Wingtip', text: '' },
  ],
  [
    'ich will Fabrikam bei Contoso dabei haben',
    { verb: 'partner.invite', deal: { words: 'Contoso' }, partner: 'Fabrikam', text: '' },
  ],
  [
    'notier bei Contoso: CIO ist im Urlaub bis Januar',
    { verb: 'note.add', deal: { words: 'Contoso' }, text: 'CIO ist im Urlaub bis Januar' },
  ],
  [
    'schreib mal zu Fabrikam, dass Budget freigegeben',
    { verb: 'note.add', deal: { words: 'Fabrikam' }, text: 'Budget freigegeben' },
  ],
  [
    'halt bei Northwind fest: Demo lief super',
    { verb: 'note.add', deal: { words: 'Northwind' }, text: 'Demo lief super' },
  ],
  [
    'Kommentar für Contoso: Workshop am 12.',
    { verb: 'note.add', deal: { words: 'Contoso' }, text: 'Workshop am 12.' },
  ],
  [
    'Notiz an Litware: neuer Ansprechpartner Frau Klein',
    { verb: 'note.add', deal: { words: 'Litware' }, text: 'neuer Ansprechpartner Frau Klein' },
  ],
  [
    'bei Contoso vermerken: warten auf Rechtsabteilung',
    { verb: 'note.add', deal: { words: 'Contoso' }, text: 'warten auf Rechtsabteilung' },
  ],
  [
    'Tailspin Toys: Notiz: Preis ist ok',
    { verb: 'note.add', deal: { words: 'Tailspin Toys' }, text: 'Preis ist ok' },
  ],
  [
    'füg bei Contoso eine Notiz hinzu: Einkauf prüft',
    { verb: 'note.add', deal: { words: 'Contoso' }, text: 'Einkauf prüft' },
  ],
  [
    'merk dir zu Contoso: CFO will Rabatt',
    { verb: 'note.add', deal: { words: 'Contoso' }, text: 'CFO will Rabatt' },
  ],
  [
    'erinnere Fabrikam noch mal an Contoso',
    { verb: 'partner.remind', deal: { words: 'Contoso' }, partner: 'Fabrikam' },
  ],
  [
    'frag bei Litware wegen Contoso nach',
    { verb: 'partner.remind', deal: { words: 'Contoso' }, partner: 'Litware' },
  ],
  [
    'hak mal bei Fabrikam nach wegen Northwind',
    { verb: 'partner.remind', deal: { words: 'Northwind' }, partner: 'Fabrikam' },
  ],
  [
    'stups Microsoft wegen Contoso an',
    { verb: 'partner.remind', deal: { words: 'Contoso' }, partner: 'Microsoft' },
  ],
  ['schick Litware eine Erinnerung', { verb: 'partner.remind', partner: 'Litware' }],
  [
    'Fabrikam nochmal an Contoso erinnern',
    { verb: 'partner.remind', deal: { words: 'Contoso' }, partner: 'Fabrikam' },
  ],
  [
    'fass bei Tailspin Toys nach wegen Contoso',
    { verb: 'partner.remind', deal: { words: 'Contoso' }, partner: 'Tailspin Toys' },
  ],
];
